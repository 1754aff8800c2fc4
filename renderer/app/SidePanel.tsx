import { createContext, useContext, useDeferredValue, type ReactNode } from 'react';
import type { Standing } from '#shared/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import { invariant } from '#shared/core/invariant';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import { AmendmentsPanel } from '../features/amendments';
import { CommentsPanel, type Commenting } from '../features/comments';
import { ChangesPanel, type ChangeFilter, type Comparing } from '../features/compare';
import type { KeptOut } from '../features/editor';
import { HistoryPanel } from '../features/history';
import { LineageCard, ReuseCard, type ReuseView } from '../features/lineage';
import { useStrings } from '../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../session';
import { Tabs } from '../ui/Tabs';

export const panelTabs = ['changes', 'amendments', 'comments', 'history'] as const;
export type PanelTab = (typeof panelTabs)[number];

interface SidePanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly comparing: Comparing;
  readonly filter: ChangeFilter;
  readonly onFilter: (filter: ChangeFilter) => void;
  /** Which sentences come from the sources; `null` where there are none, or it is not known yet. */
  readonly reuse: ReuseView | null;
  readonly onSources: () => void;
  readonly commenting: Commenting;
  readonly keptOut: KeptOut;
  /** Against `newest`. */
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly newest: Revision | null;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly focusBlock: BlockId | null;
  readonly openAmendment: AmendmentId | null;
  readonly onOpenAmendment: (amendment: AmendmentId | null) => void;
  readonly onGoInDraft: (block: BlockId) => void;
  readonly onGoInRevision: (block: BlockId, amendment: AmendmentId) => void;
}

const Panel = createContext<SidePanelProps | null>(null);

function usePanel(): SidePanelProps {
  const props = useContext(Panel);
  invariant(props, 'a tab stands in the side panel');
  return props;
}

const views: Readonly<Record<PanelTab, () => ReactNode>> = {
  changes: Changes,
  amendments: Amendments,
  comments: Comments,
  history: History,
};

/** What there is to say about the block in focus, or about the whole programme. */
export function SidePanel(props: SidePanelProps) {
  const strings = useStrings();
  const View = views[props.tab];
  const counted = (name: string, count: number): ReactNode => (
    <>
      {name} {count > 0 && <span className="tab__count">{count}</span>}
    </>
  );
  return (
    <Tabs
      label={strings.frame.panel}
      tabs={[
        { key: 'changes', name: strings.changes.tab },
        { key: 'amendments', name: counted(strings.amendments.tab, props.snapshot.register.amendments.size) },
        { key: 'comments', name: counted(strings.comments.tab, props.commenting.openCount) },
        { key: 'history', name: strings.history.tab },
      ]}
      selected={props.tab}
      onSelect={props.onTab}
    >
      <Panel value={props}>
        <View />
      </Panel>
    </Tabs>
  );
}

function Changes() {
  const { session, snapshot, comparing, reuse, onSources, focusBlock, onGoInDraft, filter, onFilter, commenting } =
    usePanel();
  const { canWrite } = commenting;
  return (
    <>
      <LineageCard session={session} comparison={comparing.comparison} block={focusBlock} canWrite={canWrite} />
      <ReuseCard
        session={session}
        blocks={snapshot.blocks}
        reuse={reuse}
        hasSources={snapshot.sources.length > 0}
        block={focusBlock}
        canWrite={canWrite}
        onSources={onSources}
      />
      <ChangesPanel
        comparing={comparing}
        plans={snapshot.plans}
        focusBlock={focusBlock}
        onGo={onGoInDraft}
        filter={filter}
        onFilter={onFilter}
      />
    </>
  );
}

/** A frame behind, drawn in slices that any key interrupts: there may be hundreds. */
function Amendments() {
  const shown = useDeferredValue<SidePanelProps | null>(usePanel(), null);
  if (!shown) return null;
  const { session, snapshot, platform, standings, newest, openAmendment, onOpenAmendment, onGoInRevision } = shown;
  return (
    <AmendmentsPanel
      session={session}
      snapshot={snapshot}
      platform={platform}
      standings={standings}
      newest={newest}
      selected={openAmendment}
      onSelect={onOpenAmendment}
      onGo={onGoInRevision}
    />
  );
}

function Comments() {
  const { session, snapshot, focusBlock, commenting } = usePanel();
  return <CommentsPanel session={session} snapshot={snapshot} focusBlock={focusBlock} commenting={commenting} />;
}

function History() {
  const { session, snapshot, focusBlock, commenting, keptOut } = usePanel();
  return (
    <HistoryPanel
      session={session}
      snapshot={snapshot}
      focusBlock={focusBlock}
      canWrite={commenting.canWrite}
      keptOut={keptOut}
    />
  );
}
