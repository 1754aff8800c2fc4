import { fail, ok, type Result } from '../../../core/result';
import { textOfUnits } from '../../decodeText';
import type { Archive, ArchiveProblem } from '../package/archive';
import { linesOf } from '../package/lines';
import { isOwnPaper } from '../package/ownPaper';
import { wordsOf } from '../package/wordsOf';
import type { ReaderRemark, ReadText } from '../sourceLine';
import { readOdtBody } from './body';
import { readOdtStyles } from './styles';

const MIME = 'application/vnd.oasis.opendocument.text';

const textOfPart = (archive: Archive, name: string): string => {
  const bytes = archive.read(name);
  return bytes instanceof Uint8Array ? textOfUnits(bytes, Math.min(bytes.length, 100_000)) : '';
};

export const isOdt = (archive: Archive): boolean => textOfPart(archive, 'mimetype').startsWith(MIME);

/** Which side of all the changes that a file records is read. */
export type WholeSide = 'accepted' | 'rejected';

/** Reads an OpenDocument text. */
export function readOdt(archive: Archive, side: WholeSide): Result<ReadText, ArchiveProblem> {
  if (archive.has('encrypted-package') || textOfPart(archive, 'META-INF/manifest.xml').includes('encryption-data'))
    return fail('encrypted');
  const content = archive.read('content.xml');
  if (!(content instanceof Uint8Array)) return fail(content ?? 'damaged');
  const looks = archive.read('styles.xml');
  const read = readOdtParts(content, looks instanceof Uint8Array ? looks : null, side);
  return read === null ? fail('damaged') : ok(read);
}

/** Reads the parts of an OpenDocument text; a flat one has its styles in the content. `null` where they are damaged. */
export function readOdtParts(content: Uint8Array, looks: Uint8Array | null, side: WholeSide): ReadText | null {
  const styles = readOdtStyles(looks === null ? [content] : [looks, content]);
  const read = styles === null ? null : readOdtBody(content, styles, side);
  if (styles === null || read === null) return null;
  const { lines, remarks } = linesOf(read.body, {
    labelOf: ({ label }) => label,
    headingOfList: () => null,
    ownPaper: isOwnPaper(styles.paragraphs.values()),
    footnotes: read.footnotes,
    endnotes: read.endnotes,
  });
  const aside: ReaderRemark[] = [];
  const heads = looks === null ? '' : wordsOf(looks, 'master-styles');
  if (heads !== '') aside.push({ code: 'page-frame-dropped', line: null, text: heads });
  if (read.comments !== '') aside.push({ code: 'comments-dropped', line: null, text: read.comments });
  return { lines, remarks: [...remarks, ...aside] };
}
