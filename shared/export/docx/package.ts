import { strToU8, zipSync } from 'fflate';
import type { ExportDocument } from '../document';
import { escapeXml, xmlHeader } from '../xml/escape';
import { commentsPart, notesPart } from './asides';
import { writeBody } from './body';
import { firstHeaderPart, footerPart, headerPart } from './furniture';
import { startNumbering } from '../numbering';
import { numberingPart } from './numberingPart';
import { pictureFiles, type PictureFile } from './pictures';
import { languageTags, relationships, stylesPart, wordNamespace } from './styles';
import { startWriter } from './writer';

const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const docxMime = `${wordType}.document`;

/** Local midnight of the first day a zip file can name: the same bytes in every time zone. */
const fixedDate = '1980-01-01T00:00:00';

/** A part of the document: what it is to the document, and what it holds. */
interface WordPart {
  readonly id: string;
  readonly type: 'styles' | 'numbering' | 'settings' | 'fontTable' | 'header' | 'footer' | 'comments' | 'footnotes';
  readonly content: string;
}

const partsList = (parts: readonly WordPart[]): string =>
  `${xmlHeader}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
  parts.map(({ id, type }) => `<Override PartName="/word/${id}.xml" ContentType="${wordType}.${type}+xml"/>`).join('') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>';

const packageRels = (): string =>
  `${xmlHeader}<Relationships xmlns="${packageRelationships}">` +
  `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/>` +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
  `<Relationship Id="rId3" Type="${relationships}/extended-properties" Target="docProps/app.xml"/></Relationships>`;

const addressRels = (addresses: ReadonlyMap<string, string>): string =>
  [...addresses]
    .map(
      ([id, address]) =>
        `<Relationship Id="${id}" Type="${relationships}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
    )
    .join('');

const documentRels = (
  parts: readonly WordPart[],
  pictures: readonly PictureFile[],
  addresses: ReadonlyMap<string, string>,
): string =>
  `${xmlHeader}<Relationships xmlns="${packageRelationships}">${parts
    .map(({ id, type }) => `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${id}.xml"/>`)
    .join('')}${pictures
    .map(({ id, path }) => `<Relationship Id="${id}" Type="${relationships}/image" Target="${path}"/>`)
    .join('')}${addressRels(addresses)}</Relationships>`;

function coreProperties({
  title,
  paper,
  author,
  generatedAt,
  language,
  revisionName,
  shortHash,
}: ExportDocument): string {
  const at = escapeXml(generatedAt);
  return (
    `${xmlHeader}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(`${title} – ${paper}`)}</dc:title><dc:subject>${escapeXml(paper)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator>` +
    `<dc:description>${escapeXml(`${revisionName} · ${shortHash}`)}</dc:description><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>` +
    `<dc:language>${languageTags[language]}</dc:language></cp:coreProperties>`
  );
}

const appProperties = (): string =>
  `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Programrevisjon</Application></Properties>`;

/** Whoever changes a text that is under discussion leaves tracks, without having to think of it. */
const settings = ({ tracked, lineNumbers, language }: ExportDocument, hasNotes: boolean): string =>
  `${xmlHeader}<w:settings xmlns:w="${wordNamespace}">${tracked !== null || lineNumbers !== null ? '<w:trackRevisions/>' : ''}<w:defaultTabStop w:val="454"/><w:characterSpacingControl w:val="doNotCompress"/>` +
  (hasNotes ? '<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>' : '') +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  `<w:themeFontLang w:val="${languageTags[language]}"/></w:settings>`;

const fontTable = (): string =>
  `${xmlHeader}<w:fonts xmlns:w="${wordNamespace}"><w:font w:name="Times New Roman"><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
  '<w:font w:name="Arial"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>';

/** A Word document. The same paper gives the same bytes. */
export function writeDocx(document: ExportDocument): Uint8Array {
  const writer = startWriter(document, startNumbering());
  const body = writeBody(writer);
  const footnotes = notesPart(writer);
  const comments = commentsPart(writer);
  const pictures = pictureFiles(writer);
  const parts: readonly WordPart[] = [
    { id: 'styles', type: 'styles', content: stylesPart(document) },
    { id: 'numbering', type: 'numbering', content: numberingPart(writer.numbering) },
    { id: 'settings', type: 'settings', content: settings(document, footnotes !== null) },
    { id: 'fontTable', type: 'fontTable', content: fontTable() },
    { id: 'header', type: 'header', content: headerPart(document) },
    { id: 'headerFirst', type: 'header', content: firstHeaderPart(document) },
    { id: 'footer', type: 'footer', content: footerPart(document) },
    ...(footnotes === null ? [] : [{ id: 'footnotes', type: 'footnotes', content: footnotes } as const]),
    ...(comments === null ? [] : [{ id: 'comments', type: 'comments', content: comments } as const]),
  ];
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': partsList(parts),
    '_rels/.rels': packageRels(),
    'docProps/core.xml': coreProperties(document),
    'docProps/app.xml': appProperties(),
    'word/document.xml': `${xmlHeader}<w:document xmlns:w="${wordNamespace}" xmlns:r="${relationships}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRels(parts, pictures, writer.addresses),
    // Notes call addresses by the list of their own part.
    ...(footnotes !== null &&
      writer.addresses.size > 0 && {
        'word/_rels/footnotes.xml.rels': `${xmlHeader}<Relationships xmlns="${packageRelationships}">${addressRels(writer.addresses)}</Relationships>`,
      }),
    ...Object.fromEntries(parts.map(({ id, content }) => [`word/${id}.xml`, content])),
  };
  const texts = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  const media = pictures.map(({ path, bytes }) => [`word/${path}`, bytes] as const);
  return zipSync(Object.fromEntries([...texts, ...media]), { level: 6, mtime: fixedDate });
}
