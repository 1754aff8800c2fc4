import { expect, test } from '../support/electronApp';

interface Journal {
  appendToJournal(programme: string, entry: { document: 'programme'; update: Uint8Array }): Promise<{ ok: boolean }>;
  readJournal(programme: string): Promise<{ ok: boolean; value: readonly { update: Uint8Array }[] }>;
}

test('J3 what the journal has acknowledged is there after SIGKILL', async ({ launchApp }) => {
  const first = await launchApp();
  const acknowledged = await first.window.evaluate(async () => {
    const { desktop } = window as unknown as { desktop: Journal };
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    const answers = await Promise.all(
      numbers.map((number) =>
        desktop.appendToJournal('drepeprøve', { document: 'programme', update: new Uint8Array([number]) }),
      ),
    );
    return answers.filter(({ ok }) => ok).length;
  });
  await first.kill();
  expect(acknowledged).toBe(200);

  const second = await launchApp({ userData: first.userData });
  const read = await second.window.evaluate(async () => {
    const { desktop } = window as unknown as { desktop: Journal };
    const journal = await desktop.readJournal('drepeprøve');
    return journal.value.map(({ update }) => update[0]);
  });
  expect(read).toEqual(Array.from({ length: 200 }, (_, index) => index));
});

test('J4 a program that is killed while it writes leaves a journal that can be read, with all that was acknowledged', async ({
  launchApp,
}) => {
  const first = await launchApp();
  const acknowledged = new Set<number>();
  await first.window.exposeFunction('acknowledge', (number: number) => {
    acknowledged.add(number);
  });
  await first.window.evaluate(() => {
    const { desktop, acknowledge } = window as unknown as { desktop: Journal; acknowledge: (number: number) => void };
    const write = async (number: number): Promise<void> => {
      const update = new Uint8Array(4_000).fill(number % 251);
      if ((await desktop.appendToJournal('midt i', { document: 'programme', update })).ok) acknowledge(number);
      await write(number + 1);
    };
    void write(0);
  });
  await expect.poll(() => acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(50);
  await first.kill();

  const second = await launchApp({ userData: first.userData });
  const read = await second.window.evaluate(async () => {
    const { desktop } = window as unknown as { desktop: Journal };
    return (await desktop.readJournal('midt i')).value.map(({ update }) => [update.length, update[0]]);
  });
  expect(read.length).toBeGreaterThanOrEqual(acknowledged.size);
  expect(read).toEqual(read.map((_, index) => [4_000, index % 251]));
});
