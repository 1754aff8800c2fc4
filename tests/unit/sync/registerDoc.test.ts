import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { personId } from '#shared/core/ids';
import { appendEvents } from '#shared/register';
import { personIn, readRegisterDoc, writeRegisterDoc } from '#shared/schema/registerDoc';

const at = '2027-05-28T08:15:00.000Z';
const entries = appendEvents(
  [],
  [
    { type: 'phaseChanged', phase: 'hearing' },
    { type: 'phaseChanged', phase: 'voting' },
    { type: 'phaseChanged', phase: 'adopted' },
  ],
  { at, actor: null },
);
const sync = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('the register room', () => {
  it('gives back what was appended, in order', () => {
    const doc = new Y.Doc();
    writeRegisterDoc(doc, { entries: entries.slice(0, 1), people: { p1: { name: 'Kari' } } });
    writeRegisterDoc(doc, { entries: entries.slice(1) });
    expect(readRegisterDoc(doc)).toEqual({
      entries,
      revisions: [],
      baseline: null,
      people: { p1: { name: 'Kari' } },
      importReport: [],
    });
    expect(personIn(doc, personId('p1'))).toEqual({ name: 'Kari' });
  });

  it('the same written in two places is there once', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    writeRegisterDoc(a, { entries });
    writeRegisterDoc(b, { entries: entries.slice(0, 2) });
    sync(a, b);
    expect(readRegisterDoc(a).entries).toEqual(entries);
    expect(readRegisterDoc(b).entries).toEqual(entries);
  });

  it('what was appended is never written over; a name may be corrected', () => {
    const doc = new Y.Doc();
    writeRegisterDoc(doc, { entries, people: { p1: { name: 'Kari' } } });
    const [first] = entries;
    if (first) writeRegisterDoc(doc, { entries: [{ ...first, hash: 'other' }], people: { p1: { name: 'Kari P.' } } });
    expect(readRegisterDoc(doc).entries).toEqual(entries);
    expect(readRegisterDoc(doc).people).toEqual({ p1: { name: 'Kari P.' } });
  });

  it('a register that has partly arrived reads as a shorter one', () => {
    const doc = new Y.Doc();
    writeRegisterDoc(doc, { entries: entries.filter(({ seq }) => seq !== 2) });
    expect(readRegisterDoc(doc).entries).toEqual(entries.slice(0, 1));
  });
});
