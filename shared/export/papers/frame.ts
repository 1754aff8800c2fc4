import { shortHashOf } from '../../domain/blockBookmark';
import type { Revision } from '../../domain/revision';
import { plain, type ExportBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { defaultTemplates, type PartName, type Template } from '../template';
import { fillPlaceholders, isFilled, type Facts } from '../template/placeholders';
import type { View } from '../views';
import { paperWords, printDate } from '../words';

/** «Arbeidsprogram 2025–2027»; the period is added where the title does not name it. */
export function titleWithPeriod({ title, period }: Pick<Revision, 'title' | 'period'>): string {
  if (period === null || title.includes(period.from)) return title;
  return `${title} ${period.from}–${period.to}`;
}

export const templateOf = ({ template, language }: ExportInput): Template => template ?? defaultTemplates[language];

/** What the program made of each part of a paper. A part that is empty is left out together with its heading. */
export type Parts = Readonly<Partial<Record<PartName, readonly ExportBlock[]>>>;

export type FrameOptions = Partial<Pick<ExportDocument, 'landscape' | 'lineNumbers' | 'tracked'>> & {
  readonly facts?: ExportDocument['cover']['facts'];
  /** True where the text's own title block serves as the paper's title. */
  readonly ownTitle?: boolean;
};

function placeholderFacts(input: ExportInput, template: Template): Facts {
  const { newest, isDraft, baseline, amendments, language } = input;
  return {
    organisasjon: template.organisation.name,
    program: titleWithPeriod(newest),
    periode: newest.period === null ? '' : `${newest.period.from}–${newest.period.to}`,
    versjon: newest.name,
    fingeravtrykk: shortHashOf(newest),
    fryst: isDraft ? '' : printDate(newest.frozenAt, language),
    dato: printDate(input.generatedAt, language),
    forrige: baseline === null ? '' : titleWithPeriod(baseline),
    antallForslag: String(amendments.length),
    vedtatt: decidedOn(amendments, language),
  };
}

/** The day of the decisions, or the first and the last of them. */
function decidedOn(amendments: ExportInput['amendments'], language: ExportInput['language']): string {
  const days = amendments.flatMap(({ decision }) => (decision === null ? [] : [decision.at])).sort();
  return [
    ...new Set([days.at(0), days.at(-1)].flatMap((at) => (at === undefined ? [] : [printDate(at, language)]))),
  ].join(' – ');
}

/** Rule T5: sections stand in the order of the template; what it does not name is not on the paper. */
function assemble(view: View, facts: Facts, parts: Parts, template: Template): readonly ExportBlock[] {
  const fill = (text: string): string => fillPlaceholders(text, facts, template.values);
  return template.papers[view].sections.flatMap(({ heading, startsPage, paragraphs, part }, at): ExportBlock[] => {
    const made = part === null ? [] : (parts[part] ?? []);
    if (part !== null && made.length === 0) return [];
    return [
      ...(heading === null || heading === ''
        ? []
        : [{ type: 'heading' as const, level: 1, text: fill(heading), anchor: `del-${at + 1}`, startsPage }]),
      ...paragraphs.map((text, paragraph) => ({
        type: 'prose' as const,
        // What begins without a heading, after something else, is told apart by the air above it: the greeting of a letter.
        role:
          at > 0 && paragraph === 0 && (heading === null || heading === '') ? ('apart' as const) : ('body' as const),
        runs: plain(fill(text)),
      })),
      ...made,
    ];
  });
}

const hasHeadings = (blocks: readonly ExportBlock[]): boolean =>
  blocks.filter((block) => block.type === 'heading' || (block.type === 'programme' && block.shape.kind === 'heading'))
    .length > 1;

/** Puts a paper's parts into its frame: cover, running heads and properties, the same for all papers. */
export function framePaper(view: View, input: ExportInput, parts: Parts, options: FrameOptions = {}): ExportDocument {
  const { newest, language } = input;
  const words = paperWords[language];
  const template = templateOf(input);
  const { title: paper, coverPage, contents, facts: own } = template.papers[view];
  const facts = placeholderFacts(input, template);
  const { organisation } = template;
  const title = titleWithPeriod(newest);
  const blocks = assemble(view, facts, parts, template);
  return {
    view,
    language,
    author: input.author,
    generatedAt: input.generatedAt,
    title,
    paper,
    revisionName: newest.name,
    shortHash: shortHashOf(newest),
    organisation,
    furniture: {
      header: [organisation.name === '' ? title : `${organisation.name} · ${title}`, paper],
      footer: `${newest.name} · ${shortHashOf(newest)} · ${printDate(input.generatedAt, language)}`,
    },
    cover: {
      ownPage: coverPage,
      title: options.ownTitle === true ? null : title,
      facts: [
        ...own
          .filter(({ value }) => isFilled(value, facts, template.values))
          .map(({ label, value }) => ({ label, value: fillPlaceholders(value, facts, template.values) })),
        { label: words.revision, value: newest.name },
        { label: input.isDraft ? words.draftAsOf : words.frozenAt, value: printDate(newest.frozenAt, language) },
        { label: words.fingerprint, value: shortHashOf(newest) },
        ...(options.facts ?? []),
      ],
    },
    contents: contents && hasHeadings(blocks),
    landscape: options.landscape ?? false,
    tracked: options.tracked ?? null,
    changesBy: { author: input.author, at: input.generatedAt },
    lineNumbers: options.lineNumbers ?? null,
    blocks,
  };
}
