import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { failure, type Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import type { exportFailures } from '#shared/export/failures';

export type TypesettingFailureCode = Extract<keyof typeof exportFailures, `typesetting-${string}`>;

export interface TypesetOptions {
  /**
   * A folder (searched with its subfolders) that holds the fonts. A packaged program gives the one it was shipped with; without it the
   * fonts are taken from the packages `@expo-google-fonts/*`, as in development.
   */
  readonly fontFolder?: string;
  /** Seconds since 1970; only where the paper itself names no date. */
  readonly createdAt?: number;
}

/** The cuts that the papers use. The build copies these folders to `<resources>/fonts`. */
export const fontFolders = [
  ['@expo-google-fonts/source-serif-4', '400Regular'],
  ['@expo-google-fonts/source-serif-4', '400Regular_Italic'],
  ['@expo-google-fonts/source-serif-4', '600SemiBold'],
  ['@expo-google-fonts/inter', '400Regular'],
  ['@expo-google-fonts/inter', '600SemiBold'],
] as const;

function developmentFonts(): readonly string[] {
  const require = createRequire(import.meta.url);
  return fontFolders.flatMap(([name, cut]) => {
    try {
      const folder = join(dirname(require.resolve(`${name}/package.json`)), cut);
      return existsSync(folder) ? [folder] : [];
    } catch {
      return [];
    }
  });
}

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');
type Compiler = ReturnType<Typst['NodeCompiler']['create']>;

/** Loading the fonts costs some 30 ms, so a compiler is kept for each set of them. */
const compilers = new Map<string, Compiler>();

async function compilerFor(fontPaths: readonly string[]): Promise<Compiler> {
  const key = fontPaths.join('\n');
  const kept = compilers.get(key);
  if (kept !== undefined) return kept;
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: workspaceFolder, fontArgs: [{ fontPaths: [...fontPaths] }] });
  compilers.set(key, compiler);
  return compiler;
}

/** A folder that does not exist: a paper can read the files it came with, and nothing of the machine's. */
const workspaceFolder = join(process.platform === 'win32' ? 'C:\\' : '/', 'programrevisjon-papers-without-a-folder');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Sets the files of a paper (`main.typ` and what it imports) as a tagged PDF that conforms to PDF/UA-1. The same files give the same
 * bytes. Fails where the typesetter is missing or does not accept the source; never throws.
 */
export async function typeset(
  files: Readonly<Record<string, string>>,
  { fontFolder, createdAt = 0 }: TypesetOptions = {},
): Promise<Result<Uint8Array, Failure<TypesettingFailureCode>>> {
  let compiler: Compiler;
  try {
    compiler = await compilerFor(fontFolder === undefined ? developmentFonts() : [fontFolder]);
  } catch (error) {
    return fail(failure('typesetting-unavailable', { detail: messageOf(error) }));
  }
  try {
    for (const [name, source] of Object.entries(files)) compiler.addSource(join(workspaceFolder, name), source);
    const result = compiler.compile({ mainFilePath: join(workspaceFolder, 'main.typ') });
    const document = result.result;
    if (document === null) {
      const problems = result.takeDiagnostics();
      const details = problems === null ? 'no diagnostics' : JSON.stringify(compiler.fetchDiagnostics(problems));
      return fail(failure('typesetting-failed', { detail: details.slice(0, 500) }));
    }
    return ok(new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt })));
  } catch (error) {
    return fail(failure('typesetting-failed', { detail: messageOf(error).slice(0, 500) }));
  } finally {
    compiler.resetShadow();
    compiler.evictCache(10);
  }
}
