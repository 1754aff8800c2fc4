import { numberBlocks } from '#shared/domain/numbering';
import type { Block } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';

const namespaces = ['office', 'style', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const levels = (kind: 'number' | 'bullet', sign: string): string =>
  kind === 'bullet'
    ? `<text:list-level-style-bullet text:level="1" text:bullet-char="${sign}"/>`
    : `<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>`;

/**
 * A programme as somebody writes it in a word processor, with none of our styles: headings in the outline, points in lists, and
 * everything else plain paragraphs. Chapters are numbered by the word processor; numbers of other headings are typed.
 */
export function plainOdt(revision: Revision): Uint8Array {
  const numbers = numberBlocks(revision.blocks);
  const parts: string[] = [];
  let open: string | null = null;
  const close = () => {
    if (open !== null) parts.push('</text:list>');
    open = null;
  };
  for (const [i, block] of revision.blocks.entries()) {
    const number = numbers[i] ?? null;
    const sign = block.kind === 'point' && number !== null ? (/^\d/.test(number) ? '1' : number) : null;
    if (sign === null) {
      close();
      parts.push(paragraph(block, number));
      continue;
    }
    if (open !== sign || number === '1') {
      close();
      parts.push(`<text:list text:style-name="${sign === '1' ? 'Numbers' : 'Bullets'}">`);
      open = sign;
    }
    parts.push(`<text:list-item><text:p text:style-name="Standard">${escapeXml(block.text)}</text:p></text:list-item>`);
  }
  close();
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">` +
      '<office:styles><style:style style:name="Standard" style:family="paragraph" style:class="text"/>' +
      '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter"/>' +
      [1, 2, 3]
        .map(
          (level) =>
            `<style:style style:name="Heading_20_${String(level)}" style:display-name="Heading ${String(level)}" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="${String(level)}" style:class="text"/>`,
        )
        .join('') +
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></office:styles>' +
      `<office:automatic-styles><text:list-style style:name="Numbers">${levels('number', '')}</text:list-style><text:list-style style:name="Bullets">${levels('bullet', '•')}</text:list-style></office:automatic-styles>` +
      `<office:body><office:text>${parts.join('')}</office:text></office:body></office:document>`,
  );
}

function paragraph(block: Block, number: string | null): string {
  const text = escapeXml(block.text);
  if (block.kind === 'title') return `<text:p text:style-name="Title">${text}</text:p>`;
  if (block.kind !== 'heading') return `<text:p text:style-name="Standard">${text}</text:p>`;
  const level = block.level ?? 1;
  const typed = level === 1 || number === null ? '' : `${number} `;
  const silent = level === 1 && number === null ? ' text:is-list-header="true"' : '';
  return `<text:h text:style-name="Heading_20_${String(level)}" text:outline-level="${String(level)}"${silent}>${typed}${text}</text:h>`;
}
