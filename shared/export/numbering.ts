import type { BlockShape } from './document';
import { printedLabel } from '../domain/label';
import { footnoteList, headingList, leadInLevel, pointLevel, pointList } from './listIds';

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
  /** The levels of each list; list `n` is `lists()[n - 1]`. Complete when all paragraphs were referred. */
  lists(): readonly (readonly ListLevel[])[];
}

export interface ListLevel {
  readonly format: 'decimal' | 'none' | 'bullet';
  /** What is printed, with `%1` for the count of the first level, `%2` for that of the second. Without a count: as it stands. */
  readonly text: string;
  readonly start: number;
  /** Where the words begin and where the number does; decides the indents. */
  readonly place: 'heading' | 'subheading' | 'point' | 'footnote' | 'silent';
}

const headingLevels = (start: number): readonly ListLevel[] =>
  Array.from({ length: deepestHeading }, (_, level) => ({
    format: 'decimal',
    text: Array.from({ length: level + 1 }, (__, at) => `%${at + 1}`).join('.'),
    start: level === 0 ? start : 1,
    place: level === 0 ? 'heading' : 'subheading',
  }));

const silentLevel: ListLevel = { format: 'none', text: '', start: 1, place: 'silent' };

const pointLevels = (start: number): readonly ListLevel[] => [
  silentLevel,
  { format: 'decimal', text: '%2.', start, place: 'point' },
];

const footnoteLevels: readonly ListLevel[] = [{ format: 'decimal', text: '%1', start: 1, place: 'footnote' }];

/** A marker that is printed as it stands must hold nothing that reads as a count, so a zero-width space parts the two. */
const literalText = (label: string): string => label.replace(/%(?=\d)/g, '%\u200b');

export function startNumbering(): Numbering {
  const lists: (readonly ListLevel[])[] = [headingLevels(1), footnoteLevels, pointLevels(1)];
  const literals = new Map<string, number>();
  /** What the word processor has counted to, and in which list it goes on. */
  let headings: readonly number[] = [];
  let headingsIn = headingList;
  let points = 0;
  /** Points that began with another number than the list had come to go on in a list of their own until something starts them anew. */
  let ownPointsList: number | null = null;
  let ownPoints = 0;
  let footnotes = 0;

  const addList = (levels: readonly ListLevel[]): number => lists.push(levels);

  const literal = (shape: BlockShape): ListReference => {
    const label = printedLabel(shape.kind, shape.number);
    const key = `${shape.kind} ${label}`;
    const printed = { format: label.length === 1 ? 'bullet' : 'none', text: literalText(label), start: 1 } as const;
    // A point's is on the level of counted points: LibreOffice takes a changed list back, and not its level.
    const [levels, level] =
      shape.kind === 'point'
        ? [[silentLevel, { ...printed, place: 'point' }] as const, pointLevel]
        : [[{ ...printed, place: 'heading' }] as const, 0];
    const list = literals.get(key) ?? addList(levels);
    literals.set(key, list);
    return { list, level };
  };

  const referToHeading = (shape: BlockShape, counts: boolean): ListReference | null => {
    if (counts) ownPointsList = null;
    if (shape.number === null) return null;
    const level = Math.max(shape.level ?? 1, 1) - 1;
    if (!shape.counted || level >= deepestHeading) return literal(shape);
    if (!counts) return { list: headingsIn, level };
    const next = Array.from({ length: level + 1 }, (_, at) => (headings[at] ?? 0) + (at === level ? 1 : 0));
    if (next.join('.') !== shape.number) {
      // A chapter whose number does not follow from the one before starts a new count for all that come after it.
      if (level > 0 || !/^[1-9]\d{0,4}$/.test(shape.number)) return literal(shape);
      const list = addList(headingLevels(Number(shape.number)));
      headingsIn = list;
      headings = [Number(shape.number)];
      return { list, level };
    }
    headings = next;
    return { list: headingsIn, level };
  };

  const referToPoint = (shape: BlockShape, counts: boolean): ListReference | null => {
    if (shape.number === null) return null;
    if (!shape.counted) return literal(shape);
    // What is struck would be counted by the list that goes on around it.
    if (!counts) return { list: ownPointsList ?? pointList, level: pointLevel };
    const counted = (ownPointsList === null ? points : ownPoints) + 1;
    if (String(counted) === shape.number) {
      if (ownPointsList === null) points = counted;
      else ownPoints = counted;
      return { list: ownPointsList ?? pointList, level: pointLevel };
    }
    if (!/^\d{1,5}$/.test(shape.number)) return literal(shape);
    const list = addList(pointLevels(Number(shape.number)));
    ownPointsList = list;
    ownPoints = Number(shape.number);
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
        if (shape.counted && !counts) return { list: footnoteList, level: 0 };
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
    lists: () => lists,
  };
}
