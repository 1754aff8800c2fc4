import { fail, ok, type Result } from '../../../core/result';
import type { Archive, ArchiveProblem } from '../package/archive';
import { linesOf } from '../package/lines';
import { isOwnPaper } from '../package/ownPaper';
import type { Body, ListLabel, Paragraph } from '../package/paragraph';
import type { ReaderRemark, ReadText } from '../sourceLine';
import { readBody, readNotes, type BodyContext, type ChangeSide } from './body';
import { startListCounter, type ListCounter } from './numbering';
import { readRelationships, relationshipsOf, type Relationship } from './relationships';
import { readStyles } from './styles';
import { wordsOf } from '../package/wordsOf';

const MAIN = 'word/document.xml';

export const isDocx = (archive: Archive): boolean => mainPart(archive) !== null;

export function mainPart(archive: Archive): string | null {
  const rels = archive.read('_rels/.rels');
  if (rels instanceof Uint8Array) {
    const target = readRelationships(rels, '').find(({ type }) => type === 'officeDocument')?.target;
    // Workbooks and presentations are packages of the same sort.
    if (target !== undefined && archive.has(target) && /(?:^|\/)document\d*\.xml$/.test(target)) return target;
  }
  return archive.has(MAIN) ? MAIN : null;
}

/**
 * Reads a Word document: paragraphs with their printed numbers, notes after the paragraph that calls them, a table row by row.
 * `side` says which side of recorded changes counts as the text.
 */
export function readDocx(archive: Archive, side: ChangeSide): Result<ReadText, ArchiveProblem> {
  const main = mainPart(archive) ?? MAIN;
  const relationships = relationshipsOf(archive, main);
  const nameOf = (type: string): string | undefined =>
    relationships.find((relationship) => relationship.type === type && !relationship.external)?.target;
  const part = (type: string): Uint8Array | null => {
    const target = nameOf(type);
    const bytes = target === undefined ? null : archive.read(target);
    return bytes instanceof Uint8Array ? bytes : null;
  };
  const bytes = archive.read(main);
  if (!(bytes instanceof Uint8Array)) return fail(bytes ?? 'damaged');
  const styles = readStyles(part('styles'));
  const context: BodyContext = { styles, side, linkTarget: linkTargets(relationships) };
  const body = readBody(bytes, context);
  if (body === null) return fail('damaged');
  const notes = (type: 'footnotes' | 'endnotes') => {
    const content = part(type);
    if (content === null) return new Map<string, Body>();
    return readNotes(content, { ...context, linkTarget: linkTargets(relationshipsOf(archive, nameOf(type) ?? '')) });
  };
  const counter = startListCounter(part('numbering'));
  const {
    lines,
    remarks,
    commentCalls = [],
    bookmarks = [],
  } = linesOf(body, {
    labelOf: (paragraph) => labelOf(paragraph, counter),
    headingOfList: ({ list, listLevel }) => (list === null ? null : styles.headingOfList(list, listLevel ?? 0)),
    ownPaper: isOwnPaper(styles.byId.values()),
    footnotes: notes('footnotes'),
    endnotes: notes('endnotes'),
  });
  return ok({
    lines,
    remarks: [...remarks, ...aside(archive, relationships, part('comments'))],
    commentCalls,
    bookmarks,
  });
}

/** The list of a paragraph is its own or its style's, and so is the level. */
function labelOf({ list: own, listLevel, style, styleId }: Paragraph, counter: ListCounter): ListLabel | null {
  const list = own ?? style.list;
  if (list === null || list === '0') return null;
  const ofStyle = own === null && styleId !== null ? counter.levelOfStyle(list, styleId) : null;
  return counter.next(list, listLevel ?? ofStyle ?? style.listLevel ?? 0);
}

const linkTargets = (relationships: readonly Relationship[]) => {
  const external = new Map(relationships.filter(({ external }) => external).map(({ id, target }) => [id, target]));
  return (id: string): string | null => external.get(id) ?? null;
};

/** What stands beside the text: running heads, remarks of readers. */
function aside(
  archive: Archive,
  relationships: readonly Relationship[],
  comments: Uint8Array | null,
): readonly ReaderRemark[] {
  const remarks: ReaderRemark[] = [];
  const heads = new Set<string>();
  for (const { type, target } of relationships) {
    if (type !== 'header' && type !== 'footer') continue;
    const bytes = archive.read(target);
    const text = bytes instanceof Uint8Array ? wordsOf(bytes) : '';
    if (text !== '') heads.add(text);
  }
  for (const text of heads) remarks.push({ code: 'page-frame-dropped', line: null, text });
  const remarksOfReaders = comments === null ? '' : wordsOf(comments);
  if (remarksOfReaders !== '') remarks.push({ code: 'comments-dropped', line: null, text: remarksOfReaders });
  return remarks;
}
