import { personId, type PersonId } from '../core/ids';

/** Someone a comment can mention. */
export interface Mentionable {
  readonly person: PersonId;
  readonly name: string;
}

/** A part of a comment's text as it is shown. */
export type MentionPart =
  | { readonly type: 'text'; readonly text: string }
  /** `name` is `null` when the person was erased, or is not known here. */
  | { readonly type: 'mention'; readonly person: PersonId; readonly name: string | null };

/** A mention, or a written `@[`, which is stored as `@[[`. */
const STORED = /@\[(?:\[|([A-Za-z0-9_-]{1,128})\])/gu;

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/**
 * What is stored of a written text: each `@Name` of someone known becomes `@[id]`, so that the name itself stands in the directory alone (CM7).
 * The longest name that fits counts; a name that goes on in letters is another word.
 */
export function storeMentions(written: string, people: readonly Mentionable[]): string {
  const byLength = people.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  let stored = '';
  for (let at = 0; at < written.length;) {
    const found =
      written[at] === '@' && !isWordSign(written[at - 1])
        ? byLength.find(({ name }) => written.startsWith(name, at + 1) && !isWordSign(written[at + 1 + name.length]))
        : undefined;
    const isBracket = !found && written.startsWith('@[', at);
    stored += found ? `@[${found.person}]` : isBracket ? '@[[' : (written[at] ?? '');
    at += found ? found.name.length + 1 : isBracket ? 2 : 1;
  }
  return stored;
}

/** A stored text in its parts. Law: the parts of `storeMentions(written, people)`, put together with the same people, read `written`. */
export function mentionParts(stored: string, nameOf: (person: PersonId) => string | null): readonly MentionPart[] {
  const parts: MentionPart[] = [];
  let end = 0;
  for (const match of stored.matchAll(STORED)) {
    if (match.index > end) parts.push({ type: 'text', text: stored.slice(end, match.index) });
    const [whole, id] = match;
    if (id === undefined) parts.push({ type: 'text', text: '@[' });
    else parts.push({ type: 'mention', person: personId(id), name: nameOf(personId(id)) });
    end = match.index + whole.length;
  }
  if (end < stored.length) parts.push({ type: 'text', text: stored.slice(end) });
  return parts;
}

/** Whether a stored text mentions the person. */
export const mentions = (stored: string, person: PersonId): boolean => stored.includes(`@[${person}]`);
