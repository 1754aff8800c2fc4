/** What Electron runs when it is given an application's folder: the part of its own default app that we need. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// `-r <module>`, as Electron's own: Playwright loads its part first, which also takes its switches out of the arguments.
const requireAt = process.argv.indexOf('-r');
const preloaded = requireAt === -1 ? undefined : process.argv[requireAt + 1];
if (preloaded !== undefined) createRequire(import.meta.url)(preloaded);

const application = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = resolve(application ?? '.');
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

app.setName(description.productName ?? description.name);
app.setVersion(description.version ?? '0.0.0');
app.setAppPath(folder);

try {
  // Awaited at the top, so that Electron becomes ready only after the application has said what must be said before that.
  await import(pathToFileURL(join(folder, description.main)).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
