import type { Language } from '../core/failure';
import { canonicalJson, sha256Hex } from '../core/hash';
import { blockId, revisionId, type RevisionId } from '../core/ids';
import type { Block } from './block';
import { formatsInOrder, withFormats } from './formats';
import { withoutReferences } from './references';
import type { Period } from './revision';

/** `period`: an earlier period's programme, one more link in the chain. `text`: anything else that sentences were taken from. */
export const sourceRoles = ['period', 'text'] as const;
export type SourceRole = (typeof sourceRoles)[number];

/** Another text that belongs to the work: an earlier programme, a principle programme, a hearing answer, a policy note. Immutable. */
export interface Source {
  /** SHA-256 of what it says: the same text is the same source, whoever added it and under whatever name. */
  readonly id: RevisionId;
  /** As lists call it: the file's name, until someone names it otherwise. */
  readonly name: string;
  readonly role: SourceRole;
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  /** Their ids follow from the source's: equal wherever the text was added. */
  readonly blocks: readonly Block[];
}

/** Makes a source of an imported text. */
export function makeSource(
  { title, period, language, blocks }: Pick<Source, 'title' | 'period' | 'language' | 'blocks'>,
  name: string,
  role: SourceRole,
): Source {
  const said = blocks.map(({ kind, level, marker, text }) => ({ kind, level, marker, text }));
  const id = revisionId(sha256Hex(canonicalJson({ title, blocks: said })));
  return {
    id,
    name,
    role,
    title,
    period: period && { from: period.from, to: period.to },
    language,
    blocks: blocks.map(({ kind, level, marker, text, footnoteRefs, formats = [] }, index) => ({
      id: blockId(`${id.slice(0, 12)}-${index}`),
      kind,
      level,
      marker,
      text,
      origins: [],
      footnoteRefs,
      // Its blocks get ids of their own: what refers to one is words.
      ...withFormats(formatsInOrder(withoutReferences(formats), text.length)),
    })),
  };
}

/** Earlier programmes in the order of their periods; those that name no period come first. */
export const earlierPeriods = (sources: readonly Source[]): readonly Source[] =>
  sources
    .filter(({ role }) => role === 'period')
    .sort((a, b) => (a.period?.from ?? '').localeCompare(b.period?.from ?? '') || a.name.localeCompare(b.name, 'nb'));
