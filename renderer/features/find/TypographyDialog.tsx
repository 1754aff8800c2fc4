import { useMemo, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import {
  typographyChangesIn,
  typographyRules,
  type TypographyChange,
  type TypographyRule,
} from '#shared/domain/typography';
import { useLanguage, useStrings } from '../../i18n/language';
import type { KeptOut } from '../editor';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { excerptAfter, excerptBefore } from './excerpt';

/** A change of one place in the text. */
interface PlacedText {
  readonly block: BlockId;
  readonly rangeInText: Range;
  readonly text: string;
}

interface Found extends TypographyChange {
  readonly block: Block;
  readonly index: number;
}

interface TypographyDialogProps {
  readonly blocks: readonly Block[];
  readonly keptOut: KeptOut;
  /** Makes all of it one step of undo. In the order of the text. */
  readonly onChange: (changes: readonly PlacedText[]) => void;
  readonly onClose: () => void;
}

/** So many examples of each rule; the count says how many there are. */
const SHOWN = 4;

/** What would be seen only as a space is shown as a sign: a no-break space cannot be told from another. */
const visible = (text: string): string => text.replaceAll('\u00a0', '\u237d').replaceAll(' ', '\u2423');

/** Spaces that hold together and dashes in place of hyphens: what each rule would change, and only the rules that one chooses. */
export function TypographyDialog({ blocks, keptOut, onChange, onClose }: TypographyDialogProps) {
  const strings = useStrings();
  const words = strings.typography;
  const language = useLanguage();
  const places = useMemo(() => gazetteerOf(blocks), [blocks]);
  const all = useMemo(
    () =>
      blocks.flatMap((block, index): Found[] =>
        typographyChangesIn(block).map((change) => ({ ...change, block, index })),
      ),
    [blocks],
  );
  const found = all.filter(({ block }) => keptOut(block.id) === null);
  const locked = all.length - found.length;
  const [left, setLeft] = useState<ReadonlySet<TypographyRule>>(new Set());
  const chosen = found.filter(({ rule }) => !left.has(rule));
  const toggle = (rule: TypographyRule): void => {
    const next = new Set(left);
    if (!next.delete(rule)) next.add(rule);
    setLeft(next);
  };
  const present = typographyRules.filter((rule) => found.some((one) => one.rule === rule));
  return (
    <Dialog title={words.title} wide onClose={onClose}>
      {(found.length > 0 || locked === 0) && (
        <p className="field__hint">{found.length === 0 ? words.none : words.intro}</p>
      )}
      {locked > 0 && <p className="field__hint">{words.locked(locked)}</p>}
      <div className="typography" tabIndex={0} role="group" aria-label={words.title}>
        {present.map((rule) => {
          const own = found.filter((one) => one.rule === rule);
          return (
            <section key={rule} className="typography__rule">
              <label>
                <input type="checkbox" checked={!left.has(rule)} onChange={() => toggle(rule)} /> {words.rules[rule]}{' '}
                <span className="typography__count">{words.places(own.length)}</span>
              </label>
              <ul>
                {own.slice(0, SHOWN).map(({ block, index, rangeInText: { start, end }, replacement }) => (
                  <li key={`${block.id} ${start}`}>
                    <span className="card__place">{describePlace(places.placeOf(index), null, language)}</span>{' '}
                    {excerptBefore(block.text, start)}
                    {end > start && <del className="mark">{visible(block.text.slice(start, end))}</del>}
                    <ins className="mark">{visible(replacement)}</ins>
                    {excerptAfter(block.text, end)}
                  </li>
                ))}
              </ul>
              {own.length > SHOWN && <p className="field__hint">{words.more(own.length - SHOWN)}</p>}
            </section>
          );
        })}
      </div>
      <div className="dialog__actions">
        <Button onPress={onClose}>{found.length === 0 ? strings.app.close : strings.app.cancel}</Button>
        {found.length > 0 && (
          <Button
            look="primary"
            isDisabled={chosen.length === 0}
            onPress={() => {
              onChange(
                chosen.map(({ block, rangeInText, replacement }) => ({
                  block: block.id,
                  rangeInText,
                  text: replacement,
                })),
              );
              onClose();
            }}
          >
            {words.change(chosen.length)}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
