import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendmentId, blockId, personId, programmeId } from '#shared/core/ids';
import {
  findReceived,
  MOST_AMENDMENT_BYTES,
  readAmendmentFile,
  submissionOf,
  writeAmendmentFile,
} from '#shared/schema/amendmentFile';
import { amendmentFileOf } from '../../support/amendmentFiles';
import { F, frozenLedger } from '../register/ledger';

const NAME = 'forslag.amendment';
const personOf = (name: string) => personId(`id-${name}`);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const codeOf = (content: string | Uint8Array) => {
  const read = readAmendmentFile(typeof content === 'string' ? new TextEncoder().encode(content) : content, NAME);
  return read.ok ? null : [read.failure.code, read.failure.params['file']];
};

/** A ledger with the made-up text frozen, and a file that strikes its first point. */
function received() {
  const book = frozenLedger();
  const file = amendmentFileOf({ base: book.newest.id, changes: [{ kind: 'deletion', block: blockId('p1') }] });
  return { book, file };
}

test('AF1 the file holds the names of persons, and the hash of what it holds', () => {
  const written = textOf(writeAmendmentFile(amendmentFileOf({ coProposers: [{ name: 'Odd Lom', member: false }] })));
  expect(written).toContain('Una Skarv');
  expect(JSON.parse(written)).toMatchObject({
    format: 'programrevisjon-forslag',
    version: 1,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  const command = submissionOf(amendmentFileOf(), personOf);
  expect(JSON.stringify({ ...command, proposer: '' })).not.toContain('Skarv');
  expect(command.proposer).toBe('id-Una Skarv');
});

test('AF2 reading what was written gives the same, whatever words it has', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(words, words, fc.option(words), fc.boolean(), (text, rationale, body, member) => {
      const file = amendmentFileOf({
        changes: [{ kind: 'replacement', block: blockId('b'), text }],
        rationale,
        body,
        coProposers: [{ name: 'Odd Lom', member }],
      });
      expect(readAmendmentFile(writeAmendmentFile(file), NAME)).toEqual({ ok: true, value: file });
    }),
  );
});

test('AF2 what is not ours, newer, damaged, altered or too large is named', () => {
  const whole = textOf(writeAmendmentFile(amendmentFileOf()));
  expect(codeOf('')).toEqual(['amendment-file-unrecognised', NAME]);
  expect(codeOf('{"format":"noe annet","version":1}')).toEqual(['amendment-file-unrecognised', NAME]);
  expect(codeOf('['.repeat(100_000))).toEqual(['amendment-file-unrecognised', NAME]);
  expect(codeOf(whole.replace('"version":1', '"version":2'))).toEqual(['amendment-file-newer', NAME]);
  expect(codeOf(whole.replace('Skarv', 'Lom'))).toEqual(['amendment-file-damaged', NAME]);
  expect(codeOf(whole.slice(0, -20))).toEqual(['amendment-file-unrecognised', NAME]);
  expect(codeOf(new Uint8Array(MOST_AMENDMENT_BYTES + 1))).toEqual(['amendment-file-large', NAME]);
});

test('AF2 no byte of it can be changed without being noticed', () => {
  const bytes = writeAmendmentFile(amendmentFileOf());
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const altered = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ by : byte));
      const read = readAmendmentFile(altered, NAME);
      expect(read.ok ? read.value : amendmentFileOf()).toEqual(amendmentFileOf());
    }),
    { numRuns: 500 },
  );
});

test('AF3 the same file twice is one amendment; another text under its id is refused', () => {
  const { book, file } = received();
  const find = (other = file, programme = file.programme) =>
    findReceived(other, NAME, programme, book.register.entries);
  expect(find()).toEqual({ ok: true, value: null });
  expect(book.tell(submissionOf(file, personOf))).toBeNull();
  expect(find()).toEqual({ ok: true, value: '1' });
  expect(book.tell(submissionOf(file, personOf))).toBe('amendment-exists');
  const altered = { ...file, changes: [{ kind: 'deletion', block: blockId('p2') } as const] };
  expect(find(altered)).toMatchObject({ failure: { code: 'amendment-file-differs', params: { number: '1' } } });
  expect(find(file, programmeId('et annet'))).toMatchObject({ failure: { code: 'amendment-file-elsewhere' } });
});

test('AF4 in time is what was received in time, whenever it says it was written', () => {
  const { book, file } = received();
  const deadlines = { draft: '2027-05-28T08:03:00.000Z' };
  // The ledger's clock is a minute on with each command, from 08:00: the rules are set at 08:01.
  book.tell({ type: 'setFilingRules', rules: { ...book.state.filingRules, deadlines } });
  const late = { ...file, writtenAt: '2099-01-01T00:00:00.000Z' };
  expect(book.tell(submissionOf(late, personOf))).toBeNull();
  expect(book.state.amendments.get(file.amendment)?.isLate).toBe(false);
  const early = { ...file, amendment: F(2), writtenAt: '2000-01-01T00:00:00.000Z' };
  book.tell(submissionOf({ ...early, amendment: amendmentId('på tiden') }, personOf));
  expect(book.tell(submissionOf(early, personOf))).toBeNull();
  expect(book.state.amendments.get(F(2))?.isLate).toBe(true);
});
