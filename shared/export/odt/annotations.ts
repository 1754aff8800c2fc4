import type { Comment } from '../document';
import { escapeXml } from '../xml/escape';
import { encodeText } from './encodeText';

/** What others say of a paragraph, at its beginning (ODF 1.3 part 3, 14.1). */
export const annotationsOf = ({ comments = [] }: { readonly comments?: readonly Comment[] }): string =>
  comments
    .map(({ author, at, label, text }) => {
      const lines = text.split('\n').map((line, index) => (index === 0 && label !== '' ? `${label}: ${line}` : line));
      const paragraphs = lines.map((line) => `<text:p>${encodeText(line)}</text:p>`).join('');
      const date = escapeXml(at.replace(/(?:\.\d+)?Z$/, ''));
      return `<office:annotation><dc:creator>${escapeXml(author)}</dc:creator><dc:date>${date}</dc:date>${paragraphs}</office:annotation>`;
    })
    .join('');
