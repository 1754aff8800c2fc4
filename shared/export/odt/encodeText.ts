import { escapeXml } from '../xml/escape';

/** Text in which no space is lost: OpenDocument takes several for one, and those at a paragraph's ends for none (ODF 1.3 part 3, 6.1.2). */
export const encodeText = (text: string): string =>
  escapeXml(text)
    .replace(/&#9;/g, '<text:tab/>')
    .replace(/&#1[03];/g, ' ')
    .replace(/^ | $| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
