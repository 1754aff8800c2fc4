import { describeChange, standingsOf, type Standing } from '../../amendment';
import type { Amendment, TextChange } from '../../amendment/amendment';
import type { Revision } from '../../domain/revision';
import type { ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { amendedRevision, describeProposer, newTexts, revisionNamed } from '../papers/amendmentBasis';
import { inOrderOfText } from '../papers/amendmentBook';
import { programmeParagraphs } from '../papers/programmeParagraphs';
import { paperWords } from '../words';
import { escapeXml, xmlHeader } from '../xml/escape';
import { eIdsOf } from './bill';
import { element } from './elements';
import { aknNamespace, slugOf, uriOfRevision, writeMeta, type LifecycleEvent, type Reference } from './meta';

function targetOf(change: TextChange): string | null {
  if (change.kind === 'insertion') return change.after;
  return change.kind === 'programme' ? null : change.block;
}

/** Where in the bill a block of the revision stands. */
type Addresses = ReadonlyMap<string, string>;

function addressesIn(revision: Revision): Addresses {
  const ids = eIdsOf(programmeParagraphs(revision, false));
  const uri = uriOfRevision(revision);
  return new Map(
    revision.blocks.map(({ id }, at) => {
      const eId = ids[at] ?? null;
      return [id, eId === null ? uri : `${uri}#${eId}`];
    }),
  );
}

function writeChange(
  change: TextChange,
  revision: Revision,
  addresses: Addresses,
  eId: string,
  input: ExportInput,
): string {
  const target = targetOf(change);
  const words =
    change.kind === 'editorial' || change.kind === 'programme'
      ? change.instruction
      : describeChange(revision, change, input.language);
  const place = element(
    'ref',
    { href: (target === null ? undefined : addresses.get(target)) ?? uriOfRevision(revision) },
    escapeXml(words),
  );
  const quotes = newTexts(change).map((text, nth) =>
    element('quotedText', { eId: `${eId}__qtext_${nth + 1}`, startQuote: '«', endQuote: '»' }, escapeXml(text)),
  );
  return element('p', {}, element('mod', { eId }, [place, ...quotes].join(' ')));
}

function writeAmendment(
  input: ExportInput,
  document: ExportDocument,
  amendment: Amendment,
  standing: Standing,
  addresses: Addresses,
  id: string,
): string {
  const { language } = input;
  const words = paperWords[language];
  const { number, body, rationale, decision, submittedAt } = amendment;
  const revision = standing.revision ?? amendedRevision(input);
  const proposer = describeProposer(input, { ...amendment, body: null });
  const references: readonly Reference[] = [
    { type: 'TLCPerson', id: 'proposer', href: `/akn/ontology/person/no/${slugOf(proposer)}`, name: proposer },
    ...(body === null
      ? []
      : [
          {
            type: 'TLCOrganization' as const,
            id: 'body',
            href: `/akn/ontology/organization/no/${slugOf(body)}`,
            name: body,
          },
        ]),
    { type: 'original', id: 'text', href: uriOfRevision(revision), name: revision.name },
  ];
  const events: readonly LifecycleEvent[] = [
    { date: submittedAt, type: 'generation', source: 'text' },
    ...(decision?.result === 'adopted' ? [{ date: decision.at, type: 'amendment' as const, source: 'text' }] : []),
  ];
  const meta = writeMeta({
    type: 'amendment',
    revision,
    part: `forslag-${slugOf(number)}`,
    idPrefix: `${id}__`,
    date: submittedAt,
    dateIs: 'submitted',
    language: revision.language,
    author: 'proposer',
    madeAt: document.generatedAt,
    events,
    references,
  });
  const heading = `${words.amendment} ${number} · ${standing.place === '' ? words.unplaced : standing.place}`;
  const content = standing.wording.changes.map((change, nth) =>
    writeChange(change, revision, addresses, `${id}__mod_${nth + 1}`, input),
  );
  const paragraphs = [
    element('amendmentHeading', {}, element('p', {}, escapeXml(heading))),
    element(
      'amendmentContent',
      {},
      content.length === 0 ? element('p', {}, escapeXml(words.unplaced)) : content.join(''),
    ),
    ...(rationale === '' ? [] : [element('amendmentJustification', {}, element('p', {}, escapeXml(rationale)))]),
  ];
  const written = element(
    'amendment',
    { name: `forslag-${slugOf(number)}` },
    meta + element('amendmentBody', {}, paragraphs.join('')),
  );
  return element('component', { eId: id }, written);
}

/** All amendments to a revision as `amendmentList` (Akoma Ntoso 3.0), in the order of the text, each pointing at its place in the bill. */
export function writeAmendmentList(input: ExportInput, document: ExportDocument): string {
  const revision = amendedRevision(input);
  const standings = standingsOf(input.amendments, revision, revisionNamed(input), input.language);
  const addressesByRevision = new Map<string, Addresses>();
  const addressesOf = (base: Revision): Addresses => {
    const known = addressesByRevision.get(base.id) ?? addressesIn(base);
    addressesByRevision.set(base.id, known);
    return known;
  };
  const components = inOrderOfText(input).flatMap((amendment) => {
    const standing = standings.get(amendment.id);
    return standing === undefined ? [] : [{ amendment, standing }];
  });
  const written = components.map(({ amendment, standing }, at) =>
    writeAmendment(input, document, amendment, standing, addressesOf(standing.revision ?? revision), `cmp_${at + 1}`),
  );
  const owner = document.organisation.name === '' ? document.author : document.organisation.name;
  const meta = writeMeta({
    type: 'amendmentList',
    revision,
    part: 'forslag',
    idPrefix: '',
    date: document.generatedAt,
    dateIs: 'made',
    language: input.language,
    author: 'owner',
    madeAt: document.generatedAt,
    events: [{ date: document.generatedAt, type: 'generation', source: 'text' }],
    references: [
      { type: 'TLCOrganization', id: 'owner', href: `/akn/ontology/organization/no/${slugOf(owner)}`, name: owner },
      { type: 'original', id: 'text', href: uriOfRevision(revision), name: revision.name },
    ],
  });
  const title = element('p', {}, element('docTitle', {}, escapeXml(`${document.paper}: ${document.title}`)));
  // A collection must hold something (schema, collectionBodyType).
  const none = element(
    'component',
    { eId: 'cmp_1' },
    element('documentRef', { eId: 'cmp_1__dref', href: uriOfRevision(revision), showAs: revision.name }),
  );
  const list = element(
    'amendmentList',
    { name: 'forslagshefte' },
    meta +
      element('preface', {}, title) +
      element('collectionBody', {}, written.length === 0 ? none : written.join('')),
  );
  return `${xmlHeader}${element('akomaNtoso', { xmlns: aknNamespace }, list)}\n`;
}
