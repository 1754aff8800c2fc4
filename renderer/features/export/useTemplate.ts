import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure';
import { defaultTemplates, readTemplate, writeTemplate, type Template } from '#shared/export/template';
import type { Platform } from '#shared/ipc/platform';
import { observePaperTemplate, readPaperTemplate, writePaperTemplate } from '#shared/schema/paperTemplate';
import { mayWriteDraft } from '#shared/sync';
import { useLanguage } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';

/** What the machine remembers for programmes that have no template of their own yet. */
const templateSetting = 'papers.template';

export interface KeptTemplate {
  readonly template: Template;
  /** `null` for those who may not write in the programme. */
  readonly change: ((template: Template) => Promise<Failure | null>) | null;
}

/**
 * The programme's template, which travels in its file and its room (PT1). A programme that has none begins with the one that was last used on this
 * machine, where templates were kept before they were in the programme.
 */
export function useTemplate(session: ProgrammeSession, snapshot: SessionSnapshot, platform: Platform): KeptTemplate {
  const language = useLanguage();
  const { draft } = session;
  const mayWrite = mayWriteDraft(snapshot.me.role);
  const [own, setOwn] = useState<Template | null>(null);

  useEffect(() => {
    const read = (): void => setOwn(readPaperTemplate(draft, language));
    read();
    return observePaperTemplate(draft, read);
  }, [draft, language]);

  useEffect(() => {
    if (!mayWrite || readPaperTemplate(draft, language) !== null) return;
    void platform.readSettings().then((settings) => {
      const kept = settings.ok ? settings.value[templateSetting] : undefined;
      const read = kept === undefined ? null : readTemplate(kept, language);
      if (read?.ok === true && readPaperTemplate(draft, language) === null)
        writePaperTemplate(draft, read.value, language);
    });
  }, [draft, language, mayWrite, platform]);

  const change = useCallback(
    async (changed: Template): Promise<Failure | null> => {
      writePaperTemplate(draft, changed, language);
      const kept = await platform.writeSetting(templateSetting, writeTemplate(changed));
      return kept.ok ? null : kept.failure;
    },
    [draft, language, platform],
  );
  return { template: own ?? defaultTemplates[language], change: mayWrite ? change : null };
}
