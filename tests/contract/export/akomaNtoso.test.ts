import { SaxesParser } from 'saxes';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportPaper, supported, views, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import { hostileMeeting } from '../../unit/export/hostile';
import { meeting } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';
import { withNotes } from '../../support/harshRevision';
import { revisionWith } from '../../unit/export/programmes';

interface Rule {
  /** The children's names in their order, as a pattern of «name » after «name ». */
  readonly children: string;
  readonly isMixed?: boolean;
  readonly attributes: readonly string[];
  /** Attributes that must be there. */
  readonly needs?: readonly string[];
}

/** Groups of the schema, as far as our papers go. */
const hierarchyNames = ['chapter', 'section', 'subsection', 'paragraph', 'list', 'point'] as const;
const oneOf = (...names: readonly string[]): string => `(?:${names.map((name) => `${name} `).join('|')})`;
const hierElements = oneOf(...hierarchyNames);
const inlineNames = ['b', 'i', 'a', 'sup', 'ref', 'mod', 'docTitle', 'authorialNote'];
const documentType = oneOf('amendmentList', 'bill', 'amendment');

/** Attribute groups: `idreq` and `idopt`; `corereq` and `coreopt`. */
const id = ['eId', 'wId', 'GUID'];
const core = ['class', 'style', 'title', 'status', 'period', ...id, 'refersTo', 'alternativeTo'];

const inline: Rule = { children: `${oneOf(...inlineNames)}*`, isMixed: true, attributes: core };
const blocks: Rule = { children: '(?:p )*', attributes: core };
/** Headings first; then either what is below, after an introduction if there is one, or the content. */
const hierarchy: Rule = { children: `(?:num |heading )*(?:(?:intro )?${hierElements}*|content )`, attributes: core };
const named: Pick<Rule, 'attributes' | 'needs'> = { attributes: ['name', 'contains'], needs: ['name'] };
const identified = 'FRBRthis (?:FRBRuri )+(?:FRBRdate )+(?:FRBRauthor )+';
const value: Rule = {
  children: '',
  attributes: [...id, 'value', 'refersTo', 'showAs', 'shortForm'],
  needs: ['value'],
};
const reference: Rule = {
  children: '',
  attributes: [...id, 'href', 'showAs', 'shortForm'],
  needs: ['href', 'showAs'],
};
const sourced: Pick<Rule, 'attributes' | 'needs'> = { attributes: ['source'], needs: ['source'] };

/**
 * The elements of Akoma Ntoso 3.0 that our papers use, each with the content and the attributes that `akomantoso30.xsd` gives it (OASIS Standard,
 * 29 August 2018, part 2), its types and groups written out. Attributes that a type takes from another one are all listed, though we write few of them.
 */
const vocabulary: Readonly<Record<string, Rule>> = {
  akomaNtoso: { children: documentType, attributes: ['xmlns'], needs: ['xmlns'] },
  bill: { children: 'meta (?:preface )?body ', ...named },
  amendmentList: { children: 'meta (?:preface )?collectionBody ', ...named },
  amendment: { children: 'meta (?:preface )?amendmentBody ', ...named },
  collectionBody: { children: '(?:component )+', attributes: core },
  component: {
    children: `(?:num |heading )*(?:${documentType}|documentRef )`,
    attributes: core,
  },
  documentRef: reference,
  amendmentBody: {
    children: '(?:amendmentHeading |amendmentContent |amendmentJustification )+',
    attributes: core,
  },
  amendmentHeading: blocks,
  amendmentContent: blocks,
  amendmentJustification: blocks,
  meta: { children: 'identification (?:lifecycle )*(?:references )*', attributes: [] },
  identification: { children: 'FRBRWork FRBRExpression FRBRManifestation ', ...sourced },
  FRBRWork: { children: `${identified}FRBRcountry (?:FRBRnumber )*`, attributes: [] },
  FRBRExpression: { children: `${identified}(?:FRBRlanguage )+`, attributes: [] },
  FRBRManifestation: { children: `${identified}(?:FRBRformat )?`, attributes: [] },
  FRBRthis: value,
  FRBRuri: value,
  FRBRcountry: value,
  FRBRnumber: value,
  FRBRformat: value,
  FRBRlanguage: { children: '', attributes: [...id, 'language'], needs: ['language'] },
  FRBRdate: { children: '', attributes: [...id, 'date', 'name'], needs: ['date', 'name'] },
  FRBRauthor: { children: '', attributes: [...id, 'href', 'as'], needs: ['href'] },
  lifecycle: { children: '(?:eventRef )+', ...sourced },
  eventRef: {
    children: '',
    attributes: [...id, 'href', 'date', 'source', 'refersTo', 'type', 'originatingExpression'],
    needs: ['date', 'source'],
  },
  references: { children: `${oneOf('original', 'passiveRef', 'TLCPerson', 'TLCOrganization')}+`, ...sourced },
  TLCOrganization: reference,
  TLCPerson: reference,
  original: reference,
  passiveRef: reference,
  preface: { ...blocks, children: '(?:p )+' },
  body: { children: `${hierElements}+`, attributes: core },
  ...Object.fromEntries(hierarchyNames.map((name) => [name, hierarchy])),
  num: inline,
  heading: inline,
  intro: blocks,
  content: blocks,
  p: inline,
  docTitle: inline,
  b: inline,
  i: inline,
  sup: inline,
  a: { ...inline, attributes: [...core, 'href', 'target'], needs: ['href'] },
  ref: { ...inline, attributes: [...core, 'href'], needs: ['href'] },
  mod: { ...inline, children: `${oneOf(...inlineNames, 'quotedText')}*`, attributes: [...core, 'for'] },
  quotedText: { ...inline, attributes: [...core, 'startQuote', 'endQuote', 'inlineQuote', 'for'] },
  authorialNote: {
    children: `${oneOf('p', ...hierarchyNames, 'content', 'intro', 'num', 'heading')}+`,
    attributes: [...core, 'marker', 'placement', 'placementBase'],
  },
};

