import { Download, House, PanelLeft, PanelRight, Search, Share2, Snowflake } from 'lucide-react';
import { phases, type Phase } from '#shared/domain/phases';
import { useStrings } from '../i18n/language';
import type { SessionSnapshot } from '../session';
import { Button } from '../ui/Button';
import { Toggles } from '../ui/Toggles';
import { People } from './People';
import type { FoldablePanel } from './useFoldedPanels';
import type { Following } from './useFollowing';

export const modes = ['draft', 'revision', 'compare', 'voting'] as const;
export type Mode = (typeof modes)[number];
export type OpenDialog = 'conflicts' | 'freeze' | 'export' | 'share' | 'palette' | 'typography' | 'sources' | 'help';

interface TopBarProps {
  readonly snapshot: SessionSnapshot;
  /** Name of the newest revision, or `null`. */
  readonly newestName: string | null;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly onPhase: (phase: Phase) => void;
  readonly onDialog: (dialog: OpenDialog) => void;
  /** Back to the three doors; what was written stays kept. */
  readonly onLeave: () => void;
  readonly following: Following;
  readonly folded: readonly FoldablePanel[];
  readonly onFold: (panel: FoldablePanel, isFolded: boolean) => void;
}

/** Which programme this is, where it stands, how it is looked at, and the steps that concern all of it. */
export function TopBar({
  snapshot,
  newestName,
  mode,
  onMode,
  onPhase,
  onDialog,
  onLeave,
  following,
  folded,
  onFold,
}: TopBarProps) {
  const strings = useStrings();
  const isSecretariat = snapshot.me.role === 'secretariat';
  const views: Readonly<Record<Mode, string>> = {
    draft: strings.frame.draft,
    revision: newestName ?? strings.frame.revision,
    compare: strings.frame.compare,
    voting: strings.frame.voting,
  };
  return (
    <header className="topbar">
      <div className="topbar__title">
        <Button look="quiet" aria-label={strings.frame.home} onPress={onLeave}>
          <House size={16} aria-hidden />
        </Button>
        <FoldButton panel="outline" folded={folded} onFold={onFold} />
        <h1 title={snapshot.title}>{snapshot.title || strings.frame.programme}</h1>
        <label className="phase">
          <span className="visually-hidden">{strings.frame.phase}</span>
          <select
            value={snapshot.register.phase}
            disabled={!isSecretariat}
            onChange={(event) => {
              const phase = phases.find((one) => one === event.target.value);
              if (phase) onPhase(phase);
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
        options={modes.map((key) => ({ key, text: views[key] }))}
        selected={mode}
        onSelect={onMode}
      />
      <div className="topbar__actions">
        <People peers={snapshot.peers} views={views} followed={following.followed} onFollow={following.follow} />
        <Button look="quiet" onPress={() => onDialog('palette')}>
          <Search size={15} aria-hidden /> {strings.frame.search}
        </Button>
        <Button onPress={() => onDialog('freeze')} isDisabled={!isSecretariat}>
          <Snowflake size={15} aria-hidden /> {strings.frame.freeze}
        </Button>
        <Button onPress={() => onDialog('export')}>
          <Download size={15} aria-hidden /> {strings.frame.export}
        </Button>
        <Button onPress={() => onDialog('share')}>
          <Share2 size={15} aria-hidden /> {strings.frame.share}
        </Button>
        <FoldButton panel="panel" folded={folded} onFold={onFold} />
      </div>
    </header>
  );
}

interface FoldButtonProps extends Pick<TopBarProps, 'folded' | 'onFold'> {
  readonly panel: FoldablePanel;
}

/** Folds a side panel away, or back, to give the text its room. */
function FoldButton({ panel, folded, onFold }: FoldButtonProps) {
  const strings = useStrings();
  const isFolded = folded.includes(panel);
  const Icon = panel === 'outline' ? PanelLeft : PanelRight;
  return (
    <Button
      look="quiet"
      aria-label={strings.frame[panel]}
      aria-expanded={!isFolded}
      onPress={() => onFold(panel, !isFolded)}
    >
      <Icon size={16} aria-hidden />
    </Button>
  );
}
