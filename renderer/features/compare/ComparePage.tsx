import { X } from 'lucide-react';
import type { BlockId } from '#shared/core/ids';
import { describeSummary } from '#shared/diff';
import type { Platform } from '#shared/ipc/platform';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { Toggles } from '../../ui/Toggles';
import { Notice } from '../../ui/Notice';
import { AccountView } from './AccountView';
import { ComparingState } from './ComparingState';
import type { Comparing } from './live/useLiveComparison';
import { OverviewView } from './OverviewView';
import { QuietView } from './QuietView';
import { Synopsis } from './Synopsis';
import type { ComparedText, ComparedTexts } from './useComparedTexts';

const compareViews = ['synopsis', 'overview', 'account', 'quiet'] as const;
export type CompareView = (typeof compareViews)[number];

export interface ComparePageProps {
  readonly session: ProgrammeSession;
  readonly platform: Platform;
  readonly compared: ComparedTexts;
  readonly comparing: Comparing;
  readonly view: CompareView;
  readonly onView: (view: CompareView) => void;
  readonly mayRemark: boolean;
  readonly onGo: (block: BlockId) => void;
}

/** Two texts held against each other, in the four ways one asks of it: row by row, at one look, in words, and what one would miss. */
export function ComparePage(props: ComparePageProps) {
  const { compared, comparing, view, onView } = props;
  const strings = useStrings();
  const language = useLanguage();
  const { from, to, problem } = compared;
  const { comparison } = comparing;
  return (
    <div className="compare-page">
      <div className="compare-page__head">
        <Choice side="from" label={strings.comparing.from} compared={compared} selected={from} />
        <Choice side="to" label={strings.comparing.to} compared={compared} selected={to} />
        <Button onPress={() => void compared.openOther()}>{strings.comparing.openOther}</Button>
        {compared.texts
          .filter(({ kind }) => kind === 'opened')
          .map(({ key, name }) => (
            <span key={key} className="compare-page__opened">
              {name}
              <Button
                look="quiet"
                aria-label={strings.comparing.closeOther(name)}
                onPress={() => compared.closeOther(key)}
              >
                <X size={13} aria-hidden />
              </Button>
            </span>
          ))}
        <span className="stage__spacer" />
        <Toggles
          label={strings.comparing.views.label}
          options={compareViews.map((key) => ({ key, text: strings.comparing.views[key] }))}
          selected={view}
          onSelect={onView}
        />
      </div>
      {problem !== null && <Notice problem>{problem}</Notice>}
      <ComparingState comparing={comparing} />
      {from === null && (
        <p className="empty">{compared.texts.length > 1 ? strings.comparing.sameText : strings.comparing.needsTwo}</p>
      )}
      {from && comparison && (
        <>
          {view !== 'account' && (
            <p className="changes__summary" role="status">
              {describeSummary(comparison.summary, language)}
            </p>
          )}
          <Chosen {...props} from={from} />
        </>
      )}
    </div>
  );
}

function Chosen({
  session,
  platform,
  compared,
  comparing,
  view,
  mayRemark,
  onGo,
  from,
}: ComparePageProps & { readonly from: ComparedText }) {
  const { comparison } = comparing;
  const { to } = compared;
  if (!comparison) return null;
  const go = to.kind === 'draft' ? onGo : null;
  switch (view) {
    case 'synopsis':
      return (
        <Synopsis
          session={session}
          comparison={comparison}
          baseName={from.name}
          currentName={to.name}
          mayRemark={mayRemark}
          onGo={go}
        />
      );
    case 'overview':
      return <Periods compared={compared} from={from} platform={platform} onGo={go} />;
    case 'account':
      return <AccountView comparison={comparison} onGo={go} />;
    case 'quiet':
      return <QuietView comparison={comparison} onGo={go} />;
  }
}

interface PeriodsProps extends Pick<ComparePageProps, 'compared' | 'platform'> {
  readonly from: ComparedText;
  readonly onGo: ((block: BlockId) => void) | null;
}

const isEarlier = (kind: ComparedText['kind']): boolean => kind === 'opened' || kind === 'period';

/** The chosen two, and every other programme that was opened, side by side in time. */
function Periods({ compared, from, platform, onGo }: PeriodsProps) {
  const { to, texts: known } = compared;
  const others = known.filter(({ key, kind }) => isEarlier(kind) && key !== from.key && key !== to.key);
  const baseline = known.filter(
    ({ key, kind }) => kind === 'baseline' && key !== from.key && key !== to.key && isEarlier(from.kind),
  );
  const chain = known.filter((text) => text === from || others.includes(text) || baseline.includes(text));
  return <OverviewView texts={[...chain, to]} platform={platform} onGo={onGo} />;
}

interface ChoiceProps {
  readonly side: 'from' | 'to';
  readonly label: string;
  readonly compared: ComparedTexts;
  readonly selected: ComparedText | null;
}

function Choice({ side, label, compared, selected }: ChoiceProps) {
  return (
    <label className="compare-page__choice">
      <span>{label}</span>
      <select value={selected?.key ?? ''} onChange={({ target }) => compared.choose(side, target.value)}>
        {selected === null && <option value="">–</option>}
        {compared.texts.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
