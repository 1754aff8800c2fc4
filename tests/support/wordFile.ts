import { strToU8, zipSync } from 'fflate';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a small Word document, as XML inside the root element. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Further relationships of the document, as elements. */
  readonly links?: string;
}

const roots: Readonly<Record<Exclude<keyof WordParts, 'body' | 'links'>, string>> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
};

/** A `.docx` with nothing in it but what is given: what other programs write, by hand. */
export function wordFile(parts: WordParts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(
      `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${header}<w:document ${word} xmlns:r="${relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${parts.body}</w:body></w:document>`,
    ),
  };
  const named: string[] = [];
  for (const [name, root] of Object.entries(roots)) {
    const content = parts[name as keyof typeof roots];
    if (content === undefined) continue;
    files[`word/${name}.xml`] = strToU8(`${header}<w:${root} ${word}>${content}</w:${root}>`);
    named.push(`<Relationship Id="${name}" Type="${relations}/${name}" Target="${name}.xml"/>`);
  }
  files['word/_rels/document.xml.rels'] = strToU8(
    `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${named.join('')}${parts.links ?? ''}</Relationships>`,
  );
  return zipSync(files);
}

/** A paragraph of one run. `properties` is the inside of `w:pPr`, `run` that of `w:rPr`. */
export const p = (text: string, properties = '', run = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const styled = (style: string, text: string): string => p(text, `<w:pStyle w:val="${style}"/>`);

export const listed = (list: number, level: number, text: string): string =>
  p(text, `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr>`);

export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const style = (id: string, name: string, inside = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
