import type { Language } from '../core/failure';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Small words of both written forms of Norwegian that English does not have, or hardly. */
const norwegian = words(`
  og å av som er det på til ikke ikkje vil skal kan med den har vi seg sin sitt sine eller om bør må slik andre alle ved frå fra
  være vere når mellom enn etter gjennom både samt innen innan arbeide sikre styrke
`);

/** Words that one of the written forms has and the other writes otherwise. */
const bokmål = words(`
  ikke fra jeg hvordan hva hvem gjøre være også mer noen noe hvor blir en et hver hverandre flere disse dem hun selv nå mye uten
  bedre høyere egen gi vært deres hele sammen bare
`);
const nynorsk = words(`
  ikkje frå eg korleis kva kven gjere vere òg meir nokon noko ein eit kvar kvarandre fleire desse dei ho sjølv mykje utan
  betre høgare eigen gje vore deira heile saman berre
`);

/** Of English only what is no word of Norwegian: not «to», «is», «as», «be», «by», «for», «at», «over». */
const english = words(`
  the of and that with shall are this from which their our we will should must has have been it its or through
  these those who an also more between into than
`);

/** Fewer words than these tell nothing: a name, a title, a quotation. */
const FEWEST_ENGLISH = 3;
/** English must have so many times the words of Norwegian, since a Norwegian text may quote it at length. */
const MARGIN = 2;
/** Enough words to tell a language by; more would only cost time. */
const ENOUGH_CHARACTERS = 12_000;

/** The language that most of the small words belong to, by a margin; Bokmål where little or nothing tells. */
export function detectLanguage(texts: readonly string[]): Language {
  const counts = { norwegian: 0, bokmål: 0, nynorsk: 0, english: 0 };
  let read = 0;
  for (const text of texts) {
    for (const lower of text
      .slice(0, ENOUGH_CHARACTERS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []) {
      const ofOneForm = bokmål.has(lower) || nynorsk.has(lower);
      if (norwegian.has(lower) || ofOneForm) counts.norwegian++;
      if (bokmål.has(lower)) counts.bokmål++;
      if (nynorsk.has(lower)) counts.nynorsk++;
      if (english.has(lower)) counts.english++;
    }
    read += text.length;
    if (read > ENOUGH_CHARACTERS) break;
  }
  if (counts.english >= FEWEST_ENGLISH && counts.english > MARGIN * counts.norwegian) return 'en';
  return counts.nynorsk > counts.bokmål ? 'nn' : 'nb';
}
