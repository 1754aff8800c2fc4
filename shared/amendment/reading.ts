import { unreachable } from '../core/invariant';
import type { BlockId } from '../core/ids';
import { rememberedByPair } from '../core/remembered';
import type { Block } from '../domain/block';
import type { Revision } from '../domain/revision';
import { wordDiff, type Token } from '../diff';
import type { Amendment, TextChange } from './amendment';

const textOf = (blocks: readonly Block[], id: BlockId): string | null =>
  blocks.find((block) => block.id === id)?.text ?? null;

const kept = (text: string): readonly Token[] => (text === '' ? [] : [['=', text]]);

/**
 * The change as marks: without the `+` tokens they spell the text of the block it is about, without the `-` tokens what stands there afterwards
 * (several blocks with a line break between). A move has no mark. Empty where the block is not in the revision.
 */
export const amendmentMarks = (revision: Revision, change: TextChange): readonly Token[] =>
  marksIn(revision.blocks, change);

/** A list of 500 amendments asks for the marks of each whenever it is drawn. */
const marksIn = rememberedByPair((blocks: readonly Block[], change: TextChange): readonly Token[] => {
  switch (change.kind) {
    case 'replacement': {
      const text = textOf(blocks, change.block);
      return text === null ? [] : wordDiff(text, change.text);
    }
    case 'insertion':
      return [['+', change.blocks.map(({ text }) => text).join('\n')]];
    case 'deletion': {
      const text = textOf(blocks, change.block);
      return text === null || text === '' ? [] : [['-', text]];
    }
    case 'move':
      return kept(textOf(blocks, change.block) ?? '');
    case 'split': {
      const text = textOf(blocks, change.block);
      return text === null ? [] : wordDiff(text, change.texts.join('\n'));
    }
    case 'join': {
      const [first, second] = [textOf(blocks, change.block), textOf(blocks, change.with)];
      return first === null || second === null ? [] : kept(`${first} ${second}`);
    }
    case 'editorial':
    case 'programme':
      return [];
    default:
      return unreachable(change);
  }
});

const GIST_LENGTH = 64;

/** The beginning of a text, cut between two words where it is long. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= GIST_LENGTH) return line;
  const cut = line.lastIndexOf(' ', GIST_LENGTH);
  return cut > 0 ? `${line.slice(0, cut)} …` : line;
}

/** The first words of what a change is about, to know it by in a list: new words, else struck ones, else the text it concerns. Rule T6. */
export function gistOf(revision: Revision, change: TextChange): string {
  if (change.kind === 'editorial' || change.kind === 'programme') return beginningOf(change.instruction);
  const tokens = amendmentMarks(revision, change);
  const wordsOf = (sign: Token[0]): string | undefined =>
    tokens.find(([other, text]) => other === sign && text.trim() !== '')?.[1];
  return beginningOf(wordsOf('+') ?? wordsOf('-') ?? wordsOf('=') ?? '');
}

/** The text that a change leads to, or `null` where there is none to read: a deletion, a move, an instruction. */
function textAfter(revision: Revision, change: TextChange): string | null {
  switch (change.kind) {
    case 'replacement':
      return textOf(revision.blocks, change.block) === null ? null : change.text;
    case 'insertion':
      return change.blocks.map(({ text }) => text).join('\n');
    case 'split':
      return textOf(revision.blocks, change.block) === null ? null : change.texts.join('\n');
    case 'join': {
      const [first, second] = [textOf(revision.blocks, change.block), textOf(revision.blocks, change.with)];
      return first === null || second === null ? null : `${first} ${second}`;
    }
    case 'deletion':
    case 'move':
    case 'editorial':
    case 'programme':
      return null;
    default:
      return unreachable(change);
  }
}

/**
 * How the blocks that the amendment is about read with this amendment alone, one a line; for an insertion the new blocks. `null` for a deletion, a move, and
 * an amendment that was not made (or carried) against `revision`.
 */
export function readAlone(revision: Revision, amendment: Amendment): string | null {
  if (amendment.base !== revision.id) return null;
  const texts = amendment.changes.flatMap((change) => textAfter(revision, change) ?? []);
  return texts.length === 0 ? null : texts.join('\n');
}
