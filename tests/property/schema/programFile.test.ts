import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId, programmeId } from '#shared/core/ids';
import { appendEvents, verifyChain } from '#shared/register/chain';
import { phases } from '#shared/domain/phases';
import { readProgramFile, writeProgramFile, type ProgrammeFile } from '#shared/schema/programFile';
import { madeUpRevision } from '../../unit/register/madeUpRegister';

const partName = fc
  .stringMatching(/^[a-zæøå./_-]{1,20}$/)
  .filter((name) => !['manifest.json', 'programme.json', 'people.json', 'draft.yjs', '__proto__'].includes(name));

const files: fc.Arbitrary<ProgrammeFile> = fc
  .record({
    titles: fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
    phases: fc.array(fc.constantFrom(...phases), { maxLength: 8 }),
    names: fc.dictionary(fc.uuid(), fc.record({ name: fc.string({ unit: 'grapheme' }) }), { noNullPrototype: true }),
    draft: fc.uint8Array(),
    comments: fc.uint8Array(),
    unknown: fc.uniqueArray(fc.tuple(partName, fc.uint8Array()), { selector: ([name]) => name, maxLength: 3 }),
  })
  .map(({ titles, phases: sequence, names, draft, comments, unknown }) => ({
    programme: programmeId('prøve'),
    baseline: null,
    revisions: titles.map((title, index) => madeUpRevision(`Versjon ${String(index + 1)}`, { title })),
    entries: appendEvents(
      [],
      sequence.map((phase) => ({ type: 'phaseChanged', phase })),
      { at: '2027-05-28T08:00:00.000Z', actor: personId('p') },
    ),
    people: names,
    draft,
    comments,
    importReport: [],
    unknown: new Map(unknown),
  }));

describe('the programme file', () => {
  test('PF1 PF2 read ∘ write is the same file, and write ∘ read the same bytes', () => {
    fc.assert(
      fc.property(files, (file) => {
        const bytes = writeProgramFile(file);
        const read = readProgramFile(bytes);
        if (!read.ok) throw new Error(JSON.stringify(read.failure));
        expect(read.value).toEqual(file);
        expect(verifyChain(read.value.entries, read.value.revisions).ok).toBe(true);
        expect(writeProgramFile(read.value)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  });

  test('PF3 PF6 no single damaged byte is taken for the file, and none makes it throw', () => {
    fc.assert(
      fc.property(files, fc.nat(), fc.integer({ min: 1, max: 255 }), (file, position, flip) => {
        const bytes = writeProgramFile(file);
        const damaged = bytes.slice();
        const at = position % bytes.length;
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        const read = readProgramFile(damaged);
        // A flip in the zip's own bookkeeping (times, a name nobody promised) may leave the content whole.
        if (read.ok) expect({ ...read.value, unknown: null }).toEqual({ ...file, unknown: null });
      }),
      { numRuns: 300 },
    );
  });

  test('PF6 any bytes at all give a failure, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(readProgramFile(noise).ok).toBe(false);
        expect(readProgramFile(Uint8Array.from([0x50, 0x4b, 3, 4, ...noise])).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
