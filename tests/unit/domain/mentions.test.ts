import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId } from '#shared/core/ids';
import { mentionParts, mentions, storeMentions } from '#shared/domain/mentions';

const people = [
  { person: personId('p1'), name: 'Kari' },
  { person: personId('p2'), name: 'Kari Ås' },
];
const nameOf = (person: string) => people.find((one) => one.person === person)?.name ?? null;

describe('Mentions', () => {
  it('CM7 a mentioned name is stored as an id, the longest name that fits, and no part of a word', () => {
    expect(storeMentions('@Kari Ås og @Kari, men ikke @Karine eller post@Kari', people)).toBe(
      '@[p2] og @[p1], men ikke @Karine eller post@Kari',
    );
    expect(mentions('@[p2] ser på det', personId('p2'))).toBe(true);
    expect(mentions('@[p2] ser på det', personId('p1'))).toBe(false);
  });

  it('CM7 a name that was erased is not shown', () => {
    expect(mentionParts('Spør @[p9].', nameOf)).toEqual([
      { type: 'text', text: 'Spør ' },
      { type: 'mention', person: 'p9', name: null },
      { type: 'text', text: '.' },
    ]);
  });

  it('CM7 what is written reads as it was written', () => {
    const piece = fc.constantFrom('@', 'Kari', ' Ås', 'Ås', ' ', 'ine', '.', '[', ']', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const written = pieces.join('');
        const read = mentionParts(storeMentions(written, people), nameOf)
          .map((part) => (part.type === 'text' ? part.text : `@${part.name ?? ''}`))
          .join('');
        expect(read).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });
});
