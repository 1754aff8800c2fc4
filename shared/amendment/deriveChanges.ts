import type { BlockId } from '../core/ids';
import type { Range } from '../core/range';
import { countingIds } from '../core/sources';
import { heaviestIncreasing } from '../diff/increasing';
import type { Block } from '../domain/block';
import { subtreeEnd } from '../domain/chapters';
import type { Revision } from '../domain/revision';
import { changesAlone } from './amendedText';
import type { ProposedBlock, TextChange } from './amendment';
import { applyAmendments } from './compose';
import { correspondingCut } from './seams';

/** A block as the proposer has written it. `id` is that of the block of the revision that it was copied from; a new one has any other. */
export type WrittenBlock = Pick<Block, 'id' | 'kind' | 'level' | 'marker' | 'text'>;

/** What of the proposer's hand is told as such; the rest is told as new words, struck blocks and new blocks. */
interface Fineness {
  readonly moves: boolean;
  readonly seams: boolean;
}

/** From the finest to the plainest; the plainest always holds. */
const finenesses: readonly Fineness[] = [
  { moves: true, seams: true },
  { moves: false, seams: true },
  { moves: true, seams: false },
  { moves: false, seams: false },
];

interface Written {
  /** Index in the revision of the block it is; `null` for a new one. */
  readonly base: number | null;
  readonly block: WrittenBlock;
}

const proposed = ({ kind, level, marker, text }: WrittenBlock): ProposedBlock => ({ kind, level, marker, text });

const isSameShape = (a: WrittenBlock, b: WrittenBlock): boolean => a.kind === b.kind && a.level === b.level;

/** Emptied blocks are struck; outer white space is the editor's; a block of another kind than it was is a new one; an id counts once. */
function readWritten(revision: Revision, scope: Range, written: readonly WrittenBlock[]): readonly Written[] {
  const indices = new Map(revision.blocks.slice(scope.start, scope.end).map(({ id }, at) => [id, scope.start + at]));
  const seen = new Set<number>();
  return written.flatMap((block): readonly Written[] => {
    const text = block.text.trim();
    if (text === '') return [];
    const index = indices.get(block.id);
    const former = index === undefined ? undefined : revision.blocks[index];
    if (index === undefined || !former || seen.has(index) || !isSameShape(former, block))
      return [{ base: null, block: { ...block, text } }];
    seen.add(index);
    return [{ base: index, block: { ...former, text: text === former.text.trim() ? former.text : text } }];
  });
}

class Derivation {
  readonly changes: TextChange[] = [];
  private readonly blocks: readonly Block[];
  private readonly present: ReadonlySet<number>;
  private readonly staying: ReadonlySet<number>;
  /** Blocks whose words went into another's. */
  private readonly absorbed = new Set<number>();

  constructor(
    revision: Revision,
    private readonly scope: Range,
    private readonly written: readonly Written[],
    private readonly fineness: Fineness,
  ) {
    this.blocks = revision.blocks;
    this.present = new Set(written.flatMap(({ base }) => base ?? []));
    const kept = [...this.present];
    this.staying = new Set(heaviestIncreasing(kept, () => 1).map((at) => kept[at] ?? -1));
  }

  run(): readonly TextChange[] {
    /** The block whose slot comes next: the last one that is where the revision has it, or that goes along with its chapter. */
    let anchor: BlockId | null = this.blocks[this.scope.start - 1]?.id ?? null;
    /** The same outside the chapter that goes along. */
    let outside = anchor;
    let left = 0;
    let along: Range = { start: -1, end: -1 };
    let pending: ProposedBlock[] = [];
    const placeNew = (): void => {
      if (pending.length > 0) this.changes.push({ kind: 'insertion', after: anchor, blocks: pending });
      pending = [];
    };
    for (let at = 0; at < this.written.length; at++) {
      const { base, block } = this.written[at] ?? {};
      if (block === undefined) break;
      const former = base == null ? undefined : this.blocks[base];
      const stays = base != null && (this.staying.has(base) || (along.start < base && base < along.end));
      if (former === undefined || base == null || !(stays || this.canMove(base))) {
        pending.push(proposed(block));
        continue;
      }
      placeNew();
      if (!stays) {
        // Behind the last block of a moved chapter the text goes on where the chapter was moved to.
        this.changes.push({ kind: 'move', block: former.id, after: left > 0 ? anchor : outside });
        if (former.kind === 'heading') along = { start: base, end: subtreeEnd(this.blocks, base) };
      }
      const goesAlong = along.start <= base && base < along.end;
      if (goesAlong) left = this.presentBetween(base + 1, along.end);
      at += this.reword(base, block, at);
      if (stays || former.kind === 'heading') anchor = former.id;
      if (stays && !goesAlong) {
        outside = anchor;
        left = 0;
      }
    }
    placeNew();
    this.strikeMissing();
    return this.changes;
  }

  private presentBetween(start: number, end: number): number {
    let count = 0;
    for (let at = start; at < end; at++) if (this.present.has(at)) count += 1;
    return count;
  }

