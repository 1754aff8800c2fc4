import type { Comment } from '../document';
import { escapeXml, xmlHeader } from '../xml/escape';
import { paragraphOf } from './paragraphs';
import { plainRun, writeRuns } from './runs';
import {
  commentReferenceStyle,
  commentTextStyle,
  paragraphStyles,
  referenceStyle,
  relationships,
  strongStyle,
  wordNamespace,
} from './styles';
import type { Aside, Writer } from './writer';

/** «KN» of «Kari Nordmann», which Word shows in the margin. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .slice(0, 4);

function writeComment({ id, content }: Aside<Comment>): string {
  const { author, at, label, text } = content;
  const mark = `<w:r><w:rPr><w:rStyle w:val="${commentReferenceStyle}"/></w:rPr><w:annotationRef/></w:r>`;
  const paragraphs = text.split('\n').map((line, index) => {
    const named = index === 0 && label !== '' ? plainRun(`${label}: `, strongStyle) : '';
    return paragraphOf(commentTextStyle, (index === 0 ? mark : '') + named + plainRun(line));
  });
  const date = escapeXml(at.replace(/\.\d+(?=Z$)/, ''));
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${date}" w:initials="${escapeXml(initialsOf(author))}">${paragraphs.join('')}</w:comment>`;
}

/** `comments.xml`; `null` where nothing is said. To be written after the body. */
export const commentsPart = ({ comments }: Writer): string | null =>
  comments.length === 0
    ? null
    : `${xmlHeader}<w:comments xmlns:w="${wordNamespace}">${comments.map(writeComment).join('')}</w:comments>`;

/** The lines that Word draws above the notes are notes themselves, and every file has them. */
const separators =
  '<w:footnote w:type="separator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>' +
  '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';

/** `footnotes.xml`; `null` where no note stands at the foot of a page. To be written after the body. */
export function notesPart(writer: Writer): string | null {
  if (writer.notes.length === 0) return null;
  const notes = writer.notes.map(({ id, content }) => {
    writer.enter(content);
    // The room after the number is spacing, not a space: a space would be the first letter of the note.
    const number = `<w:r><w:rPr><w:rStyle w:val="${referenceStyle}"/><w:spacing w:val="60"/></w:rPr><w:footnoteRef/></w:r>`;
    return `<w:footnote w:id="${id}">${paragraphOf(paragraphStyles.pageNote, number + writeRuns(writer, content.runs, writer.mode))}</w:footnote>`;
  });
  return `${xmlHeader}<w:footnotes xmlns:w="${wordNamespace}" xmlns:r="${relationships}">${separators}${notes.join('')}</w:footnotes>`;
}
