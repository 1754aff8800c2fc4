import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { blockOfLink, linkToBlock } from '#shared/domain/blockLink';
import { formatsInOrder, safeLink } from '#shared/domain/formats';
import { numberBlocks } from '#shared/domain/numbering';
import { referenceNames, referencesIn, withReferenceNames } from '#shared/domain/references';
import { formatRun } from '../../support/drafts';
import { madeBlock } from '../../support/revisionGenerator';

const blocks = [
  madeBlock('t', 'title', 'Program'),
  { ...madeBlock('f', 'heading', 'Forord'), marker: null },
  madeBlock('f1', 'point', 'først'),
  madeBlock('h', 'heading', 'Helse'),
  madeBlock('p', 'paragraph', 'Om helse'),
  madeBlock('l', 'leadIn', 'Vi vil:'),
  madeBlock('a', 'point', 'bedre vakt'),
  { ...madeBlock('n', 'footnote', 'merk'), marker: 'auto' },
  { ...madeBlock('s', 'heading', 'Under'), level: 2 },
];
const named = (language: 'nb' | 'en'): Record<string, string> =>
  Object.fromEntries(referenceNames(blocks, numberBlocks(blocks), new Set(blocks.map(({ id }) => id)), language));

describe('References', () => {
  it('RF1 a link to a block is no link of the web, and no link of the web is one to a block', () => {
    const link = linkToBlock('b7') ?? '';
    expect(blockOfLink(link)).toBe('b7');
    expect(safeLink(link)).toBeNull();
    for (const other of ['https://block:a', 'block:', 'block:to ord', 'BLOCK:a', 'javascript:block:a', null])
      expect(blockOfLink(other)).toBeNull();
    expect(linkToBlock('a"b')).toBeNull();
    expect(formatsInOrder([formatRun(0, 3, { link })], 9)).toEqual([formatRun(0, 3, { link })]);
    expect(formatsInOrder([formatRun(0, 3, { link: 'block:a b' })], 9)).toEqual([]);
  });

  it('RF2 is called by chapter and number, by its words where there is none, in the language of the text', () => {
    expect(named('nb')).toMatchObject({
      f: '«Forord»',
      f1: 'pkt. 1 i «Forord»',
      h: 'kap. 1',
      p: 'kap. 1 avsnitt 1',
      a: 'pkt. 1.1',
      n: 'fotnote 1',
      s: 'kap. 1.1',
    });
    expect(named('en')).toMatchObject({ a: 'item 1.1', h: 'ch. 1', n: 'footnote 1' });
  });

  it('RF3 a text whose references are named anew keeps formats and markers on their words', () => {
    const block = {
      ...madeBlock('x', 'point', 'se pkt. 1 og kap. 2 her'),
      footnoteRefs: [{ number: '1', offset: 23 }],
      formats: [
        formatRun(3, 9, { link: 'block:a' }),
        formatRun(13, 19, { bold: true, link: 'block:h' }),
        formatRun(20, 23, { italic: true }),
      ],
    };
    const renamed = withReferenceNames(block, (target) => (target === blockId('a') ? 'pkt. 10.11' : null));
    expect(renamed.text).toBe('se pkt. 10.11 og kap. 2 her');
    expect(referencesIn(renamed.formats).map(({ start, end }) => renamed.text.slice(start, end))).toEqual([
      'pkt. 10.11',
      'kap. 2',
    ]);
    expect(renamed.formats.at(-1)).toMatchObject({ start: 24, end: 27 });
    expect(renamed.footnoteRefs).toEqual([{ number: '1', offset: 27 }]);
    expect(withReferenceNames(block, () => null)).toBe(block);
  });

  it('RF4 a heading is called by its own words: what a reference in it reads as is no part of its name', () => {
    const heading = (id: string, text: string, start: number, target: string): Block => ({
      ...madeBlock(id, 'heading', text),
      marker: null,
      formats: [formatRun(start, text.length, { link: `block:${target}` })],
    });
    const cycle = [
      heading('u', 'Om seg: «Om»', 8, 'u'),
      heading('v', 'Se «W»', 3, 'w'),
      heading('w', 'Se «V»', 3, 'v'),
      madeBlock('h', 'heading', 'Helse'),
    ];
    const names = referenceNames(cycle, numberBlocks(cycle), new Set(['u', 'v', 'w']), 'nb');
    expect(Object.fromEntries(names)).toEqual({ u: '«Om seg: …»', v: '«Se …»', w: '«Se …»' });
  });
});
