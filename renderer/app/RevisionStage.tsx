import { useCallback, useMemo, useState } from 'react';
import { asRecommended } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { RevisionPage } from '../features/revision';
import { useStrings } from '../i18n/language';
import { Toggles } from '../ui/Toggles';
import { NoRevision } from './NoRevision';
import type { ProgrammeView } from './programmeView';
import { windowSources } from './sources';

interface RevisionStageProps {
  readonly view: ProgrammeView;
  readonly shown: Revision | null;
  readonly onChoose: (revision: Revision) => void;
  /** Those to show at `shown`, as they stand there. */
  readonly amendments: readonly Amendment[];
  readonly amendmentsAt: ReadonlyMap<BlockId, readonly Amendment[]>;
  readonly focusBlock: BlockId | null;
  readonly onFocusBlock: (block: BlockId) => void;
  /** `null` for who may not file amendments. */
  readonly onPropose: ((block: BlockId) => void) | null;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
  /** `null` for who may not freeze. */
  readonly onFreeze: (() => void) | null;
}

/** A frozen revision to read and to propose changes to; or, before there is one, how to make it. */
export function RevisionStage(props: RevisionStageProps) {
  const { view, shown, onChoose, amendments, amendmentsAt, focusBlock, onFocusBlock, onPropose } = props;
  const { onOpenAmendment, onFreeze } = props;
  const strings = useStrings();
  const open = useCallback(({ id }: Amendment) => onOpenAmendment(id), [onOpenAmendment]);
  const [readAs, setReadAs] = useState<'frozen' | 'recommended'>('frozen');
  const recommended = useMemo(
    () => (shown && readAs === 'recommended' ? asRecommended(shown, amendments, windowSources.ids) : null),
    [amendments, readAs, shown],
  );

  if (!shown) return <NoRevision onFreeze={onFreeze} />;

  const isNewest = shown.id === view.newest?.id;
  return (
    <>
      <div className="stage__tools">
        <label>
          {strings.frame.chooseRevision}{' '}
          <select
            value={shown.id}
            onChange={(event) => {
              const chosen = view.revisions.find(({ id }) => id === event.target.value);
              if (chosen) onChoose(chosen);
            }}
          >
            {view.revisions.map(({ id, name }) => (
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
      {!isNewest && view.newest && (
        <p className="notice stage__older">
          {strings.filing.olderVersion(view.newest.name)}{' '}
          <button type="button" className="link" onClick={() => view.newest && onChoose(view.newest)}>
            {strings.filing.showVersion(view.newest.name)}
          </button>
        </p>
      )}
      <RevisionPage
        blocks={recommended ?? shown.blocks}
        revision={shown.id}
        lineSettings={shown.lineSettings}
        amendmentsAt={amendmentsAt}
        focusBlock={focusBlock}
        onFocusBlock={onFocusBlock}
        onPropose={isNewest && !recommended ? onPropose : null}
        onOpenAmendment={open}
      />
    </>
  );
}
