/** Languages in which the product speaks; the first is the one it speaks by default. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/** What went wrong, as data. `code` is the key of a sentence; `params` fill its `{placeholders}`. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

export const failure = <Code extends string>(
  code: Code,
  params: Readonly<Record<string, string | number>> = {},
): Failure<Code> => ({ code, params });

/** One sentence a language for each code of a module: what happened, to what, and what to do. */
export type Sentences<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>;
