import { amendmentMarks } from '../../amendment';
import type { ProposedBlock, TextChange } from '../../amendment/amendment';
import type { BlockId } from '../../core/ids';
import { unreachable } from '../../core/invariant';
import { wordDiff, type Token } from '../../diff';
import { AUTOMATIC } from '../../domain/block';
import type { Revision } from '../../domain/revision';
import { marksBySign, type BlockShape, type ProgrammeParagraph, type Run } from '../document';
import { cutIntoParagraphs } from './comparison';
import { shapesOf } from './programmeParagraphs';

const shapeOfProposed = ({ kind, level, marker }: ProposedBlock): BlockShape => ({
  kind,
  level,
  number: marker === AUTOMATIC ? null : marker,
  counted: false,
});

const runsOf = (tokens: readonly Token[]): readonly Run[] =>
  tokens.map(([sign, text]) => ({ text, mark: marksBySign[sign] }));

const paragraphOf = (
  shape: BlockShape,
  runs: readonly Run[],
  end: ProgrammeParagraph['end'] = 'kept',
): ProgrammeParagraph => ({
  type: 'programme',
  shape,
  previousShape: null,
  runs,
  end,
  lines: null,
  anchor: null,
  remark: null,
});

/** One change of an amendment as marked text. Empty for an instruction, and where the block is not in the revision. */
export function changeParagraphs(revision: Revision, change: TextChange): readonly ProgrammeParagraph[] {
  const shapes = shapesOf(revision.blocks);
  const at = (id: BlockId): { readonly shape: BlockShape; readonly text: string } | null => {
    const index = revision.blocks.findIndex((block) => block.id === id);
    const [block, shape] = [revision.blocks[index], shapes[index]];
    return block === undefined || shape === undefined ? null : { shape, text: block.text };
  };
  switch (change.kind) {
    case 'insertion':
      return change.blocks.map((block) =>
        paragraphOf(shapeOfProposed(block), [{ text: block.text, mark: 'inserted' }], 'inserted'),
      );
    case 'replacement':
    case 'deletion':
    case 'move': {
      const target = at(change.block);
      if (target === null) return [];
      const end = change.kind === 'deletion' ? 'deleted' : 'kept';
      return [paragraphOf(target.shape, runsOf(amendmentMarks(revision, change)), end)];
    }
    case 'split': {
      const target = at(change.block);
      if (target === null) return [];
      const tokens = wordDiff(target.text, change.texts.join(' '));
      return cutIntoParagraphs(tokens, [target.text], change.texts).map(({ runs, end }, part) =>
        paragraphOf(part === 0 ? target.shape : { ...target.shape, number: null }, runs, end),
      );
    }
    case 'join': {
      const [first, second] = [at(change.block), at(change.with)];
      if (first === null || second === null) return [];
      const joined = `${first.text} ${second.text}`;
      return cutIntoParagraphs([['=', joined]], [first.text, second.text], [joined]).map(({ runs, end }, part) =>
        paragraphOf(part === 0 ? first.shape : second.shape, runs, end),
      );
    }
    case 'editorial':
    case 'programme':
      return [];
    default:
      return unreachable(change);
  }
}
