import { describe, expect, test } from 'vitest';
import { putTogether, takeApart } from '../../../renderer/workers/paperTexts';
import { meeting } from './meeting';

describe('E2 what a paper is made from goes to the worker without its texts', () => {
  test('E2 and comes together there as it was, with the texts that the worker keeps', () => {
    const input = { ...meeting(true), revisions: [meeting().newest, ...(meeting().revisions ?? [])] };
    for (const whole of [input, { ...input, baseline: null }, { ...input, revisions: [] }]) {
      const apart = takeApart(whole);
      expect(JSON.stringify(apart.input)).not.toContain('"blocks":[{"id":"b');
      expect(putTogether(apart)).toEqual(whole);
      expect(putTogether(apart).newest.blocks).toBe(whole.newest.blocks);
    }
  });
});
