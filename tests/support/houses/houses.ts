import type { BlockKind } from '#shared/domain/block';
import { chanceFrom, type Chance } from '../heldOut/chance';
import type { JudgedBlock } from '../importQuality';
import { contentFrom, type Content, type Section } from './content';

/** Breaks a text at spaces into lines of at most `width` characters. */
export function filled(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

interface Printed {
  readonly level?: number;
  readonly number?: string | null;
  /** What stands before the text. */
  readonly label?: string;
  readonly indent?: number;
  readonly hang?: boolean;
}

/** A sheet of plain text, and what its blocks truly are. */
class Sheet {
  readonly lines: string[] = [];
  readonly truth: JudgedBlock[] = [];

  constructor(readonly width: number) {}

  blank(count = 1): void {
    for (let i = 0; i < count; i++) this.lines.push('');
  }

  block(kind: BlockKind, text: string, { level, number = null, label, indent = 0, hang = false }: Printed = {}): void {
    const head = label === undefined ? '' : `${label} `;
    const under = ' '.repeat(indent + (hang ? head.length : 0));
    filled(head + text, this.width - under.length).forEach((line, i) =>
      this.lines.push((i === 0 ? ' '.repeat(indent) : under) + line),
    );
    this.truth.push({ kind, level: level ?? null, number, text });
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

/** How one sort of organisation lays out what it has to say. */
interface House {
  readonly depth: 1 | 2;
  readonly width: (chance: Chance) => number;
  print(sheet: Sheet, content: Content, chance: Chance): void;
}

type ItemStyle = (at: number) => Printed;

const bullet =
  (sign: string, indent = 0, hang = false): ItemStyle =>
  () => ({ label: sign, number: sign === '\uf0b7' ? '•' : sign, indent, hang });
const letters: ItemStyle = (at) => {
  const letter = String.fromCharCode(0x61 + at);
  return { label: `${letter})`, number: letter, indent: 2, hang: true };
};
const figures: ItemStyle = (at) => ({ label: `${String(at + 1)}.`, number: String(at + 1), indent: 1, hang: true });

function body(sheet: Sheet, { paragraphs, list }: Section, item: ItemStyle): void {
  for (const paragraph of paragraphs) {
    sheet.block('paragraph', paragraph);
    sheet.blank();
  }
  if (list === null) return;
  sheet.block('leadIn', list.leadIn);
  list.items.forEach((text, at) => sheet.block('point', text, item(at)));
  sheet.blank();
}

function cover(sheet: Sheet, { title, period }: Content): void {
  sheet.block('title', title);
  sheet.block('other', period);
  sheet.blank(2);
}

/** A list of contents: rows with dots and the number of a page. */
function contents(sheet: Sheet, rows: readonly string[], leader: string): void {
  let page = 3;
  for (const row of rows) {
    const text = `${row} ${leader} ${String(page++)}`;
    sheet.lines.push(text);
    sheet.truth.push({ kind: 'other', level: null, number: null, text });
  }
  sheet.blank(2);
}

const never = (): number => 100_000;
const narrow = (chance: Chance): number => 68 + chance.below(8);
const roman = (at: number): string => ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][at - 1] ?? '';

/** Numbers every chapter and section in figures, or not the sections. */
function decimal(sheet: Sheet, content: Content, item: ItemStyle, mark: string, gap: number): void {
  content.chapters.forEach(({ title, sections }, at) => {
    const number = String(at + 1);
    sheet.block('heading', title, { level: 1, number, label: `${number}${mark}` });
    sheet.blank(gap);
    let count = 0;
    for (const section of sections) {
      if (section.title !== null) {
        const own = `${number}.${String(++count)}`;
        sheet.block('heading', section.title, { level: 2, number: own, label: own });
        sheet.blank(gap);
      }
      body(sheet, section, item);
    }
    sheet.blank();
  });
}

export const houses = {
  /** A plan with a list of contents, 1 and 1.1, bullets. */
  municipality: {
    depth: 2,
    width: (chance) => (chance.hits(0.5) ? never() : narrow(chance)),
    print(sheet, content, chance) {
      cover(sheet, content);
      const rows = content.chapters.flatMap(({ title, sections }, at) => [
        `${String(at + 1)} ${title}`,
        ...sections
          .flatMap((section) => section.title ?? [])
          .map((name, i) => `${String(at + 1)}.${String(i + 1)} ${name}`),
      ]);
      if (chance.hits(0.6)) contents(sheet, rows, '.'.repeat(20 + chance.below(30)));
      decimal(sheet, content, bullet(chance.from(['•', '-', '\uf0b7', '–'])), '', chance.from([0, 1]));
    },
  },
  /** Chapters without numbers between blank lines, points with a dash. */
  party: {
    depth: 1,
    width: never,
    print(sheet, content, chance) {
      cover(sheet, content);
      const gap = chance.from([0, 1]);
      for (const { title, sections } of content.chapters) {
        sheet.block('heading', title, { level: 1 });
        sheet.blank(gap);
        for (const section of sections) body(sheet, section, bullet(chance.from(['-', '•', '*'])));
        sheet.blank(chance.from([0, 1]));
      }
    },
  },
  /** Chapters in capitals, sections in small letters. */
  capitals: {
    depth: 2,
    width: (chance) => (chance.hits(0.5) ? never() : narrow(chance)),
    print(sheet, content, chance) {
      cover(sheet, content);
      const gap = chance.from([0, 1]);
      const item = bullet(chance.from(['-', '•']), chance.from([0, 2]), true);
      for (const { title, sections } of content.chapters) {
        sheet.block('heading', title.toUpperCase(), { level: 1 });
        sheet.blank(gap);
        for (const section of sections) {
          if (section.title !== null) {
            sheet.block('heading', section.title, { level: 2 });
            sheet.blank(gap);
          }
          body(sheet, section, item);
        }
        sheet.blank();
      }
    },
  },
  /** I, II, III, with points in figures. */
  roman: {
    depth: 1,
    width: (chance) => (chance.hits(0.4) ? never() : narrow(chance)),
    print(sheet, content) {
      cover(sheet, content);
      content.chapters.forEach(({ title, sections }, at) => {
        const number = roman(at + 1);
        sheet.block('heading', title, { level: 1, number, label: `${number}.` });
        sheet.blank();
        for (const section of sections) body(sheet, section, figures);
        sheet.blank();
      });
    },
  },
  /** «§ 1 Formål», with a), b), c). */
  statutes: {
    depth: 1,
    width: (chance) => (chance.hits(0.6) ? never() : narrow(chance)),
    print(sheet, content, chance) {
      cover(sheet, content);
      const gap = chance.from([0, 1]);
      content.chapters.forEach(({ title, sections }, at) => {
        const number = `§ ${String(at + 1)}`;
        sheet.block('heading', title, { level: 1, number, label: number });
        sheet.blank(gap);
        for (const section of sections) body(sheet, section, letters);
      });
    },
  },
  /** Every paragraph of a chapter has its number: 1.1, 1.2, 2.1. */
  union: {
    depth: 1,
    width: never,
    print(sheet, content) {
      cover(sheet, content);
      content.chapters.forEach(({ title, sections }, at) => {
        const chapter = String(at + 1);
        sheet.block('heading', title, { level: 1, number: chapter, label: `${chapter}.` });
        sheet.blank();
        let count = 0;
        for (const { paragraphs, list } of sections)
          for (const text of [
            ...paragraphs,
            ...(list?.items.map((item) => `Forbundet mener: ${item.replace(/[.]$/, '')}.`) ?? []),
          ]) {
            const number = `${chapter}.${String(++count)}`;
            sheet.block('point', text, { number, label: number });
            sheet.blank();
          }
      });
    },
  },
  /** «Innsatsområde 1: …», the goals under it without numbers. */
  strategy: {
    depth: 2,
    width: never,
    print(sheet, content, chance) {
      cover(sheet, content);
      const word = chance.from(['Kapittel', 'Del']);
      content.chapters.forEach(({ title, sections }, at) => {
        sheet.block('heading', `${word} ${String(at + 1)}: ${title}`, { level: 1 });
        sheet.blank();
        for (const section of sections) {
          if (section.title !== null) sheet.block('heading', section.title, { level: 2 });
          body(sheet, section, bullet(chance.from(['•', '–', '▪'])));
        }
        sheet.blank();
      });
    },
  },
  /** A letter broken at 72 characters, every paragraph set apart, points hanging. */
  letter: {
    depth: 1,
    width: () => 72,
    print(sheet, content, chance) {
      cover(sheet, content);
      const item = chance.hits(0.5) ? figures : bullet('*', 2, true);
      for (const { title, sections } of content.chapters) {
        sheet.block('heading', title, { level: 1 });
        sheet.blank();
        for (const section of sections) body(sheet, section, item);
        sheet.blank();
      }
    },
  },
  /** Text that came out of a PDF: pages with a running head and a number, no blank line but between blocks. */
  pages: {
    depth: 2,
    width: narrow,
    print(sheet, content, chance) {
      cover(sheet, content);
      decimal(sheet, content, bullet(chance.from(['•', '\uf0b7'])), chance.from(['', '.']), 0);
      paginate(sheet, `${content.title} | ${content.period}`, 34 + chance.below(12));
    },
  },
} satisfies Readonly<Record<string, House>>;

export type HouseName = keyof typeof houses;

/** Puts a running head and the number of the page round every so many lines, at blank lines only, so that the truth keeps its order. */
function paginate(sheet: Sheet, head: string, length: number): void {
  const lines = sheet.lines.splice(0);
  let onPage = 0;
  let page = 1;
  for (const line of lines) {
    sheet.lines.push(line);
    if (++onPage < length || line !== '') continue;
    sheet.lines.push(String(page++), `\f${head}`, '');
    onPage = 0;
  }
}

export interface LaidOut {
  readonly text: string;
  readonly truth: readonly JudgedBlock[];
}

/** What a house makes of the sample; the same for the same seed. Running heads and numbers of pages are not in the truth. */
export function laidOut(name: HouseName, seed: number): LaidOut {
  const chance = chanceFrom(seed);
  const house: House = houses[name];
  const sheet = new Sheet(house.width(chance));
  house.print(sheet, contentFrom(chance, house.depth), chance);
  return { text: sheet.text(), truth: sheet.truth };
}
