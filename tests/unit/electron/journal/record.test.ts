import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedDocuments } from '#shared/ipc/platform';
import { decodeRecords, encodeRecord, encodeRecords } from '../../../../electron/main/journal/record';

const entry = fc.record({ document: fc.constantFrom(...sharedDocuments), update: fc.uint8Array({ maxLength: 60 }) });
const entries = fc.array(entry, { maxLength: 8 });

describe('journal records', () => {
  it('J1 J2 what is written is read again, in order', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const bytes = encodeRecords(written, 0);
        expect(decodeRecords(bytes)).toEqual({ entries: written, wholeBytes: bytes.byteLength });
      }),
    );
  });

  it('J4 a journal cut anywhere gives the whole records before the cut', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (written, at) => {
        const bytes = encodeRecords(written, 0);
        const cut = bytes.subarray(0, at % (bytes.byteLength + 1));
        const read = decodeRecords(cut);
        expect(read.entries).toEqual(written.slice(0, read.entries.length));
        const next = written[read.entries.length];
        if (next !== undefined) {
          expect(cut.byteLength - read.wholeBytes).toBeLessThan(encodeRecord(next, 0).byteLength);
        }
      }),
    );
  });

  it('J4 a changed byte ends the reading at its own record', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (written, at, change) => {
          const bytes = encodeRecords(written, 0);
          const place = at % bytes.byteLength;
          bytes[place] = (bytes[place] ?? 0) ^ change;
          const read = decodeRecords(bytes);
          expect(read.wholeBytes).toBeLessThanOrEqual(place);
          expect(read.entries).toEqual(written.slice(0, read.entries.length));
        },
      ),
    );
  });

  it('J2 a record out of sequence ends the reading', () => {
    const one = { document: 'programme', update: new Uint8Array([1]) } as const;
    const bytes = new Uint8Array([...encodeRecord(one, 0), ...encodeRecord(one, 2)]);
    expect(decodeRecords(bytes).entries).toEqual([one]);
  });

  it('J4 any bytes give an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeRecords(bytes).wholeBytes).toBeLessThanOrEqual(bytes.byteLength);
      }),
    );
  });
});
