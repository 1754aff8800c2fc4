import type { BlockShape } from '../document';
import { labelOf } from '../label';
import { escapeXml, xmlHeader } from '../xml/escape';
import { wordNamespace } from './styles';

/**
 * How numbers get onto the paper. They are always the word processor's own numbering and never text, so that rejecting or accepting changes
 * cannot leave a number behind (ADR 0012).
 *
 * One outline (list 1) counts it all: headings on levels 0–3, headings without a number on level 4 and lead-ins on level 5 (which print
 * nothing but start the points anew), points on level 6. A number that counting would not give is a list of its own.
 */
const silentHeading = 4;
const leadInLevel = 5;
const pointLevel = 6;
const outlineList = 1;
const footnoteList = 2;

interface ListReference {
  readonly list: number;
  /** Level in the list, from 0. */
  readonly level: number;
}

export interface Numbering {
  /** The list of a paragraph, or `null` for none. `undefined` where the style already says it. Calls must come in document order. */
  referTo(shape: BlockShape): ListReference | null;
  /** The same for what a shape was before a change: leaves the counting as it is. */
  referWithoutCounting(shape: BlockShape): ListReference | null;
  part(): string;
}

const indentOf = (level: number): string => {
  if (level === pointLevel) return '<w:ind w:left="510" w:hanging="397"/>';
  if (level < silentHeading)
    return `<w:ind w:left="${level === 0 ? 454 : 680}" w:hanging="${level === 0 ? 454 : 680}"/>`;
  return '<w:ind w:left="0" w:firstLine="0"/>';
};

interface LevelOptions {
  readonly format: 'decimal' | 'none' | 'bullet';
  readonly text: string;
  readonly indent: string;
  readonly start?: number;
  readonly run?: string;
}

const levelXml = (level: number, { format, text, indent, start = 1, run = '' }: LevelOptions): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="${text === '' ? 'nothing' : 'tab'}"/>` +
  `<w:lvlText w:val="${escapeXml(text)}"/><w:lvlJc w:val="left"/><w:pPr>${indent}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:lvl>`;

function outlineLevel(level: number, start = 1): string {
  const indent = indentOf(level);
  if (level < silentHeading) {
    const text = Array.from({ length: level + 1 }, (_, at) => `%${at + 1}`).join('.');
    return levelXml(level, { format: 'decimal', text, indent, start });
  }
  if (level === pointLevel) return levelXml(level, { format: 'decimal', text: `%${pointLevel + 1}.`, indent, start });
  return levelXml(level, { format: 'none', text: '', indent });
}

const abstractList = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;

const nineLevels = Array.from({ length: 9 }, (_, level) => level);

/** Word reads `%1` as a counter. A marker that is printed as it stands must hold none, so a zero-width space parts the two. */
const literalText = (label: string): string => label.replace(/%(?=\d)/g, '%\u200b');

export function startNumbering(): Numbering {
  const lists: string[] = [
    abstractList(outlineList, nineLevels.map((level) => outlineLevel(level)).join('')),
    abstractList(
      footnoteList,
      levelXml(0, {
        format: 'decimal',
        text: '%1',
        indent: '<w:ind w:left="284" w:hanging="284"/>',
        run: '<w:vertAlign w:val="superscript"/>',
      }),
    ),
  ];
  const literalLists = new Map<string, number>();
  let counters = nineLevels.map(() => 0);
  let footnotes = 0;
  /** The list in which headings are counted: a new one from each chapter whose number does not follow from the one before. */
  let outline = outlineList;
  /** The list in which the points go on that began with another number than 1, until something above them starts them anew. */
  let ownPoints: number | null = null;

  const addList = (levels: string): number => {
    const id = lists.length + 1;
    lists.push(abstractList(id, levels));
    return id;
  };

  const literal = (label: string, kind: BlockShape['kind']): ListReference => {
    const key = `${kind} ${label}`;
    const level = kind === 'point' ? pointLevel : 0;
    const known = literalLists.get(key);
    if (known !== undefined) return { list: known, level: 0 };
    const list = addList(levelXml(0, { format: 'bullet', text: literalText(label), indent: indentOf(level) }));
    literalLists.set(key, list);
    return { list, level: 0 };
  };

  /** Where a shape is counted. `null`: it has no number at all. */
  const levelFor = (shape: BlockShape): number | null => {
    switch (shape.kind) {
      case 'heading':
        return shape.number === null ? silentHeading : Math.min(Math.max(shape.level ?? 1, 1), silentHeading) - 1;
      case 'leadIn':
        return leadInLevel;
      case 'point':
        return shape.number === null ? null : pointLevel;
      case 'title':
      case 'paragraph':
      case 'footnote':
      case 'other':
        return null;
    }
  };

  const printedBy = (level: number, values: readonly number[]): string =>
    level === pointLevel ? String(values[level] ?? 0) : values.slice(0, level + 1).join('.');

  const referTo = (shape: BlockShape, counts: boolean): ListReference | null => {
    if (shape.kind === 'footnote' && shape.number !== null) {
      if (shape.counted && shape.number === String(footnotes + 1)) {
        if (counts) footnotes += 1;
        return { list: footnoteList, level: 0 };
      }
      return literal(shape.number, 'footnote');
    }
    const level = levelFor(shape);
    if (level === null) return null;
    const isSilent = level === silentHeading || level === leadInLevel;
    if (!isSilent && !shape.counted) return literal(labelOf(shape), shape.kind);
    const next = counters.map((count, at) => (at === level ? count + 1 : at > level ? 0 : count));
    if (counts) {
      counters = next;
      if (level < pointLevel) ownPoints = null;
    }
    if (isSilent) return { list: outline, level };
    const wanted = shape.number ?? '';
    if (printedBy(level, next) !== wanted) {
      // Counting would print something else here: a list of its own, that begins with what is printed.
      const first = /^\d+$/.test(wanted) ? Number(wanted) : null;
      if (first === null || first > 99_999 || (level !== pointLevel && level !== 0))
        return literal(labelOf(shape), shape.kind);
      const list = addList(nineLevels.map((at) => outlineLevel(at, at === level ? first : 1)).join(''));
      if (counts) {
        counters = counters.map((count, at) => (at === level ? first : count));
        if (level === pointLevel) ownPoints = list;
        else outline = list;
      }
      return { list, level };
    }
    return { list: level === pointLevel ? (ownPoints ?? outline) : outline, level };
  };

  return {
    referTo: (shape) => referTo(shape, true),
    referWithoutCounting: (shape) => referTo(shape, false),
    part: () =>
      `${xmlHeader}<w:numbering xmlns:w="${wordNamespace}">${lists.join('')}` +
      `${lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`).join('')}</w:numbering>`,
  };
}
