import { readPeriod } from './period';

/** What a programme is called, as the last part of a word: «arbeidsprogrammet», «handlingsplan», «plattform». */
const programme =
  /(?:program(?:met|mets|ma|me)?|plattform(?:en|a)?|platform|plan(?:en)?|strategi(?:en)?|strategy|årsmelding(?:en|a)?|årsberetning(?:en)?)$/i;

/** Words that stand between whose it is and what it is, though English titles begin them large. */
const attributes = /^(?:work|action|strategic|political|policy|annual|long-term|new|draft|og|and|&)$/i;

/** Belongs to somebody, and is no name. */
const noName =
  /^(?:alles?|vår[ets]?|våre|dere?s|dens|årets|neste|nye|årsmøtet|landsmøtet|landsstyret|styret|kongressen|our|the|perioden)$/i;

/** The last word of an organisation's name: «Hagelaget», «Norsk sykepleierforbund», «Garden Society». */
const kindOfOrganisation =
  /(?:(?<!grunn|for|ned|opp|til|ut|inn|an|over|under|av|på)lag(?:et)?|forening|foreningen|foreninga|forbund|forbundet|parti|partiet|organisasjon|organisasjonen|organi[sz]ation|samband|sambandet|samskipnad|samskipnaden|union|association|society|federation|federasjon|klubb|klubben|selskap|selskapet|råd|rådet|ungdom|stiftelsen|fellesskap|fellesskapet)$/i;

/** Words of a name, at most. */
const LONGEST_NAME = 6;

const beginsLarge = (text: string): boolean => /^\p{Lu}/u.test(text);
const isAbbreviation = (word: string): boolean => /^\p{Lu}[\p{Lu}&-]{1,6}$/u.test(word);

/** A short line that is the name of an organisation and nothing else. */
export const soundsLikeOrganisation = (text: string): boolean =>
  text.length <= 70 && beginsLarge(text) && !/[.:!?,\d]/.test(text) && kindOfOrganisation.test(text);

/** What stands before the title proper. */
const prefixes =
  /^(?:(?:revidert|vedtatt|nytt|vedteke)\s+)?(?:(?:(?:andre|første|1\.|2\.)\s+)?(?:høringsutkast|høyringsutkast|utkast|forslag|framlegg|draft|proposal)(?:\s+(?:til|of|for|to))?\s*[:–-]?\s+)/i;

/** What follows a name and is no part of it. */
const afterName =
  /(?:\s+[–—-]\s|[:,;(]|\s+(?:for|i)\s+(?:perioden|årene|åra|the)|\s+(?:vedtatt|vedteke|vedteken|adopted|perioden|period)(?=\s|$)).*$/i;

/**
 * Whose programme a title says that it is, as printed, without the genitive: «Arbeidsprogram for Hagelaget 2031–2033», «Hagelagets arbeidsprogram», «Noregs hagelag
 * sitt program», «The Garden Society’s work programme», «Hagelaget – handlingsplan». `null` where it says nothing.
 */
export function organisationInTitle(title: string): string | null {
  const period = readPeriod(title);
  const bare = (period === null ? title : `${title.slice(0, period.start)} ${title.slice(period.end)}`)
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s,:–—-]+$/, '')
    .replace(/ (?:19|20)\d\d$/, '')
    .replace(prefixes, '');
  const words = bare.split(' ');
  const at = words.findIndex((word) => programme.test(word.replace(/[,:;–—-]+$/, '')));
  if (at < 0) return ownerAtHead(words);
  return (
    named(afterWords(words.slice(at + 1))) ??
    named(beforeWords(words.slice(0, at), bare === bare.toUpperCase())) ??
    setApart(words.slice(0, at), words.slice(at + 1)) ??
    ownerAtHead(words)
  );
}

function named(name: string | null): string | null {
  const trimmed = (name ?? '')
    .replace(afterName, '')
    .replace(/[\s.,:–—-]+$/, '')
    .trim();
  return trimmed.length > 1 && beginsLarge(trimmed) && !noName.test(trimmed) ? trimmed : null;
}

/** «for Hagelaget», «til Noregs hagelag», «of the Garden Society». */
function afterWords(words: readonly string[]): string | null {
  const [preposition, article, ...rest] = words;
  if (preposition === undefined || !/^(?:for|til|of|av|by)$/i.test(preposition) || article === undefined) return null;
  return /^the$/i.test(article) ? ['The', ...rest].join(' ') : [article, ...rest].join(' ');
}

/** «Hagelagets (nye)», «Noregs hagelag sitt», «The Garden Society’s (work)», «NHL (politiske)». */
function beforeWords(words: readonly string[], allInCapitals: boolean): string | null {
  const name = [...words];
  for (let last = name.at(-1); last !== undefined; last = name.at(-1)) {
    if (/^(?:sitt|sin|si|sine)$/i.test(last)) return name.slice(0, -1).join(' ');
    const owner = /^(.*?)(?:['’´]s|(?<=[sxz])['’´]|s)$/iu.exec(last)?.[1];
    const isGenitive = owner !== undefined && owner.length > 1 && !(attributes.test(last) || noName.test(owner));
    if (isGenitive) return [...name.slice(0, -1), owner].join(' ');
    if (isAbbreviation(last) && !allInCapitals) return name.join(' ');
    if (!/^\p{Ll}/u.test(last) && !attributes.test(last)) return null;
    name.pop();
  }
  return null;
}

/** «Hagelagets innspill til …»: a name at the head that sounds like an organisation and has the genitive. */
function ownerAtHead(words: readonly string[]): string | null {
  for (let count = 1; count <= Math.min(words.length - 1, LONGEST_NAME); count++) {
    const owner = /^(.*?)(?:['’´]s|['’´]|s)$/u.exec(words.slice(0, count).join(' '))?.[1] ?? '';
    if (soundsLikeOrganisation(owner)) return owner;
  }
  return null;
}

/** «Hagelaget – arbeidsprogram», «Arbeidsprogram: Norsk hagelag»: only what sounds like an organisation, for slogans stand so too. */
function setApart(before: readonly string[], after: readonly string[]): string | null {
  const head = /^(.*?)\s*(?:[:–—]|\s-)(?:\s+\S+)*$/u.exec(before.join(' '))?.[1] ?? '';
  if (soundsLikeOrganisation(head)) return head;
  const tail = after.join(' ').replace(/^[–—:-]\s*/, '');
  return soundsLikeOrganisation(tail) ? tail : null;
}
