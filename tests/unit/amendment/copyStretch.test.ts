import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/block';
import { scopeAround, writtenIn } from '../../../renderer/features/amendments/scope';
import { revisionOf } from '../../support/amendmentCases';

const revision = revisionOf(`
  = Program
  # Fag
  - At alle får tid til fag.
  # Lønn
  - At lønnen følger prisene.
`);
const [, heading, point] = revision.blocks;
if (!heading || !point) throw new Error('a chapter expected');
const all = scopeAround(revision, point.id, 'all');
const chapter = scopeAround(revision, point.id, 'chapter');
const texts = (blocks: readonly Block[] | null) => blocks?.map(({ text }) => text) ?? null;

describe('what is written in one stretch of the text', () => {
  const inChapter = [
    { ...heading, marker: '1' },
    { ...point, text: 'Nytt.' },
  ];

  it('AF8 goes along to the whole text, with the number of its chapter counted again, and back', () => {
    const inAll = writtenIn(revision, chapter, inChapter, all);
    expect(texts(inAll)).toEqual(['Program', 'Fag', 'Nytt.', 'Lønn', 'At lønnen følger prisene.']);
    expect(inAll?.[1]?.marker).toBe(heading.marker);
    expect(texts(writtenIn(revision, all, inAll ?? [], chapter))).toEqual(['Fag', 'Nytt.']);
  });

  it('AF8 has no room in the chapter as long as something else is changed', () => {
    const elsewhere = revision.blocks.map((block) => ({ ...block, text: block.text.replace('prisene', 'veksten') }));
    expect(writtenIn(revision, all, elsewhere, chapter)).toBeNull();
    expect(writtenIn(revision, all, revision.blocks.slice(0, -1), chapter)).toBeNull();
    expect(writtenIn(revision, all, revision.blocks.slice(0, 1), chapter)).toBeNull();
  });

  it('AF8 may have struck all of the chapter, or added to it', () => {
    const struck = revision.blocks.filter(({ id }) => id !== heading.id && id !== point.id);
    expect(texts(writtenIn(revision, all, struck, chapter))).toEqual([]);
    expect(texts(writtenIn(revision, chapter, [], all))).toEqual(texts(struck));
    expect(writtenIn(revision, chapter, [...inChapter, { ...point, text: 'Ett til.' }], all)).toHaveLength(6);
  });
});
