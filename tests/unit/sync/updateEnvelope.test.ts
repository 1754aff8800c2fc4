import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapUpdate, wrapUpdate } from '#shared/schema/updateEnvelope';

const enveloped = fc.record({
  sequence: fc.integer({ min: 1, max: 2 ** 40 }),
  update: fc.uint8Array({ maxLength: 200 }),
});

describe('the envelope of stored updates', () => {
  it('SY8 gives back what was put in it', () => {
    fc.assert(
      fc.property(enveloped, (given) => {
        expect(unwrapUpdate(wrapUpdate(given))).toEqual({ ok: true, value: given });
      }),
    );
  });

  it('SY8 notices every changed byte', () => {
    fc.assert(
      fc.property(enveloped, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, place, flip) => {
        const bytes = wrapUpdate(given);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(unwrapUpdate(bytes).ok).toBe(false);
      }),
    );
  });

  it('SY8 notices every missing and every added byte', () => {
    fc.assert(
      fc.property(enveloped, fc.nat(), (given, cut) => {
        const bytes = wrapUpdate(given);
        expect(unwrapUpdate(bytes.subarray(0, cut % bytes.length)).ok).toBe(false);
        expect(unwrapUpdate(new Uint8Array([...bytes, 0])).ok).toBe(false);
      }),
    );
  });

  it('SY8 reads from the middle of a larger buffer', () => {
    const bytes = wrapUpdate({ sequence: 7, update: new Uint8Array([1, 2, 3]) });
    const larger = new Uint8Array([9, 9, ...bytes, 9]);
    expect(unwrapUpdate(larger.subarray(2, 2 + bytes.length))).toMatchObject({ ok: true, value: { sequence: 7 } });
  });
});
