import type { BlockId } from '../core/ids';
import type { Block } from '../domain/block';
import { layoutLines, type LineLayout } from '../domain/lines';
import { gazetteerOf, type Gazetteer } from '../domain/places';
import type { Revision } from '../domain/revision';
import { indexOfBlocks } from './effects';

/** What is asked of one revision again and again. */
interface RevisionIndex {
  readonly indexOf: ReadonlyMap<BlockId, number>;
  readonly layout: LineLayout;
  readonly gazetteer: Gazetteer;
}

/** A revision never changes, so what is derived from its blocks is worked out once and goes with them; the same text frozen with other lines has lines of its own. */
const known = new WeakMap<readonly Block[], Map<string, RevisionIndex>>();

export function indexRevision(revision: Revision): RevisionIndex {
  const { measure, start, restart } = revision.lineSettings;
  const lines = `${measure} ${start} ${restart}`;
  const ofText = known.get(revision.blocks) ?? new Map<string, RevisionIndex>();
  known.set(revision.blocks, ofText);
  const found = ofText.get(lines);
  if (found !== undefined) return found;
  const index: RevisionIndex = {
    indexOf: indexOfBlocks(revision.blocks),
    layout: layoutLines(revision.blocks, revision.lineSettings),
    gazetteer: gazetteerOf(revision.blocks),
  };
  ofText.set(lines, index);
  return index;
}
