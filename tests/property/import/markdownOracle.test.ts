import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '#shared/import/readers/readMarkdown';

const textOf = (node: Nodes): string => {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

/** Headings and paragraphs in reading order, single-spaced, as remark reads them. */
function remarkTexts(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'heading' || node.type === 'paragraph')
      found.push(`${node.type === 'heading' ? String(node.depth) : ''} ${textOf(node).replace(/\s+/g, ' ').trim()}`);
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(source));
  return found;
}

/** The same from our reader: lines that go on belong to the block before. */
function ourTexts(source: string): readonly string[] {
  const found: string[] = [];
  for (const line of readMarkdown(source).lines) {
    if (line.continues) found.push(`${found.pop() ?? ''} ${line.text}`);
    else found.push(`${line.mark?.kind === 'heading' ? String(line.mark.depth) : ''} ${line.text}`);
  }
  return found;
}

const word = fc.constantFrom(
  'hage',
  'Jord',
  'vann',
  'bær',
  'og',
  'snake_case_ord',
  'R&amp;D',
  '2',
  'ÅÆØ',
  '«sitat»',
  'slutt.',
  '(parentes)',
);
const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('**', '*', '_', '__', '***', '`', '~~'), word, word)
      .map(([mark, a, b]) => `${mark}${a} ${b}${mark}`),
  },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `**${a} *${b}***`) },
  { weight: 1, arbitrary: word.map((a) => `[${a}](https://hage.example/a_b)`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\\*', '\\_', '* ', ' * ', '[x]', '](', '5 < 6', '**', '`', 'a*b', '\\\\', '!'),
  },
);
const rest = fc.array(inline, { minLength: 0, maxLength: 8 });
const row = fc.tuple(word, rest).map(([first, others]) => [first, ...others].join(' '));
const block = fc.oneof(
  row.map((text) => `## ${text}`),
  row.map((text) => `${text}\n`),
  fc.tuple(row, row).map(([a, b]) => `${a}\n${b}\n`),
  fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => rows.map((text) => `- ${text}`).join('\n')),
  fc
    .array(row, { minLength: 1, maxLength: 4 })
    .map((rows) => rows.map((text, i) => `${String(i + 1)}. ${text}`).join('\n')),
  row.map((text) => `> ${text}\n`),
  fc.constant('---\n'),
);

describe('Markdown against remark', () => {
  it('IM8 the text of every heading, paragraph and item is what remark reads', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const source = blocks.join('\n\n');
        expect(ourTexts(source)).toEqual(remarkTexts(source));
      }),
      { numRuns: 150 },
    );
  });
});
