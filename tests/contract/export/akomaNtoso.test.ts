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
  /** What may stand inside; `text` for letters. */
  readonly children: readonly string[];
  readonly required?: readonly string[];
  readonly attributes?: readonly string[];
  /** Attributes that must be there. */
  readonly needs?: readonly string[];
}

const hierarchy = ['chapter', 'section', 'subsection', 'paragraph', 'list', 'point'] as const;
const inline = ['text', 'authorialNote', 'sup', 'b', 'i', 'a', 'ref', 'mod', 'docTitle'] as const;
const part: Rule = {
  children: ['num', 'heading', 'intro', 'content', ...hierarchy],
  attributes: ['eId'],
  needs: ['eId'],
};
const level: Rule = {
  children: ['FRBRthis', 'FRBRuri', 'FRBRdate', 'FRBRauthor', 'FRBRcountry', 'FRBRlanguage', 'FRBRformat'],
  required: ['FRBRthis', 'FRBRuri', 'FRBRdate', 'FRBRauthor'],
};
const value: Rule = { children: [], attributes: ['value'], needs: ['value'] };
const reference: Rule = { children: [], attributes: ['eId', 'href', 'showAs'], needs: ['eId', 'href', 'showAs'] };

/**
 * The part of the vocabulary of Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018, part 2) that our papers use: element by element, as `akomantoso30.xsd`
 * has it. Where we are narrower than the schema (ids on every part, one list of references) it is on purpose.
 */
const vocabulary: Readonly<Record<string, Rule>> = {
  akomaNtoso: { children: ['bill', 'amendmentList'], attributes: ['xmlns'], needs: ['xmlns'] },
  bill: { children: ['meta', 'preface', 'body'], required: ['meta', 'body'], attributes: ['name'], needs: ['name'] },
  amendmentList: {
    children: ['meta', 'preface', 'collectionBody'],
    required: ['meta', 'collectionBody'],
    attributes: ['name'],
    needs: ['name'],
  },
  amendment: {
    children: ['meta', 'amendmentBody'],
    required: ['meta', 'amendmentBody'],
    attributes: ['name'],
    needs: ['name'],
  },
  collectionBody: { children: ['component'], required: ['component'] },
  component: { children: ['amendment', 'documentRef'], attributes: ['eId'], needs: ['eId'] },
  documentRef: reference,
  amendmentBody: {
    children: ['amendmentHeading', 'amendmentContent', 'amendmentJustification'],
    required: ['amendmentContent'],
  },
  amendmentHeading: { children: ['p'] },
  amendmentContent: { children: ['p'], required: ['p'] },
  amendmentJustification: { children: ['p'] },
  meta: {
    children: ['identification', 'lifecycle', 'references'],
    required: ['identification', 'lifecycle', 'references'],
  },
  identification: {
    children: ['FRBRWork', 'FRBRExpression', 'FRBRManifestation'],
    required: ['FRBRWork', 'FRBRExpression', 'FRBRManifestation'],
    attributes: ['source'],
    needs: ['source'],
  },
  FRBRWork: { ...level, required: [...(level.required ?? []), 'FRBRcountry'] },
  FRBRExpression: { ...level, required: [...(level.required ?? []), 'FRBRlanguage'] },
  FRBRManifestation: level,
  FRBRthis: value,
  FRBRuri: value,
  FRBRcountry: value,
  FRBRformat: value,
  FRBRlanguage: { children: [], attributes: ['language'], needs: ['language'] },
  FRBRdate: { children: [], attributes: ['date', 'name'], needs: ['date', 'name'] },
  FRBRauthor: { children: [], attributes: ['href'], needs: ['href'] },
  lifecycle: { children: ['eventRef'], required: ['eventRef'], attributes: ['source'], needs: ['source'] },
  eventRef: { children: [], attributes: ['eId', 'date', 'type', 'source'], needs: ['eId', 'date', 'type', 'source'] },
  references: {
    children: ['TLCOrganization', 'TLCPerson', 'original', 'passiveRef'],
    attributes: ['source'],
    needs: ['source'],
  },
  TLCOrganization: reference,
  TLCPerson: reference,
  original: reference,
  passiveRef: reference,
  preface: { children: ['p'] },
  body: { children: hierarchy },
  chapter: part,
  section: part,
  subsection: part,
  paragraph: part,
  list: part,
  point: part,
  num: { children: inline },
  heading: { children: inline },
  intro: { children: ['p'], attributes: ['eId'] },
  content: { children: ['p'], required: ['p'], attributes: ['eId'] },
  p: { children: inline },
  docTitle: { children: inline },
  b: { children: inline },
  i: { children: inline },
  a: { children: inline, attributes: ['href'], needs: ['href'] },
  sup: { children: inline },
  ref: { children: inline, attributes: ['href'], needs: ['href'] },
  mod: { children: [...inline, 'quotedText'], attributes: ['eId'], needs: ['eId'] },
  quotedText: { children: inline, attributes: ['eId', 'startQuote', 'endQuote'] },
  authorialNote: { children: ['p'], attributes: ['eId', 'marker', 'placement'], needs: ['eId', 'marker', 'placement'] },
};

