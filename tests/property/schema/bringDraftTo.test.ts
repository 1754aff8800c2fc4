import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { readDraft, seedDraft } from '#shared/schema/draft';
import { bringDraftTo, documentBytes, newDocument, openDocument } from '#shared/schema/programFileDraft';

const words = fc.array(fc.constantFrom('at', 'hagen', 'skal', 'være', 'åpen', 'for', 'alle', '👩‍🌾', '–'), {
  minLength: 1,
  maxLength: 12,
});
const text: fc.Arbitrary<Block> = fc.record({
  id: fc.nat({ max: 9 }).map((n) => blockId(`b${String(n)}`)),
  kind: fc.constantFrom('paragraph' as const, 'point' as const, 'leadIn' as const),
  level: fc.constant(null),
  marker: fc.constantFrom(null, 'auto', '•'),
  text: words.map((list) => list.join(' ')),
  origins: fc.constant([]),
  footnoteRefs: fc.constant([]),
});
const blocks = fc.uniqueArray(text, { selector: ({ id }) => id, minLength: 1, maxLength: 8 });
const shape = (list: readonly Block[]) => list.map(({ id, kind, marker, text: shown }) => [id, kind, marker, shown]);

describe('bringing a draft to a text', () => {
  test('PF7 the draft reads as the text, also after it was stored; what is there already is not written again', () => {
    fc.assert(
      fc.property(blocks, blocks, (before, wanted) => {
        const doc = newDocument((empty) => {
          seedDraft(empty, { title: 'Hage', period: null, language: 'nb', blocks: before });
        });
        bringDraftTo(doc, wanted);
        expect(shape(readDraft(doc))).toEqual(shape(wanted));
        const bytes = documentBytes(doc);
        const reopened = openDocument(bytes, 'draft.yjs');
        expect(reopened.ok && shape(readDraft(reopened.value))).toEqual(shape(wanted));
        bringDraftTo(doc, wanted);
        expect(documentBytes(doc)).toEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });
});
