import { canonicalJson, type Json } from '../core/hash';
import type { AmendmentId } from '../core/ids';
import type { Amendment, TextChange } from './amendment';
import { inOrderOfSubmission } from './submissionOrder';

/** The change as data, with nothing in it that does not change the text. */
export function essence(change: TextChange): Json {
  switch (change.kind) {
    case 'insertion':
      return {
        kind: change.kind,
        after: change.after,
        blocks: change.blocks.map(({ kind, level, marker, text }) => ({ kind, level, marker, text })),
      };
    case 'split':
      return { ...change, texts: [...change.texts] };
    case 'replacement':
    case 'deletion':
    case 'move':
    case 'join':
    case 'editorial':
    case 'programme':
      return { ...change };
  }
}

/** What an amendment asks for; equal for two that ask for the same, in whatever order they list it. */
const essenceOf = ({ base, changes }: Amendment): string => canonicalJson([base, ...changes.map(essenceText).sort()]);

const texts = new WeakMap<TextChange, string>();

function essenceText(change: TextChange): string {
  const known = texts.get(change) ?? canonicalJson(essence(change));
  texts.set(change, known);
  return known;
}

/** All amendments, those that ask for exactly the same together. Groups and their members are in order of submission. Rule V4. */
export function identicalGroups(amendments: readonly Amendment[]): readonly (readonly AmendmentId[])[] {
  const groups = new Map<string, AmendmentId[]>();
  for (const amendment of inOrderOfSubmission(amendments)) {
    const key = amendment.changes.length === 0 ? amendment.id : essenceOf(amendment);
    groups.set(key, [...(groups.get(key) ?? []), amendment.id]);
  }
  return [...groups.values()];
}
