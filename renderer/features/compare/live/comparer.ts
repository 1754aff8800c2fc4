import type { Language } from '#shared/core/failure';
import { quietFindings, type QuietFinding } from '#shared/comparison';
import { alignBlocks, updateAlignment, type Alignment, type BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { applyEdit, editBetween, type ListEdit } from './listEdit';

/** A change with what an inattentive reader would miss in it. */
export interface ToldChange {
  readonly change: BlockChange;
  readonly quiet: readonly QuietFinding[];
}

/** What the window asks: first both texts, then what became of the later one. `turn` numbers the questions. */
export type Question =
  | {
      readonly kind: 'start';
      readonly turn: number;
      readonly base: readonly Block[];
      readonly current: readonly Block[];
      /** The language of the texts. */
      readonly language: Language;
    }
  | { readonly kind: 'follow'; readonly turn: number; readonly edit: ListEdit<Block> };

/** What has changed of the answer since the one before. */
export interface Answer {
  /** The question it answers; an answer that is thought over later has the turn of the question before. */
  readonly turn: number;
  readonly edit: ListEdit<ToldChange>;
  readonly exact: boolean;
}

/** A whole comparison is thought over again when nothing was typed for so long, and so many times what it costs. */
const REST_MS = 400;
const REST_SHARE = 10;

const sameChange = (a: BlockChange, b: BlockChange): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.moved === b.moved &&
    a.retyped === b.retyped &&
    a.byHand === b.byHand &&
    a.base.join() === b.base.join() &&
    a.current.join() === b.current.join() &&
    a.tokens.length === b.tokens.length &&
    a.tokens.every(([sign, text], index) => b.tokens[index]?.[0] === sign && b.tokens[index][1] === text));

const sameTold = (a: ToldChange, b: ToldChange): boolean => a === b || sameChange(a.change, b.change);

export interface ComparerSurroundings {
  readonly answer: (answer: Answer) => void;
  /** Milliseconds, only to tell how long something took. */
  readonly now: () => number;
  /** Does something when nothing else has been asked for so long; returns the way to call it off. */
  readonly later: (act: () => void, ms: number) => () => void;
}

/**
 * Compares two texts beside the window's thread and keeps the comparison in step with the typing: what was typed in is compared at once, and
 * the whole anew when the writer rests, since `updateAlignment` does not reconsider what a block comes from.
 */
export function createComparer({ answer, now, later }: ComparerSurroundings): (question: Question) => void {
  let language: Language = 'nb';
  let base: readonly Block[] = [];
  let current: readonly Block[] = [];
  let alignment: Alignment = { changes: [], exact: true };
  let told: readonly ToldChange[] = [];
  let turn = 0;
  let cost = 0;
  let callOff = (): void => undefined;

  const alignAll = (): Alignment => {
    const started = now();
    const aligned = alignBlocks(base, current);
    cost = now() - started;
    return aligned;
  };
  const tell = (next: Alignment, isAnswer: boolean): void => {
    const nextTold = next.changes.map((change, index): ToldChange => {
      const former = told[index];
      return former?.change === change ? former : { change, quiet: quietFindings(change, language) };
    });
    const edit = editBetween(told, nextTold, sameTold);
    const isSame = edit.kind === 'set' && edit.items.length === 0;
    // What is the same stays the same object, here as in the window.
    told = applyEdit(told, edit);
    alignment = { ...next, changes: told.map(({ change }) => change) };
    if (isAnswer || !isSame) answer({ turn, edit, exact: next.exact });
  };
  const rest = (): void => {
    callOff();
    callOff = later(() => tell(alignAll(), false), Math.max(REST_MS, REST_SHARE * cost));
  };

  return (question) => {
    callOff();
    turn = question.turn;
    if (question.kind === 'start') {
      ({ base, current, language } = question);
      told = [];
      tell(alignAll(), true);
      return;
    }
    const former = current;
    current = applyEdit(former, question.edit);
    const isTyping = former.length === current.length && current.every(({ id }, index) => id === former[index]?.id);
    if (isTyping) {
      const changed = new Set(current.filter((block, index) => block !== former[index]).map(({ id }) => id));
      tell(updateAlignment(alignment, base, former, current, changed), true);
      if (changed.size > 0) rest();
    } else tell(alignAll(), true);
  };
}
