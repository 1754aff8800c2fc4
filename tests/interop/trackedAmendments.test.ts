import { describe, expect, test } from 'vitest';
import { exportPaper, paperOf } from '#shared/export';
import { isAdded, isStruck, readRuns, type ExportBlock } from '#shared/export/document';
import type { ExportInput } from '#shared/export/input';
import { trackedQuotation } from '#shared/export/quoted';
import { readFlatOdt } from '../support/flatOdt';
import { processInLibreOffice } from '../support/libreOffice';
import { amendmentOf, meeting } from '../unit/export/meeting';

/** The meeting, and amendments that divide, join, set in a chapter, and touch two places at once. */
function manyKinds(): ExportInput {
  const input = meeting();
  const { newest } = input;
  const block = (index: number) => {
    const found = newest.blocks[index];
    if (found === undefined) throw new Error(`no block ${index}`);
    return found;
  };
  const long = block(16).text;
  const half = long.indexOf(' ', Math.floor(long.length / 2));
  return {
    ...input,
    amendments: [
      ...input.amendments,
      amendmentOf(newest, 7, [
        { kind: 'split', block: block(16).id, texts: [long.slice(0, half), long.slice(half + 1)] },
      ]),
      amendmentOf(newest, 8, [{ kind: 'join', block: block(22).id, with: block(23).id }], { rationale: '' }),
      amendmentOf(newest, 9, [
        {
          kind: 'insertion',
          after: block(24).id,
          blocks: [
            { kind: 'heading', level: 1, marker: null, text: 'Et nytt kapittel om vær og vind' },
            { kind: 'paragraph', level: null, marker: null, text: 'Været er det samme for alle.' },
          ],
        },
        { kind: 'deletion', block: block(26).id },
      ]),
    ],
  };
}

const views = ['amendments', 'proposal'] as const;
const editable = ['docx', 'odt'] as const;
const pairs = views.flatMap((view) => editable.map((format) => ({ view, format })));

function written(view: (typeof views)[number], format: (typeof editable)[number], input: ExportInput): Uint8Array {
  const output = exportPaper(view, format, input);
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}

/** What is quoted, paragraph by paragraph, as it reads when all of it is accepted or rejected. */
function quotedTexts(blocks: readonly ExportBlock[], side: 'previous' | 'current'): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'quotation') return [];
    const texts: string[] = [];
    let open = '';
    for (const { runs, end } of trackedQuotation(block)) {
      open += readRuns(runs, side);
      if (side === 'previous' ? isAdded(end) : isStruck(end)) continue;
      texts.push(open);
      open = '';
    }
    return texts;
  });
}

/** Everything but the quotations: what no decision may touch. */
const besides = (flat: Uint8Array): readonly string[] =>
  readFlatOdt(flat).flatMap(({ style, text }) => (style === 'Quotation' ? [] : [text]));

const quotations = (flat: Uint8Array): readonly string[] =>
  readFlatOdt(flat).flatMap(({ style, text }) => (style === 'Quotation' ? [text] : []));

const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

describe('E57 amendments are changes and comments in a word processor', () => {
  test.each(pairs)('E57 $view as $format: accepted and rejected in LibreOffice', async ({ view, format }) => {
    const input = manyKinds();
    const bytes = written(view, format, input);
    const paper = paperOf(view, input, format);
    if (!paper.ok) throw new Error(paper.failure.code);
    const [as, rejected, accepted] = await processInLibreOffice(
      (['none', 'reject', 'accept'] as const).map((action) => ({ bytes, extension: format, action, as: 'fodt' })),
    );
    if (!as || !rejected || !accepted) throw new Error('three files expected');
    expect(quotations(rejected)).toEqual(quotedTexts(paper.value.blocks, 'previous'));
    expect(quotations(accepted)).toEqual(quotedTexts(paper.value.blocks, 'current'));
    expect(besides(rejected)).toEqual(besides(as));
    expect(besides(accepted)).toEqual(besides(as));

    const xml = new TextDecoder().decode(as);
    const creators = [...xml.matchAll(/<dc:creator>([^<]*)<\/dc:creator>/g)].map(([, name]) => name);
    for (const author of ['Čálli Šuŋ', 'Ingrid Ås', 'Bjørn &lt;Ø&gt; &amp; Co, Vestlandet havnelag']) {
      expect(creators, `changes by ${author}`).toContain(author);
    }
    // Every reason that was given, and every recommendation, once.
    const reasons = input.amendments.filter(({ rationale }) => rationale !== '').length;
    const recommended = input.amendments.filter(({ recommendation }) => recommendation !== null).length;
    expect(count(xml, /<office:annotation /g)).toBe(reasons + recommended);
    expect(count(xml, /Begrunnelse: /g)).toBe(reasons * (view === 'amendments' ? 2 : 1));
  });
});
