import { writeAll } from './files';
import type { Command, Problem } from './outcome';

/** Each command is loaded when it is asked for: starting must not cost what `serve` or a PDF costs. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  import: () => import('./commands/import'),
  compare: () => import('./commands/compare'),
  amend: () => import('./commands/amend'),
  amendments: () => import('./commands/amendments'),
  order: () => import('./commands/order'),
  decide: () => import('./commands/decide'),
  revise: () => import('./commands/revise'),
  'next-period': () => import('./commands/nextPeriod'),
  export: () => import('./commands/export'),
  template: () => import('./commands/template'),
  sources: () => import('./commands/sources'),
  verify: () => import('./commands/verify'),
  serve: () => import('./commands/serve'),
};

const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) =>
    stream.write(text, () => {
      resolve();
    }),
  );

async function stopWith({ exit, line }: Problem): Promise<void> {
  process.exitCode = exit;
  await write(process.stderr, `${line}\n`);
}

async function main(args: readonly string[]): Promise<void> {
  const [name = '', ...rest] = args;
  const known = Object.keys(commands).join(', ');
  if (name === '--help' || name === '-h') {
    const all = await Promise.all(Object.values(commands).map(async (load) => (await load()).command));
    const lines = all.flatMap(({ usage, details = [] }) => [
      `programrevisjon ${usage}`,
      ...details.map((detail) => `    ${detail}`),
    ]);
    await write(process.stdout, lines.map((line) => `${line}\n`).join(''));
    return;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const line =
      name === ''
        ? `Bruk: programrevisjon <kommando>; kommandoene er ${known}.`
        : `Ukjent kommando «${name}»; kommandoene er ${known}.`;
    await stopWith({ exit: 2, line });
    return;
  }
  const { command } = await load();
  const outcome = await command.run(rest);
  if (!outcome.ok) {
    await stopWith(outcome.failure);
    return;
  }
  const { files, stdout, remarks = [] } = outcome.value;
  const written = await writeAll(files);
  if (!written.ok) {
    await stopWith(written.failure);
    return;
  }
  for (const remark of remarks) await write(process.stderr, `${remark}\n`);
  if (stdout !== '') await write(process.stdout, stdout);
}

// A reader that stops early (`| head`) is no fault of ours.
process.stdout.on('error', () => undefined);
await main(process.argv.slice(2)).catch((error: unknown) => {
  const what = error instanceof Error ? error.message : String(error);
  return stopWith({
    exit: 3,
    line: `Uventet feil (${what.replace(/\s+/g, ' ')}). Ingenting er skrevet; meld fra om den.`,
  });
});
