import type { Run } from '../document';
import { escapeXml } from '../xml/escape';

export const spanOf = (style: string, content: string): string =>
  `<text:span text:style-name="${style}">${content}</text:span>`;

/** Encoded words with what they are: leaning, weight, link, each inside the next. */
export function writeFormatted({ strong, italic, address }: Run, content: string): string {
  const leaning = italic === true ? spanOf('Emphasis', content) : content;
  const weighted = strong === true ? spanOf('Strong', leaning) : leaning;
  return address === undefined
    ? weighted
    : `<text:a xlink:type="simple" xlink:href="${escapeXml(address)}" text:style-name="Internet_20_link">${weighted}</text:a>`;
}
