import { useCallback, useState } from 'react';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../i18n/language';
import type { ProgrammeSession } from '../session';
import { asFileName } from '../ui/asFileName';
import type { Told } from '../ui/Notice';

/** Saving the `.program` file: to the one it came from, or where the person says. */
export function useSaveFile(
  session: ProgrammeSession,
  platform: Platform,
  file: OpenedFile | null,
  onNotice: (notice: Told) => void,
): (as: boolean) => void {
  const strings = useStrings();
  const language = useLanguage();
  const [grant, setGrant] = useState(file?.grant ?? null);

  const save = useCallback(
    async (as: boolean) => {
      const title = asFileName(session.getSnapshot().title) || strings.frame.programme;
      const bytes = await session.toProgramFile().catch(() => null);
      if (bytes === null) {
        onNotice({ problem: true, text: strings.app.unexpected });
        return;
      }
      const saved = await platform.saveFile({
        grant: as ? null : grant,
        suggestedName: `${title}.program`,
        bytes,
      });
      if (!saved.ok) onNotice({ problem: true, text: describeFailure(saved.failure, language) });
      else if (saved.value) {
        setGrant(saved.value.grant);
        onNotice({ problem: false, text: strings.status.savedFile(saved.value.name) });
      }
    },
    [grant, language, onNotice, platform, session, strings],
  );
  return useCallback((as) => void save(as), [save]);
}
