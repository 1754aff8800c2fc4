import { afterEach, expect, it, vi } from 'vitest';
import { untilIdle } from '../../../renderer/ui/untilIdle';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('a window that cannot tell when it is at rest, as in Safari, goes on after its next frame', async () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  vi.stubGlobal('requestAnimationFrame', (painted: () => void) => setTimeout(painted, 0));
  await expect(untilIdle(1_000)).resolves.toBeUndefined();
});

it('elsewhere it waits for the browser to say so, for as long as it is told', async () => {
  const ask = vi.fn((idle: () => void) => {
    idle();
    return 1;
  });
  vi.stubGlobal('requestIdleCallback', ask);
  await untilIdle(1_000);
  expect(ask).toHaveBeenCalledWith(expect.any(Function), { timeout: 1_000 });
});