/** What a value must look like, by attribute, and by element where one name means two things. */
const values: Readonly<Record<string, RegExp>> = {
  eId: /^\S+$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/,
  href: /^[^\s<>"{}|\\^`]*$/,
  source: /^[^\s<>"{}|\\^`]*$/,
  'eventRef type': /^(?:generation|amendment|repeal)$/,
  placement: /^(?:side|left|right|bottom|inline)$/,
  language: /^[a-z]{3}$/,
};

/** What an id calls an element (naming convention 1.0, 5.4.2); others by their own name. */
const calledInIds: Readonly<Record<string, string>> = {
  chapter: 'chp',
  section: 'sec',
  subsection: 'subsec',
  paragraph: 'para',
  component: 'cmp',
  documentRef: 'dref',
  eventRef: 'eref',
  quotedText: 'qtext',
};
/** In ids these go by what they stand for. */
const labelled = ['TLCOrganization', 'TLCPerson', 'original', 'passiveRef'];

/** What the standard has against a document; empty where it conforms. */
function faultsOf(xml: string): readonly string[] {
  const faults: string[] = [];
  const open: { readonly name: string; readonly eId: string | null; children: string }[] = [];
  /** Ids are unique in the whole file: the schema asks for that within a collection too, over all of the documents in it. */
  const ids = new Set<string>();
  const refs: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => faults.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.children += `${name} `;
    const rule = vocabulary[name];
    if (rule === undefined) faults.push(`unknown: ${name}`);
    for (const [key, text] of Object.entries(attributes)) {
      if (rule?.attributes.includes(key) !== true) faults.push(`${name}@${key}`);
      const pattern = values[`${name} ${key}`] ?? values[key];
      if (pattern?.test(text) === false) faults.push(`${name}@${key}: ${text}`);
      if ((key === 'source' || key === 'href') && text.startsWith('#')) refs.push(text.slice(1));
    }
    for (const key of rule?.needs ?? []) if (!(key in attributes)) faults.push(`${name} without @${key}`);
    const eId = attributes['eId'] ?? null;
    if (eId !== null) {
      if (ids.has(eId)) faults.push(`eId twice: ${eId}`);
      ids.add(eId);
      // [prefix «__»] element_ref [«_» number], the prefix being the id of something that it stands in.
      const around = open.flatMap((part) => (part.eId === null ? [] : [`${part.eId}__`]));
      const prefix = around.findLast((one) => eId.startsWith(one)) ?? '';
      if (around.length > 0 && prefix === '') faults.push(`eId below nothing: ${eId}`);
      const own = eId.slice(prefix.length);
      const called = calledInIds[name] ?? name;
      if (!labelled.includes(name) && own.replace(/_[^_]+$/, '') !== called) faults.push(`eId of ${name}: ${eId}`);
    }
    open.push({ name, eId, children: '' });
  });
  parser.on('text', (text) => {
    const parent = open.at(-1);
    if (text.trim() !== '' && parent !== undefined && vocabulary[parent.name]?.isMixed !== true)
      faults.push(`text in ${parent.name}: ${text}`);
  });
  parser.on('closetag', ({ name }) => {
    const { children = '' } = open.pop() ?? {};
    const model = vocabulary[name]?.children;
    if (model !== undefined && !new RegExp(`^(?:${model})$`).test(children))
      faults.push(`${name} of: ${children.trim()}`);
    // Narrower than the schema, on purpose.
    if (name === 'meta' && !children.includes('lifecycle ')) faults.push('meta without lifecycle');
    if (children === '' && (hierarchyNames as readonly string[]).includes(name)) faults.push(`nothing in ${name}`);
  });
  parser.write(xml).close();
  for (const ref of refs) if (!ids.has(ref)) faults.push(`#${ref} leads nowhere`);
  return faults;
}

