import { memo, useRef, type DragEvent, type KeyboardEvent } from 'react';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { recommendedChanges, type Standing, type VotingItem } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import type { VoteRule } from '#shared/voting';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { useNear } from '../../ui/useNear';
import { AmendmentState, ChangeText, ConflictNote, StandingTag, ToldChange } from '../amendments';
import type { Written } from './ballot';
import { BallotFields } from './BallotFields';

/** What the chair can do with a row. The same object for all rows, so that one row's typing draws no other. */
export interface RowActions {
  readonly open: (amendment: AmendmentId) => void;
  readonly write: (amendment: AmendmentId, change: Partial<Written>) => void;
  readonly move: (amendment: AmendmentId, by: -1 | 1) => void;
  readonly drop: (amendment: AmendmentId, onto: AmendmentId) => void;
  /** Puts them to the vote, by a rule of their own or the programme's (`null`). */
  readonly put: (amendments: readonly AmendmentId[], rule: VoteRule | null) => void;
  readonly chooseRule: (amendment: AmendmentId) => void;
  readonly askSeparate: (amendment: AmendmentId, separate: boolean) => void;
}

interface PlanRowProps {
  readonly item: VotingItem;
  /** From 1, in the whole order, whatever is shown of it. */
  readonly position: number;
  readonly amendment: Amendment;
  /** The one of the item whose recommendation is that of all. */
  readonly advised: Amendment;
  readonly title: string;
  readonly standing: Standing | undefined;
  readonly newest: Revision;
  /** Where the paper in everybody's hands has it, when that is elsewhere. */
  readonly filedPlace: string;
  readonly explanation: string;
  readonly problems: string;
  readonly relations: readonly string[];
  /** `null` for who may not decide. */
  readonly written: Written | null;
  readonly rule: VoteRule;
  readonly isOpened: boolean;
  readonly isSeparate: boolean;
  /** `null` for who may not ask. */
  readonly mayAskSeparate: boolean;
  /** Whole whether it is on the screen or not. */
  readonly isWhole: boolean;
  readonly actions: RowActions;
}

const DRAGGED = 'application/x-programrevisjon-item';

/** One item of the chair's list. Far from the screen it is its heading alone. */
export const PlanRow = memo(function PlanRow(props: PlanRowProps) {
  const { item, amendment, title, standing, newest, explanation, problems, relations, written, rule, actions } = props;
  const strings = useStrings();
  const words = strings.deciding.plan;
  const { id } = amendment;
  const told = standing?.revision ?? null;
  const mayDecide = written !== null;
  const changed = recommendedChanges(props.advised);
  const base = standing?.state === 'untouched' ? told : null;
  const row = useRef<HTMLLIElement>(null);
  const isNear = useNear(row, props.isWhole || props.isOpened);

  const moveByKey = (event: KeyboardEvent) => {
    if (!mayDecide || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    actions.move(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  const drop = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(DRAGGED);
    if (dragged === '') return;
    event.preventDefault();
    actions.drop(dragged as AmendmentId, id);
  };

  return (
    <li
      ref={row}
      className="voting__item"
      data-nr={props.position}
      data-unplaced={item.unplaced || undefined}
      data-opened={props.isOpened || undefined}
      data-problem={problems !== '' || undefined}
      aria-label={title}
      onKeyDown={moveByKey}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={drop}
    >
      <div className="voting__text">
        <div className="card__head">
          {mayDecide && isNear && (
            <span
              className="voting__grip"
              draggable
              title={words.drag}
              onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
            >
              <GripVertical size={15} aria-hidden />
            </span>
          )}
          <button type="button" className="link" onClick={() => actions.open(id)}>
            {title}
          </button>
          <span className="field__hint">
            {item.place}
            {props.filedPlace === '' ? '' : ` · ${words.onPaper(props.filedPlace)}`}
          </span>
          <AmendmentState amendment={amendment} />
          <StandingTag amendment={amendment} standing={standing} newest={newest} />
          {props.isSeparate && <span className="tag tag--conflict">{words.separate}</span>}
        </div>
        {item.unplaced && <p className="voting__problem">{strings.voting.unplaced}</p>}
        {isNear && standing && <ConflictNote standing={standing} />}
        {isNear &&
          told &&
          standing?.wording.changes.map((change, index) => (
            <p key={index} className="preview__text">
              <ToldChange revision={told} change={change} />
            </p>
          ))}
        {isNear && changed && base && (
          <div className="voting__changed">
            <h4>{words.changedText}</h4>
            {changed.map((change, index) => (
              <p key={index} className="preview__text">
                <ChangeText revision={base} change={change} />
              </p>
            ))}
          </div>
        )}
        {isNear && <p className="voting__why">{explanation}</p>}
        {isNear && written !== null && written.despite !== '' && (
          <p className="voting__problem">
            {words.despiteNote(written.despite)}{' '}
            <Button look="quiet" onPress={() => actions.write(id, { despite: '' })}>
              {words.despiteUndo}
            </Button>
          </p>
        )}
        {problems !== '' && <p className="voting__problem">{problems}</p>}
        {isNear && relations.length > 0 && (
          <p className="voting__relations">
            {relations.map((relation) => (
              <span key={relation}>{relation}</span>
            ))}
          </p>
        )}
      </div>
      {isNear && written && (
        <BallotFields
          written={written}
          rule={rule}
          hasChangedText={changed !== null}
          onChooseRule={() => actions.chooseRule(id)}
          onWrite={(change) => actions.write(id, change)}
        />
      )}
      {isNear && (
        <div className="voting__actions">
          {written && !item.unplaced && (
            <Button look="quiet" onPress={() => actions.put(item.amendments, written.rule)}>
              {props.isOpened ? words.isOpened : words.put}
            </Button>
          )}
          {props.mayAskSeparate && (
            <Button look="quiet" onPress={() => actions.askSeparate(id, !props.isSeparate)}>
              {props.isSeparate ? words.joinEnBloc : words.askSeparate}
            </Button>
          )}
          {mayDecide && (
            <span className="voting__move">
              <Button
                look="quiet"
                aria-label={`${strings.voting.moveUp}: ${title}`}
                onPress={() => actions.move(id, -1)}
              >
                <ArrowUp size={15} aria-hidden />
              </Button>
              <Button
                look="quiet"
                aria-label={`${strings.voting.moveDown}: ${title}`}
                onPress={() => actions.move(id, 1)}
              >
                <ArrowDown size={15} aria-hidden />
              </Button>
            </span>
          )}
        </div>
      )}
    </li>
  );
});
