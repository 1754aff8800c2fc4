import { readFileSync } from 'node:fs';
import type { Chance } from '../heldOut/chance';

export interface Section {
  /** `null` for what stands straight under the chapter. */
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  readonly list: { readonly leadIn: string; readonly items: readonly string[] } | null;
}

export interface Chapter {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** What an organisation has to say, before anybody has laid it out. */
export interface Content {
  readonly title: string;
  readonly period: string;
  readonly chapters: readonly Chapter[];
}

const sectionTitles = [
  'Bakgrunn',
  'Hva vi vil oppnå',
  'Tiltak i perioden',
  'Ansvar og oppfølging',
  'Der vi står i dag',
];
const leadIns = ['Forbundet vil arbeide for:', 'I perioden skal vi:', 'Dette innebærer at:', 'Vi vil:', 'Tiltak:'];

interface SampleChapter {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
}

/** The sample programme, chapter by chapter. Read by the signs that we know to be in it, and not by what is to be tested. */
function sampleChapters(): readonly SampleChapter[] {
  const lines = readFileSync('resources/sample/arbeidsprogram.txt', 'utf8').split('\n');
  const chapters: { title: string; paragraphs: string[]; items: string[] }[] = [];
  for (const line of lines) {
    const chapter = /^\d+\. (.*)$/.exec(line)?.[1];
    const item = /^ +\d+\. (.*)$/.exec(line)?.[1];
    if (chapter !== undefined) chapters.push({ title: chapter.trim(), paragraphs: [], items: [] });
    else if (item !== undefined) chapters.at(-1)?.items.push(item.trim());
    else if (/^\p{Lu}.{60,}[.]$/u.test(line.trim())) chapters.at(-1)?.paragraphs.push(line.trim());
  }
  return chapters.filter(({ paragraphs, items }) => paragraphs.length > 0 && items.length > 3);
}

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.]) (?=\p{Lu})/u);

/** Some chapters of the sample, in an order of their own; `depth` 2 gives them sections. */
export function contentFrom(chance: Chance, depth: 1 | 2): Content {
  const left = [...sampleChapters()];
  const pool = left.flatMap(({ paragraphs }) => paragraphs.flatMap(sentencesOf));
  const paragraph = (): string =>
    Array.from({ length: 2 + chance.below(3) }, () => pool[chance.below(pool.length)] ?? '').join(' ');
  const closed = chance.hits(0.5);
  const leadIn = leadIns[chance.below(leadIns.length)] ?? '';
  const chapters = Array.from({ length: 4 + chance.below(4) }, (): Chapter => {
    const [taken] = left.splice(chance.below(left.length), 1);
    if (taken === undefined) throw new Error('The sample has too few chapters.');
    const items = taken.items.map((item) => {
      const bare = (sentencesOf(item)[0] ?? item).replace(/[.]$/, '');
      return closed ? `${bare}.` : bare;
    });
    const list = (from: number) => ({ leadIn, items: items.slice(from, from + 2 + chance.below(3)) });
    const first = taken.paragraphs.slice(0, 1 + chance.below(2));
    if (depth === 1)
      return {
        title: taken.title,
        sections: [{ title: null, paragraphs: first, list: chance.hits(0.85) ? list(0) : null }],
      };
    const titles = [...sectionTitles];
    return {
      title: taken.title,
      sections: [
        { title: null, paragraphs: first, list: null },
        ...Array.from({ length: 2 + chance.below(2) }, (_, at) => ({
          title: titles.splice(chance.below(titles.length), 1)[0] ?? '',
          paragraphs: [paragraph(), ...(chance.hits(0.4) ? [paragraph()] : [])],
          list: chance.hits(0.5) ? list(at * 2) : null,
        })).map((section) =>
          section.list !== null && section.list.items.length < 2 ? { ...section, list: null } : section,
        ),
      ],
    };
  });
  return {
    title: chance.from([
      'Kystplan for Havnefogdforbundet',
      'Havnefogdforbundets handlingsprogram',
      'Strategi for Havnefogdforbundet',
    ]),
    period: '2031–2035',
    chapters,
  };
}
