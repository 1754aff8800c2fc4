import { strToU8, zipSync } from 'fflate';
import type { ExportDocument } from '../document';
import { paperWords } from '../words';
import { escapeXml, xmlHeader } from '../xml/escape';
import { textWidth, writeBody } from './body';
import { startNumbering } from '../numbering';
import { numberingPart } from './numberingPart';
import { languageTags, stylesPart, wordNamespace } from './styles';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const docxMime = `${wordType}.document`;

/** Local midnight of the first day a zip file can name: the same bytes in every time zone. */
const fixedDate = '1980-01-01T00:00:00';

const wordParts = ['styles', 'numbering', 'settings', 'fontTable', 'header', 'footer'] as const;

const partsList = (): string =>
  `${xmlHeader}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
  wordParts.map((part) => `<Override PartName="/word/${part}.xml" ContentType="${wordType}.${part}+xml"/>`).join('') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>';

const packageRels = (): string =>
  `${xmlHeader}<Relationships xmlns="${packageRelationships}">` +
  `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/>` +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
  `<Relationship Id="rId3" Type="${relationships}/extended-properties" Target="docProps/app.xml"/></Relationships>`;

const documentRels = (): string =>
  `${xmlHeader}<Relationships xmlns="${packageRelationships}">${wordParts
    .map((part, at) => `<Relationship Id="rId${at + 1}" Type="${relationships}/${part}" Target="${part}.xml"/>`)
    .join('')}</Relationships>`;

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

const settings = (): string =>
  `${xmlHeader}<w:settings xmlns:w="${wordNamespace}"><w:defaultTabStop w:val="454"/><w:characterSpacingControl w:val="doNotCompress"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

const fontTable = (): string =>
  `${xmlHeader}<w:fonts xmlns:w="${wordNamespace}"><w:font w:name="Times New Roman"><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
  '<w:font w:name="Arial"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>';

const field = (instruction: string): string =>
  `<w:fldSimple w:instr=" ${instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

const words = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

function runningHead(kind: 'hdr' | 'ftr', { landscape }: ExportDocument, left: string, right: string): string {
  const style = kind === 'hdr' ? 'Header' : 'Footer';
  const tab = landscape
    ? `<w:tabs><w:tab w:val="clear" w:pos="${textWidth.upright}"/><w:tab w:val="right" w:pos="${textWidth.sideways}"/></w:tabs>`
    : '';
  return (
    `${xmlHeader}<w:${kind} xmlns:w="${wordNamespace}"><w:p><w:pPr><w:pStyle w:val="${style}"/>${tab}</w:pPr>` +
    `${left}<w:r><w:tab/></w:r>${right}</w:p></w:${kind}>`
  );
}

/** A Word document. The same paper gives the same bytes. */
export function writeDocx(document: ExportDocument): Uint8Array {
  const numbering = startNumbering();
  const body = writeBody(document, numbering);
  const { page, of } = paperWords[document.language];
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': partsList(),
    '_rels/.rels': packageRels(),
    'docProps/core.xml': coreProperties(document),
    'docProps/app.xml': appProperties(),
    'word/document.xml': `${xmlHeader}<w:document xmlns:w="${wordNamespace}" xmlns:r="${relationships}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRels(),
    'word/styles.xml': stylesPart(document.language),
    'word/numbering.xml': numberingPart(numbering),
    'word/settings.xml': settings(),
    'word/fontTable.xml': fontTable(),
    'word/header.xml': runningHead('hdr', document, words(document.title), words(document.paper)),
    'word/footer.xml': runningHead(
      'ftr',
      document,
      words(`${document.revisionName} · ${document.shortHash}`),
      `${words(`${page} `)}${field('PAGE')}${words(` ${of} `)}${field('NUMPAGES')}`,
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 6,
    mtime: fixedDate,
  });
}
