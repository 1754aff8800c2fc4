/** What the program itself knows to put in the place of a placeholder. The names are those that a secretariat writes. */
export const knownPlaceholders = [
  'organisasjon',
  'program',
  'periode',
  'versjon',
  'fingeravtrykk',
  'fryst',
  'dato',
  'forrige',
  'antallForslag',
  'vedtatt',
] as const;

export type Facts = Readonly<Record<(typeof knownPlaceholders)[number], string>>;

const placeholder = /\{([^{}]*)\}/g;

/** The placeholders that a text uses, without their braces, in order. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name = '']) => name);

/** True where every placeholder of a text has a value. */
export const isFilled = (text: string, facts: Facts, values: Readonly<Record<string, string>>): boolean =>
  placeholdersIn(text).every((name) => ({ ...values, ...facts })[name]?.trim());

/** Rule T4: what has no value yet is printed as a gap to fill in, «[frist]», and never as nothing. */
export function fillPlaceholders(text: string, facts: Facts, values: Readonly<Record<string, string>>): string {
  const known: ReadonlyMap<string, string> = new Map([...Object.entries(values), ...Object.entries(facts)]);
  return text.replace(placeholder, (_, name: string) => known.get(name)?.trim() || `[${name}]`);
}
