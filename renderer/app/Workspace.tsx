import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { CircleHelp, Download, FilePlus2, ListPlus, Save, Search, Share2, Snowflake, Undo2, Redo2 } from 'lucide-react';
import { applyAmendments } from '#shared/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Language } from '#shared/core/failure';
import { phases } from '#shared/domain/phases';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { AmendmentsPanel, amendmentsByBlock, ProposeDialog } from '../features/amendments';
import { CommentsPanel } from '../features/comments';
import { anchorOf, ChangesPanel, compareBlocks, isChange, SideBySide } from '../features/compare';
import { Editor, type EditorHandle } from '../features/editor';
import { ExportDialog } from '../features/export';
import { FindDialog } from '../features/find';
import { FreezeDialog } from '../features/freeze';
import { HistoryPanel } from '../features/history';
import { chapterItems, Outline } from '../features/outline';
import { RevisionPage } from '../features/revision';
import { ShareDialog } from '../features/share';
import { VotingPage } from '../features/voting';
import { useLanguage, useStrings } from '../i18n/language';
import type { ProgrammeSession } from '../session';
import { Button } from '../ui/Button';
import { Toggles } from '../ui/Toggles';
import { blockMarks } from './blockMarks';
import { HelpDialog } from './HelpDialog';
import { StatusBar } from './StatusBar';
import { useSession } from './useSession';
import { windowSources } from './sources';

type Mode = 'draft' | 'revision' | 'compare' | 'voting';
type OpenDialog = 'freeze' | 'export' | 'share' | 'find' | 'help' | null;
type ShownMarks = 'off' | 'bars' | 'words';