function written(view: View, input: ExportInput): string {
  const output = exportPaper(view, 'akn', input);
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return strFromU8(output.value.bytes);
}

const inAkn = views.filter((view) => supported(view).includes('akn'));

describe('E42 Akoma Ntoso 3.0', () => {
  test.each(inAkn)('E42 %s is of the vocabulary of the standard, whatever the text', (view) => {
    const nothing = revisionOf([], { name: '' });
    const noted = revisionWith(withNotes(meeting().newest.blocks, 11));
    const inputs = [
      meeting(),
      meeting(true),
      hostileMeeting(),
      { ...meeting(), newest: nothing, baseline: null, amendments: [] },
      { ...meeting(), newest: noted, amendments: [] },
      {
        ...meeting(),
        newest: revisionOf([
          '# Tomt',
          '## Tomt under',
          ': Forbundet vil:',
          '# Slutt',
          '### For dypt',
          '1. At a.',
          '1. At b.',
        ]),
      },
    ];
    for (const input of inputs) expect(faultsOf(written(view, input))).toEqual([]);
  });

  test('E42 the check finds what is wrong', () => {
    const xml = written('text', meeting());
    const list = written('amendments', meeting());
    const wrong: readonly (readonly [changed: string, fault: string])[] = [
      [xml.replace('<body>', '<body><p>løs</p>'), 'body of: p '],
      [xml.replace('eId="chp_2"', 'eId="chp_1"'), 'eId twice: chp_1'],
      [xml.replace('eId="chp_2"', 'eId="cap_2"'), 'eId of chapter: cap_2'],
      [xml.replace(/<lifecycle.*?<\/lifecycle>/, ''), 'meta without lifecycle'],
      [xml.replace(/(<FRBRdate[^>]*>)(<FRBRauthor[^>]*>)/, '$2$1'), 'FRBRWork of: '],
      [xml.replace(/<FRBRcountry[^>]*>/, ''), 'FRBRWork of: '],
      [xml.replace('type="generation"', 'type="frozen"'), 'eventRef@type: frozen'],
      [xml.replace(/<preface>.*?<\/preface>/, '<preface/>'), 'preface of: '],
      [xml.replace(/(<intro .*?<\/intro>)/, '$1<content eId="x"/>'), 'list of: intro content '],
      [xml.replace('<bill name', '<bill nome'), 'bill@nome'],
      [list.replace('cmp_2__mod_1"', 'cmp_1__mod_1"'), 'eId twice: cmp_1__mod_1'],
      [list.replace('<ref href="', '<ref href="a b'), 'ref@href: a b'],
      [list.replace('<amendmentBody>', '<amendmentBody>løst'), 'text in amendmentBody: løst'],
      [list.replace(/<quotedText/, '<quotedStructure/><quotedText'), 'unknown: quotedStructure'],
    ];
    for (const [changed, fault] of wrong) expect(faultsOf(changed).join('\n')).toContain(fault);
  });

  test('E42 chapters and points have the ids of the naming convention', () => {
    const xml = written('text', meeting());
    expect(xml).toContain('<chapter eId="chp_1">');
    expect(xml).toMatch(/<point eId="chp_1__list_1__point_2"><num>2\.<\/num>/);
  });

  test('E42 an amendment points at its place in the bill', () => {
    const list = written('amendments', meeting());
    const bill = written('text', meeting());
    const targets = [...list.matchAll(/<ref href="[^"#]*#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(3);
    for (const id of targets) expect(bill).toContain(`eId="${id ?? ''}"`);
  });
});
