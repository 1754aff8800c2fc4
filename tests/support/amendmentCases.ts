import { filedAlone, type Amendment, type TextChange } from '#shared/amendment/amendment';
import { amendmentId, blockId, personId, revisionId, type BlockId } from '#shared/core/ids';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { defaultLineSettings } from '#shared/domain/lines';
import { makeRevision, type Revision } from '#shared/domain/revision';

const kinds: Readonly<Record<string, BlockKind>> = { '#': 'heading', '-': 'point', ':': 'leadIn', '=': 'title' };

/** One block a line: «# Kapittel», «- Punkt», «: Innledning til punkter», «= Tittel»; the rest are paragraphs. Ids are b0, b1, … */
export const blocksOf = (text: string, ids: readonly string[] = []): readonly Block[] =>
  text
    .trim()
    .split('\n')
    .map((line, index) => {
      const trimmed = line.trim();
      const kind = kinds[trimmed.charAt(0)] ?? 'paragraph';
      return {
        id: blockId(ids[index] ?? `b${index}`),
        kind,
        level: kind === 'heading' ? 1 : null,
        marker: kind === 'heading' || kind === 'point' ? AUTOMATIC : null,
        text: kind === 'paragraph' ? trimmed : trimmed.slice(1).trim(),
        origins: [],
        footnoteRefs: [],
      };
    });

export const revisionOf = (blocks: readonly Block[] | string, ids?: readonly string[]): Revision =>
  makeRevision(
    {
      title: 'Arbeidsprogram',
      period: null,
      language: 'nb',
      lineSettings: defaultLineSettings,
      blocks: typeof blocks === 'string' ? blocksOf(blocks, ids) : blocks,
    },
    'Innstilling',
    '2027-03-01T10:00:00.000Z',
  );

/** An amendment whose id, number and time follow from `number`. */
export const amendmentOf = (base: Revision | null, number: number, ...changes: readonly TextChange[]): Amendment => ({
  id: amendmentId(`F${number}`),
  number: String(number),
  base: base?.id ?? revisionId(''),
  changes,
  proposer: personId(`p${number}`),
  body: null,
  rationale: '',
  ...filedAlone,
  submittedAt: `2027-03-02T10:${String(number).padStart(2, '0')}:00.000Z`,
  recommendation: null,
  decision: null,
});

const at = (index: number): BlockId => blockId(`b${index}`);

export const replaceText = (block: number, text: string): TextChange => ({
  kind: 'replacement',
  block: at(block),
  text,
});
export const strike = (block: number): TextChange => ({ kind: 'deletion', block: at(block) });
export const move = (block: number, after: number | null): TextChange => ({
  kind: 'move',
  block: at(block),
  after: after === null ? null : at(after),
});
export const split = (block: number, ...texts: readonly string[]): TextChange => ({
  kind: 'split',
  block: at(block),
  texts,
});
export const join = (block: number, other: number): TextChange => ({ kind: 'join', block: at(block), with: at(other) });
export const insert = (after: number | null, ...texts: readonly string[]): TextChange => ({
  kind: 'insertion',
  after: after === null ? null : at(after),
  blocks: texts.map((text) => ({ kind: 'point', level: null, marker: AUTOMATIC, text })),
});

export const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text);
