import type { ReactNode } from 'react';
import { blockKinds } from '#shared/domain/block';
import { isNumbered, LONGEST_NUMBER, type ReviewBlock } from '#shared/import';
import { useStrings } from '../../i18n/language';
import { kindKeys, type KeyAction } from './reviewKeys';

interface ReviewToolsProps {
  readonly block: ReviewBlock | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly doubtsLeft: number;
  readonly onAction: (action: KeyAction) => void;
  readonly onNumber: (number: string) => void;
  /** Leaves the field for the number, back to the text. */
  readonly onNumberDone: () => void;
  readonly numberField: React.RefObject<HTMLInputElement | null>;
}

/** Everything that can be done to the chosen part, each with the key that does it too. */
export function ReviewTools(props: ReviewToolsProps) {
  const { block, canUndo, canRedo, doubtsLeft, onAction, onNumber, onNumberDone, numberField } = props;
  const words = useStrings().importing;
  return (
    <div className="import__tools" role="toolbar" aria-label={words.tools}>
      <div className="toolgroup" role="group" aria-label={words.kindLabel}>
        {blockKinds.map((kind) => (
          <Tool
            key={kind}
            hint={kindKeys[kind]}
            pressed={block?.kind === kind}
            disabled={block === null}
            onPress={() => onAction({ type: 'kind', kind })}
          >
            {words.kinds[kind]}
          </Tool>
        ))}
      </div>
      <div className="toolgroup">
        <label className="toolfield">
          {words.level}
          <select
            value={block?.level ?? ''}
            disabled={block?.kind !== 'heading'}
            onChange={(event) => onAction({ type: 'kind', kind: 'heading', level: Number(event.target.value) })}
          >
            {block?.kind !== 'heading' && <option value="">–</option>}
            {[1, 2, 3, 4, 5, 6].map((level) => (
              <option key={level} value={level}>
                {level}
              </option>
            ))}
          </select>
          <kbd>1–6</kbd>
        </label>
        <label className="toolfield">
          {words.number}
          <input
            key={`${block?.id ?? ''} ${block?.number ?? ''}`}
            ref={numberField}
            defaultValue={block?.number ?? ''}
            maxLength={LONGEST_NUMBER}
            disabled={block === null || !isNumbered(block.kind)}
            onBlur={(event) => {
              if (event.target.value !== (block?.number ?? '')) onNumber(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              if (event.key === 'Escape') event.currentTarget.value = block?.number ?? '';
              onNumberDone();
            }}
          />
          <kbd>N</kbd>
        </label>
      </div>
      <div className="toolgroup">
        <Tool hint={words.keys.backspace} disabled={block === null} onPress={() => onAction({ type: 'join' })}>
          {words.join}
        </Tool>
        <Tool hint={words.keys.enter} disabled={block === null} onPress={() => onAction({ type: 'split' })}>
          {words.split}
        </Tool>
        <Tool hint={words.keys.delete} disabled={block === null} onPress={() => onAction({ type: 'toggle' })}>
          {block?.leftOut === true ? words.takeIn : words.leaveOut}
        </Tool>
      </div>
      <div className="toolgroup">
        <Tool hint={words.keys.space} disabled={block === null} onPress={() => onAction({ type: 'look' })}>
          {words.right}
        </Tool>
        <Tool hint="F8" disabled={doubtsLeft === 0} onPress={() => onAction({ type: 'nextDoubt' })}>
          {words.nextDoubt}
        </Tool>
      </div>
      <div className="toolgroup">
        <Tool hint="Ctrl + Z" disabled={!canUndo} onPress={() => onAction({ type: 'undo' })}>
          {words.undo}
        </Tool>
        <Tool hint="Ctrl + Y" disabled={!canRedo} onPress={() => onAction({ type: 'redo' })}>
          {words.redo}
        </Tool>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly hint: string;
  readonly pressed?: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A click on a tool leaves the focus in the text, so that the keys go on there. */
function Tool({ hint, pressed, disabled, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-pressed={pressed}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children} <kbd>{hint}</kbd>
    </button>
  );
}
