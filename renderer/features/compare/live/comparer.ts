import type { Language } from '#shared/core/failure';
import { quietFindings, sentenceMovesOf, type QuietFinding, type SentenceMove } from '#shared/comparison';
import { alignBlocks, changesByBlock, recompareTyped, type Alignment, type BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { sameLinks } from '#shared/domain/lineage';
import { sizeOf, type ChangeSize } from '../changeSize';
import { applyEdit, editBetween, editInParts, type ListEdit } from './listEdit';

/** A change with what an inattentive reader would miss in it. */
export interface ToldChange {
  readonly change: BlockChange;
  readonly size: ChangeSize;
  readonly quiet: readonly QuietFinding[];
  /** Sentences that came from, or went to, other changes, as of when the whole was last compared; none where it was typed in since. */
  readonly sentences: readonly SentenceMove[];
}

/** What the window asks: first both texts, then what became of the later one. `turn` numbers the questions; one with `isPart` is answered when its last part is there. */
export type Question =
  | {
      readonly kind: 'start';
      readonly turn: number;
      readonly base: readonly Block[];
      readonly current: readonly Block[];
      /** The language of the texts. */
      readonly language: Language;
      readonly isPart: boolean;
    }
  /** Further blocks of both texts. */
  | {
      readonly kind: 'more';
      readonly turn: number;
      readonly base: readonly Block[];
      readonly current: readonly Block[];
      readonly isPart: boolean;
    }
  | { readonly kind: 'follow'; readonly turn: number; readonly edit: ListEdit<Block>; readonly isPart: boolean };

/** What has changed of the answer since the one before. */
export interface Answer {
  /** The question it answers; an answer that is thought over later has the turn of the question before. */
  readonly turn: number;
  readonly edit: ListEdit<ToldChange>;
  readonly exact: boolean;
  /** More of the same answer follows: nothing is to be shown of it yet. */
  readonly isPart: boolean;
}

/** Changes in one message: unpacking more of them at once would be felt in the window. */
const PART = 500;

/** A whole comparison is thought over again when nothing was typed for so long, and so many times what it costs. */
const REST_MS = 400;
const REST_SHARE = 10;

const sameChange = (a: BlockChange, b: BlockChange): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.moved === b.moved &&
    a.retyped === b.retyped &&
    a.byHand === b.byHand &&
    a.reformatted === b.reformatted &&
    a.base.join() === b.base.join() &&
    a.current.join() === b.current.join() &&
    a.tokens.length === b.tokens.length &&
    a.tokens.every(([sign, text], index) => b.tokens[index]?.[0] === sign && b.tokens[index][1] === text));

const sameMoves = (a: readonly SentenceMove[], b: readonly SentenceMove[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ direction, sentence, otherSentence, other, reworded }, index) =>
      direction === b[index]?.direction &&
      sentence === b[index].sentence &&
      otherSentence === b[index].otherSentence &&
      other === b[index].other &&
      reworded === b[index].reworded,
  );

const sameTold = (a: ToldChange, b: ToldChange): boolean =>
  a === b || (sameChange(a.change, b.change) && sameMoves(a.sentences, b.sentences));

const noMoves: readonly SentenceMove[] = [];

export interface ComparerSurroundings {
  readonly answer: (answer: Answer) => void;
  /** Milliseconds, only to tell how long something took. */
  readonly now: () => number;
  /** Does something when nothing else has been asked for so long; returns the way to call it off. */
  readonly later: (act: () => void, ms: number) => () => void;
}

/** Whether an edit is of words only: the same blocks in the same order, of which people say the same. */
export const isTyping = (before: readonly Block[], edit: ListEdit<Block>): edit is ListEdit<Block> & { kind: 'set' } =>
  edit.kind === 'set' &&
  edit.items.every(([index, { id, links }]) => id === before[index]?.id && sameLinks(links, before[index].links));

/**
 * Compares two texts beside the window's thread and keeps the comparison in step with the typing: what was typed in is compared at once, at the cost
 * of what was typed in, and the whole anew when the writer rests, since `recompareTyped` does not reconsider what a block comes from.
 */
export function createComparer({ answer, now, later }: ComparerSurroundings): (question: Question) => void {
  let language: Language = 'nb';
  let base: readonly Block[] = [];
  let current: readonly Block[] = [];
  let alignment: Alignment = { changes: [], exact: true };
  let byBlock = changesByBlock(alignment, 0);
  let told: readonly ToldChange[] = [];
  let turn = 0;
  let cost = 0;
  let callOff = (): void => undefined;

  const tellOf = (change: BlockChange, sentences = noMoves): ToldChange => ({
    change,
    size: sizeOf(change),
    quiet: quietFindings(change, language, sentences),
    sentences,
  });
  /** Takes what became of the changes; what is the same stays the same object, here as in the window. */
  const take = (edit: ListEdit<ToldChange>, exact: boolean): void => {
    told = applyEdit(told, edit);
    const changes = applyEdit(
      alignment.changes,
      edit.kind === 'set'
        ? { ...edit, items: edit.items.map(([index, { change }]) => [index, change] as const) }
        : { ...edit, inserted: edit.inserted.map(({ change }) => change) },
    );
    alignment = { changes, exact };
  };
  const send = (edit: ListEdit<ToldChange>, exact: boolean): void => {
    const parts = editInParts(edit, PART);
    parts.forEach((part, index) => {
      answer({ turn, edit: part, exact, isPart: index < parts.length - 1 });
    });
  };
  const tellAll = (isAnswer: boolean): void => {
    const started = now();
    const next = alignBlocks(base, current);
    cost = now() - started;
    const moves = sentenceMovesOf(next, base, current);
    const edit = editBetween(
      told,
      next.changes.map((change, index) => tellOf(change, moves.get(index))),
      sameTold,
    );
    take(edit, next.exact);
    byBlock = changesByBlock(alignment, current.length);
    const isSame = edit.kind === 'set' && edit.items.length === 0;
    if (isAnswer || !isSame) send(edit, next.exact);
  };
  const tellTyped = (typed: readonly number[]): void => {
    const items = recompareTyped(alignment, byBlock, base, current, typed)
      .filter(([index, change]) => !sameChange(change, alignment.changes[index] ?? change))
      .map(([index, change]) => [index, tellOf(change)] as const);
    const edit = { kind: 'set', items } as const;
    take(edit, alignment.exact);
    send(edit, alignment.exact);
  };
  const rest = (): void => {
    callOff = later(() => tellAll(false), Math.max(REST_MS, REST_SHARE * cost));
  };

  /** The blocks typed in by the parts of a question so far; `null` where more than words are others. */
  let typedInParts: readonly number[] | null = [];

  return (question) => {
    callOff();
    turn = question.turn;
    if (question.kind !== 'follow') {
      if (question.kind === 'start') {
        ({ base, current, language } = question);
        told = [];
        alignment = { changes: [], exact: true };
      } else {
        base = [...base, ...question.base];
        current = [...current, ...question.current];
      }
      if (!question.isPart) tellAll(true);
      return;
    }
    const { edit, isPart } = question;
    const former = current;
    current = applyEdit(former, edit);
    typedInParts =
      typedInParts !== null && isTyping(former, edit) ? [...typedInParts, ...edit.items.map(([index]) => index)] : null;
    if (isPart) return;
    const typed = typedInParts;
    typedInParts = [];
    if (typed === null) {
      tellAll(true);
      return;
    }
    tellTyped(typed);
    if (typed.length > 0) rest();
  };
}
