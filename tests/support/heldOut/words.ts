import type { Chance } from './chance';

/** Sentences of our own about a garden society. «|» stands where a word may be divided at a line end; it is never printed. */
type Words = readonly [string, ...string[]];

const who: Words = [
  'Hage|laget',
  'Laget',
  'Styret',
  'Kommunen',
  'Frø|utvalget',
  'Alle med|lemmer',
  'Lokal|lagene',
  'Skole|hagene',
  'De frivillige',
  'Parsell|hagene i byen',
];
const does: Words = [
  'skal sikre',
  'vil styrke',
  'må bygge ut',
  'bør prøve ut',
  'skal ta vare på',
  'vil arbeide for',
  'har fått midler til',
];
const what: Words = [
  'god tilgang til jord og vann',
  'frø|biblio|teket og kompost|anlegget',
  'bær- og frukt|dyrkingen',
  'IKT-løsninger for parsell|eierne',
  'en robust dugnads|ordning',
  'kurs i be|skjæring, poding og såing',
  'kunn|skap om pol|linerende insekter',
  'plante|vernet uten sprøyte|midler',
  'sam|arbeidet med skoler og barne|hager',
  'blomster|enger langs gang- og sykkel|veier',
  'et mang|fold av gamle eple|sorter',
];
const how: Words = [
  'i hele perioden',
  'sammen med nabo|lagene',
  'før 31. mai hvert år',
  'uten at kontin|genten øker',
  'slik at flere kan delta',
  'for både nye og erfarne dyrkere',
  'også i tørre somre',
  'med 40 prosent av bud|sjettet',
  'etter modell fra 2029',
  'der det er plass til det',
];
const because: Words = [
  'Det er viktig for natur|mang|foldet.',
  'Behovet er stort, og ventelistene er lange.',
  'Erfaringene er gode.',
  'Dette krever lang|siktig fin|ansiering og tydelig ansvar.',
  'Målet er at alle skal kunne dyrke noe.',
  'Ordningen ble innført i 2028 og virker godt.',
  'Flere steder mangler det vann, redskap og kunn|skap.',
  'Uten dugnad stopper arbeidet opp.',
];
const themes: Words = [
  'Jord og kompost',
  'Frø til alle',
  'Vann i tørre somre',
  'En hage for hver skole',
  'Dugnad og fellesskap',
  'Gamle sorter',
  'Bier og andre pollinerende insekter',
  'Økonomi og drift',
  'Kunnskap gir avlinger',
  'Samarbeid med kommunen',
  'Trygge redskaper',
  'Uteplasser og grønne tak',
  'Medlemmer og lokallag',
  'Opplæring av nye dyrkere',
];
const goals: Words = [
  'At alle lag får tilgang til kompost',
  'Å dele ut frø til skoler og barne|hager hver vår',
  'At kommunen setter av areal til nye parsell|hager',
  'Flere kurs i be|skjæring og poding',
  'At vann|måling og regnvanns|tønner blir vanlig',
  'Å ta vare på gamle eple- og pære|sorter',
  'At dugnad blir ført som egen|inn|sats i budsjettet',
  'En felles redskaps|bod i hvert lag',
  'At unge dyrkere får stemme|rett fra fylte 15 år',
  'Å gjøre års|møtet åpent for alle som dyrker',
  'Bedre merking av giftige planter',
  'At bie|kuber kan stå i alle parker',
];
const lapses: Words = [
  'slik vedtaket fra 2030 sier',
  'i tråd med lagets formål',
  'i sam|arbeid med kommunen',
  'innen perioden er over',
];
const sources: Words = [
  'Års|rapport for parsell|hagene (2030)',
  'Nes, K. m.fl. (2029): Jord i by. Hage|forlaget',
  'Kommune|planen, kap. 4',
  'Brev til kommunen 3. mai 2030',
];

export const leadIns: Words = [
  'Hagelaget vil arbeide for:',
  'Laget mener:',
  'Vi vil:',
  'I perioden skal laget arbeide for',
  'Hagelaget skal arbeide for å',
];

const sentence = (chance: Chance): string =>
  `${chance.from(who)} ${chance.from(does)} ${chance.from(what)} ${chance.from(how)}.`;

export const paragraphText = (chance: Chance): string =>
  Array.from({ length: 2 + chance.below(5) }, () => (chance.hits(0.35) ? chance.from(because) : sentence(chance))).join(
    ' ',
  );

export const pointText = (chance: Chance, closed: boolean): string =>
  `${chance.from(goals)}${chance.hits(0.6) ? `, ${chance.from(lapses)}` : ''}${closed ? '.' : ''}`;

export const noteText = (chance: Chance): string => chance.from(sources);

/** Headings, none twice in a document. */
export function takeThemes(chance: Chance, count: number): readonly string[] {
  const left = [...themes];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(chance.below(left.length), 1)[0] ?? '');
}
