// `npm run -s cli -- …`: runs the built command line, and builds it first where that has not been done.
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/programrevisjon.js', import.meta.url);
if (!existsSync(built)) {
  const { buildCli } = await import('./build-cli.mjs');
  await buildCli();
}
await import(built.href);
