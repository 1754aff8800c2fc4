import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Language } from '#shared/core/failure';
import { ok, type Result } from '#shared/core/result';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { LanguageProvider, useStrings } from '../i18n/language';
import type { ProgrammeSession } from '../session';
import { fetchedAtRest, fetchViews } from '../ui/lazyView';
import { ImportView, ReadingDialog } from '../features/import';
import { readInvitation } from '../features/share';
import type { Opened } from './openings';
import { programmeImportedFrom, rememberProgramme, type RecentProgramme } from './recentProgrammes';
import { isSample } from './sample';
import { StartScreen } from './StartScreen';
import { useImporting } from './useImporting';
import './app.css';

const openings = () => import('./openings');
const workspace = fetchedAtRest(async () => (await import('./Workspace')).Workspace);

/** A programme that is open, and the view that shows it. */
interface Shown extends Opened {
  readonly Workspace: Awaited<ReturnType<typeof workspace>>;
}

/** Opens a programme while the view that shows it is fetched: shown before it is there, the window would be drawn twice. */
async function openToShow(make: () => Promise<Result<Opened, Failure>>): Promise<Result<Shown, Failure>> {
  const fetching = workspace();
  fetching.catch(() => undefined); // told below, where anything was opened
  const opened = await make();
  if (!opened.ok) return opened;
  try {
    return ok({ ...opened.value, Workspace: await fetching });
  } catch (error) {
    await opened.value.session.dispose();
    throw error;
  }
}

/** A file that is open sooner than this needs no word about it. */
const SLOW_MS = 400;

/** Whether everything written so far is kept, once that is known: on this machine, or where the programme is shared. */
async function isKept(session: ProgrammeSession): Promise<boolean> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (session.saving.get() === 'saving') return;
      stop();
      resolve();
    };
    const stop = session.saving.subscribe(look);
    look();
  });
  const { connection, pendingUpdates } = session.getSnapshot();
  return session.saving.get() === 'saved' || (connection === 'connected' && pendingUpdates === 0);
}

