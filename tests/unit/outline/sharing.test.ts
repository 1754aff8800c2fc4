import { describe, expect, it } from 'vitest';
import { createSharing } from '../../../renderer/features/outline/sharing';

describe('what is drawn again in a list', () => {
  it('is the one row that changed, and nothing where none did', () => {
    const share = createSharing(({ id, words }: { readonly id: string; readonly words: number }) => [id, words]);
    const first = share([
      { id: 'a', words: 1 },
      { id: 'b', words: 2 },
    ]);
    expect(
      share([
        { id: 'a', words: 1 },
        { id: 'b', words: 2 },
      ]),
    ).toBe(first);
    const second = share([
      { id: 'b', words: 2 },
      { id: 'a', words: 9 },
    ]);
    expect(second.map(({ words }) => words)).toEqual([2, 9]);
    expect(second[0]).toBe(first[1]);
    expect(second[1]).not.toBe(first[0]);
    expect(share([{ id: 'b', words: 2 }])).toEqual([{ id: 'b', words: 2 }]);
  });
});
