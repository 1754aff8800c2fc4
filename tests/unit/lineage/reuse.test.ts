import { blockId } from '#shared/core/ids';
import { makeSource } from '#shared/domain/source';
import { findReuse } from '#shared/reuse';
import { describe, expect, it } from 'vitest';
import { isRefused, viewReuse } from '../../../renderer/features/lineage/reuse';
import { madeBlock } from '../../support/revisionGenerator';

const note = makeSource(
  {
    title: 'Notat',
    period: null,
    language: 'nb',
    blocks: [
      madeBlock(
        'n1',
        'paragraph',
        'Losene skal ha vaktrom i hver havn. Fyrene skal males hvert tredje år i samme farge.',
      ),
      madeBlock('n2', 'paragraph', 'Isbryterne ligger klare fra november til mars hvert eneste år.'),
    ],
  },
  'notat.docx',
  'text',
);
const draft = [
  madeBlock('a', 'paragraph', 'Dette er noe nytt. Fyrene skal males hvert tredje år i samme farge.'),
  madeBlock('b', 'point', 'At losene har vaktrom i hver havn.'),
  madeBlock('c', 'point', 'At sjøkart er gratis.'),
];
const view = viewReuse(findReuse([note.blocks], draft), [note], draft);
const [a, b] = draft;

describe('reuse, by the blocks of the draft', () => {
  it('RU1 each block is told its sentences with those they were made from, and each source how many of the draft it gave', () => {
    expect([...view.ofBlock].map(([id, told]) => [id, told.map(({ sentence, reason }) => [sentence, reason])])).toEqual(
      [
        ['a', [['Fyrene skal males hvert tredje år i samme farge.', 'same']]],
        ['b', [['At losene har vaktrom i hver havn.', 'mood']]],
      ],
    );
    expect(view.ofBlock.get(blockId('b'))?.[0]?.originSentence).toBe('Losene skal ha vaktrom i hver havn.');
    expect(view.sentencesFrom.get(note.id)).toBe(2);
  });

  it('RU10 what a person says that it was not made from is refused in that block, and in no other', () => {
    const told = a && view.ofBlock.get(a.id)?.[0];
    const origin = note.blocks[told?.origin ?? -1]?.id;
    if (!a || !b || !told || origin === undefined) throw new Error('the reuse is not there');
    expect(isRefused(a, told)).toBe(false);
    expect(isRefused({ ...a, links: [{ origin, verdict: 'unlinked' }] }, told)).toBe(true);
    expect(isRefused({ ...a, links: [{ origin, verdict: 'linked' }] }, told)).toBe(false);
    expect(isRefused(b, told)).toBe(false);
  });
});