/** The whole window: the three doors, or one programme. */
export function App({ platform }: { readonly platform: Platform }) {
  const [language, setLanguage] = useState<Language>('nb');

  useEffect(() => {
    void platform.readSettings().then((settings) => {
      const chosen = settings.ok ? settings.value['language'] : undefined;
      if (chosen === 'nb' || chosen === 'nn' || chosen === 'en') setLanguage(chosen);
    });
  }, [platform]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const chooseLanguage = (chosen: Language) => {
    setLanguage(chosen);
    void platform.writeSetting('language', chosen);
  };

  return (
    <LanguageProvider language={language}>
      <Stages platform={platform} language={language} onLanguage={chooseLanguage} />
    </LanguageProvider>
  );
}

interface StagesProps {
  readonly platform: Platform;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

function Stages({ platform, language, onLanguage }: StagesProps) {
  const strings = useStrings();
  /** `null`: the three doors. What is open stays open until something else is. */
  const [current, setCurrent] = useState<Shown | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const started = useRef(false);
  /** Whether what the window was opened for may still be there at once: the three doors would only be in its way. */
  const [isStarting, setStarting] = useState(true);

  const open = useRef<Shown | null>(null);
  /** Counts what was opened, so that the same programme opened again is a new window's content. */
  const [sitting, setSitting] = useState(0);
  const show = useCallback((next: Shown | null) => {
    const former = open.current;
    open.current = next;
    setCurrent(next);
    setSitting((count) => count + 1);
    if (former && former.session !== next?.session) void former.session.dispose();
  }, []);

  /** The same programme may be opened again: what was written in it must be on the disk by then. What is on none is there as long as its window only (SY32). */
  const mayLeave = useCallback(async (): Promise<boolean> => {
    const may = open.current === null || (await isKept(open.current.session));
    if (!may) setProblem(strings.app.notKept);
    return may;
  }, [strings]);

  /** Every way in ends here: a failure leaves the person where they were, with a sentence that says why, and gives `false`. */
  const enter = useCallback(
    async (name: string, make: () => Promise<Result<Opened, Failure>>): Promise<boolean> => {
      setProblem(null);
      setOpening(name);
      try {
        if (!(await mayLeave())) return false;
        const opened = await openToShow(make);
        if (opened.ok) {
          show(opened.value);
          await rememberProgramme(platform, opened.value.session);
        } else setProblem(describeFailure(opened.failure, language));
        return opened.ok;
      } catch {
        setProblem(strings.app.unexpected);
        return false;
      } finally {
        setOpening(null);
      }
    },
    [language, mayLeave, platform, show, strings],
  );

  const { reading, review, read, cancelReading, endReview } = useImporting(
    useCallback(
      (failed: Failure | null) =>
        setProblem(failed === null ? strings.app.unexpected : describeFailure(failed, language)),
      [language, strings],
    ),
  );

  /** Corrections of a review that is open: they are never dropped for another file. */
  const isCorrected = useRef(false);
  const noteCorrected = useCallback((corrected: boolean) => {
    isCorrected.current = corrected;
  }, []);

  /** A programme of ours opens; our own sample becomes one; any other document is read and looked through first. */
  const openFile = useCallback(
    async (file: OpenedFile) => {
      setProblem(isCorrected.current ? strings.importing.finishFirst(file.name) : null);
      if (isCorrected.current) return;
      const { fromProgramFile, fromJournal, importFile, isProgramFile } = await openings();
      if (isProgramFile(file.bytes)) {
        await enter(file.name, () => fromProgramFile(file, platform));
        return;
      }
      const known = await programmeImportedFrom(platform, file.bytes);
      if (known) {
        // What was written in it may have to reach the disk first; `enter` waits for that.
        const resumed = await enter(file.name, () => fromJournal(known, platform, () => void read(file)));
        if (resumed) return;
        setProblem(null);
      }
      if (await isSample(file)) await enter(file.name, () => importFile(file, platform));
      else await read(file);
    },
    [enter, platform, read, strings],
  );

  const leave = useCallback(async () => {
    if (await mayLeave()) show(null);
  }, [mayLeave, show]);

  const resume = useCallback(
    ({ programme, title }: RecentProgramme) =>
      enter(title, async () => (await openings()).fromJournal(programme, platform, null)),
    [enter, platform],
  );

  const askForFile = useCallback(async () => {
    const chosen = await platform.openFile();
    if (!chosen.ok) setProblem(describeFailure(chosen.failure, language));
    else if (chosen.value) await openFile(chosen.value);
  }, [language, openFile, platform]);

  const join = useCallback(
    (link: string, name: string) => {
      const invitation = readInvitation(link);
      if (!invitation) {
        setProblem(strings.start.badInvite);
        return;
      }
      void enter(invitation.url, async () => (await openings()).fromRoom(invitation, name, platform));
    },
    [enter, platform, strings],
  );

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const begun = () => setStarting(false);
    const slow = setTimeout(begun, SLOW_MS);
    if (platform.kind === 'browser' && readInvitation(location.href)) {
      join(location.href, '');
      return;
    }
    // Who opens the desktop's window opens a programme: what shows it is made ready while the file is read.
    if (platform.kind === 'desktop') void Promise.all([openings(), workspace()]).catch(() => undefined);
    void platform.initialFile().then(async (initial) => {
      if (!initial.ok) setProblem(describeFailure(initial.failure, language));
      else if (initial.value) await openFile(initial.value);
      clearTimeout(slow);
      begun();
    });
  }, [join, language, openFile, platform]);

  // The first screen comes first; what one may want next is there by the time one wants it.
  useEffect(() => {
    if (!isStarting) void fetchViews();
  }, [isStarting]);

  useEffect(
    () =>
      platform.onMenuCommand((command) => {
        if (command === 'file.open' || command === 'file.import') void askForFile();
      }),
    [askForFile, platform],
  );

  const readingNow = reading?.isSlow === true && (
    <ReadingDialog name={reading.file.name} share={reading.share} onCancel={cancelReading} />
  );
  if (review) {
    const { file, document } = review;
    return (
      <>
        {readingNow}
        <Suspense>
          <ImportView
            key={`${file.name} ${document.blocks[0]?.block.id ?? ''}`}
            name={file.name}
            bytes={file.bytes}
            onCorrected={noteCorrected}
            document={document}
            platform={platform}
            problem={problem}
            onCancel={() => {
              setProblem(null);
              endReview();
            }}
            onUse={(reviewed) => {
              void enter(file.name, async () => (await openings()).programmeOf(file, reviewed, platform)).then(
                (entered) => {
                  if (entered) endReview();
                },
              );
            }}
          />
        </Suspense>
      </>
    );
  }
  if (current) {
    const { Workspace, session, file, startOver } = current;
    return (
      <>
        {readingNow}
        <Workspace
          key={sitting}
          session={session}
          platform={platform}
          file={file}
          startOver={startOver}
          problem={problem}
          onProblemSeen={() => setProblem(null)}
          onLeave={() => void leave()}
          onOpenFile={(other) => void openFile(other)}
          onLanguage={onLanguage}
        />
      </>
    );
  }
  if (isStarting) return readingNow;
  return (
    <>
      {readingNow}
      <StartScreen
        opening={opening}
        problem={problem}
        platform={platform}
        onOpen={() => void askForFile()}
        onResume={(recent) => void resume(recent)}
        onFile={(file) => void openFile(file)}
        onJoin={join}
        onLanguage={onLanguage}
      />
    </>
  );
}
