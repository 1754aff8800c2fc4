import { hasLetterOrDigit } from '../core/letters';
import type { Language } from '../core/failure';
import type { Block, BlockKind } from './block';
import type { LineSpan } from './lines';
import { numberBlocks } from './numbering';

/** Where a block stands, in the words printed on paper. */
export interface Place {
  /** Printed number of the nearest numbered heading above («3», «3.1»); see rule P2 for texts without. `null` before the first. */
  readonly chapter: string | null;
  /** Printed number of a point; `'0'` for a lead-in; else `null`. */
  readonly point: string | null;
  /** From 1, counting the paragraphs of the section; `null` for every other kind. */
  readonly paragraph: number | null;
  readonly kind: BlockKind;
}

/** What a person writes to name a block; `point: 0` is the block before the first point. Without point and paragraph: the heading. */
export interface PlaceName {
  readonly chapter: string | number | null;
  readonly point?: string | number;
  readonly paragraph?: number;
}

/** A numbered heading (or an unnumbered chapter) with what belongs to it and to no nearer one. */
interface Section {
  readonly name: string | null;
  /** Half-open, in block indices. */
  readonly start: number;
  readonly end: number;
}

/** Printed markers that tell one point from another; bullets and dashes do not. */
const isTelling = (number: string | null): number is string => number !== null && hasLetterOrDigit(number);

function sectionsOf(blocks: readonly Block[], numbers: readonly (string | null)[]): readonly Section[] {
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []));
  const anyNumbered = headings.some((index) => isTelling(numbers[index] ?? null));
  let ordinal = 0;
  const opening = headings.flatMap((start) => {
    const number = numbers[start] ?? null;
    if (isTelling(number)) return [{ name: number, start }];
    if ((blocks[start]?.level ?? 1) > 1) return [];
    ordinal += 1;
    return [{ name: anyNumbered ? (blocks[start]?.text ?? '') : String(ordinal), start }];
  });
  const before: Section = { name: null, start: 0, end: opening[0]?.start ?? blocks.length };
  return [before, ...opening.map((section, at) => ({ ...section, end: opening[at + 1]?.start ?? blocks.length }))];
}

const isParagraph = (block: Block | undefined): boolean => block?.kind === 'paragraph' || block?.kind === 'other';

/** Finds places and blocks in one text. Build it once when many are asked for: each answer then costs only its section. */
export interface Gazetteer {
  placeOf(index: number): Place;
  findBlock(name: PlaceName): number | null;
}

export function gazetteerOf(blocks: readonly Block[]): Gazetteer {
  const numbers = numberBlocks(blocks);
  const sections = sectionsOf(blocks, numbers);
  /** By block the section it is in; the first one counts. */
  const sectionAt: (Section | undefined)[] = Array.from({ length: blocks.length });
  for (const section of [...sections].reverse()) sectionAt.fill(section, section.start, section.end);
  const indicesOf = (section: Section): readonly number[] =>
    Array.from({ length: section.end - section.start }, (_, at) => section.start + at);
  const pointsOf = (section: Section): readonly number[] =>
    indicesOf(section).filter((index) => blocks[index]?.kind === 'point');

  const nameOfPoint = (section: Section, index: number): string => {
    const printed = numbers[index] ?? null;
    return isTelling(printed) ? printed : String(pointsOf(section).indexOf(index) + 1);
  };

  const findIn = (section: Section, { point, paragraph }: PlaceName): number | null => {
    if (paragraph !== undefined) {
      return indicesOf(section).filter((index) => isParagraph(blocks[index]))[paragraph - 1] ?? null;
    }
    if (point === undefined) return section.start < section.end ? section.start : null;
    const points = pointsOf(section);
    if (String(point) === '0') {
      const beforeFirst = (points[0] ?? section.end) - 1;
      return beforeFirst >= section.start ? beforeFirst : null;
    }
    return points.find((index) => nameOfPoint(section, index) === String(point)) ?? null;
  };

  return {
    placeOf(index) {
      const kind = blocks[index]?.kind ?? 'other';
      const section = sectionAt[index];
      if (section === undefined) return { chapter: null, point: null, paragraph: null, kind };
      const paragraph = isParagraph(blocks[index])
        ? indicesOf(section).filter((other) => other <= index && isParagraph(blocks[other])).length
        : null;
      const point = kind === 'point' ? nameOfPoint(section, index) : kind === 'leadIn' ? '0' : null;
      return { chapter: section.name, point, paragraph, kind };
    },
    findBlock(name) {
      const wanted = name.chapter === null ? null : String(name.chapter);
      const found = sections.flatMap((section) => (section.name === wanted ? (findIn(section, name) ?? []) : []));
      return found[0] ?? null;
    },
  };
}

/** Where the block at `index` stands. Total: an index outside the text gives a place without parts. Rules P1–P6. */
export const placeOf = (blocks: readonly Block[], index: number): Place => gazetteerOf(blocks).placeOf(index);

/** The index of the block that is named, or `null`. The first one where several have the same name. Rules P1–P6. */
export const findBlock = (blocks: readonly Block[], name: PlaceName): number | null =>
  gazetteerOf(blocks).findBlock(name);

interface PlaceWords {
  readonly chapter: string;
  readonly point: string;
  readonly paragraph: string;
  readonly line: string;
  readonly lines: string;
  readonly kinds: Readonly<Record<BlockKind, string>>;
}

const norwegianKinds: PlaceWords['kinds'] = {
  title: 'tittel',
  heading: 'overskrift',
  paragraph: 'avsnitt',
  leadIn: 'innledning til punkter',
  point: 'punkt',
  footnote: 'fotnote',
  other: 'avsnitt',
};

const words: Readonly<Record<Language, PlaceWords>> = {
  nb: { chapter: 'kap.', point: 'pkt.', paragraph: 'avsnitt', line: 'linje', lines: 'linje', kinds: norwegianKinds },
  nn: {
    chapter: 'kap.',
    point: 'pkt.',
    paragraph: 'avsnitt',
    line: 'linje',
    lines: 'linje',
    kinds: { ...norwegianKinds, leadIn: 'innleiing til punkt' },
  },
  en: {
    chapter: 'ch.',
    point: 'item',
    paragraph: 'paragraph',
    line: 'line',
    lines: 'lines',
    kinds: {
      title: 'title',
      heading: 'heading',
      paragraph: 'paragraph',
      leadIn: 'lead-in',
      point: 'item',
      footnote: 'footnote',
      other: 'paragraph',
    },
  },
};

/** «linje 96–98», «linje 90». */
function describeLines({ first, last }: LineSpan, language: Language): string {
  const { line, lines } = words[language];
  return first === last ? `${line} ${first}` : `${lines} ${first}–${last}`;
}

/** «kap. 3 pkt. 2, linje 96–98». Without the lines where there are none. A place is never described by lines alone. */
export function describePlace(place: Place, span: LineSpan | null, language: Language): string {
  const { chapter, point, paragraph, kinds } = words[language];
  // A section without a number is known by its heading: «Forord avsnitt 1».
  const section =
    place.chapter === null
      ? []
      : [
          /^\S{1,8}$/.test(place.chapter) && /\d/.test(place.chapter)
            ? `${chapter} ${place.chapter}`
            : `«${place.chapter}»`,
        ];
  const within =
    place.kind === 'point' && place.point !== null
      ? `${point} ${place.point}`
      : place.paragraph !== null
        ? `${paragraph} ${place.paragraph}`
        : kinds[place.kind];
  const where = [...section, within].join(' ');
  return span === null ? where : `${where}, ${describeLines(span, language)}`;
}
