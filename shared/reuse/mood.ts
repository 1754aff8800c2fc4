/**
 * Words without what the mood of a sentence changes. A position («Kommunene må sikre …») becomes a point («At kommunene sikrer …», «Å
 * sikre …») by rule: the modal verb goes, the verb is bent, and the sentence gets a word to begin with. Bokmål and nynorsk.
 */

/** They begin a point, or say how sure a demand is, or how a sentence hangs on the one before it: none of them carries what is demanded. */
const moodWords: ReadonlySet<string> = new Set(
  'at å må skal bør vil skulle burde måtte lyt derfor også videre vidare dermed samtidig'.split(' '),
);

/** Verbs whose present is not their infinitive with an r: all forms become the first. */
const irregular: ReadonlyMap<string, string> = new Map(
  [
    ['være', 'er', 'vere', 'vera'],
    ['bli', 'blir', 'verte', 'vert', 'verta'],
    ['gjøre', 'gjør', 'gjere', 'gjer', 'gjera'],
    ['se', 'ser', 'sjå', 'ses', 'sees', 'sjåast', 'sett'],
    ['få', 'får', 'fås', 'fåast'],
    ['gi', 'gir', 'gis', 'gje', 'gjev', 'gjevast'],
    ['ha', 'har'],
    ['si', 'sier', 'seie', 'seier'],
    ['vite', 'vet', 'veit'],
  ].flatMap(([first = '', ...forms]) => [first, ...forms].map((form) => [form, first] as const)),
);

/** Endings of verbs and nouns in both languages, longest first. A stem keeps at least so many letters. */
const endings = ['jast', 'ane', 'ene', 'ast', 'est', 'ar', 'er', 'en', 'et', 'es', 'a', 'e', 'r', 's'] as const;
const SHORTEST_STEM = 4;

/** A word without its ending: «sikrer», «sikre», «sikres» → «sikr». Numbers stay. */
export function stemOf(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  const ending = endings.find(
    (candidate) => word.endsWith(candidate) && word.length - candidate.length >= SHORTEST_STEM,
  );
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** What is said, whatever its mood: the stems in order, without the words of mood. `words` in lower case. */
export const moodlessStems = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !moodWords.has(word)).map(stemOf);
