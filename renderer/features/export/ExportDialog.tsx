import { useMemo, useState } from 'react';
import type { Failure } from '#shared/core/failure';
import type { Result } from '#shared/core/result';
import { supported, views, type Format, type View } from '#shared/export';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice, type Told } from '../../ui/Notice';
import { draftText, fileNameOf, inputOf, makePaper } from './paper';
import { makePaperSet, zipOf } from './paperSet';
import { PreviewPane } from './PreviewPane';
import { printPages } from './printPages';
import { TemplateForm } from './TemplateForm';
import { usePreview } from './usePreview';
import { useTemplate } from './useTemplate';

export interface ExportDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly onClose: () => void;
}

/** Chooses a paper and a format, shows its pages, and prints or saves it where the person says. */
export function ExportDialog({ session, snapshot, platform, onClose }: ExportDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [view, setView] = useState<View>('text');
  const [format, setFormat] = useState<Format>('pdf');
  const [withLineNumbers, setWithLineNumbers] = useState(true);
  const [status, setStatus] = useState<Told | null>(null);
  /** Stops what is going on; `null` where nothing is. */
  const [work, setWork] = useState<AbortController | null>(null);
  const { template, change: changeTemplate } = useTemplate(session, snapshot, platform);
  const { papers } = template;
  const formats = supported(view);
  const chosen = formats.includes(format) ? format : (formats[0] ?? 'pdf');

  const draft = useMemo(() => draftText(session, snapshot, strings.frame.draft), [session, snapshot, strings]);
  const inputFor = (one: View) =>
    inputOf(one, session, snapshot, { language, template, withLineNumbers }, draft, strings.app.name);
  const input = useMemo(
    () => inputFor(view),
    // The paper is made anew when what it shows changes, and not with every drawing of the window.
    [view, session, snapshot, language, template, withLineNumbers],
  );
  const [page, setPage] = useState(1);
  const { preview, onDrawn } = usePreview(view, input, platform, page);

  /** Runs one piece of work that can be stopped, and tells how it went. */
  const run = async (task: (signal: AbortSignal) => Promise<Told | null>) => {
    const stop = new AbortController();
    setWork(stop);
    setStatus({ problem: false, text: strings.exporting.working });
    setStatus(await task(stop.signal));
    setWork(null);
  };

  /** What is said of a saving; nothing where the person thought better of it. */
  const answerTo = (saved: Result<{ readonly name: string } | null, Failure>, told: (name: string) => string) => {
    if (!saved.ok) return { problem: true, text: describeFailure(saved.failure, language) };
    return saved.value && { problem: false, text: told(saved.value.name) };
  };

  const store = async (suggestedName: string, bytes: Uint8Array, told: (name: string) => string) => {
    return answerTo(await platform.saveFile({ grant: null, suggestedName, bytes }), told);
  };

  const save = () =>
    run(async () => {
      const paper = await makePaper(view, chosen, input, platform);
      if (!paper.ok) return { problem: true, text: describeFailure(paper.failure, language) };
      const name = fileNameOf(snapshot.title, papers[view].title, paper.value.extension);
      return store(name, paper.value.bytes, strings.exporting.done);
    });

  const { saveFolder } = platform;

  const saveAll = (as: 'zip' | 'folder') =>
    run(async (signal) => {
      const set = await makePaperSet({
        views,
        title: snapshot.title,
        template,
        language,
        inputFor,
        make: (one, as, from) => makePaper(one, as, from, platform),
        onProgress: (done, all) => setStatus({ problem: false, text: strings.papers.progress(done + 1, all) }),
        isCancelled: () => signal.aborted,
      });
      if (set === null) return { problem: false, text: strings.papers.cancelled };
      const told = (name: string) => strings.papers.allSaved(name, set.papers);
      const name = fileNameOf(snapshot.title, strings.papers.all, 'zip');
      const stored =
        as === 'folder' && saveFolder !== null
          ? answerTo(await saveFolder({ suggestedName: name.replace(/\.zip$/, ''), files: set.files }), told)
          : await store(name, zipOf(set), told);
      if (stored === null || stored.problem || set.leftOut.length === 0) return stored;
      return { problem: false, text: [stored.text, strings.papers.leftOut, ...set.leftOut].join(' ') };
    });

  const print = () =>
    run(async (signal) => {
      if (preview.pages === null) return null;
      const printed = await printPages(preview.pages, platform, signal);
      if (!printed.ok) return { problem: true, text: describeFailure(printed.failure, language) };
      return printed.value ? null : { problem: false, text: strings.papers.notPrinted };
    });

  return (
    <Dialog title={strings.exporting.title} onClose={onClose} size="page">
      <div className="papers">
        <div className="papers__options">
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
          {view === 'text' && (
            <label className="check">
              <input
                type="checkbox"
                checked={withLineNumbers}
                onChange={({ target }) => setWithLineNumbers(target.checked)}
              />
              {strings.papers.withLineNumbers}
            </label>
          )}
          {snapshot.register.newest === null && <p className="field__hint">{strings.exporting.ofDraft}</p>}
          <div className="papers__all">
            <p id="papers-all">{strings.papers.saveAll}</p>
            {saveFolder !== null && (
              <Button aria-describedby="papers-all" isBusy={work !== null} onPress={() => void saveAll('folder')}>
                {strings.papers.asFolder}
              </Button>
            )}
            <Button aria-describedby="papers-all" isBusy={work !== null} onPress={() => void saveAll('zip')}>
              {strings.papers.asZip}
            </Button>
          </div>
          {changeTemplate !== null && (
            <details>
              <summary>{strings.papers.template}</summary>
              <TemplateForm
                view={view}
                template={template}
                platform={platform}
                onChange={(changed) => {
                  void changeTemplate(changed).then((problem) => {
                    if (problem !== null) setStatus({ problem: true, text: describeFailure(problem, language) });
                  });
                }}
              />
            </details>
          )}
        </div>
        <PreviewPane preview={preview} onDrawn={onDrawn} paper={papers[view].title} asked={page} onAsk={setPage} />
      </div>
      {status && <Notice problem={status.problem}>{status.text}</Notice>}
      <div className="dialog__actions">
        {work !== null && <Button onPress={() => work.abort()}>{strings.papers.cancel}</Button>}
        <Button onPress={onClose}>{strings.app.close}</Button>
        <Button
          isBusy={work !== null}
          isDisabled={preview.pages === null || !preview.isWhole}
          onPress={() => void print()}
        >
          {strings.papers.print}
        </Button>
        <Button look="primary" isBusy={work !== null} onPress={() => void save()}>
          {strings.exporting.action}
        </Button>
      </div>
    </Dialog>
  );
}
