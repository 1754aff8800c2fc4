import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hunspell } from 'hunspell-wasm';
import { failure, type Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import type { SpelledLanguage } from '#shared/ipc/platform';
import { isJoinedByS } from '#shared/spelling';

export interface Speller {
  /** Those of the words that the dictionary does not know, in the order given. */
  readonly unknown: (words: readonly string[]) => readonly string[];
  /** What may have been meant, best first, at most eight. Takes some tenths of a second. */
  readonly suggestions: (word: string) => readonly string[];
}

const MOST_SUGGESTIONS = 8;

/**
 * Hunspell stops looking for the parts of a compound after a time of its own (`TIMELIMIT` in affixmgr.cxx), so that a busy machine calls a long word unknown that
 * it knew before. A long word is therefore asked about again, and what was said of a word is said of it ever after.
 */
const LONG_WORD = 14;
const TRIES = 4;
const MOST_REMEMBERED = 100_000;

/** The dictionaries come as packages of their own, which may be left out of an installation (they are GPL data, docs/adr). */
const dictionaries: Readonly<Record<SpelledLanguage, string>> = { nb: 'dictionary-nb', nn: 'dictionary-nn' };

/** Common words that the dictionaries lack: found by asking them about the closed word classes and the words of programmes. */
const alsoWords: Readonly<Record<SpelledLanguage, readonly string[]>> = {
  nb: [
    ...[
      'noe',
      'noen',
      'kap',
      'risiko',
      'risikoen',
      'risikoer',
      'risikoene',
      'fagmedisinsk',
      'fagmedisinske',
      'velferdsteknologi',
    ],
    ...['arenaer', 'arenaene', 'temaet', 'temaer', 'temaene', 'skjemaer', 'skjemaene', 'dataene', 'agendaen'],
    ...['ekskl', 'evt', 'ifm', 'ift', 'mtp', 'noensinne'],
  ],
  nn: ['spesialisthelseteneste', 'spesialisthelsetenesta', 'kap', 'ekskl', 'evt', 'ifm', 'ift', 'mtp'],
};

/** Reads a dictionary: about half a second and 60 MB. Fails where its package is not installed or cannot be read; never throws. */
export async function loadSpeller(language: SpelledLanguage): Promise<Result<Speller, Failure>> {
  let hunspell: Hunspell;
  try {
    const folder = dirname(fileURLToPath(import.meta.resolve(dictionaries[language])));
    const [affixes, words, { createHunspellFromStrings }] = await Promise.all([
      readFile(join(folder, 'index.aff'), 'utf8'),
      readFile(join(folder, 'index.dic'), 'utf8'),
      import('hunspell-wasm'),
    ]);
    hunspell = await createHunspellFromStrings(affixes, words);
  } catch {
    return fail(failure('spelling-no-dictionary', { language }));
  }
  for (const word of alsoWords[language]) hunspell.addWord(word);
  const verdicts = new Map<string, boolean>();
  const isListed = (word: string): boolean =>
    Array.from({ length: word.length < LONG_WORD ? 1 : TRIES }).some(() => hunspell.testSpelling(word));
  const isKnown = (word: string): boolean => {
    const told = verdicts.get(word);
    if (told !== undefined) return told;
    const known = isListed(word) || isJoinedByS(word, isListed);
    if (verdicts.size > MOST_REMEMBERED) verdicts.clear();
    verdicts.set(word, known);
    return known;
  };
  return ok({
    unknown: (words) => words.filter((word) => !isKnown(word)),
    suggestions: (word) => hunspell.getSpellingSuggestions(word).slice(0, MOST_SUGGESTIONS),
  });
}
