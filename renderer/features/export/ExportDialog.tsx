import { useState } from 'react';
import type { Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import { defaultLineSettings } from '#shared/domain/lines';
import { makeRevision, type Revision } from '#shared/domain/revision';
import { supported, views, type ExportInput, type Format, type View } from '#shared/export';
import { defaultTemplates } from '#shared/export/template';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { draftContent } from '#shared/schema/draft';
import { windowSources } from '../../app/sources';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { runTask } from '../../workers/runTask';

interface ExportDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly onClose: () => void;
}

/** Which text the paper is of: the newest frozen one, and for the comparison the draft itself, which is what one works on. */
function textFor(view: View, session: ProgrammeSession, snapshot: SessionSnapshot, draftName: string): Revision {
  const newest = snapshot.register.newest;
  const frozen = newest === null ? undefined : snapshot.revisions.get(newest);
  const wantsDraft =
    frozen === undefined || ((view === 'tracked' || view === 'synopsis') && snapshot.register.phase === 'draft');
  if (frozen && !wantsDraft) return frozen;
  const content = draftContent(session.draft, frozen?.lineSettings ?? defaultLineSettings);
  return makeRevision(content, draftName, windowSources.clock.now());
}

async function makePaper(
  view: View,
  format: Format,
  input: ExportInput,
  platform: Platform,
): Promise<Result<{ bytes: Uint8Array; extension: string }, Failure>> {
  const output = await runTask('export', { view, format, input });
  if (!output.ok) return fail(output.failure);
  if (output.value.kind === 'bytes') return ok({ bytes: output.value.bytes, extension: output.value.extension });
  const pdf = await platform.typeset(output.value.files);
  return pdf.ok ? ok({ bytes: pdf.value, extension: 'pdf' }) : pdf;
}

/** Chooses a paper and a format, sets it, and saves it where the person says. */
export function ExportDialog({ session, snapshot, platform, onClose }: ExportDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [view, setView] = useState<View>('text');
  const [format, setFormat] = useState<Format>('pdf');
  const [status, setStatus] = useState<{ readonly problem: boolean; readonly text: string } | null>(null);
  const [working, setWorking] = useState(false);
  const { papers } = defaultTemplates[language];
  const formats = supported(view);
  const chosen = formats.includes(format) ? format : (formats[0] ?? 'pdf');

  const save = async () => {
    setWorking(true);
    setStatus({ problem: false, text: strings.exporting.working });
    const input: ExportInput = {
      newest: textFor(view, session, snapshot, strings.frame.draft),
      baseline: snapshot.baseline,
      revisions: [...snapshot.revisions.values()],
      amendments: [...snapshot.register.amendments.values()],
      votingOrder: snapshot.register.votingOrder,
      people: snapshot.people,
      language,
      generatedAt: windowSources.clock.now(),
      author: snapshot.me.name === '' ? strings.app.name : snapshot.me.name,
    };
    const paper = await makePaper(view, chosen, input, platform);
    if (!paper.ok) setStatus({ problem: true, text: describeFailure(paper.failure, language) });
    else {
      const suggestedName = `${snapshot.title.replace(/[\\/:*?"<>|]/g, ' ').trim()} – ${papers[view].title}.${paper.value.extension}`;
      const saved = await platform.saveFile({ grant: null, suggestedName, bytes: paper.value.bytes });
      if (!saved.ok) setStatus({ problem: true, text: describeFailure(saved.failure, language) });
      else setStatus(saved.value && { problem: false, text: strings.exporting.done(saved.value.name) });
    }
    setWorking(false);
  };

  return (
    <Dialog title={strings.exporting.title} onClose={onClose}>
      <Field label={strings.exporting.paper}>
        {(id) => (
          <select
            id={id}
            value={view}
            onChange={(event) => setView(views.find((one) => one === event.target.value) ?? 'text')}
          >
            {views.map((one) => (
              <option key={one} value={one}>
                {papers[one].title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={strings.exporting.format}>
        {(id) => (
          <select
            id={id}
            value={chosen}
            onChange={(event) => setFormat(formats.find((one) => one === event.target.value) ?? chosen)}
          >
            {formats.map((one) => (
              <option key={one} value={one}>
                {strings.exporting.formats[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {snapshot.register.newest === null && <p className="field__hint">{strings.exporting.ofDraft}</p>}
      {status && (
        <p className={status.problem ? 'notice notice--problem' : 'notice'} role={status.problem ? 'alert' : 'status'}>
          {status.text}
        </p>
      )}
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.close}</Button>
        <Button look="primary" isDisabled={working} onPress={() => void save()}>
          {strings.exporting.action}
        </Button>
      </div>
    </Dialog>
  );
}
