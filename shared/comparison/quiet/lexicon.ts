import type { Language } from '../../core/failure';

/** How much a modal verb binds: 3 shall and must, 2 should, 1 may. */
export type Strength = 1 | 2 | 3;

/** The words that turn, bind or bound a sentence, in lower case. A text in one form of Norwegian may quote the other: both share a lexicon. */
export interface Lexicon {
  readonly negations: ReadonlySet<string>;
  /** What turns the word that it begins: «avhengig», «uavhengig». */
  readonly negatingPrefixes: readonly string[];
  /** Words that say the opposite of each other; with `*`, all words that begin so. */
  readonly opposites: readonly (readonly [string, string])[];
  readonly modals: ReadonlyMap<string, Strength>;
  /** Words for how much, how soon, for whom and again: small, and what a promise stands or falls with. */
  readonly limits: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Words that carry nothing by themselves: struck alone they are not told. */
  readonly fillers: ReadonlySet<string>;
  /** What a point begins with where its lead-in carries the obligation: «At …», «Å …». */
  readonly moodOpenings: ReadonlySet<string>;
}

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const pairs = (words: string): readonly (readonly [string, string])[] =>
  words.split(' ').map((pair) => {
    const [one = '', other = ''] = pair.split('/');
    return [one, other];
  });

const norwegian: Lexicon = {
  negations: listed(
    'ikke ikkje ingen inga ingenting inkje aldri uten utan hverken verken neppe knapt unntatt unnateke unntak unnatak foruten nekte nekter',
  ),
  negatingPrefixes: ['u'],
  opposites: pairs(
    'for/mot før/etter over/under flere/færre fleire/færre mer/mindre meir/mindre minst/høyst minst/maksimalt øk*/reduser* øk*/senk* øk*/kutt* auk*/reduser* ' +
      'auk*/senk* styrk*/svekk* forby*/tillat* forbud/tillatelse innfør*/fjern* innfør*/avvikl* åpn*/steng* opn*/steng* utvid*/innskrenk* ' +
      'privat*/offentlig* privat*/offentleg* frivillig*/obligatorisk* støtt*/motarbeid* raskere/langsommere høyere/lavere høgare/lågare større/mindre',
  ),
  modals: new Map<string, Strength>([
    ...['skal', 'skulle', 'må', 'måtte', 'plikter', 'pliktar', 'kreves', 'krevst', 'krever', 'krev'].map(
      (word) => [word, 3] as const,
    ),
    ...['bør', 'burde', 'vil', 'ville'].map((word) => [word, 2] as const),
    ...['kan', 'kunne', 'får', 'tør'].map((word) => [word, 1] as const),
  ]),
  limits: listed(
    'igjen att alle alt alltid all hele heile hver kvar samtlige minst minimum maksimalt senest seinast tidligst før innen innan ' +
      'kun bare berre også særlig særleg straks umiddelbart omgående fortsatt framleis fremdeles gratis full fullt fulle lovfestet ' +
      'lovfesta obligatorisk offentlig offentleg frivillig lik like likeverdig årlig årleg varig varige permanent midlertidig mellombels nok ' +
      'tilstrekkelig tilstrekkeleg uavhengig uavhengige helt heilt aktivt konkret fri frie rett krav',
  ),
  numbers: listed(
    'én éi ett eitt to tre fire fem seks sju syv åtte ni ti elleve tolv tjue tretti førti femti hundre tusen million millioner milliard milliarder halv halve ' +
      'halvparten prosent doble tredjedel fjerdedel',
  ),
  conjunctions: listed('og samt eller men medan mens dersom hvis når da fordi for'),
  fillers: listed(
    'og i for av til på som det er en ein ei et eit med å den de dei at om ved fra frå der her han hun seg sin sitt sine si vi oss vår vårt våre dette denne disse desse så da var blir ble vart bli har ha',
  ),
  moodOpenings: listed('at å'),
};

const english: Lexicon = {
  negations: listed(
    "not no none nothing never without neither nor cannot can't won't don't doesn't isn't aren't except",
  ),
  negatingPrefixes: ['un'],
  opposites: pairs(
    'for/against before/after over/under above/below more/fewer more/less increas*/reduc* strengthen*/weaken* ban*/allow* open*/clos* ' +
      'introduc*/abolish* private*/public* voluntary/mandatory higher/lower larger/smaller',
  ),
  modals: new Map<string, Strength>([
    ...['shall', 'must', 'required'].map((word) => [word, 3] as const),
    ...['should', 'ought', 'will', 'would'].map((word) => [word, 2] as const),
    ...['may', 'can', 'could', 'might'].map((word) => [word, 1] as const),
  ]),
  limits: listed(
    'again all always every each whole entire only also least most before within immediately still free full fully public mandatory voluntary equal annual permanent temporary enough sufficient independent',
  ),
  numbers: listed(
    'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion half double percent third quarter',
  ),
  conjunctions: listed('and or but while if when because as'),
  fillers: listed(
    'the a an of to in for on at by with and is are be been was were it its this that these those as from we our us',
  ),
  moodOpenings: listed('that to'),
};

export const lexiconOf = (language: Language): Lexicon => (language === 'en' ? english : norwegian);

const digits = /\p{N}/u;
export const isNumber = (word: string, { numbers }: Lexicon): boolean => digits.test(word) || numbers.has(word);
