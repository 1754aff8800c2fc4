import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Standing } from '#shared/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
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

/** What there is to say about the block in focus, or about the whole programme. */
export function SidePanel(props: SidePanelProps) {
  const { session, snapshot, platform, commenting, standings, tab, onTab, focusBlock, openAmendment, onOpenAmendment } =
    props;
  const strings = useStrings();
  const count = snapshot.register.amendments.size;
  return (
    <Tabs
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = panelTabs.find((one) => one === key);
        if (chosen) onTab(chosen);
      }}
    >
      <TabList className="tabs" aria-label={strings.frame.panel}>
        <Tab className="tab" id="changes">
          {strings.changes.tab}
        </Tab>
        <Tab className="tab" id="amendments">
          {strings.amendments.tab} {count > 0 && <span className="tab__count">{count}</span>}
        </Tab>
        <Tab className="tab" id="comments">
          {strings.comments.tab}{' '}
          {commenting.openCount > 0 && <span className="tab__count">{commenting.openCount}</span>}
        </Tab>
        <Tab className="tab" id="history">
          {strings.history.tab}
        </Tab>
      </TabList>
      <TabPanel id="changes" className="tabpanel">
        <LineageCard
          session={session}
          comparison={props.comparing.comparison}
          block={focusBlock}
          canWrite={snapshot.me.role === 'secretariat' || snapshot.me.role === 'editor'}
        />
        <ReuseCard
          session={session}
          blocks={snapshot.blocks}
          reuse={props.reuse}
          hasSources={snapshot.sources.length > 0}
          block={focusBlock}
          canWrite={snapshot.me.role === 'secretariat' || snapshot.me.role === 'editor'}
          onSources={props.onSources}
        />
        <ChangesPanel
          comparing={props.comparing}
          plans={snapshot.plans}
          focusBlock={focusBlock}
          onGo={props.onGoInDraft}
          filter={props.filter}
          onFilter={props.onFilter}
        />
      </TabPanel>
      <TabPanel id="amendments" className="tabpanel">
        <AmendmentsPanel
          session={session}
          snapshot={snapshot}
          platform={platform}
          standings={standings}
          newest={props.newest}
          selected={openAmendment}
          onSelect={onOpenAmendment}
          onGo={props.onGoInRevision}
        />
      </TabPanel>
      <TabPanel id="comments" className="tabpanel">
        <CommentsPanel session={session} snapshot={snapshot} focusBlock={focusBlock} commenting={commenting} />
      </TabPanel>
      <TabPanel id="history" className="tabpanel">
        <HistoryPanel
          session={session}
          snapshot={snapshot}
          focusBlock={focusBlock}
          canWrite={commenting.canWrite}
          keptOut={props.keptOut}
        />
      </TabPanel>
    </Tabs>
  );
}
