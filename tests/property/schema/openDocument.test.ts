import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import { defaultLineSettings } from '#shared/domain/lines';
import { draftContent, seedDraft } from '#shared/schema/draft';
import { documentBytes, newDocument, openDocument } from '#shared/schema/programFileDraft';

const bytes = documentBytes(
  newDocument((doc) => {
    const blocks = ['Hagen er åpen', 'At bedene vannes', 'At grinden males'].map((text, index) => ({
      id: blockId(`b${String(index)}`),
      kind: 'point' as const,
      level: null,
      marker: 'auto',
      text,
      origins: [],
      footnoteRefs: [],
    }));
    seedDraft(doc, { title: 'Hage', period: null, language: 'nb', blocks });
  }),
);

describe('a draft from a file', () => {
  test('PF8 whatever the bytes are, it is a document that can be read, or a failure that names the part', () => {
    const flips = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(flips, fc.nat({ max: bytes.length }), fc.boolean(), (altered, end, cut) => {
        const damaged = bytes.slice(0, cut ? end : bytes.length);
        for (const [at, flip] of altered) if (at < damaged.length) damaged[at] = (damaged[at] ?? 0) ^ flip;
        const opened = openDocument(damaged, 'draft.yjs');
        if (opened.ok) expect(Array.isArray(draftContent(opened.value, defaultLineSettings).blocks)).toBe(true);
        else expect(opened.failure).toEqual({ code: 'program-part-damaged', params: { part: 'draft.yjs' } });
      }),
      { numRuns: 2000, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: true },
    );
  });
});
