import { strToU8, zipSync } from 'fflate';
import type { Failure, Language } from '#shared/core/failure';
import { sha256Hex } from '#shared/core/hash';
import type { Result } from '#shared/core/result';
import type { ExportInput, Format, View } from '#shared/export';
import type { Template } from '#shared/export/template';
import { describeFailure } from '#shared/messages/describe';
import { fileNameOf, type MadePaper } from './paper';

/** The papers that a meeting is sent, in the formats that are read and edited. */
const meetingFormats = ['pdf', 'docx'] as const satisfies readonly Format[];

export interface PaperSetRequest {
  readonly views: readonly View[];
  readonly title: string;
  readonly template: Template;
  readonly language: Language;
  inputFor(view: View): ExportInput;
  make(view: View, format: Format, input: ExportInput): Promise<Result<MadePaper, Failure>>;
  onProgress(done: number, all: number): void;
  /** Asked between two papers. */
  isCancelled(): boolean;
}

export interface PaperSet {
  /** The papers and the list of them. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly generatedAt: ExportInput['generatedAt'] | null;
  readonly papers: number;
  /** Papers that could not be made, each with the sentence that says why. */
  readonly leftOut: readonly string[];
}

/**
 * All papers, with a list of what is in it: names, sizes and hashes (`manifest.json`), so that a print can be checked against what
 * was sent. `null` where it was cancelled. A paper that cannot be made is left out and told, and the others are made all the same.
 */
export async function makePaperSet(request: PaperSetRequest): Promise<PaperSet | null> {
  const { views, title, template, language } = request;
  const jobs = views.flatMap((view) => meetingFormats.map((format) => ({ view, format })));
  const files: { name: string; bytes: Uint8Array }[] = [];
  const listed: object[] = [];
  const leftOut: string[] = [];
  let madeFrom: ExportInput | null = null;
  for (const [done, { view, format }] of jobs.entries()) {
    if (request.isCancelled()) return null;
    request.onProgress(done, jobs.length);
    const input = request.inputFor(view);
    madeFrom ??= input;
    const paper = template.papers[view].title;
    const made = await request.make(view, format, input);
    if (!made.ok) {
      leftOut.push(`${paper} (${format}): ${describeFailure(made.failure, language)}`);
      continue;
    }
    const { bytes, extension } = made.value;
    const name = fileNameOf(title, paper, extension);
    files.push({ name, bytes });
    listed.push({ name, view, format, revision: input.newest.id, bytes: bytes.length, sha256: sha256Hex(bytes) });
  }
  if (request.isCancelled()) return null;
  const manifest = { title, generatedAt: madeFrom?.generatedAt ?? null, papers: listed, leftOut };
  files.push({ name: 'manifest.json', bytes: strToU8(`${JSON.stringify(manifest, null, 2)}\n`) });
  return { files, generatedAt: madeFrom?.generatedAt ?? null, papers: listed.length, leftOut };
}

/** All of it in one file. Each of the formats is compressed by itself. */
export const zipOf = ({ files, generatedAt }: PaperSet): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: generatedAt ?? 0 });