  /** A heading takes all that is under it along, so it is moved only where nothing of that stays. */
  private canMove(index: number): boolean {
    if (!this.fineness.moves) return false;
    for (let at = index + 1; at < subtreeEnd(this.blocks, index); at++) if (this.staying.has(at)) return false;
    return true;
  }

  /** New words, a division or a joining of a block that is there; yields how many written blocks after it were parts of it. */
  private reword(index: number, block: WrittenBlock, at: number): number {
    const former = this.blocks[index];
    if (former === undefined || former.text === block.text) return 0;
    const parts = this.fineness.seams ? this.divided(former, block, at) : 0;
    if (parts > 0) return parts;
    if (!this.fineness.seams || !this.joined(index, former, block))
      this.changes.push({ kind: 'replacement', block: former.id, text: block.text });
    return 0;
  }

  /** How many of the new blocks right after are what was divided off this one. */
  private divided(former: Block, block: WrittenBlock, at: number): number {
    const following: WrittenBlock[] = [];
    for (const { base, block: next } of this.written.slice(at + 1)) {
      if (base !== null || !isSameShape(next, former)) break;
      following.push(next);
    }
    for (let count = following.length; count > 0; count--) {
      const texts = [block.text, ...following.slice(0, count).map(({ text }) => text)];
      const cut = correspondingCut(texts, former.text, 'base');
      if (cut === null) continue;
      this.changes.push({ kind: 'split', block: former.id, texts: cut });
      if (cut.join('\n') !== texts.join('\n'))
        this.changes.push({ kind: 'replacement', block: former.id, text: texts.join(' ') });
      return count;
    }
    return 0;
  }

  /** Whether the words of the missing blocks right after it stand in this one now. */
  private joined(index: number, former: Block, block: WrittenBlock): boolean {
    const gone: Block[] = [];
    for (let at = index + 1; at < this.scope.end && !this.present.has(at); at++)
      gone.push(...this.blocks.slice(at, at + 1));
    for (let count = gone.length; count > 0; count--) {
      const sources = [former, ...gone.slice(0, count)];
      const cut = correspondingCut(
        sources.map(({ text }) => text),
        block.text,
        'current',
      );
      if (cut === null) continue;
      sources.forEach((source, part) => {
        const text = cut[part] ?? '';
        if (text !== source.text) this.changes.push({ kind: 'replacement', block: source.id, text });
        if (part === 0) return;
        this.absorbed.add(index + part);
        this.changes.push({ kind: 'join', block: former.id, with: source.id });
      });
      return true;
    }
    return false;
  }

  private strikeMissing(): void {
    for (let index = this.scope.start; index < this.scope.end; index++) {
      const block = this.blocks[index];
      const isThere = this.present.has(index) && (this.staying.has(index) || this.isMovedAlong(index));
      if (block && !isThere && !this.absorbed.has(index)) this.changes.push({ kind: 'deletion', block: block.id });
    }
  }

  /** Whether a block that does not stay has been moved, by itself or with its chapter, and not written anew. */
  private isMovedAlong(index: number): boolean {
    const moved = new Set(this.changes.flatMap((change) => (change.kind === 'move' ? [change.block] : [])));
    return this.blocks.some(
      (block, at) => moved.has(block.id) && at <= index && index < Math.max(at + 1, subtreeEnd(this.blocks, at)),
    );
  }
}

const readsSame = (a: WrittenBlock, b: WrittenBlock): boolean =>
  isSameShape(a, b) && a.text === b.text && a.marker === b.marker;

/** Whether the revision with `changes` has exactly the written blocks in the place of the copied ones. */
function leadsTo(
  revision: Revision,
  scope: Range,
  written: readonly Written[],
  changes: readonly TextChange[],
): boolean {
  const { blocks } = applyAmendments(revision, [changesAlone(revision, changes)], countingIds('~'));
  const wanted = [
    ...revision.blocks.slice(0, scope.start),
    ...written.map(({ block }) => block),
    ...revision.blocks.slice(scope.end),
  ];
  return wanted.length === blocks.length && wanted.every((block, at) => readsSame(block, blocks[at] ?? block));
}

/**
 * What the proposer has done with a copy of the blocks `[scope.start, scope.end)` of the revision, as changes: words, blocks struck and set in, moved, divided
 * and joined. Total. Laws: the revision with these changes reads as written (D1), and what was not touched gives none (D2). Where a finer telling
 * would not read exactly as written, a plainer one is chosen. Rules D1–D5 of SPEC.md.
 */
export function deriveChanges(
  revision: Revision,
  scope: Range,
  written: readonly WrittenBlock[],
): readonly TextChange[] {
  const read = readWritten(revision, scope, written);
  let changes: readonly TextChange[] = [];
  for (const fineness of finenesses) {
    changes = new Derivation(revision, scope, read, fineness).run();
    if (leadsTo(revision, scope, read, changes)) break;
  }
  return changes;
}
