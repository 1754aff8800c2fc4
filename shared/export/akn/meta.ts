import type { Language } from '../../core/failure';
import type { Revision } from '../../domain/revision';
import { shortHashOf } from '../../domain/blockBookmark';
import { element } from './elements';

export const aknNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** ISO 639-2, as the standard asks for. */
const languages: Readonly<Record<Language, string>> = { nb: 'nob', nn: 'nno', en: 'eng' };

const dateOf = (timestamp: string): string => timestamp.slice(0, 10);

/** Who or what the text refers to (part of the standard's ontology of top-level classes). */
export interface Reference {
  readonly type: 'TLCOrganization' | 'TLCPerson' | 'original' | 'passiveRef';
  readonly id: string;
  readonly href: string;
  readonly name: string;
}

/** Something that happened to the text. */
export interface LifecycleEvent {
  readonly date: string;
  readonly type: 'generation' | 'amendment';
  /** Id of the reference that says which document it was. */
  readonly source: string;
}

export interface AknMeta {
  readonly type: 'bill' | 'amendment' | 'amendmentList';
  readonly revision: Revision;
  /** What tells this document from others about the same revision: «forslag-3»; empty for the text itself. */
  readonly part: string;
  /** What the ids of this document begin with: those of a whole collection are unique among themselves (schema, eId-amendmentList). */
  readonly idPrefix: string;
  readonly date: string;
  /** What happened on `date`. */
  readonly dateIs: 'frozen' | 'drafted' | 'submitted' | 'made';
  readonly language: Language;
  /** Id of the author among `references`. */
  readonly author: string;
  readonly madeAt: string;
  readonly events: readonly LifecycleEvent[];
  readonly references: readonly Reference[];
}

/** The address of a text in the standard's naming convention. */
const workOf = (meta: AknMeta): string => `/akn/no/${meta.type}/${dateOf(meta.date)}/${numberOf(meta)}`;

const numberOf = ({ revision, part }: AknMeta): string => `${shortHashOf(revision)}${part === '' ? '' : `-${part}`}`;

export const uriOfRevision = (revision: Revision): string =>
  `/akn/no/bill/${dateOf(revision.frozenAt)}/${shortHashOf(revision)}`;

/** `meta`: what the document is, what happened to it, and who is named in it. */
export function writeMeta(meta: AknMeta): string {
  const work = workOf(meta);
  const expression = `${work}/${languages[meta.language]}@${dateOf(meta.date)}`;
  const reference = (id: string): string => `#${meta.idPrefix}${id}`;
  // The format of a manifestation stands last, after the component too (naming convention, 4.8.1).
  const level = (name: string, uri: string, date: string, dateName: string, more: string, format = ''): string =>
    element(
      name,
      {},
      element('FRBRthis', { value: `${uri}/!main${format}` }) +
        element('FRBRuri', { value: `${uri}${format}` }) +
        element('FRBRdate', { date: dateOf(date), name: dateName }) +
        element('FRBRauthor', { href: reference(meta.author) }) +
        more,
    );
  const identification = element(
    'identification',
    { source: reference('programrevisjon') },
    level(
      'FRBRWork',
      work,
      meta.date,
      meta.dateIs,
      element('FRBRcountry', { value: 'no' }) + element('FRBRnumber', { value: numberOf(meta) }),
    ) +
      level(
        'FRBRExpression',
        expression,
        meta.date,
        meta.dateIs,
        element('FRBRlanguage', { language: languages[meta.language] }),
      ) +
      level(
        'FRBRManifestation',
        expression,
        meta.madeAt,
        'made',
        element('FRBRformat', { value: 'application/akn+xml' }),
        '.xml',
      ),
  );
  const events = meta.events.map(({ date, type, source }, at) =>
    element('eventRef', {
      eId: `${meta.idPrefix}eref_${at + 1}`,
      date: dateOf(date),
      type,
      source: reference(source),
    }),
  );
  const maker: Reference = {
    type: 'TLCOrganization',
    id: 'programrevisjon',
    href: '/akn/ontology/organization/no/programrevisjon',
    name: 'Programrevisjon',
  };
  const references = [maker, ...meta.references].map(({ type, id, href, name }) =>
    element(type, { eId: `${meta.idPrefix}${id}`, href, showAs: name }),
  );
  return element(
    'meta',
    {},
    identification +
      (events.length === 0 ? '' : element('lifecycle', { source: reference('programrevisjon') }, events.join(''))) +
      element('references', { source: reference('programrevisjon') }, references.join('')),
  );
}

/** «Ålesund legeforening» as a part of an address. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'ukjent';
