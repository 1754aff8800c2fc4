import type { BlockId, PersonId } from '../core/ids';
import { spokenWords, wordDiff, type Sign } from '../diff';
import { sameKept, textAt, type KeptBlock, type Moment } from './moments';

/** Words that came into a block from another one, as by a split or a join: whoever did that did not write them. */
export interface WordsAlong {
  readonly from: BlockId;
  /** What stood in the block before, with the words that came: what was written is the difference to it. */
  readonly before: string;
}

/** A block after one of the moments that changed it; `null` when it was gone then. */
export interface BlockThen {
  readonly moment: Moment;
  /** The block whose life is told, or another one in which its words stood then. */
  readonly block: BlockId;
  /** Whose change it is: of several where they wrote in the block at once; of none where nobody kept it. */
  readonly people: readonly PersonId[];
  readonly before: KeptBlock | null;
  readonly after: KeptBlock | null;
  readonly along: WordsAlong | null;
}

/** Fewer words than these may be the same by chance, where they are not all that a block lost. */
const FEWEST = 3;

/** What is kept, struck or new from one text to another. */
const wordsThat = (sign: Sign, before: string, after: string): string =>
  wordDiff(before, after)
    .flatMap(([its, text]) => (its === sign ? [text] : []))
    .join('');

/** How many characters were struck or are new. */
const changeBetween = (before: string, after: string): number =>
  wordDiff(before, after).reduce((sum, [sign, text]) => (sign === '=' ? sum : sum + text.length), 0);

/** The text with what came to it at its end or its start, whichever is more like what it became. */
function withCome(before: string, came: string, after: string): string {
  const ways = [before + came, came + before, `${before} ${came.trim()}`, `${came.trim()} ${before}`];
  const changes = ways.map((way) => changeBetween(way, after));
  return ways[changes.indexOf(Math.min(...changes))] ?? before;
}

/** What another block lost in the moment that this one came to have; what several lost, of the one that gave most. */
function wordsAlong(
  { blocks }: Moment,
  block: BlockId,
  before: string,
  after: string,
  textBefore: (id: BlockId) => string,
): WordsAlong | null {
  const written = changeBetween(before, after);
  let along: WordsAlong | null = null;
  let most = 0;
  for (const [from, kept] of blocks) {
    const lost = from === block ? '' : wordsThat('-', textBefore(from), kept?.text ?? '');
    const some = lost === '' ? '' : wordsThat('=', lost, wordsThat('+', before, after));
    for (const came of [lost, spokenWords(some).length < FEWEST ? '' : some]) {
      if (came.trim() === '') continue;
      const whole = withCome(before, came, after);
      const saved = written - changeBetween(whole, after);
      if (saved * 2 < came.length || saved <= most) continue;
      most = saved;
      along = { from, before: whole };
    }
  }
  return along;
}

/**
 * Who wrote a block, and when: the moments that changed it, oldest first, with what it was before each; and of words that came from another block, what
 * that block was before they did.
 */
export function lifeOfBlock(moments: readonly Moment[], block: BlockId): readonly BlockThen[] {
  const life: BlockThen[] = [];
  let before: KeptBlock | null = null;
  for (const [index, moment] of moments.entries()) {
    const isKept = moment.whole || moment.blocks.has(block);
    const after: KeptBlock | null = isKept ? (moment.blocks.get(block) ?? null) : before;
    if (sameKept(before, after)) {
      // Two wrote in it at once, and each tells of both: the change is theirs together, and nobody's no more. Who only gave it another number did not write in it.
      const last = life.at(-1);
      const { person } = moment;
      const isTold = !moment.whole && moment.blocks.has(block) && JSON.stringify(before) === JSON.stringify(after);
      if (last && person !== null && isTold && life.length > 1 && !last.people.includes(person))
        life[life.length - 1] = { ...last, people: [...last.people, person] };
      before = after;
      continue;
    }
    const along = after === null || moment.whole ? null : alongIn(moments, index, block, before, after);
    const people = moment.person === null ? [] : [moment.person];
    life.push({ moment, block, people, before, after, along });
    before = after;
  }
  return withFormerLives(moments, life);
}

function alongIn(
  moments: readonly Moment[],
  index: number,
  block: BlockId,
  before: KeptBlock | null,
  after: KeptBlock,
): WordsAlong | null {
  const moment = moments[index];
  if (moment === undefined || moment.blocks.size < 2) return null;
  const texts = new Map(textAt(moments, index - 1).map(({ id, text }) => [id, text]));
  return wordsAlong(moment, block, before?.text ?? '', after.text, (id) => texts.get(id) ?? '');
}

/** With what the blocks were, until words came from them, whose words they are. */
function withFormerLives(moments: readonly Moment[], own: readonly BlockThen[]): readonly BlockThen[] {
  const places = new Map(moments.map((moment, index) => [moment, index]));
  const placeOf = ({ moment }: BlockThen): number => places.get(moment) ?? 0;
  const life = new Map(own.map((then) => [keyOf(then), then]));
  for (const then of own) {
    if (then.along === null) continue;
    for (const former of lifeOfBlock(moments.slice(0, placeOf(then)), then.along.from)) {
      if (!life.has(keyOf(former))) life.set(keyOf(former), former);
    }
  }
  return life.size === own.length ? own : [...life.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

const keyOf = ({ moment, block }: BlockThen): string => `${moment.id} ${block}`;
