import * as v from 'valibot';
import { ok, type Result } from '#shared/core/result';
import { readInput } from './files';
import { unreadable, type Problem } from './outcome';

/** What the validator asked for, in words. A schema may bring its own: a message of ours never begins like one of valibot's. */
function expectationOf(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return `skal være ${issue.message}`;
  switch (issue.type) {
    case 'string':
      return 'skal være tekst mellom anførselstegn';
    case 'non_empty':
      return 'kan ikke være tom';
    case 'number':
    case 'safe_integer':
    case 'min_value':
      return 'skal være et helt tall fra 0 og opp';
    case 'array':
      return 'skal være en liste: [ … ]';
    case 'min_length':
      return 'har for få ledd; det skal være minst to';
    case 'picklist':
    case 'literal':
    case 'variant':
      return `skal være ${(issue.expected ?? '').replace(/[()"]/g, '').replaceAll(' | ', ', ')}`;
    default:
      return 'skal ha annet innhold: { … }';
  }
}

const fieldOf = (keys: readonly unknown[]): string =>
  keys
    .map((key) => (typeof key === 'number' ? ` nr. ${key + 1}` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/** «forslag nr. 2 («F7»): feltet «text» mangler». */
function describeIssue(issue: v.BaseIssue<unknown>, content: unknown, row: string): string {
  const [first, ...rest] = (issue.path ?? []).map(({ key }) => key);
  if (typeof first !== 'number') return `filen skal være en liste av ${row}: [ … ]`;
  const value: unknown = Array.isArray(content) ? content[first] : undefined;
  const id = v.safeParse(v.object({ id: v.string() }), value);
  const where = `${row} nr. ${first + 1}${id.success ? ` («${id.output.id}»)` : ''}`;
  if (rest.length === 0) return `${where} ${expectationOf(issue)}`;
  const field = `feltet «${fieldOf(rest)}»`;
  return issue.input === undefined ? `${where}: ${field} mangler` : `${where}: ${field} ${expectationOf(issue)}`;
}

/** Reads a JSON file of a given shape: a list of what `row` names. What is wrong is told with its place in the list. */
export async function readJson<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  row: string,
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
  return unreadable(path, `${describeIssue(parsed.issues[0], content, row)}. Rett filen.`);
}
