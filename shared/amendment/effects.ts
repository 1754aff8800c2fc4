import { unreachable } from '../core/invariant';
import type { AmendmentId, BlockId } from '../core/ids';
import type { Block } from '../domain/block';
import { subtreeEnd } from '../domain/chapters';
import type { Revision } from '../domain/revision';
import type { Amendment, ProposedBlock, TextChange } from './amendment';

/** What all amendments together ask of one block of the revision, in order of submission. */
export interface BlockEffects {
  /** New texts of the block: one, or several where it is split. */
  readonly texts: { readonly by: AmendmentId; readonly pieces: readonly string[] }[];
  readonly deletions: AmendmentId[];
  /** `slot` and `order` as in `Insertion`. */
  readonly moves: { readonly by: AmendmentId; readonly slot: number; readonly order: number }[];
  /** The block takes in the words of the block at index `absorbed`. */
  readonly joins: { readonly by: AmendmentId; readonly absorbed: number }[];
}

/** New blocks for one slot. Slot `i` is the place right after the block at index `i`; slot −1 is before the first. */
export interface Insertion {
  readonly slot: number;
  readonly blocks: readonly ProposedBlock[];
  /** Which change of the first amendment it is, from 0. */
  readonly order: number;
  /** More than one where they propose the same. */
  readonly by: AmendmentId[];
}

interface Effects {
  /** By block index. Blocks that nobody touches are missing. */
  readonly blocks: ReadonlyMap<number, BlockEffects>;
  /** In order of submission. */
  readonly insertions: readonly Insertion[];
  /** Amendments of which some part has no place in the revision; no part of them counts. In order of submission. */
  readonly unplaced: readonly AmendmentId[];
}

export const indexOfBlocks = (blocks: readonly Block[]): ReadonlyMap<BlockId, number> =>
  new Map(blocks.map(({ id }, index) => [id, index]));

/** Finds the slot after `block`; `undefined` where there is no such block. */
function slotAfter(block: BlockId | null, indices: ReadonlyMap<BlockId, number>): number | undefined {
  return block === null ? -1 : indices.get(block);
}

/** Whether every block that the change names is there, and the change makes sense among them. */
function canBePlaced(change: TextChange, blocks: readonly Block[], indices: ReadonlyMap<BlockId, number>): boolean {
  switch (change.kind) {
    case 'replacement':
    case 'deletion':
      return indices.has(change.block);
    case 'split':
      return indices.has(change.block) && change.texts.length > 0;
    case 'insertion':
      return change.blocks.length > 0 && slotAfter(change.after, indices) !== undefined;
    case 'move': {
      const from = indices.get(change.block);
      const slot = slotAfter(change.after, indices);
      return from !== undefined && slot !== undefined && (slot < from || slot >= subtreeEnd(blocks, from));
    }
    case 'join':
      return change.block !== change.with && indices.has(change.block) && indices.has(change.with);
    case 'programme':
      return true;
    case 'editorial':
      return change.block === null || indices.has(change.block);
    default:
      return unreachable(change);
  }
}

const isPlaced = (amendment: Amendment, revision: Revision, indices: ReadonlyMap<BlockId, number>): boolean =>
  amendment.base === revision.id && amendment.changes.every((change) => canBePlaced(change, revision.blocks, indices));

/** Sorts what `amendments` (in order of submission) ask for by the blocks they ask it of. Total; linear. */
export function gatherEffects(revision: Revision, amendments: readonly Amendment[]): Effects {
  const indices = indexOfBlocks(revision.blocks);
  const blocks = new Map<number, BlockEffects>();
  const insertions = new Map<string, Insertion>();
  const unplaced: AmendmentId[] = [];

  const of = (block: BlockId): BlockEffects => {
    const index = indices.get(block) ?? -1;
    const effects = blocks.get(index) ?? { texts: [], deletions: [], moves: [], joins: [] };
    blocks.set(index, effects);
    return effects;
  };

  for (const amendment of amendments) {
    const by = amendment.id;
    if (!isPlaced(amendment, revision, indices)) {
      unplaced.push(by);
      continue;
    }
    const ownInsertions = new Map<string, number>();
    for (const [order, change] of amendment.changes.entries()) {
      switch (change.kind) {
        case 'replacement':
          of(change.block).texts.push({ by, pieces: [change.text] });
          break;
        case 'split':
          of(change.block).texts.push({ by, pieces: change.texts });
          break;
        case 'deletion': {
          const { deletions } = of(change.block);
          if (!deletions.includes(by)) deletions.push(by);
          break;
        }
        case 'move': {
          const { moves } = of(change.block);
          if (moves.some((move) => move.by === by)) break;
          moves.push({ by, slot: slotAfter(change.after, indices) ?? -1, order });
          break;
        }
        case 'join': {
          of(change.block).joins.push({ by, absorbed: indices.get(change.with) ?? -1 });
          break;
        }
        case 'insertion': {
          const slot = slotAfter(change.after, indices) ?? -1;
          const wish = JSON.stringify([
            slot,
            change.blocks.map(({ kind, level, marker, text }) => [kind, level, marker, text]),
          ]);
          // The same blocks twice by one amendment are two; by two amendments they are one.
          const repeated = (ownInsertions.get(wish) ?? 0) + 1;
          ownInsertions.set(wish, repeated);
          const key = `${repeated} ${wish}`;
          const known = insertions.get(key);
          if (known === undefined) insertions.set(key, { slot, blocks: change.blocks, order, by: [by] });
          else known.by.push(by);
          break;
        }
        case 'editorial':
        case 'programme':
          break;
        default:
          unreachable(change);
      }
    }
  }
  return { blocks, insertions: [...insertions.values()], unplaced };
}
