import { parseArgs } from 'node:util';
import { ok, type Result } from '#shared/core/result';
import { misused, type Problem } from './outcome';

type OptionKind = 'flag' | 'value';

export interface Arguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** Reads a command's arguments. `-o` is `out` where the command has it. Wrong ones come back as a line with the usage. */
export function readArguments(
  args: readonly string[],
  {
    usage,
    positionals,
    options,
  }: { usage: string; positionals: number; options: Readonly<Record<string, OptionKind>> },
): Result<Arguments, Problem> {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, kind]) => [
          name,
          name === 'out' ? { type: 'string', short: 'o' } : { type: kind === 'flag' ? 'boolean' : 'string' },
        ]),
      ),
    });
    if (parsed.positionals.length !== positionals)
      return misused(usage, `Ventet ${positionals} fil(er), fikk ${parsed.positionals.length}.`);
    const given = Object.entries(parsed.values);
    const values = new Map(
      given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    );
    for (const [name, value] of values) if (value === '') return misused(usage, `«${name}» mangler verdi.`);
    return ok({
      positionals: parsed.positionals,
      flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
      values,
    });
  } catch (error) {
    const [what = ''] = error instanceof Error ? error.message.split('. ') : [];
    return misused(usage, `Forstår ikke argumentene (${what}).`);
  }
}
