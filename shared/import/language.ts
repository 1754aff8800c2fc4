import type { Language } from '../core/failure';

/** Small words that stand in nearly every sentence of one of the languages and hardly in the others. */
const signs: Readonly<Record<Language, ReadonlySet<string>>> = {
  nb: new Set([
    'ikke',
    'fra',
    'jeg',
    'hvordan',
    'hva',
    'gjøre',
    'være',
    'også',
    'mer',
    'noen',
    'hvor',
    'blir',
    'dette',
    'en',
    'å',
    'og',
    'av',
    'som',
    'et',
    'hver',
  ]),
  nn: new Set([
    'ikkje',
    'frå',
    'eg',
    'korleis',
    'kva',
    'gjere',
    'vere',
    'òg',
    'meir',
    'nokon',
    'kor',
    'vert',
    'dette',
    'ein',
    'å',
    'og',
    'av',
    'som',
    'eit',
    'kvar',
    'ei',
    'dei',
  ]),
  en: new Set([
    'the',
    'of',
    'and',
    'to',
    'in',
    'is',
    'that',
    'with',
    'shall',
    'be',
    'are',
    'this',
    'on',
    'as',
    'not',
    'from',
    'which',
    'will',
  ]),
};

/** Enough words to tell a language by; more would only cost time. */
const ENOUGH_CHARACTERS = 12_000;

/** The language that most of the small words belong to; Bokmål where nothing tells. */
export function detectLanguage(texts: readonly string[]): Language {
  const counts: Record<Language, number> = { nb: 0, nn: 0, en: 0 };
  let read = 0;
  for (const text of texts) {
    for (const [word] of text.slice(0, ENOUGH_CHARACTERS).matchAll(/\p{L}+/gu)) {
      const lower = word.toLowerCase();
      if (signs.nb.has(lower)) counts.nb++;
      if (signs.nn.has(lower)) counts.nn++;
      if (signs.en.has(lower)) counts.en++;
    }
    read += text.length;
    if (read > ENOUGH_CHARACTERS) break;
  }
  if (counts.en > counts.nb && counts.en > counts.nn) return 'en';
  return counts.nn > counts.nb ? 'nn' : 'nb';
}
