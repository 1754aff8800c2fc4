import type { Language } from '#shared/core/failure';
import { ok, type Result } from '#shared/core/result';
import { readTemplate, type Template } from '#shared/export/template';
import { readInput } from './files';
import { sentence, unreadable, type Problem } from './outcome';

/** The template in a file; `null` where none is named. */
export async function templateFrom(path: string | null, language: Language): Promise<Result<Template | null, Problem>> {
  if (path === null) return ok(null);
  const bytes = await readInput(path);
  if (!bytes.ok) return bytes;
  const template = readTemplate(new TextDecoder().decode(bytes.value), language);
  return template.ok ? template : unreadable(path, sentence(template.failure));
}