interface WorkspaceProps {
  readonly session: ProgrammeSession;
  readonly platform: Platform;
  readonly file: OpenedFile | null;
  /** Begins again from the imported file, where an earlier sitting was taken up; else `null`. */
  readonly startOver: (() => void) | null;
  readonly onLeave: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** One programme: chapters at the left, the text in the middle, and at the right what is to be said about the block in focus. */
export function Workspace({ session, platform, file, startOver, onLeave, onLanguage }: WorkspaceProps) {
  const strings = useStrings();
  const language = useLanguage();
  const snapshot = useSession(session);
  const [mode, setMode] = useState<Mode>('draft');
  const [tab, setTab] = useState('changes');
  const [showMarks, setShowMarks] = useState<ShownMarks>('bars');
  const [focusBlock, setFocusBlock] = useState<BlockId | null>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [proposing, setProposing] = useState<BlockId | null>(null);
  const [openAmendment, setOpenAmendment] = useState<AmendmentId | null>(null);
  const [readAs, setReadAs] = useState<'frozen' | 'recommended'>('frozen');
  const [grant, setGrant] = useState(file?.grant ?? null);
  const [notice, setNotice] = useState<{ readonly problem: boolean; readonly text: string } | null>(null);
  const [resumedSeen, setResumedSeen] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const page = useRef<HTMLElement>(null);

  // Comparing may lag a keystroke behind the typing, never the other way round.
  const settledBlocks = useDeferredValue(snapshot.blocks);
  const comparison = useMemo(
    () => snapshot.baseline && compareBlocks(snapshot.baseline.blocks, settledBlocks),
    [snapshot.baseline, settledBlocks],
  );
  const newest = (snapshot.register.newest !== null && snapshot.revisions.get(snapshot.register.newest)) || null;
  const amendments = useMemo(() => [...snapshot.register.amendments.values()], [snapshot.register]);
  // The voting and the frozen page show the revision that amendments were filed against until all are decided.
  const votedOn = useMemo(() => {
    const open = amendments.findLast(({ decision }) => decision === null);
    return (open && snapshot.revisions.get(open.base)) ?? newest;
  }, [amendments, newest, snapshot.revisions]);
  const [chosenRevision, setChosenRevision] = useState<string | null>(null);
  const shownRevision =
    snapshot.register.frozen
      .map(({ revision }) => snapshot.revisions.get(revision))
      .find((one) => one?.id === chosenRevision) ?? newest;
  const atBlock = useMemo(
    () =>
      amendmentsByBlock(
        shownRevision
          ? amendments.filter(({ base, decision }) => base === shownRevision.id && decision?.result !== 'withdrawn')
          : [],
      ),
    [amendments, shownRevision],
  );
  const openAt = useMemo(
    () =>
      new Map(
        [...atBlock].map(([block, all]) => [
          block,
          all.filter(({ decision }) => decision === null).map(({ id }) => id),
        ]),
      ),
    [atBlock],
  );
  const recommendedBlocks = useMemo(() => {
    if (readAs !== 'recommended' || !shownRevision) return null;
    const followed = amendments.filter(
      ({ base, recommendation, decision }) =>
        base === shownRevision.id && recommendation?.kind === 'adopt' && decision === null,
    );
    return applyAmendments(shownRevision, followed, windowSources.ids).blocks;
  }, [amendments, readAs, shownRevision]);

  const shownBlocks = mode === 'revision' && shownRevision ? shownRevision.blocks : snapshot.blocks;
  const changed = useMemo(
    () => new Set(comparison?.changes.filter(isChange).flatMap((change) => anchorOf(comparison, change) ?? []) ?? []),
    [comparison],
  );
  const chapters = useMemo(() => chapterItems(shownBlocks, changed, openAt), [shownBlocks, changed, openAt]);
  const marks = useMemo(() => blockMarks(comparison, openAt), [comparison, openAt]);
  const canWrite = snapshot.me.role === 'secretariat' || snapshot.me.role === 'editor';

  const currentChapter = useMemo(() => {
    const at = shownBlocks.findIndex(({ id }) => id === focusBlock);
    return shownBlocks.slice(0, at + 1).findLast(({ kind }) => kind === 'heading')?.id ?? null;
  }, [shownBlocks, focusBlock]);

  const go = useCallback(
    (block: BlockId) => {
      setFocusBlock(block);
      if (mode === 'revision') {
        page.current?.querySelector(`[data-block-id="${CSS.escape(block)}"]`)?.scrollIntoView({ block: 'center' });
        return;
      }
      setMode('draft');
      // The editor is mounted by the change of view; it takes the focus once it is there.
      requestAnimationFrame(() => editor.current?.focusBlock(block));
    },
    [mode],
  );

  const stepChange = useCallback(
    (by: 1 | -1) => {
      if (!comparison) return;
      const stops = shownBlocks.filter(({ id }) => changed.has(id)).map(({ id }) => id);
      const at = shownBlocks.findIndex(({ id }) => id === focusBlock);
      const place = (id: BlockId) => shownBlocks.findIndex((block) => block.id === id);
      const target = by === 1 ? stops.find((id) => place(id) > at) : stops.findLast((id) => place(id) < at);
      if (target) go(target);
    },
    [changed, comparison, focusBlock, go, shownBlocks],
  );

  const save = useCallback(
    async (as: boolean) => {
      const suggestedName = `${snapshot.title.replace(/[\\/:*?"<>|]/g, ' ').trim() || strings.frame.programme}.program`;
      const saved = await platform.saveFile({
        grant: as ? null : grant,
        suggestedName,
        bytes: session.toProgramFile(),
      });
      if (!saved.ok) setNotice({ problem: true, text: describeFailure(saved.failure, language) });
      else if (saved.value) {
        setGrant(saved.value.grant);
        setNotice({ problem: false, text: strings.status.savedFile(saved.value.name) });
      }
    },
    [grant, language, platform, session, snapshot.title, strings],
  );

  useEffect(() => {
    platform.setWindowState({ title: snapshot.title, unsaved: snapshot.saving !== 'saved' });
  }, [platform, snapshot.saving, snapshot.title]);

  useEffect(
    () =>
      platform.onMenuCommand((command) => {
        switch (command) {
          case 'file.save':
            void save(false);
            break;
          case 'file.saveAs':
            void save(true);
            break;
          case 'file.export':
          case 'file.print':
            setDialog('export');
            break;
          case 'edit.undo':
            session.undo.undo();
            break;
          case 'edit.redo':
            session.undo.redo();
            break;
          case 'edit.find':
            setDialog('find');
            break;
          case 'view.marks':
            setShowMarks((shown) => (shown === 'off' ? 'bars' : shown === 'bars' ? 'words' : 'off'));
            break;
          case 'view.compare':
            setMode('compare');
            break;
          case 'programme.freeze':
            setDialog('freeze');
            break;
          case 'programme.share':
            setDialog('share');
            break;
          case 'help.shortcuts':
            setDialog('help');
            break;
          case 'app.close':
            onLeave();
            break;
          case 'file.new':
          case 'file.open':
          case 'file.import':
            break;
        }
      }),
    [onLeave, platform, save, session],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (control && (key === 'f' || key === 'k')) setDialog('find');
      else if (control && key === 's') void save(event.shiftKey);
      else if (event.key === 'F8') stepChange(event.shiftKey ? -1 : 1);
      else if (event.key === 'F6') focusNextRegion(event.shiftKey);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [save, stepChange]);

  const moveChapter = (heading: BlockId, target: BlockId, position: 'before' | 'after') =>
    editor.current?.moveChapter(heading, target, position);

  return (
    <div className="workspace">
      <header className="topbar">
        <div className="topbar__title">
          <h1>{snapshot.title || strings.frame.programme}</h1>
          <label className="phase">
            <span className="visually-hidden">{strings.frame.phase}</span>
            <select
              value={snapshot.register.phase}
              disabled={snapshot.me.role !== 'secretariat'}
              onChange={(event) => {
                const phase = phases.find((one) => one === event.target.value);
                if (phase) void session.perform({ type: 'setPhase', phase });
              }}
            >
              {phases.map((phase) => (
                <option key={phase} value={phase}>
                  {strings.phases[phase]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Toggles
          label={strings.frame.view}
          options={[
            { key: 'draft', text: strings.frame.draft },
            { key: 'revision', text: newest ? newest.name : strings.frame.revision },
            { key: 'compare', text: strings.frame.compare },
            { key: 'voting', text: strings.frame.voting },
          ]}
          selected={mode}
          onSelect={setMode}
        />
        <div className="topbar__actions">
          {snapshot.peers.length > 0 && (
            <span className="people" title={strings.frame.people(snapshot.peers.map(({ name }) => name))}>
              {snapshot.peers.slice(0, 5).map((peer) => (
                <span key={peer.clientId} className="person" style={{ borderColor: peer.colour }}>
                  {peer.name.slice(0, 1).toLocaleUpperCase(strings.locale) || '?'}
                  <span className="visually-hidden">{peer.name}</span>
                </span>
              ))}
            </span>
          )}
          <Button look="quiet" onPress={() => setDialog('find')}>
            <Search size={15} aria-hidden /> {strings.frame.search} <kbd>Ctrl+K</kbd>
          </Button>
          <Button onPress={() => setDialog('freeze')} isDisabled={snapshot.me.role !== 'secretariat'}>
            <Snowflake size={15} aria-hidden /> {strings.frame.freeze}
          </Button>
          <Button onPress={() => setDialog('export')}>
            <Download size={15} aria-hidden /> {strings.frame.export}
          </Button>
          <Button onPress={() => setDialog('share')}>
            <Share2 size={15} aria-hidden /> {strings.frame.share}
          </Button>
        </div>
      </header>
      {notice && (
        <p className={notice.problem ? 'notice notice--problem' : 'notice'} role={notice.problem ? 'alert' : 'status'}>
          {notice.text}{' '}
          <button type="button" className="link" onClick={() => setNotice(null)}>
            {strings.app.close}
          </button>
        </p>
      )}
      {startOver && !resumedSeen && (
        <p className="notice" role="status">
          {strings.start.resumed}{' '}
          <button type="button" className="link" onClick={startOver}>
            {strings.start.startOver}
          </button>{' '}
          <button type="button" className="link" onClick={() => setResumedSeen(true)}>
            {strings.app.close}
          </button>
        </p>
      )}
      <div className="workspace__body">
        <nav className="sidebar" aria-label={strings.frame.outline} data-region tabIndex={-1}>
          <h2>{strings.frame.outline}</h2>
          <Outline
            chapters={chapters}
            current={currentChapter}
            onGo={go}
            onMove={mode === 'draft' && canWrite ? moveChapter : null}
          />
        </nav>
        <main className="stage" ref={page} aria-label={strings.frame.page} data-region tabIndex={-1}>
          {mode === 'draft' && (
            <>
              <div className="stage__tools" role="toolbar" aria-label={strings.frame.draft}>
                <Button look="quiet" aria-label={strings.frame.undo} onPress={() => session.undo.undo()}>
                  <Undo2 size={15} aria-hidden />
                </Button>
                <Button look="quiet" aria-label={strings.frame.redo} onPress={() => session.undo.redo()}>
                  <Redo2 size={15} aria-hidden />
                </Button>
                <Button
                  look="quiet"
                  isDisabled={!canWrite || focusBlock === null}
                  onPress={() => focusBlock && editor.current?.insertPointAfter(focusBlock)}
                >
                  <ListPlus size={15} aria-hidden /> {strings.outline.newPoint}
                </Button>
                <Button
                  look="quiet"
                  isDisabled={!canWrite}
                  onPress={() => editor.current?.insertChapterAfter(focusBlock)}
                >
                  <FilePlus2 size={15} aria-hidden /> {strings.outline.newChapter}
                </Button>
                <span className="stage__spacer" />
                <span className="field__hint">{strings.marks.label}</span>
                <Toggles
                  label={strings.marks.label}
                  options={[
                    { key: 'off', text: strings.marks.off },
                    { key: 'bars', text: strings.marks.bars },
                    { key: 'words', text: strings.marks.words },
                  ]}
                  selected={showMarks}
                  onSelect={setShowMarks}
                />
                <Button look="quiet" aria-label={strings.marks.legend} onPress={() => setDialog('help')}>
                  <CircleHelp size={15} aria-hidden />
                </Button>
                <Button look="quiet" onPress={() => void save(false)}>
                  <Save size={15} aria-hidden /> {strings.frame.save}
                </Button>
              </div>
              <Editor
                session={session}
                lines={null}
                marks={marks}
                showMarks={showMarks}
                onFocusBlock={setFocusBlock}
                readOnly={!canWrite}
                handleRef={editor}
              />
            </>
          )}
          {mode === 'revision' &&
            (shownRevision ? (
              <>
                <div className="stage__tools">
                  <label>
                    {strings.frame.chooseRevision}{' '}
                    <select value={shownRevision.id} onChange={(event) => setChosenRevision(event.target.value)}>
                      {[
                        ...new Map([
                          ...snapshot.register.frozen.map(({ revision, name }) => [revision, name] as const),
                          ...(newest ? [[newest.id, newest.name] as const] : []),
                        ]),
                      ].map(([id, name]) => (
                        <option key={id} value={id}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </label>
                  <span className="stage__spacer" />
                  <Toggles
                    label={strings.frame.readAs}
                    options={[
                      { key: 'frozen', text: strings.frame.asFrozen },
                      { key: 'recommended', text: strings.frame.asRecommended },
                    ]}
                    selected={readAs}
                    onSelect={setReadAs}
                  />
                </div>
                <RevisionPage
                  blocks={recommendedBlocks ?? shownRevision.blocks}
                  lineSettings={shownRevision.lineSettings}
                  amendmentsAt={atBlock}
                  focusBlock={focusBlock}
                  onFocusBlock={setFocusBlock}
                  onPropose={recommendedBlocks === null && shownRevision.id === newest?.id ? setProposing : null}
                  onOpenAmendment={({ id }) => {
                    setTab('amendments');
                    setOpenAmendment(id);
                  }}
                />
              </>
            ) : (
              <div className="empty">
                <p>{strings.frame.noRevision}</p>
                <p>{strings.frame.noRevisionHint}</p>
                <Button look="primary" onPress={() => setDialog('freeze')}>
                  {strings.frame.freeze}
                </Button>
              </div>
            ))}
          {mode === 'compare' && <SideBySide comparison={comparison} baseName={strings.changes.previous} onGo={go} />}
          {mode === 'voting' && (
            <VotingPage
              session={session}
              snapshot={snapshot}
              revision={votedOn}
              onOpenAmendment={(id) => {
                setTab('amendments');
                setOpenAmendment(id);
              }}
            />
          )}
        </main>
        <aside className="panel" aria-label={strings.frame.panel} data-region tabIndex={-1}>
          <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
            <TabList className="tabs" aria-label={strings.frame.panel}>
              <Tab className="tab" id="changes">
                {strings.changes.tab}
              </Tab>
              <Tab className="tab" id="amendments">
                {strings.amendments.tab}{' '}
                {amendments.length > 0 && <span className="tab__count">{amendments.length}</span>}
              </Tab>
              <Tab className="tab" id="comments">
                {strings.comments.tab}
              </Tab>
              <Tab className="tab" id="history">
                {strings.history.tab}
              </Tab>
            </TabList>
            <TabPanel id="changes" className="tabpanel">
              <ChangesPanel comparison={comparison} focusBlock={focusBlock} onGo={go} />
            </TabPanel>
            <TabPanel id="amendments" className="tabpanel">
              <AmendmentsPanel
                session={session}
                snapshot={snapshot}
                selected={openAmendment}
                onSelect={setOpenAmendment}
                onGo={(block) => {
                  setMode('revision');
                  setFocusBlock(block);
                  requestAnimationFrame(() =>
                    page.current
                      ?.querySelector(`[data-block-id="${CSS.escape(block)}"]`)
                      ?.scrollIntoView({ block: 'center' }),
                  );
                }}
              />
            </TabPanel>
            <TabPanel id="comments" className="tabpanel">
              <CommentsPanel session={session} snapshot={snapshot} focusBlock={focusBlock} onGo={go} />
            </TabPanel>
            <TabPanel id="history" className="tabpanel">
              <HistoryPanel snapshot={snapshot} />
            </TabPanel>
          </Tabs>
        </aside>
      </div>
      <StatusBar snapshot={snapshot} newestName={newest?.name ?? null} />
      {dialog === 'freeze' && (
        <FreezeDialog
          session={session}
          snapshot={snapshot}
          onClose={() => setDialog(null)}
          onFrozen={() => {
            setDialog(null);
            setMode('revision');
          }}
        />
      )}
      {dialog === 'export' && (
        <ExportDialog session={session} snapshot={snapshot} platform={platform} onClose={() => setDialog(null)} />
      )}
      {dialog === 'share' && (
        <ShareDialog session={session} snapshot={snapshot} platform={platform} onClose={() => setDialog(null)} />
      )}
      {dialog === 'find' && (
        <FindDialog
          blocks={shownBlocks}
          onClose={() => setDialog(null)}
          onGo={(block) => {
            setDialog(null);
            go(block);
          }}
        />
      )}
      {dialog === 'help' && <HelpDialog onClose={() => setDialog(null)} onLanguage={onLanguage} />}
      {proposing !== null && newest && (
        <ProposeDialog
          session={session}
          revision={newest}
          block={proposing}
          proposerName={snapshot.me.name}
          onClose={() => {
            setProposing(null);
            setTab('amendments');
          }}
        />
      )}
    </div>
  );
}

/** F6: from the chapters to the text to the panel and round again. */
function focusNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + (backwards ? -1 : 1) + regions.length) % regions.length];
  const target = next?.querySelector<HTMLElement>(
    '[contenteditable="true"], [role="grid"], [role="tab"][aria-selected="true"]',
  );
  (target ?? next)?.focus();
}
