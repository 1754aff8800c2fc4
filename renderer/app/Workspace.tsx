import { startTransition, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '#shared/core/failure';
import type { AmendmentId, BlockId, RevisionId } from '#shared/core/ids';
import type { Locks } from '#shared/domain/chapterLock';
import { setPlan } from '#shared/schema/draft';
import { mayPerform, mayWriteDraft } from '#shared/sync';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { amendmentsByBlock } from '../features/amendments';
import {
  ComparePage,
  everything,
  stopsOf,
  useComparedTexts,
  useLiveComparison,
  WordingCard,
  type ChangeFilter,
  type CompareView,
} from '../features/compare';
import type { EditorHandle, ShownMarks } from '../features/editor';
import { useCommenting } from '../features/comments';
import { useReuse } from '../features/lineage';
import type { Search } from '../features/find';
import { chapterItems, Outline } from '../features/outline';
import { useReferences } from '../features/references';
import { useSpelling } from '../features/spelling';
import { VotingPage } from '../features/voting';
import { useLanguage, useStrings } from '../i18n/language';
import type { ProgrammeSession } from '../session';
import type { Told } from '../ui/Notice';
import { useAfterFirstPaint } from '../ui/useAfterFirstPaint';
import { createBlockMarks } from './blockMarks';
import { Announcements } from './Announcements';
import { DraftStage } from './DraftStage';
import { undoWhereOneIs, useMenu, type Perform } from './menu';
import { NoRevision } from './NoRevision';
import { amendmentsOn, openAmongst, revisionVotedOn, useProgrammeView } from './programmeView';
import { RevisionStage } from './RevisionStage';
import { SidePanel, type PanelTab } from './SidePanel';
import { windowSources } from './sources';
import { StatusBar } from './StatusBar';
import { TopBar, type Mode, type OpenDialog } from './TopBar';
import { useCommands } from './useCommands';
import { useDestination } from './useDestination';
import { useFoldedPanels } from './useFoldedPanels';
import { useSaveFile } from './useSaveFile';
import { useSession } from './useSession';
import { useSettledBlocks } from './useSettledBlocks';
import { useOverruledLock } from './useOverruledLock';
import { useTogether } from './useTogether';
import { useWindowState } from './useWindowState';
import { useWording } from './useWording';
import { useFocusInView, useWorkspaceKeys } from './useWorkspaceKeys';
import { WorkspaceDialogs } from './WorkspaceDialogs';
import { WorkspaceNotices } from './WorkspaceNotices';

interface WorkspaceProps {
  readonly session: ProgrammeSession;
  readonly platform: Platform;
  readonly file: OpenedFile | null;
  /** Begins again from the imported file, where an earlier sitting was taken up; else `null`. */
  readonly startOver: (() => void) | null;
  /** Why another file could not be opened; this programme is as it was. */
  readonly problem: string | null;
  readonly onProblemSeen: () => void;
  readonly onLeave: () => void;
  /** Leaves this programme, and opens another one. */
  readonly onOpenFile: (file: OpenedFile) => void;
  readonly onLanguage: (language: Language) => void;
}

const nextMarks: Readonly<Record<ShownMarks, ShownMarks>> = { off: 'bars', bars: 'words', words: 'off' };

/** One programme: chapters at the left, the text in the middle, and at the right what is to be said about the block in focus. */
export function Workspace({
  session,
  platform,
  file,
  startOver,
  problem,
  onProblemSeen,
  onLeave,
  onOpenFile,
  onLanguage,
}: WorkspaceProps) {
  const strings = useStrings();
  const language = useLanguage();
  const snapshot = useSession(session);
  const view = useProgrammeView(snapshot);
  const [mode, setMode] = useState<Mode>('draft');
  const [tab, setTab] = useState<PanelTab>('changes');
  const [compareView, setCompareView] = useState<CompareView>('synopsis');
  const [filter, setFilter] = useState<ChangeFilter>(everything);
  const [showMarks, setShowMarks] = useState<ShownMarks>('bars');
  const [focusBlock, setFocusBlock] = useState<BlockId | null>(null);
  const [chosenRevision, setChosenRevision] = useState<RevisionId | null>(null);
  const [openAmendment, setOpenAmendment] = useState<AmendmentId | null>(null);
  const [proposing, setProposing] = useState<BlockId | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  /** A refusal is told as long as the locks are those under which it was, and that there is no caret until there is one. */
  const [told, setTold] = useState<(Told & { readonly under?: Locks; readonly at?: BlockId | null }) | null>(null);
  const editor = useRef<EditorHandle>(null);
  const stage = useRef<HTMLElement>(null);
  const isTextPainted = useAfterFirstPaint();
  const closeDialog = () => setDialog(null);
  /** The view that one leaves stays until the other one stands, which is drawn in slices that any key interrupts. */
  const turnTo = useCallback((next: Mode) => startTransition(() => setMode(next)), []);
  const [folded, fold] = useFoldedPanels(platform);

  const compared = useComparedTexts(snapshot, view.revisions, platform);
  const isUsualPair = compared.to.kind === 'draft' && compared.from?.kind === 'baseline';
  const chosenPair = mode === 'compare' && !isUsualPair ? compared : null;
  const comparingChosen = useLiveComparison(
    chosenPair?.from?.blocks ?? null,
    chosenPair?.to.blocks ?? null,
    compared.to.language,
  );
  const comparing = chosenPair ? comparingChosen : view.comparing;

  const shownRevision = view.revisions.find(({ id }) => id === chosenRevision) ?? view.newest;
  const frozenBlocks = mode === 'revision' && shownRevision ? shownRevision.blocks : null;
  const shownBlocks = frozenBlocks ?? snapshot.blocks;
  const settledDraft = useSettledBlocks(snapshot.blocks);
  const settledBlocks = frozenBlocks ?? settledDraft;
  // Beside the draft stands what is open against the newest revision, whichever one was looked at last.
  const markedRevision = mode === 'revision' ? shownRevision : view.newest;
  const { amendments, newest, standings } = view;
  const shownAmendments = useMemo(
    () => amendmentsOn({ amendments, newest, standings }, markedRevision),
    [amendments, markedRevision, newest, standings],
  );
  const amendmentsAt = useMemo(() => amendmentsByBlock(shownAmendments), [shownAmendments]);
  const openAt = useMemo(() => openAmongst(amendmentsAt), [amendmentsAt]);
  const chapters = useMemo(
    () => chapterItems(settledBlocks, view.changed, openAt, snapshot.plans),
    [openAt, settledBlocks, snapshot.plans, view.changed],
  );
  const reuse = useReuse(snapshot.sources, snapshot.blocks);
  const [blockMarks] = useState(createBlockMarks);
  const marks = useMemo(
    () => blockMarks(view.comparison, openAt, language),
    [blockMarks, language, openAt, view.comparison],
  );
  const currentChapter = useMemo(() => {
    const at = settledBlocks.findIndex(({ id }) => id === focusBlock);
    return settledBlocks.slice(0, at + 1).findLast(({ kind }) => kind === 'heading')?.id ?? null;
  }, [focusBlock, settledBlocks]);
  const canWrite = mayWriteDraft(snapshot.me.role);

  const { goTo, onPageReady, onPageLeft } = useDestination(mode, editor, stage);
  const goIn = useCallback(
    (where: Mode, block: BlockId) => {
      setMode(where);
      setFocusBlock(block);
      goTo(block);
    },
    [goTo],
  );
  const goInDraft = useCallback((block: BlockId) => goIn('draft', block), [goIn]);
  const goHere = (block: BlockId) => goIn(mode === 'revision' ? 'revision' : 'draft', block);

  const showFrozen = () => {
    setChosenRevision(null);
    if (focusBlock === null) setMode('revision');
    else goIn('revision', focusBlock);
  };

  const inDraft = useCallback(() => setMode('draft'), []);
  const together = useTogether(session, snapshot, { mode, onDraft: inDraft, editor });
  const { locks } = snapshot;
  const refuse = useCallback((text: string) => setTold({ text, problem: true, under: locks }), [locks]);
  useOverruledLock(snapshot, refuse);
  const isTimely =
    (told?.under === undefined || told.under === locks) && (told?.at === undefined || told.at === focusBlock);
  const { keptOut } = together;
  const { onPageReady: onPageReadyToFollow } = together.following;
  const pageReady = useCallback(() => {
    onPageReady();
    onPageReadyToFollow();
  }, [onPageReady, onPageReadyToFollow]);
  useEffect(() => session.awareness.setLocalStateField('view', mode), [mode, session]);
  const mayChange = useCallback(
    (block: BlockId) => {
      const why = keptOut(block);
      if (why !== null) refuse(why);
      return why === null;
    },
    [keptOut, refuse],
  );
  const showComments = useCallback(() => {
    setMode('draft');
    fold('panel', false);
    setTab('comments');
  }, [fold]);
  const commenting = useCommenting(session, {
    editor,
    canWrite,
    mayChange,
    onShow: showComments,
    onGo: goInDraft,
  });

  const showAmendment = useCallback(
    (amendment: AmendmentId) => {
      fold('panel', false);
      setTab('amendments');
      setOpenAmendment(amendment);
    },
    [fold],
  );

  /** Where the changes are that the list shows: the keys go through these. */
  const { comparison, changed } = view;
  const stops = useMemo(
    () => (comparison && filter !== everything ? stopsOf(comparison, filter, snapshot.plans) : changed),
    [changed, comparison, filter, snapshot.plans],
  );
  const stepChange = useCallback(
    (by: 1 | -1) => {
      const ids = snapshot.blocks.map(({ id }) => id);
      const at = focusBlock === null ? -1 : ids.indexOf(focusBlock);
      const stop =
        by === 1
          ? ids.find((id, index) => index > at && stops.has(id))
          : ids.findLast((id, index) => index < at && stops.has(id));
      if (stop) goInDraft(stop);
    },
    [focusBlock, goInDraft, snapshot.blocks, stops],
  );

  const save = useSaveFile(session, platform, file, setTold);
  const openPalette = useCallback(() => setDialog('palette'), []);
  const openSources = useCallback(() => setDialog('sources'), []);
  const [isFinding, setFinding] = useState(false);
  const [lastSearch, setLastSearch] = useState<Search | null>(null);
  const find = useCallback(() => {
    if (mode === 'draft') setFinding(true);
    else openPalette();
  }, [mode, openPalette]);
  // By a name of its own it stays the same function from key to key.
  const showSideBySide = (): void => {
    setCompareView('synopsis');
    setMode('compare');
  };
  const { spelling, turn: turnSpelling } = useSpelling(session.draft, snapshot.language, platform);
  const [isSpelling, setSpelling] = useState(false);
  const spell = useCallback(() => {
    setMode('draft');
    setSpelling(true);
  }, []);
  const wording = useWording(focusBlock, setFocusBlock, inDraft);
  useFocusInView(mode, stage);
  useWindowState(platform, session);

  const mayFreeze = mayPerform(snapshot.me.role, 'freeze');
  const isDraftInSight = mode === 'draft' || (mode === 'compare' && compared.to.kind === 'draft');
  const perform = useMemo(
    (): Perform => ({
      'file.new': onLeave,
      'file.save': () => save(false),
      'file.saveAs': () => save(true),
      'file.export': () => setDialog('export'),
      'file.print': () => setDialog('export'),
      'edit.undo': () => undoWhereOneIs('undo', { undo: session.undo, isInSight: isDraftInSight }),
      'edit.redo': () => undoWhereOneIs('redo', { undo: session.undo, isInSight: isDraftInSight }),
      'edit.find': find,
      'edit.spelling': spell,
      'view.marks': () => setShowMarks((shown) => nextMarks[shown]),
      'view.compare': () => setMode('compare'),
      ...(mayFreeze && { 'programme.freeze': () => setDialog('freeze') }),
      'programme.share': () => setDialog('share'),
      'help.shortcuts': () => setDialog('help'),
      'app.close': onLeave,
    }),
    [find, isDraftInSight, mayFreeze, onLeave, save, session, spell],
  );
  useMenu(platform, perform);
  useWorkspaceKeys({
    menu: perform,
    onPalette: openPalette,
    onFind: find,
    onSpell: spell,
    onSave: save,
    onStepChange: stepChange,
    onWording: wording.toggle,
    onComment: commenting.start,
    onStepComment: commenting.step,
    onTake: commenting.takeHere,
    onEscape: wording.stays && dialog === null ? wording.putAway : null,
  });
  const onFreeze = mayFreeze ? () => setDialog('freeze') : null;
  const votedOn = revisionVotedOn(view);
  const onNewPoint = useMemo(
    () => (focusBlock === null ? null : () => editor.current?.insertPointAfter(focusBlock)),
    [focusBlock],
  );
  const onNewChapter = useCallback(() => editor.current?.insertChapterAfter(focusBlock), [focusBlock]);
  const onTypography = useCallback(() => {
    setMode('draft');
    setDialog('typography');
  }, []);
  const tellNowhere = useCallback(
    () => setTold({ text: strings.references.needsCaret, problem: true, at: focusBlock }),
    [focusBlock, strings],
  );
  const referring = useReferences(editor, tellNowhere);
  const onFormat = useCallback((name: 'bold' | 'italic') => editor.current?.toggleFormat(name), []);
  const onLink = useCallback(() => editor.current?.startLink(), []);
  const onFootnote = useCallback(() => editor.current?.insertNote(), []);
  const onFollow = useCallback(() => editor.current?.follow(), []);
  const commands = useCommands({
    menu: perform,
    canWrite,
    isInDraft: mode === 'draft',
    isDraftInSight,
    isSecretariat: snapshot.me.role === 'secretariat',
    onMode: turnTo,
    onShowMarks: setShowMarks,
    onNewPoint,
    onNewChapter,
    onTypography,
    onSources: openSources,
    onStepChange: stepChange,
    onComment: commenting.start,
    onStepComment: commenting.step,
    onFormat,
    onLink,
    onReference: referring.ask,
    onFootnote,
    onFollow,
    onWording: wording.toggle,
  });

  return (
    <div className="workspace">
      <TopBar
        snapshot={snapshot}
        newestName={view.newest?.name ?? null}
        mode={mode}
        onMode={turnTo}
        onPhase={(phase) => void session.perform({ type: 'setPhase', phase })}
        onDialog={setDialog}
        onLeave={onLeave}
        following={together.following}
        folded={folded}
        onFold={fold}
      />
      <WorkspaceNotices
        problem={problem}
        onProblemSeen={onProblemSeen}
        told={isTimely ? told : null}
        onToldSeen={() => setTold(null)}
        startOver={startOver}
      />
      <div className="workspace__body" data-folded={folded.join(' ')}>
        <nav
          className="sidebar"
          hidden={folded.includes('outline')}
          aria-label={strings.frame.outline}
          data-region
          tabIndex={-1}
        >
          <h2>{strings.frame.outline}</h2>
          {isTextPainted && (
            <Outline
              chapters={chapters}
              current={currentChapter}
              locks={snapshot.locks}
              peersIn={together.peersIn}
              people={snapshot.people}
              me={snapshot.me.person}
              mayOpen={together.mayOpen}
              onLock={mode === 'draft' && canWrite ? together.lock : null}
              onGo={goHere}
              onMove={
                mode === 'draft' && canWrite
                  ? (heading, goal, position) => editor.current?.moveChapter(heading, goal, position)
                  : null
              }
              onPlan={
                mode === 'draft' && canWrite ? (heading, changes) => setPlan(session.draft, heading, changes) : null
              }
            />
          )}
        </nav>
        <main className="stage" data-mode={mode} ref={stage} aria-label={strings.frame.page} data-region tabIndex={-1}>
          {mode === 'draft' && (
            <DraftStage
              session={session}
              blocks={snapshot.blocks}
              editor={editor}
              marks={marks}
              showMarks={showMarks}
              onShowMarks={setShowMarks}
              focusBlock={focusBlock}
              onFocusBlock={setFocusBlock}
              onPeek={wording.peek}
              onSideBySide={showSideBySide}
              canWrite={canWrite}
              commenting={commenting}
              referring={referring}
              language={snapshot.language}
              notes={together.notes}
              keptOut={keptOut}
              onRefused={refuse}
              isFinding={isFinding}
              onFound={(search) => {
                setFinding(false);
                setLastSearch(search);
              }}
              lastSearch={lastSearch}
              spelling={spelling}
              onTurnSpelling={turnSpelling}
              isSpelling={isSpelling}
              onSpelled={() => setSpelling(false)}
              onReady={pageReady}
              onLeave={onPageLeft}
              onHelp={() => setDialog('help')}
              onSave={() => save(false)}
            />
          )}
          {mode === 'draft' && wording.block !== null && view.comparison && (
            <WordingCard
              texts={compared.texts}
              comparison={view.comparison}
              block={wording.block}
              onClose={wording.isPeek ? null : wording.putAway}
            />
          )}
          {mode === 'revision' && (
            <RevisionStage
              view={view}
              shown={shownRevision}
              onChoose={({ id }) => setChosenRevision(id)}
              amendments={shownAmendments}
              amendmentsAt={amendmentsAt}
              focusBlock={focusBlock}
              onFocusBlock={setFocusBlock}
              onPropose={mayPerform(snapshot.me.role, 'submit') ? setProposing : null}
              onOpenAmendment={showAmendment}
              onFreeze={onFreeze}
            />
          )}
          <Suspense fallback={<Fetching />}>
            {mode === 'compare' && (
              <ComparePage
                session={session}
                platform={platform}
                compared={compared}
                comparing={comparing}
                view={compareView}
                onView={setCompareView}
                mayRemark={snapshot.me.role === 'secretariat'}
                onGo={goInDraft}
              />
            )}
            {mode === 'voting' && !votedOn && <NoRevision onFreeze={onFreeze} />}
            {mode === 'voting' && votedOn && (
              <VotingPage
                session={session}
                snapshot={snapshot}
                platform={platform}
                sources={windowSources}
                revision={votedOn}
                standings={view.standings}
                onOpenAmendment={showAmendment}
                onOpenFile={onOpenFile}
              />
            )}
          </Suspense>
        </main>
        <aside
          className="panel"
          hidden={folded.includes('panel')}
          aria-label={strings.frame.panel}
          data-region
          tabIndex={-1}
        >
          {isTextPainted && (
            <SidePanel
              session={session}
              snapshot={snapshot}
              platform={platform}
              comparing={comparing}
              filter={filter}
              onFilter={setFilter}
              reuse={reuse}
              onSources={openSources}
              commenting={commenting}
              keptOut={keptOut}
              standings={view.standings}
              newest={view.newest}
              tab={tab}
              onTab={setTab}
              focusBlock={focusBlock}
              openAmendment={openAmendment}
              onOpenAmendment={setOpenAmendment}
              onGoInDraft={goInDraft}
              onGoInRevision={(block, amendment) => {
                setChosenRevision(view.standings.get(amendment)?.revision?.id ?? null);
                goIn('revision', block);
              }}
            />
          )}
        </aside>
      </div>
      <StatusBar
        session={session}
        snapshot={snapshot}
        blocks={settledDraft}
        newestName={view.newest?.name ?? null}
        onConflicts={() => setDialog('conflicts')}
      />
      <Announcements snapshot={snapshot} threads={commenting.threads} focusBlock={focusBlock} />
      <WorkspaceDialogs
        session={session}
        snapshot={snapshot}
        platform={platform}
        editor={editor}
        open={dialog}
        onClose={closeDialog}
        canWrite={canWrite}
        keptOut={keptOut}
        blocks={shownBlocks}
        commands={commands}
        onGo={goHere}
        onGoInDraft={goInDraft}
        onFrozen={showFrozen}
        onLanguage={onLanguage}
        reuse={reuse}
        proposal={proposing !== null && view.newest ? { revision: view.newest, block: proposing } : null}
        onProposed={() => {
          setProposing(null);
          setTab('amendments');
        }}
      />
    </div>
  );
}

/** Stands where a view will be while its script is fetched: shorter than one can read, as a rule. */
function Fetching() {
  return (
    <p className="stage__empty" role="status">
      {useStrings().app.working}
    </p>
  );
}
