import type { BlockShape } from '../document';
import { labelOf } from '../label';
import { escapeXml, xmlHeader } from '../xml/escape';
import { footnoteList, headingList, leadInLevel, pointLevel, pointList } from './listIds';
import { wordNamespace } from './styles';

/**
 * How numbers get onto the paper. They are always the word processor's own numbering and never text, so that rejecting or accepting changes
 * cannot leave a number behind (docs/adr/0012).
 *
 * Headings are counted in one list, points in another: there a lead-in stands one level above the points and prints nothing, but starts them
 * anew, also after changes were accepted or rejected. A number that this counting would not give is a list of its own. (One list for
 * headings and points together is no way: LibreOffice counts the levels that are skipped on the way down to a point.)
 */
const deepestHeading = 4;

interface ListReference {
  readonly list: number;
  /** Level in the list, from 0. */
  readonly level: number;
}

export interface Numbering {
  /** The list of a paragraph, or `null` for none. Calls must come in document order. */
  referTo(shape: BlockShape): ListReference | null;
  /** The same for what a shape was before a change: leaves the counting as it is. */
  referWithoutCounting(shape: BlockShape): ListReference | null;
  part(): string;
}

interface Level {
  readonly format: 'decimal' | 'none' | 'bullet';
  readonly text: string;
  readonly indent: string;
  readonly start?: number;
  readonly run?: string;
}

const hanging = (left: number, by: number): string => `<w:ind w:left="${left}" w:hanging="${by}"/>`;
const pointIndent = hanging(510, 397);
const headingIndent = (level: number): string => (level === 0 ? hanging(454, 454) : hanging(680, 680));

const levelXml = ({ format, text, indent, start = 1, run = '' }: Level, level: number): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="${text === '' ? 'nothing' : 'tab'}"/>` +
  `<w:lvlText w:val="${escapeXml(text)}"/><w:lvlJc w:val="left"/><w:pPr>${indent}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:lvl>`;

const headingLevels = (start: number): readonly Level[] =>
  Array.from({ length: deepestHeading }, (_, level) => ({
    format: 'decimal',
    text: Array.from({ length: level + 1 }, (__, at) => `%${at + 1}`).join('.'),
    indent: headingIndent(level),
    start: level === 0 ? start : 1,
  }));

const pointLevels = (start: number): readonly Level[] => [
  { format: 'none', text: '', indent: '<w:ind w:left="0" w:firstLine="0"/>' },
  { format: 'decimal', text: '%2.', indent: pointIndent, start },
];

const footnoteLevels: readonly Level[] = [
  { format: 'decimal', text: '%1', indent: hanging(284, 284), run: '<w:vertAlign w:val="superscript"/>' },
];

/** Word reads `%1` as a counter. A marker that is printed as it stands must hold none, so a zero-width space parts the two. */
const literalText = (label: string): string => label.replace(/%(?=\d)/g, '%\u200b');

export function startNumbering(): Numbering {
  const lists: (readonly Level[])[] = [headingLevels(1), footnoteLevels, pointLevels(1)];
  const literals = new Map<string, number>();
  /** What the word processor has counted to, and in which list it goes on. */
  let headings: readonly number[] = [];
  let headingsIn = headingList;
  let points = 0;
  /** Points that began with another number than the list had come to go on in a list of their own until something starts them anew. */
  let ownPointsList: number | null = null;
  let ownPoints = 0;
  let footnotes = 0;

  const addList = (levels: readonly Level[]): number => lists.push(levels);

  const literal = (shape: BlockShape): ListReference => {
    const label = labelOf(shape);
    const key = `${shape.kind} ${label}`;
    const indent = shape.kind === 'point' ? pointIndent : headingIndent(0);
    const list =
      literals.get(key) ??
      addList([{ format: label.length === 1 ? 'bullet' : 'none', text: literalText(label), indent }]);
    literals.set(key, list);
    return { list, level: 0 };
  };

  const referToHeading = (shape: BlockShape, counts: boolean): ListReference | null => {
    if (counts) ownPointsList = null;
    if (shape.number === null) return null;
    const level = Math.max(shape.level ?? 1, 1) - 1;
    if (!shape.counted || level >= deepestHeading) return literal(shape);
    const next = Array.from({ length: level + 1 }, (_, at) => (headings[at] ?? 0) + (at === level ? 1 : 0));
    if (next.join('.') !== shape.number) {
      // A chapter whose number does not follow from the one before starts a new count for all that come after it.
      if (level > 0 || !/^[1-9]\d{0,4}$/.test(shape.number)) return literal(shape);
      const list = addList(headingLevels(Number(shape.number)));
      if (counts) {
        headingsIn = list;
        headings = [Number(shape.number)];
      }
      return { list, level };
    }
    if (counts) headings = next;
    return { list: headingsIn, level };
  };

  const referToPoint = (shape: BlockShape, counts: boolean): ListReference | null => {
    if (shape.number === null) return null;
    if (!shape.counted) return literal(shape);
    const counted = (ownPointsList === null ? points : ownPoints) + 1;
    if (String(counted) === shape.number) {
      if (counts && ownPointsList === null) points = counted;
      else if (counts) ownPoints = counted;
      return { list: ownPointsList ?? pointList, level: pointLevel };
    }
    if (!/^\d{1,5}$/.test(shape.number)) return literal(shape);
    const list = addList(pointLevels(Number(shape.number)));
    if (counts) {
      ownPointsList = list;
      ownPoints = Number(shape.number);
    }
    return { list, level: pointLevel };
  };

  const referTo = (shape: BlockShape, counts: boolean): ListReference | null => {
    switch (shape.kind) {
      case 'heading':
        return referToHeading(shape, counts);
      case 'point':
        return referToPoint(shape, counts);
      case 'leadIn':
        if (counts) {
          points = 0;
          ownPointsList = null;
        }
        return { list: pointList, level: leadInLevel };
      case 'footnote': {
        if (shape.number === null) return null;
        if (!shape.counted || shape.number !== String(footnotes + 1)) return literal(shape);
        if (counts) footnotes += 1;
        return { list: footnoteList, level: 0 };
      }
      case 'title':
      case 'paragraph':
      case 'other':
        return null;
    }
  };

  return {
    referTo: (shape) => referTo(shape, true),
    referWithoutCounting: (shape) => referTo(shape, false),
    part: () =>
      `${xmlHeader}<w:numbering xmlns:w="${wordNamespace}">` +
      lists
        .map(
          (levels, at) =>
            `<w:abstractNum w:abstractNumId="${at + 1}"><w:multiLevelType w:val="multilevel"/>${levels.map(levelXml).join('')}</w:abstractNum>`,
        )
        .join('') +
      `${lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`).join('')}</w:numbering>`,
  };
}
