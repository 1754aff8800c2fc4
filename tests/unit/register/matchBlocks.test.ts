import { describe, expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import type { Block } from '#shared/domain/block';
import { matchBlocks } from '#shared/register/matchBlocks';
import { madeUpBlock, madeUpContent } from './madeUpRegister';

const base: readonly Block[] = madeUpContent().blocks.map((block) => ({
  ...block,
  origins: [blockId(`old-${block.id}`)],
}));
const written = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text, index) =>
    madeUpBlock(`w${String(index)}`, base.find((block) => block.text === text)?.kind ?? 'point', text),
  );
const match = (texts: readonly string[]) => matchBlocks(base, written(...texts), countingIds('new-'));
const texts = base.map((block) => block.text);

describe('a text written elsewhere', () => {
  test('H17 the same text keeps every identity and lineage', () => {
    expect(match(texts)).toEqual(base);
  });

  test('H17 a reworded, a moved and a new block', () => {
    const now = match([
      ...texts.slice(0, 3),
      'At redskap deles mellom medlemmene',
      'At alle bed vannes tidlig om kvelden',
      'At det plantes tre nye epletrær ved porten hvert eneste år',
      'At komposten er åpen for alle',
    ]);
    expect(now.map(({ id }) => id)).toEqual(['t', 'h1', 'l1', 'p3', 'p1', 'new-1', 'p2']);
    expect(now[5]?.origins).toEqual([]);
    expect(now[3]?.origins).toEqual(['old-p3']);
  });

  test('H17 the first half of a divided block keeps its id, and both halves its lineage', () => {
    const long = madeUpBlock(
      'a',
      'paragraph',
      'Hagen er åpen for alle hele året. Portene låses når det blir mørkt ute.',
    );
    const parts = [
      madeUpBlock('w1', 'paragraph', 'Hagen er åpen for alle hele året.'),
      madeUpBlock('w2', 'paragraph', 'Portene låses når det blir mørkt ute.'),
    ];
    const divided = matchBlocks([{ ...long, origins: [blockId('o')] }], parts, countingIds('new-'));
    expect(divided.map(({ id, origins }) => [id, ...origins])).toEqual([
      ['a', 'o'],
      ['new-1', 'o'],
    ]);
    const joined = matchBlocks(parts, [{ ...long, id: blockId('w9') }], countingIds('new-'));
    expect(joined.map(({ id }) => id)).toEqual(['w1']);
  });

  test('H17 a chapter that is written anew is the same chapter, whatever it is called now', () => {
    const chapter = [
      { ...madeUpBlock('h', 'heading', 'Gjerder og porter'), level: 1 },
      madeUpBlock('p', 'point', 'At portene males hvert år'),
    ];
    const anew = [
      { ...madeUpBlock('w1', 'heading', 'Inngang'), level: 1 },
      madeUpBlock('w2', 'point', 'Nøkler leveres tilbake i november'),
    ];
    expect(matchBlocks(chapter, anew, countingIds('new-')).map(({ id }) => id)).toEqual(['h', 'new-1']);
  });

  test('H17 the words are exactly those written, whatever they were matched with', () => {
    const rewritten = ['Helt andre ord', ...texts.slice(2, 5), 'At komposten er åpen for alle'];
    const now = match(rewritten);
    expect(now.map(({ text }) => text)).toEqual(rewritten);
    expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
  });
});
