import { crc32 } from 'node:zlib';
import type { JournalEntry, SharedDocument } from '../../../shared/ipc/platform';
import { sharedDocuments } from '../../../shared/ipc/platform';

const headerBytes = 13;
const checkedFrom = 8;
const sequenceAt = 8;
const documentAt = 12;

/** One entry as it stands on the disk (J1). */
export function encodeRecord(entry: JournalEntry, sequence: number): Uint8Array {
  const record = new Uint8Array(headerBytes + entry.update.byteLength);
  const view = new DataView(record.buffer);
  view.setUint32(0, entry.update.byteLength, true);
  view.setUint32(sequenceAt, sequence, true);
  view.setUint8(documentAt, sharedDocuments.indexOf(entry.document));
  record.set(entry.update, headerBytes);
  view.setUint32(4, crc32(record.subarray(checkedFrom)), true);
  return record;
}

export function encodeRecords(entries: readonly JournalEntry[], firstSequence: number): Uint8Array {
  const records = entries.map((entry, index) => encodeRecord(entry, firstSequence + index));
  const whole = new Uint8Array(records.reduce((sum, record) => sum + record.byteLength, 0));
  let offset = 0;
  for (const record of records) {
    whole.set(record, offset);
    offset += record.byteLength;
  }
  return whole;
}

export interface DecodedJournal {
  readonly entries: readonly JournalEntry[];
  /** Offset after the last whole record; what follows is torn or damaged. */
  readonly wholeBytes: number;
}

/** Reads the whole records from the start (J4). Total: any bytes give an answer. */
export function decodeRecords(bytes: Uint8Array): DecodedJournal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: JournalEntry[] = [];
  let offset = 0;
  while (bytes.byteLength - offset >= headerBytes) {
    const end = offset + headerBytes + view.getUint32(offset, true);
    if (end > bytes.byteLength) break;
    if (view.getUint32(offset + 4, true) !== crc32(bytes.subarray(offset + checkedFrom, end))) break;
    if (view.getUint32(offset + sequenceAt, true) !== entries.length) break;
    const document: SharedDocument | undefined = sharedDocuments[view.getUint8(offset + documentAt)];
    if (document === undefined) break;
    entries.push({ document, update: new Uint8Array(bytes.subarray(offset + headerBytes, end)) });
    offset = end;
  }
  return { entries, wholeBytes: offset };
}
