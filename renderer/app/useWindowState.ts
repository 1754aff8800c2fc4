import { useEffect } from 'react';
import type { Platform } from '#shared/ipc/platform';
import type { ProgrammeSession } from '../session';
import { followSaving } from './saving';

/** Tells the window its title, and at once when something is not on disk yet: it must not be closed then. */
export function useWindowState(platform: Platform, session: ProgrammeSession): void {
  useEffect(() => {
    let unsaved = true;
    let told: { readonly title: string; readonly unsaved: boolean } | null = null;
    const tell = (): void => {
      const { title } = session.getSnapshot();
      if (told?.title === title && told.unsaved === unsaved) return;
      told = { title, unsaved };
      platform.setWindowState(told);
    };
    const ending = [
      followSaving(session, (saving) => {
        unsaved = saving !== 'saved';
        tell();
      }),
      session.subscribe(tell),
    ];
    return () => {
      for (const end of ending) end();
    };
  }, [platform, session]);
}
