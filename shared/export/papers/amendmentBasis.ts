import { advisedOf, type RevisionSource, type Standing } from '../../amendment';
import type { Amendment, Recommendation, TextChange } from '../../amendment/amendment';
import type { Revision } from '../../domain/revision';
import type { ExportInput } from '../input';
import { paperWords, type PaperWords } from '../words';

/** All revisions that are known, the newest last. */
const knownRevisions = ({ newest, revisions = [] }: ExportInput): readonly Revision[] => [
  ...revisions.filter(({ id }) => id !== newest.id),
  newest,
];

/** Finds a revision by its id; `null` where it is not at hand. */
export const revisionNamed =
  (input: ExportInput): RevisionSource =>
  (id) =>
    knownRevisions(input).find((revision) => revision.id === id) ?? null;

/** The revision an amendment was made against, or `null` where it is not at hand. */
export const baseOf = (input: ExportInput, amendment: Amendment): Revision | null =>
  knownRevisions(input).find(({ id }) => id === amendment.base) ?? null;

/**
 * The revision that a paper about amendments is about: the newest one to which there are any, else the newest. Its line numbers are the
 * ones that everybody has on paper. Rule E7.
 */
export const amendedRevision = (input: ExportInput): Revision =>
  knownRevisions(input).findLast(({ id }) => input.amendments.some(({ base }) => base === id)) ?? input.newest;

/** «Kari Nordmann, Oslo legeforening». */
export function describeProposer({ people }: ExportInput, { proposer, body }: Amendment): string {
  const name = people[proposer]?.name ?? null;
  return [name, body].filter((part) => part !== null && part !== '').join(', ') || '–';
}

/** «Endring i forslag 3.», for one to another; its marks are in that one's words. `null` for one to the text. */
export function amendsOf({ amendments, language }: ExportInput, { parent }: Amendment): string | null {
  const number = parent && amendments.find(({ id }) => id === parent.id)?.number;
  return number ? paperWords[language].amends(number) : null;
}

/** What is recommended, in two or three words; what takes care of it is named by its number. */
export function recommendedAs(
  { amendments, language }: ExportInput,
  { kind, by }: Pick<Recommendation, 'kind' | 'by'>,
): string {
  const words = paperWords[language];
  const other = by === undefined ? undefined : amendments.find(({ id }) => id === by);
  return kind === 'coveredBy' && other ? words.coveredBy(other.number) : words.recommendations[kind];
}

/** What is recommended for what is put to the vote as one: what is for the first of them that has any. */
export function recommendedFor(input: ExportInput, amendments: readonly Amendment[]): string | null {
  const recommendation = advisedOf(amendments)?.recommendation;
  return recommendation ? recommendedAs(input, recommendation) : null;
}

/** Why an amendment cannot simply be put to the vote in the text as it is now, or `null` where it can. */
export function remarkOn({ state, textNow, revision }: Standing, words: PaperWords): string | null {
  if (state === 'covered') return words.covered;
  if (state !== 'conflict') return null;
  const reason = revision === null ? words.unplaced : textNow?.length === 0 ? words.textGone : words.textChanged;
  return revision === null ? `${reason}.` : `${reason}. ${words.filedAgainst(revision.name)}`;
}

/** What a change puts into the text, block by block. */
export function newTexts(change: TextChange): readonly string[] {
  switch (change.kind) {
    case 'replacement':
      return [change.text];
    case 'insertion':
      return change.blocks.map(({ text }) => text);
    case 'split':
      return change.texts;
    case 'deletion':
    case 'move':
    case 'join':
    case 'editorial':
    case 'programme':
      return [];
  }
}