const identity = ['FRBRthis', 'FRBRuri', 'FRBRdate', 'FRBRauthor'];

/** Where the order of children is fixed. */
const sequences: Readonly<Record<string, readonly string[]>> = {
  meta: ['identification', 'lifecycle', 'references'],
  identification: ['FRBRWork', 'FRBRExpression', 'FRBRManifestation'],
  FRBRWork: [...identity, 'FRBRcountry'],
  FRBRExpression: [...identity, 'FRBRlanguage'],
  FRBRManifestation: [...identity, 'FRBRformat'],
  bill: ['meta', 'preface', 'body'],
  amendmentList: ['meta', 'preface', 'collectionBody'],
  amendment: ['meta', 'amendmentBody'],
  ...Object.fromEntries(hierarchy.map((name) => [name, ['num', 'heading', 'intro', 'content', ...hierarchy]])),
};

/** What the standard's vocabulary has against a document; empty where it conforms. */
function faultsOf(xml: string): readonly string[] {
  const faults: string[] = [];
  const open: { name: string; children: string[] }[] = [];
  /** Ids are unique in the whole file: the schema asks for that within a collection too, over all of the documents in it. */
  const ids = new Set<string>();
  const refs: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => faults.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    parent?.children.push(name);
    if (parent !== undefined && vocabulary[parent.name]?.children.includes(name) === false)
      faults.push(`${name} in ${parent.name}`);
    const rule = vocabulary[name];
    if (rule === undefined) faults.push(`unknown: ${name}`);
    for (const key of Object.keys(attributes))
      if (rule?.attributes?.includes(key) !== true) faults.push(`${name}@${key}`);
    for (const key of rule?.needs ?? []) if (!(key in attributes)) faults.push(`${name} without @${key}`);
    const eId = attributes['eId'];
    if (eId !== undefined) {
      if (ids.has(eId)) faults.push(`eId twice: ${eId}`);
      if (/[^\w.-]/.test(eId)) faults.push(`eId: ${eId}`);
      ids.add(eId);
    }
    for (const key of ['source', 'href']) {
      const target = attributes[key];
      if (target?.startsWith('#') === true) refs.push(target.slice(1));
    }
    const date = attributes['date'];
    if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date)) faults.push(`date: ${date}`);
    if (name === 'eventRef' && !['generation', 'amendment', 'repeal'].includes(attributes['type'] ?? ''))
      faults.push(`event: ${attributes['type'] ?? ''}`);
    if (
      name === 'authorialNote' &&
      !['side', 'left', 'right', 'bottom', 'inline'].includes(attributes['placement'] ?? '')
    )
      faults.push(`placement: ${attributes['placement'] ?? ''}`);
    open.push({ name, children: [] });
  });
  parser.on('text', (text) => {
    const parent = open.at(-1);
    if (text.trim() !== '' && parent !== undefined && vocabulary[parent.name]?.children.includes('text') !== true)
      faults.push(`text in ${parent.name}: ${text}`);
  });
  parser.on('closetag', ({ name }) => {
    const { children = [] } = open.pop() ?? {};
    for (const child of vocabulary[name]?.required ?? [])
      if (!children.includes(child)) faults.push(`${name} without ${child}`);
    const order = sequences[name] ?? [];
    const isLow = (child: string): boolean => (hierarchy as readonly string[]).includes(child);
    const ranks = children.map((child) => (isLow(child) ? order.length : order.indexOf(child)));
    if (order.length > 0 && ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0)))
      faults.push(`order in ${name}: ${children.join(' ')}`);
    if (children.includes('content') && children.some(isLow)) faults.push(`content beside parts in ${name}`);
    if (
      (hierarchy as readonly string[]).includes(name) &&
      !children.some((child) => child === 'content' || isLow(child))
    )
      faults.push(`nothing in ${name}`);
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
    expect(faultsOf(xml.replace('<body>', '<body><p>løs</p>'))).not.toEqual([]);
    expect(faultsOf(xml.replace('eId="chp_2"', 'eId="chp_1"'))).toContain('eId twice: chp_1');
    expect(faultsOf(xml.replace(/<lifecycle.*?<\/lifecycle>/, ''))).toContain('meta without lifecycle');
    expect(faultsOf(xml.replace(/(<FRBRdate[^>]*>)(<FRBRauthor[^>]*>)/, '$2$1'))[0]).toMatch(/^order in FRBRWork/);
    expect(faultsOf(xml.replace('type="generation"', 'type="frozen"'))).toContain('event: frozen');
    const list = written('amendments', meeting());
    expect(faultsOf(list.replace('cmp_2__mod_1"', 'cmp_1__mod_1"'))).toContain('eId twice: cmp_1__mod_1');
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
