import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type {
  NodeCompiler as Compiler,
  NodeTypstDocument as TypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler';
import { failure, type Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import type { exportFailures } from '#shared/export/failures';
import type { TypesetPurpose } from '#shared/ipc/platform';
import { claimUniversalAccess } from './pdfClaims';

export type TypesettingFailureCode = Extract<keyof typeof exportFailures, `typesetting-${string}`>;

export interface TypesetOptions {
  /**
   * A folder (searched with its subfolders) that holds the fonts. A packaged program gives the one it was shipped with; without it the
   * fonts are taken from the packages `@expo-google-fonts/*`, as in development.
   */
  readonly fontFolder?: string;
  /** Seconds since 1970; only where the paper itself names no date. */
  readonly createdAt?: number;
  /** By default `paper`. */
  readonly purpose?: TypesetPurpose;
}

/** The cuts that the papers use. The build copies these folders to `<resources>/fonts`. */
export const fontFolders = [
  ['@expo-google-fonts/source-serif-4', '400Regular'],
  ['@expo-google-fonts/source-serif-4', '400Regular_Italic'],
  ['@expo-google-fonts/source-serif-4', '600SemiBold'],
  ['@expo-google-fonts/inter', '400Regular'],
  ['@expo-google-fonts/inter', '600SemiBold'],
  // Names in other scripts and signs of feeling, which neither of the two has.
  ['@expo-google-fonts/noto-sans-arabic', '400Regular'],
  ['@expo-google-fonts/noto-sans-hebrew', '400Regular'],
  ['@expo-google-fonts/noto-emoji', '400Regular'],
] as const;

/**
 * The fonts are read here and handed over as bytes: the typesetter is native and could not look into the archive of a packaged program,
 * which `node:fs` can.
 */
function readFonts(fontFolder: string | null): readonly Buffer[] {
  const folders = fontFolder === null ? developmentFolders() : [fontFolder];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ttf|otf)$/i.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name))),
  );
}

function developmentFolders(): readonly string[] {
  const require = createRequire(import.meta.url);
  return fontFolders.map(([name, cut]) => join(dirname(require.resolve(`${name}/package.json`)), cut));
}

/** Loading the fonts costs some 30 ms, so a compiler is kept for each folder of them. */
const compilers = new Map<string | null, Compiler>();

async function compilerFor(fontFolder: string | null): Promise<Compiler> {
  const kept = compilers.get(fontFolder);
  if (kept !== undefined) return kept;
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({
    workspace: workspaceFolder,
    fontArgs: [{ fontBlobs: [...readFonts(fontFolder)] }],
  });
  compilers.set(fontFolder, compiler);
  return compiler;
}

/** A folder that does not exist: a paper can read the files it came with, and nothing of the machine's. */
const workspaceFolder = join(process.platform === 'win32' ? 'C:\\' : '/', 'programrevisjon-papers-without-a-folder');

/**
 * PDF/UA-1 and PDF/A refuse a text with a sign that no font at hand has (a rare script), and what the typesetter does not know how to tag. Such a paper is
 * better printed without the promise than not at all.
 */
const withoutTheStandard = /could not be displayed|PDF\/(?:UA|A)-\d/;

function writePdf(compiler: Compiler, document: TypstDocument, createdAt: number, purpose: TypesetPurpose): Uint8Array {
  if (purpose !== 'paper') {
    return new Uint8Array(compiler.pdf(document, { pdfTags: false, creationTimestamp: createdAt }));
  }
  try {
    // Each is a check of its own, and the file that is kept has passed both.
    const accessible = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt });
    const lasting = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: createdAt });
    return new Uint8Array(claimUniversalAccess(lasting) ?? accessible);
  } catch (error) {
    if (!withoutTheStandard.test(messageOf(error))) throw error;
    return new Uint8Array(compiler.pdf(document, { creationTimestamp: createdAt }));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Sets the files of a paper (`main.typ` and what it imports) as a tagged PDF that conforms to PDF/UA-1 and PDF/A-2a, as long as the fonts
 * have all its signs. The same files give the same bytes. Fails where the typesetter is missing or does not accept the source; never throws.
 */
export async function typeset(
  files: Readonly<Record<string, string>>,
  { fontFolder, createdAt = 0, purpose = 'paper' }: TypesetOptions = {},
): Promise<Result<Uint8Array, Failure<TypesettingFailureCode>>> {
  let compiler: Compiler;
  try {
    compiler = await compilerFor(fontFolder ?? null);
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
    return ok(writePdf(compiler, document, createdAt, purpose));
  } catch (error) {
    return fail(failure('typesetting-failed', { detail: messageOf(error).slice(0, 500) }));
  } finally {
    compiler.resetShadow();
    compiler.evictCache(10);
  }
}
