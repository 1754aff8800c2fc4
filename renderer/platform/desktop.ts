import type { Platform } from '#shared/ipc/platform';

declare global {
  interface Window {
    /** Exposed by the preload in the desktop program; absent in a browser. */
    readonly desktop?: Platform;
  }
}

/** The machine as the desktop program gives it, or `null` in a browser. */
export const desktopPlatform = (): Platform | null => window.desktop ?? null;
