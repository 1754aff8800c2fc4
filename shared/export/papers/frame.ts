import type { Revision } from '../../domain/revision';
import type { ExportBlock, ExportDocument } from '../document';
import type { ExportInput } from '../input';
import type { View } from '../views';
import { paperWords, printDate } from '../words';

/** «2027», enough of a hash to tell two prints apart. */
export const shortHashOf = (revision: Revision): string => revision.id.slice(0, 8);

/** «Arbeidsprogram 2025–2027»; the period is added where the title does not name it. */
export function titleWithPeriod({ title, period }: Pick<Revision, 'title' | 'period'>): string {
  if (period === null || title.includes(period.from)) return title;
  return `${title} ${period.from}–${period.to}`;
}

export type FrameOptions = Partial<Pick<ExportDocument, 'contents' | 'landscape' | 'lineNumbers'>> & {
  readonly facts?: ExportDocument['cover']['facts'];
  /** True where the text's own title block serves as the paper's title. */
  readonly ownTitle?: boolean;
};

/** Puts a paper's content into its frame: cover, running heads and properties, the same for all papers. */
export function framePaper(
  view: View,
  input: ExportInput,
  blocks: readonly ExportBlock[],
  options: FrameOptions = {},
): ExportDocument {
  const { newest, language } = input;
  const words = paperWords[language];
  const title = titleWithPeriod(newest);
  return {
    view,
    language,
    author: input.author,
    generatedAt: input.generatedAt,
    title,
    paper: words.papers[view],
    revisionName: newest.name,
    shortHash: shortHashOf(newest),
    organisation: { name: '', colour: '#7a1f2b', logo: null },
    furniture: {
      header: [title, words.papers[view]],
      footer: `${newest.name} · ${shortHashOf(newest)} · ${printDate(input.generatedAt, language)}`,
    },
    cover: {
      ownPage: false,
      title: options.ownTitle === true ? null : title,
      facts: [
        { label: words.revision, value: newest.name },
        { label: words.frozenAt, value: printDate(newest.frozenAt, language) },
        { label: words.fingerprint, value: shortHashOf(newest) },
        ...(options.facts ?? []),
      ],
    },
    contents: options.contents ?? false,
    landscape: options.landscape ?? false,
    changesBy: { author: input.author, at: input.generatedAt },
    lineNumbers: options.lineNumbers ?? null,
    blocks,
  };
}
