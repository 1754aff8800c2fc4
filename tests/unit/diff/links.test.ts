import { alignBlocks, suggestOrigins } from '#shared/diff';
import { blockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { linksInOrder, unitedLineage, type HandLink } from '#shared/domain/lineage';
import { makeRevision, revisionIdOf } from '#shared/domain/revision';
import { defaultLineSettings } from '#shared/domain/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLawful, side, told } from './blocks';

const sea = 'At kysten skal ryddes for plast hver vår og høst.';
const forest = 'At skogen skal få stå urørt i nasjonalparkene.';
const city = 'At byene skal bygge flere sykkelveier og fortau.';
const school = 'At alle skoler skal ha et bibliotek med en bibliotekar.';

const linked = (origin: string): HandLink => ({ origin: blockId(origin), verdict: 'linked' });
const unlinked = (origin: string): HandLink => ({ origin: blockId(origin), verdict: 'unlinked' });
/** The side with what people said of some of its blocks. */
const saying = (blocks: readonly Block[], said: Readonly<Record<number, readonly HandLink[]>>): readonly Block[] =>
  blocks.map((block, index) => (said[index] ? { ...block, links: linksInOrder(said[index]) } : block));

const base = side('a', [sea, forest, city, school]);

describe('what people said of origins', () => {
  it('D28 a link wins over all words, and is marked', () => {
    const current = saying(side('b', [sea, city, 'Null bompenger!', school]), { 2: [linked('a-1')] });
    const { changes } = alignBlocks(base, current);
    expect(changes.find(({ current: to }) => to[0] === 2)).toMatchObject({ kind: 'reworded', base: [1] });
    expect(changes.filter(({ byHand }) => byHand === true).map(({ base: from }) => from)).toEqual([[1]]);
    expectLawful({ changes, exact: true }, base, current);
  });

  it('D28 a link takes a block from what its words would have it be', () => {
    const current = saying(side('b', [sea, forest, city, school]), { 1: [linked('a-0')] });
    const { changes } = alignBlocks(base, current);
    expect(changes.find(({ current: to }) => to[0] === 1)?.base).toEqual([0]);
    expect(changes.find(({ current: to }) => to[0] === 0)?.kind).toBe('inserted');
  });

  it('D28 several links make a split, a join, or one redistributed text', () => {
    const texts = side('b', [sea, 'Alt nytt her.', 'Og her også.', school]);
    expect(told(alignBlocks(base, saying(texts, { 1: [linked('a-1')], 2: [linked('a-1')] })))).toContain('split 1>1,2');
    expect(told(alignBlocks(base, saying(texts, { 1: [linked('a-1'), linked('a-2')] })))).toContain('joined 1,2>1');
    const redistributed = saying(texts, { 1: [linked('a-1'), linked('a-2')], 2: [linked('a-2')] });
    expect(told(alignBlocks(base, redistributed))).toContain('reworded 1,2>1,2');
  });

  it('D29 what was unlinked is never together, by identity or by content', () => {
    const [first, second] = base;
    const own = [first, { ...second, links: [unlinked('a-1')] }].flatMap((block) =>
      block?.id ? [block as Block] : [],
    );
    expect(told(alignBlocks(base.slice(0, 2), own))).toEqual(['unchanged 0>0', 'deleted 1>', 'inserted >1']);
    const other = saying(side('b', [sea, forest, city, school]), { 1: [unlinked('a-1')] });
    expect(told(alignBlocks(base, other)).filter((change) => !change.startsWith('unchanged'))).toEqual([
      'deleted 1>',
      'inserted >1',
    ]);
  });

  it('D28 D29 speak of the period before, not of an earlier state of the same work', () => {
    const former = base.map((block) => ({ ...block, origins: [block.id] }));
    const current = saying(former, { 1: [linked('a-0'), unlinked('a-1')] });
    expect(told(alignBlocks(former, current))).toEqual([0, 1, 2, 3].map((index) => `unchanged ${index}>${index}`));
  });

  it('D28 D29 hold for whatever is said of any block, and so do D1 and D10', () => {
    const verdict = fc.constantFrom<HandLink['verdict']>('linked', 'unlinked');
    const said = fc.array(
      fc.record({ block: fc.nat(5), origin: fc.nat(7).map((index) => blockId(`a-${index}`)), verdict }),
      { maxLength: 12 },
    );
    const texts = fc.array(fc.constantFrom(sea, forest, city, school, `${sea} ${city}`), { maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, said, (inBase, inCurrent, sayings) => {
        const [before, after] = [side('a', inBase), side('b', inCurrent)];
        const current = after.map((block, index) => {
          const links = linksInOrder(sayings.filter((saying) => saying.block === index));
          return links.length > 0 ? { ...block, links } : block;
        });
        const alignment = alignBlocks(before, current);
        expectLawful(alignment, before, current);
        current.forEach(({ links = [] }, index) => {
          const change = alignment.changes.find((one) => one.current.includes(index));
          for (const { origin, verdict: said } of links) {
            const at = before.findIndex(({ id }) => id === origin);
            if (at >= 0 && said === 'linked') expect(change?.base).toContain(at);
            if (at >= 0 && said === 'unlinked' && change?.byHand !== true) expect(change?.base).not.toContain(at);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('D27 lineage of what several became is all of theirs', () => {
    const parts = [
      { origins: [blockId('x'), blockId('y')], links: [unlinked('p'), linked('q')] },
      { origins: [blockId('y'), blockId('z')], links: [linked('p')] },
    ];
    expect(unitedLineage(parts)).toEqual({ origins: ['x', 'y', 'z'], links: [linked('p'), linked('q')] });
    expect(unitedLineage([{ origins: [] }])).toEqual({ origins: [] });
  });

  it('D27 links are part of what a revision is; a text without any keeps its identity', () => {
    const content = {
      title: '',
      period: null,
      language: 'nb' as const,
      lineSettings: defaultLineSettings,
      blocks: base,
    };
    const withLink = { ...content, blocks: saying(base, { 0: [linked('z')] }) };
    expect(revisionIdOf(withLink)).not.toBe(revisionIdOf(content));
    expect(makeRevision(withLink, 'n', '2026-01-01T00:00:00.000Z').blocks[0]?.links).toEqual([linked('z')]);
  });
});

describe('suggestOrigins', () => {
  const current = side('b', [sea, 'Null bompenger!', city, school]);
  const suggested = (index: number) =>
    suggestOrigins(base, current, alignBlocks(base, current), index).map(
      ({ base: from, reason }) => `${from} ${reason}`,
    );

  it('D30 tells what shares its words first, and why', () => {
    const fresh = side('b', [sea, forest, school, 'At byene bygger sykkelveier.']);
    const struckCity = alignBlocks(base, fresh);
    const [best] = suggestOrigins(base, fresh, struckCity, 3);
    expect(best).toMatchObject({ base: 2, reason: 'sameWords' });
    expect(best?.score).toBeGreaterThan(0.2);
  });

  it('D30 tells what was struck at the same place though no word is the same', () => {
    expect(suggested(1)).toEqual(['1 samePlace']);
  });

  it('D30 leaves out what a person has spoken of, and where it comes from already', () => {
    const said = saying(current, { 1: [unlinked('a-1')] });
    expect(suggestOrigins(base, said, alignBlocks(base, said), 1).map(({ base: from }) => from)).not.toContain(1);
    expect(suggestOrigins(base, current, alignBlocks(base, current), 0).map(({ base: from }) => from)).not.toContain(0);
    expect(suggestOrigins(base, current, alignBlocks(base, current), 99)).toEqual([]);
  });
});
