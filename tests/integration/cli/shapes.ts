import type { ImportJson } from '#shared/import';
import type { BlockChange, Summary, Token } from '#shared/diff';

/** What the command line prints, as its contract (design/cli.md) has it. */
export interface CompareJson {
  readonly summary: Summary;
  readonly changes: readonly Pick<BlockChange, 'kind' | 'moved' | 'base' | 'current' | 'tokens'>[];
}

export interface AmendmentRow {
  readonly id: string;
  readonly number: string;
  readonly change: string;
  readonly place: string;
  readonly state: string;
  readonly rebase: string;
  readonly text: string | null;
}

export interface OrderJson {
  readonly items: readonly {
    readonly amendments: readonly string[];
    readonly place: string;
    readonly against: readonly string[];
    readonly fallsIf: readonly string[];
    readonly sameAs: readonly string[];
    readonly recommendation: string | null;
  }[];
  readonly collisions: readonly { readonly a: string; readonly b: string; readonly reason: string }[];
}

export const parseImport = (stdout: string) => JSON.parse(stdout) as ImportJson;
export const parseCompare = (stdout: string) => JSON.parse(stdout) as CompareJson;
export const parseAmendments = (stdout: string) => JSON.parse(stdout) as readonly AmendmentRow[];
export const parseOrder = (stdout: string) => JSON.parse(stdout) as OrderJson;

const spelled = (tokens: readonly Token[], without: '+' | '-') =>
  tokens.flatMap(([sign, words]) => (sign === without ? [] : [words])).join('');

/** The laws of `compare --json`; yields what is broken, an empty list where nothing is. */
export function brokenLaws(compared: CompareJson, base: ImportJson, current: ImportJson): readonly string[] {
  const broken: string[] = [];
  const seen = { base: new Map<number, number>(), current: new Map<number, number>() };
  const join = (document: ImportJson, indices: readonly number[]) =>
    indices.map((index) => document.blocks[index]?.text ?? '<none>').join(' ');
  const counted: Record<string, number> = { moved: 0 };
  for (const [at, change] of compared.changes.entries()) {
    for (const side of ['base', 'current'] as const)
      for (const index of change[side]) seen[side].set(index, (seen[side].get(index) ?? 0) + 1);
    if (spelled(change.tokens, '+') !== join(base, change.base))
      broken.push(`change ${String(at)} spells another base`);
    if (spelled(change.tokens, '-') !== join(current, change.current))
      broken.push(`change ${String(at)} spells another current`);
    counted[change.kind] = (counted[change.kind] ?? 0) + 1;
    if (change.moved) counted.moved = (counted.moved ?? 0) + 1;
  }
  for (const [side, document] of [
    ['base', base],
    ['current', current],
  ] as const)
    for (const index of document.blocks.keys())
      if (seen[side].get(index) !== 1)
        broken.push(`${side} ${String(index)} stands in ${String(seen[side].get(index) ?? 0)} changes`);
  for (const [kind, count] of Object.entries(compared.summary))
    if ((counted[kind] ?? 0) !== count)
      broken.push(`summary counts ${String(count)} ${kind}, there are ${String(counted[kind] ?? 0)}`);
  return broken;
}
