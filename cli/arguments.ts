import { parseArgs } from 'node:util';
import { ok, type Result } from '#shared/core/result';
import { misused, type Problem } from './outcome';

type OptionKind = 'flag' | 'value';

export interface Arguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

const counts = ['ingen filer', 'én fil', 'to filer'];
const files = (count: number): string => counts[count] ?? `${count} filer`;

/** Node tells what is wrong with the options in English; its code and the option's name say it too. */
function whatIsWrong(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const option = /--?[\w-]+(?=['\s=])/.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Kjenner ikke valget «${option}».`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return message.includes('does not take')
      ? `Valget «${option}» tar ingen verdi.`
      : `Valget «${option}» mangler verdi.`;
  return 'Forstår ikke argumentene.';
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
      return misused(
        usage,
        `Kommandoen skal ha ${files(positionals)}, men du oppga ${files(parsed.positionals.length)}.`,
      );
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
    return misused(usage, whatIsWrong(error));
  }
}
