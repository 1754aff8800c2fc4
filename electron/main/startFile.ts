import { resolve } from 'node:path';

/**
 * The file named on the command line, as an absolute path, or `null`. A packaged program's first argument is the file; in development
 * the first is the application's own folder. Switches (`--…`) are Chromium's.
 */
export function fileOnCommandLine(argv: readonly string[], isPackaged: boolean, workingFolder: string): string | null {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-'));
  const file = named[isPackaged ? 0 : 1];
  return file === undefined || file === '' ? null : resolve(workingFolder, file);
}
