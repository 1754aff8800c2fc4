import { useEffect } from 'react';
import type { Platform } from '#shared/ipc/platform';
import type { ProgrammeSession } from '../session';

/** So long must all be on disk before the window is told: while one types it would be told twice a key. */
const SETTLED_MS = 250;

/** Tells the window its title, and at once when something is not on disk yet: it must not be closed then. */
export function useWindowState(platform: Platform, session: ProgrammeSession): void {
  useEffect(() => {
    let told: { readonly title: string; readonly unsaved: boolean } | null = null;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const { title, saving } = session.getSnapshot();
      told = { title, unsaved: saving !== 'saved' };
      platform.setWindowState(told);
    };
    const look = (): void => {
      const { title, saving } = session.getSnapshot();
      clearTimeout(settling);
      if (told === null || title !== told.title || (saving !== 'saved' && !told.unsaved)) tell();
      else if (saving === 'saved' && told.unsaved) settling = setTimeout(tell, SETTLED_MS);
    };
    const stop = session.subscribe(look);
    look();
    return () => {
      stop();
      clearTimeout(settling);
    };
  }, [platform, session]);
}
