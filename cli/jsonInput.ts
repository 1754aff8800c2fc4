import * as v from 'valibot';
import { ok, type Result } from '#shared/core/result';
import { readInput } from './files';
import { unreadable, type Problem } from './outcome';

/** Reads a JSON file of a given shape. What is wrong is told with its place in the file: «[2].target: …». */
export async function readJson<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, Problem>> {
  const bytes = await readInput(path);
  if (!bytes.ok) return bytes;
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch (error) {
    return unreadable(path, `er ikke gyldig JSON (${error instanceof Error ? error.message : ''}). Rett filen.`);
  }
  const parsed = v.safeParse(schema, content);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const at = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const expected = issue.expected === null ? '' : `, ventet ${issue.expected}`;
  return unreadable(
    path,
    `${at === '' ? 'filen' : at.replace(/^\./, '')} har feil form: fikk ${issue.received}${expected}. Rett filen.`,
  );
}
