import type { AuthorshipSource } from '../authorship';
import { isAdded, isStruck, type Authorship, type Mark, type ProgrammeParagraph } from '../document';
import { escapeXml } from '../xml/escape';
import { annotationsOf } from './annotations';
import { encodeText } from './encodeText';
import { writeFormatted } from './formatted';

/** A paragraph of the text as it stands with all insertions and without deletions, its marks set in. */
export interface VisibleParagraph {
  /** The paragraph whose end this one has, and therefore its shape. */
  readonly source: ProgrammeParagraph;
  readonly content: string;
}

export interface TrackedText {
  readonly paragraphs: readonly VisibleParagraph[];
  /** What is open after the last end; it stands at the beginning of whatever paragraph comes next. */
  readonly rest: string;
}

/** The changed regions of one document, in order. Every tracked text of it adds its own. */
export interface ChangedRegions {
  readonly source: AuthorshipSource;
  readonly written: string[];
}

/** `text:tracked-changes`, or empty where nothing was changed. To be written after the texts. */
export const trackedChanges = ({ written }: ChangedRegions): string =>
  written.length === 0
    ? ''
    : `<text:tracked-changes text:track-changes="false">${written.join('')}</text:tracked-changes>`;

type Side = 'added' | 'struck' | 'kept';
const sideOf = (mark: Mark): Side => (isAdded(mark) ? 'added' : isStruck(mark) ? 'struck' : 'kept');

/**
 * Marked paragraphs as OpenDocument has them (ODF 1.3 part 3, 5.5): an insertion stands in the text between two marks; a deletion is kept aside and
 * leaves one mark. A deletion of n paragraph ends holds n + 1 paragraphs, of which the last is joined with what follows the mark.
 */
export function trackText(
  paragraphs: readonly ProgrammeParagraph[],
  { source, written: regions }: ChangedRegions,
  wrap: (paragraph: ProgrammeParagraph, content: string) => string,
): TrackedText {
  const visible: VisibleParagraph[] = [];
  const open: {
    content: string;
    insertion: string | null;
    deletion: { readonly ended: string[]; content: string; in: ProgrammeParagraph } | null;
    /** Whose change is open: one of another's is a change of its own. */
    by: Authorship | undefined;
  } = { content: '', insertion: null, deletion: null, by: undefined };

  const addRegion = (kind: 'insertion' | 'deletion', inside: string): string => {
    const id = `c${regions.length + 1}`;
    const { author, at } = source.authorship(open.by);
    regions.push(
      `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}><office:change-info><dc:creator>${escapeXml(author)}</dc:creator>` +
        `<dc:date>${escapeXml(at.replace(/Z$/, ''))}</dc:date></office:change-info>${inside}</text:${kind}></text:changed-region>`,
    );
    return id;
  };
  const close = (side: Side): void => {
    if (side !== 'added' && open.insertion !== null) {
      open.content += `<text:change-end text:change-id="${open.insertion}"/>`;
      open.insertion = null;
    }
    if (side !== 'struck' && open.deletion !== null) {
      const { ended, content, in: paragraph } = open.deletion;
      const id = addRegion('deletion', [...ended, wrap(paragraph, content)].join(''));
      open.content += `<text:change text:change-id="${id}"/>`;
      open.deletion = null;
    }
  };
  const addText = (paragraph: ProgrammeParagraph, side: Side, content: string, by: Authorship | undefined): void => {
    const isAnothers = open.by?.author !== by?.author || open.by?.at !== by?.at;
    close(isAnothers ? 'kept' : side);
    open.by = by;
    if (side === 'struck') {
      open.deletion ??= { ended: [], content: '', in: paragraph };
      open.deletion.content += content;
      return;
    }
    if (side === 'added' && open.insertion === null) {
      open.insertion = addRegion('insertion', '');
      open.content += `<text:change-start text:change-id="${open.insertion}"/>`;
    }
    open.content += content;
  };
  const endParagraph = (paragraph: ProgrammeParagraph, side: Side): void => {
    addText(paragraph, side, '', side === 'kept' ? undefined : paragraph.endBy);
    if (side === 'struck' && open.deletion !== null) {
      open.deletion.ended.push(wrap(paragraph, open.deletion.content));
      open.deletion.content = '';
    } else {
      visible.push({ source: paragraph, content: open.content });
      open.content = '';
    }
  };

  for (const paragraph of paragraphs) {
    source.enter(paragraph);
    if (open.deletion !== null) open.deletion.in = paragraph;
    open.content += annotationsOf(paragraph);
    for (const run of paragraph.runs) {
      if (run.reference === true || run.text === '') continue;
      addText(paragraph, sideOf(run.mark), writeFormatted(run, encodeText(run.text)), run.by);
    }
    endParagraph(paragraph, sideOf(paragraph.end));
  }
  close('kept');
  return { paragraphs: visible, rest: open.content };
}
