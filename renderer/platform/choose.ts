import type { Platform } from '#shared/ipc/platform';
import { createBrowserPlatform } from './browser';
import { desktopPlatform } from './desktop';

/** The machine this window runs on. The only place that asks which one it is. */
export const choosePlatform = (): Platform => desktopPlatform() ?? createBrowserPlatform();
