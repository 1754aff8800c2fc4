import { printedLabel } from '../../domain/label';
import type { Revision } from '../../domain/revision';
import { isStruck, type ExportDocument, type ProgrammeParagraph, type Run } from '../document';
import { escapeXml, xmlHeader } from '../xml/escape';
import { element, startIds, type IdGiver } from './elements';
import { aknNamespace, slugOf, uriOfRevision, writeMeta, type LifecycleEvent, type Reference } from './meta';

/** An element of the hierarchy that is still open. */
interface OpenPart {
  readonly name: 'chapter' | 'section' | 'subsection' | 'list';
  readonly level: number;
  readonly id: string;
  readonly head: string;
  content: string;
}

const partNames = [
  ['chapter', 'chp'],
  ['section', 'sec'],
  ['subsection', 'subsec'],
] as const;

/** Notes by number, for those that one marker calls. */
type Notes = ReadonlyMap<string, ProgrammeParagraph>;

function notesOf(paragraphs: readonly ProgrammeParagraph[]): Notes {
  const notes = new Map<string, ProgrammeParagraph>();
  const calls = new Map<string, number>();
  for (const { runs } of paragraphs)
    for (const { reference, text } of runs) if (reference === true) calls.set(text, (calls.get(text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const paragraph of paragraphs) {
    const { kind, number } = paragraph.shape;
    if (kind !== 'footnote' || number === null) continue;
    if (seen.has(number)) notes.delete(number);
    else if (calls.get(number) === 1) notes.set(number, paragraph);
    seen.add(number);
  }
  return notes;
}

/** The text of a programme as the standard's hierarchy: chapters, sections, running paragraphs, and lists of points under their lead-in. */
class BodyWriter {
  private readonly ids: IdGiver = startIds();
  private readonly open: OpenPart[] = [];
  private readonly notes: Notes;
  private readonly eIds: (string | null)[] = [];
  private preface = '';
  private body = '';

  constructor(private readonly paragraphs: readonly ProgrammeParagraph[]) {
    this.notes = notesOf(paragraphs);
  }

  /** `eIds[i]` is the id of the element that holds `paragraphs[i]`; `null` for the title and for notes. */
  write(): { readonly preface: string; readonly body: string; readonly eIds: readonly (string | null)[] } {
    for (const [at, paragraph] of this.paragraphs.entries()) this.writeParagraph(paragraph, at);
    this.closeTo(0);
    // A body must hold something (schema, bodyType).
    const body = this.body === '' ? this.hierarchy('paragraph', 'para', null, '', [], 'para') : this.body;
    return { preface: this.preface, body, eIds: this.eIds };
  }

  private writeParagraph(paragraph: ProgrammeParagraph, at: number): void {
    this.eIds.push(null);
    const { kind, number, level } = paragraph.shape;
    switch (kind) {
      case 'title':
        this.preface += element('p', {}, element('docTitle', {}, this.inline(paragraph.runs, '')));
        return;
      case 'heading':
        this.openHeading(paragraph, Math.max(1, level ?? 1));
        return;
      case 'leadIn': {
        if (!this.isFollowedByPoint(at)) {
          this.addParagraph(paragraph);
          return;
        }
        this.closeLists();
        const id = this.ids.idFor(this.parent(), 'list', null);
        this.name(id);
        const intro = element('intro', { eId: `${id}__intro` }, element('p', {}, this.inline(paragraph.runs, id)));
        this.open.push({ name: 'list', level: Infinity, id, head: intro, content: '' });
        return;
      }
      case 'point': {
        if (this.open.at(-1)?.name !== 'list') {
          const id = this.ids.idFor(this.parent(), 'list', null);
          this.open.push({ name: 'list', level: Infinity, id, head: '', content: '' });
        }
        this.add(this.hierarchy('point', 'point', number, printedLabel(kind, number), paragraph.runs, this.parent()));
        return;
      }
      case 'footnote':
        if (this.isCalled(paragraph)) return;
        this.addParagraph(paragraph);
        return;
      case 'paragraph':
      case 'other':
        this.addParagraph(paragraph);
    }
  }

  /** A note that is written where its marker is. */
  private isCalled(paragraph: ProgrammeParagraph): boolean {
    const { kind, number } = paragraph.shape;
    return kind === 'footnote' && number !== null && this.notes.get(number) === paragraph;
  }

  /** A lead-in with nothing to lead into is a paragraph. */
  private isFollowedByPoint(at: number): boolean {
    const next = this.paragraphs.find((paragraph, place) => place > at && !this.isCalled(paragraph));
    return next?.shape.kind === 'point';
  }

  private addParagraph({ shape, runs }: ProgrammeParagraph): void {
    this.closeLists();
    const label = shape.kind === 'footnote' ? (shape.number ?? '') : '';
    this.add(this.hierarchy('paragraph', 'para', null, label, runs, this.parent()));
  }

  private hierarchy(
    name: 'paragraph' | 'point',
    abbreviation: string,
    number: string | null,
    label: string,
    runs: readonly Run[],
    parent: string,
  ): string {
    const id = this.ids.idFor(parent === abbreviation ? '' : parent, abbreviation, number);
    this.name(id);
    const num = label === '' ? '' : element('num', {}, escapeXml(label));
    return element(
      name,
      { eId: id },
      num + element('content', { eId: `${id}__content` }, element('p', {}, this.inline(runs, id))),
    );
  }

  private openHeading({ shape, runs }: ProgrammeParagraph, level: number): void {
    const depth = this.open.filter((part) => part.name !== 'list' && part.level < level).length;
    this.closeTo(depth);
    const [name, abbreviation] = partNames[Math.min(depth, partNames.length - 1)] ?? partNames[0];
    const id = this.ids.idFor(this.parent(), abbreviation, shape.number?.split('.').at(-1) ?? null);
    this.name(id);
    const label = printedLabel(shape.kind, shape.number);
    const num = label === '' ? '' : element('num', {}, escapeXml(label));
    const head = num + element('heading', {}, this.inline(runs, id));
    this.open.push({ name, level, id, head, content: '' });
  }

  /** Words with their notes set in where they are called. */
  private inline(runs: readonly Run[], parent: string): string {
    return runs
      .filter(({ mark }) => !isStruck(mark))
      .map(({ text, reference, strong, italic, address }) => {
        if (reference !== true) {
          const leaning = italic === true ? element('i', {}, escapeXml(text)) : escapeXml(text);
          const weighted = strong === true ? element('b', {}, leaning) : leaning;
          return address === undefined ? weighted : element('a', { href: address }, weighted);
        }
        const note = this.notes.get(text);
        if (note === undefined) return element('sup', {}, escapeXml(text));
        const eId = this.ids.idFor(parent, 'authorialNote', text);
        const words = element('p', {}, this.inline(note.runs, eId));
        return element('authorialNote', { eId, marker: text, placement: 'bottom' }, words);
      })
      .join('');
  }

  private name(id: string): void {
    this.eIds[this.eIds.length - 1] = id;
  }

  private parent(): string {
    return this.open.at(-1)?.id ?? '';
  }

  private add(xml: string): void {
    const part = this.open.at(-1);
    if (part === undefined) this.body += xml;
    else part.content += xml;
  }

  private closeLists(): void {
    while (this.open.at(-1)?.name === 'list') this.closeOne();
  }

  private closeTo(depth: number): void {
    while (this.open.length > depth) this.closeOne();
  }

  private closeOne(): void {
    const part = this.open.pop();
    if (part === undefined) return;
    const { name, id, head, content } = part;
    // A part without parts below must have content, and so must a chapter in which nothing stands (schema, hierarchy).
    const empty = element('content', { eId: `${id}__content` }, element('p', {}));
    this.add(element(name, { eId: id }, head + (content === '' ? empty : content)));
  }
}

/** The id of each paragraph in the bill: `result[i]` belongs to `paragraphs[i]`. */
export const eIdsOf = (paragraphs: readonly ProgrammeParagraph[]): readonly (string | null)[] =>
  new BodyWriter(paragraphs).write().eIds;

export interface BillInput {
  readonly document: ExportDocument;
  readonly revision: Revision;
  readonly isDraft: boolean;
  /** What the text came from, oldest first; `null` where that is not known. */
  readonly baseline: Revision | null;
}

/** The text as `bill` (Akoma Ntoso 3.0, OASIS 2018): every paragraph has an id that others can point at. */
export function writeBill({ document, revision, isDraft, baseline }: BillInput): string {
  const programme = document.blocks.flatMap((block) => (block.type === 'programme' ? [block] : []));
  const { preface, body } = new BodyWriter(programme).write();
  const owner = document.organisation.name === '' ? document.author : document.organisation.name;
  const references: Reference[] = [
    { type: 'TLCOrganization', id: 'owner', href: `/akn/ontology/organization/no/${slugOf(owner)}`, name: owner },
    ...(baseline === null
      ? []
      : [{ type: 'passiveRef' as const, id: 'previous', href: uriOfRevision(baseline), name: baseline.name }]),
    { type: 'original', id: 'text', href: uriOfRevision(revision), name: revision.name },
  ];
  const events: LifecycleEvent[] = [
    ...(baseline === null ? [] : [{ date: baseline.frozenAt, type: 'generation' as const, source: 'previous' }]),
    { date: revision.frozenAt, type: baseline === null ? 'generation' : 'amendment', source: 'text' },
  ];
  const meta = writeMeta({
    type: 'bill',
    revision,
    part: '',
    idPrefix: '',
    date: revision.frozenAt,
    dateIs: isDraft ? 'drafted' : 'frozen',
    language: revision.language,
    author: 'owner',
    madeAt: document.generatedAt,
    events,
    references,
  });
  const title = preface === '' ? element('p', {}, element('docTitle', {}, escapeXml(document.title))) : preface;
  const name = document.view === 'decided' ? 'vedtatt' : 'forslag';
  const bill = element('bill', { name }, meta + element('preface', {}, title) + element('body', {}, body));
  return `${xmlHeader}${element('akomaNtoso', { xmlns: aknNamespace }, bill)}\n`;
}
