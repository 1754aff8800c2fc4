import { describe, expect, it } from 'vitest';
import { alignBlocks, changesByBlock, recompareTyped } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { formatRun } from '../../support/drafts';
import { madeBlock } from '../../support/revisionGenerator';

const base: readonly Block[] = [
  madeBlock('h', 'heading', 'Helse'),
  madeBlock('a', 'point', 'vakten skal bli bedre, se pkt. 1.2'),
  madeBlock('b', 'point', 'kortere køer for alle pasienter'),
];
/** A point came between, so that what was 1.2 is 1.3 now. */
const current = (text: string, target = 'b'): readonly Block[] => [
  madeBlock('h', 'heading', 'Helse'),
  {
    ...madeBlock('a', 'point', text),
    formats: [formatRun(text.indexOf('pkt.'), text.length, { link: `block:${target}` })],
  },
  madeBlock('n', 'point', 'flere fastleger i distriktene'),
  madeBlock('b', 'point', 'kortere køer for alle pasienter'),
];
const changeOf = (blocks: readonly Block[]) => {
  const alignment = alignBlocks(base, blocks);
  return alignment.changes.find(({ current: indices }) => indices.includes(1));
};

describe('a reference that has another number', () => {
  it('D37 is no rewording while it leads to the same block; its tokens spell both numbers', () => {
    const change = changeOf(current('vakten skal bli bedre, se pkt. 1.3'));
    expect(change?.kind).toBe('unchanged');
    const spelled = (sign: '+' | '-'): string =>
      (change?.tokens ?? []).map(([mark, words]) => (mark === '=' || mark === sign ? words : '')).join('');
    expect(spelled('-')).toBe('vakten skal bli bedre, se pkt. 1.2');
    expect(spelled('+')).toBe('vakten skal bli bedre, se pkt. 1.3');
  });

  it('D37 is one where it leads elsewhere now, and where other words changed too', () => {
    expect(changeOf(current('vakten skal bli bedre, se pkt. 1.2', 'n'))?.kind).toBe('unchanged');
    expect(changeOf(current('vakten skal bli bedre, se pkt. 1.1', 'h'))?.kind).toBe('reworded');
    expect(changeOf(current('vakten må bli bedre, se pkt. 1.3'))?.kind).toBe('reworded');
  });

  it('D37 holds after typing, too', () => {
    const blocks = current('vakten må bli bedre, se pkt. 1.3');
    const alignment = alignBlocks(base, blocks);
    const typed = current('vakten skal bli bedre, se pkt. 1.3');
    const [again] = recompareTyped(alignment, changesByBlock(alignment, typed.length), base, typed, [1]);
    expect(again?.[1].kind).toBe('unchanged');
  });
});
