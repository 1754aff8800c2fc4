import type { ExportDocument } from '../document';
import { paperWords } from '../words';
import { escapeXml, xmlHeader } from '../xml/escape';

export const namespaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['draw', 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
]
  .map(([prefix = '', uri = '']) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const serif = 'Times New Roman';
const sans = 'Arial';

interface Look {
  readonly name: string;
  readonly paragraph: string;
  readonly run: string;
  /** Depth in the document's outline. */
  readonly outline?: number;
}

const looks = (accent: string): readonly Look[] => [
  {
    name: 'Title',
    paragraph: 'fo:margin-top="6pt" fo:margin-bottom="12pt" fo:keep-with-next="always"',
    run: 'fo:font-size="18pt" fo:font-weight="bold"',
  },
  ...[15, 13, 12, 11, 11, 11].map((size, at): Look => ({
    name: `Heading_20_${at + 1}`,
    paragraph: `fo:margin-top="${at === 0 ? 20 : 14}pt" fo:margin-bottom="6pt" fo:keep-with-next="always"`,
    run: `fo:font-size="${size}pt" fo:font-weight="bold"`,
    outline: at + 1,
  })),
  { name: 'Text_20_body', paragraph: 'fo:margin-bottom="6pt"', run: '' },
  { name: 'LeadIn', paragraph: 'fo:margin-top="6pt" fo:margin-bottom="4pt" fo:keep-with-next="always"', run: '' },
  { name: 'Point', paragraph: 'fo:margin-bottom="4pt"', run: '' },
  { name: 'NoteParagraph', paragraph: 'fo:margin-bottom="3pt"', run: 'fo:font-size="9.5pt"' },
  {
    name: 'PaperHeading',
    paragraph: 'fo:margin-top="20pt" fo:margin-bottom="6pt" fo:keep-with-next="always" text:number-lines="false"',
    run: 'fo:font-size="14pt" fo:font-weight="bold"',
  },
  {
    name: 'Organisation',
    paragraph: 'fo:margin-bottom="14pt" fo:keep-with-next="always" text:number-lines="false"',
    run: `fo:font-family="${sans}" fo:font-size="11pt" fo:font-weight="bold"`,
  },
  {
    name: 'Contents_20_Heading',
    paragraph: 'fo:margin-top="14pt" fo:margin-bottom="6pt" fo:keep-with-next="always" text:number-lines="false"',
    run: 'fo:font-size="13pt" fo:font-weight="bold"',
  },
  ...[1, 2, 3].map((level): Look => ({
    name: `Contents_20_${level}`,
    paragraph: `fo:margin-top="${level === 1 ? 3 : 0}pt" fo:margin-bottom="1pt" fo:margin-left="${level * 0.8}cm" fo:text-indent="-0.8cm" text:number-lines="false"`,
    run: 'fo:font-size="10.5pt"',
  })),
  { name: 'Footnote', paragraph: 'fo:margin-bottom="2pt" text:number-lines="false"', run: 'fo:font-size="9.5pt"' },
  {
    name: 'Kicker',
    paragraph: 'fo:margin-bottom="4pt" fo:keep-with-next="always" text:number-lines="false"',
    run: `fo:font-family="${sans}" fo:font-size="9pt" fo:font-weight="bold" fo:text-transform="uppercase" fo:color="${accent}"`,
  },
  {
    name: 'CoverTitle',
    paragraph: 'fo:margin-top="4pt" fo:margin-bottom="16pt" fo:keep-with-next="always" text:number-lines="false"',
    run: 'fo:font-size="28pt" fo:font-weight="bold"',
  },
  {
    name: 'ContentsEnd',
    paragraph: 'fo:line-height="100%" fo:break-after="page" text:number-lines="false"',
    run: 'fo:font-size="2pt"',
  },
  {
    name: 'CoverFacts',
    paragraph: `fo:margin-bottom="14pt" fo:padding-bottom="6pt" fo:border-bottom="0.75pt solid ${accent}" text:number-lines="false"`,
    run: `fo:font-family="${sans}" fo:font-size="8pt" fo:color="#404040"`,
  },
  { name: 'Prose', paragraph: 'fo:margin-bottom="5pt" text:number-lines="false"', run: '' },
  { name: 'Lead', paragraph: 'fo:margin-bottom="5pt" fo:keep-with-next="always" text:number-lines="false"', run: '' },
  { name: 'Apart', paragraph: 'fo:margin-top="18pt" fo:margin-bottom="5pt" text:number-lines="false"', run: '' },
  {
    name: 'Instruction',
    paragraph: 'fo:margin-top="6pt" fo:margin-bottom="4pt" fo:keep-with-next="always" text:number-lines="false"',
    run: 'fo:font-style="italic"',
  },
  {
    name: 'Note',
    paragraph: 'fo:margin-top="12pt" text:number-lines="false"',
    run: `fo:font-family="${sans}" fo:font-size="8pt" fo:color="#595959"`,
  },
  {
    name: 'Quotation',
    paragraph:
      'fo:margin-left="0.5cm" fo:margin-bottom="5pt" fo:padding-left="8pt" fo:border-left="1.5pt solid #bdb8b0" text:number-lines="false"',
    run: '',
  },
  { name: 'Cell', paragraph: 'fo:margin-bottom="3pt" text:number-lines="false"', run: 'fo:font-size="9.5pt"' },
  {
    name: 'Header',
    paragraph: 'text:number-lines="false"',
    run: `fo:font-family="${sans}" fo:font-size="8pt" fo:color="#595959"`,
  },
  {
    name: 'Footer',
    paragraph: 'text:number-lines="false"',
    run: `fo:font-family="${sans}" fo:font-size="8pt" fo:color="#595959"`,
  },
];

const accentOf = ({ organisation }: ExportDocument): string =>
  /^#[0-9a-f]{6}$/i.test(organisation.colour) ? organisation.colour.toLowerCase() : '#7a1f2b';

const paragraphStyle = ({ name, paragraph, run, outline }: Look): string =>
  `<style:style style:name="${name}" style:display-name="${name.replace(/_20_/g, ' ')}" style:family="paragraph" style:parent-style-name="Standard"` +
  `${outline === undefined ? '' : ` style:default-outline-level="${outline}"`}>` +
  `<style:paragraph-properties ${paragraph}/><style:text-properties ${run}/></style:style>`;

const textStyle = (name: string, run: string): string =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${run}/></style:style>`;

/** `styles.xml`: how everything looks, what stands at the head and the foot of each page, and how lines are counted. */
export function stylesPart(document: ExportDocument): string {
  const { page, of } = paperWords[document.language];
  const [left, right] = document.furniture.header;
  const foot =
    `<text:p text:style-name="FooterTab">${escapeXml(document.furniture.footer)}<text:tab/>${page} ` +
    `<text:page-number text:select-page="current">1</text:page-number> ${of} <text:page-count>1</text:page-count></text:p>`;
  const country = document.language === 'en' ? 'GB' : 'NO';
  const [width, height, orientation] = document.landscape
    ? (['29.7cm', '21cm', 'landscape'] as const)
    : (['21cm', '29.7cm', 'portrait'] as const);
  const tab = `<style:tab-stops><style:tab-stop style:position="${document.landscape ? '24.7cm' : '16cm'}" style:type="right"/></style:tab-stops>`;
  return (
    `${xmlHeader}<office:document-styles ${namespaces} office:version="1.3"><office:styles>` +
    `<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit" style:tab-stop-distance="0.8cm"/>` +
    `<style:text-properties fo:font-family="${serif}" fo:font-size="11pt" fo:language="${document.language}" fo:country="${country}" fo:hyphenate="false"/></style:default-style>` +
    '<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:line-height="110%" fo:orphans="2" fo:widows="2"/></style:style>' +
    looks(accentOf(document)).map(paragraphStyle).join('') +
    textStyle('LineEnd', '') +
    textStyle('Index_20_Link', 'fo:color="#000000" style:text-underline-style="none"') +
    textStyle('Strong', 'fo:font-weight="bold"') +
    textStyle('Emphasis', 'fo:font-style="italic"') +
    textStyle('Internet_20_link', `fo:color="${accentOf(document)}"`) +
    textStyle('AddedText', 'fo:color="#17602f" style:text-underline-style="solid"') +
    textStyle('StruckText', 'fo:color="#a4161a" style:text-line-through-style="solid"') +
    textStyle('Reference', 'style:text-position="super 58%"') +
    textStyle('LineNumber', `fo:font-family="${sans}" fo:font-size="7pt" fo:color="#595959"`) +
    `<text:linenumbering-configuration text:style-name="LineNumber" text:number-lines="${String(document.lineNumbers !== null)}" ` +
    'text:count-empty-lines="false" text:increment="1" text:offset="0.5cm" style:num-format="1" text:number-position="left"/>' +
    '</office:styles><office:automatic-styles>' +
    `<style:style style:name="HeaderTab" style:family="paragraph" style:parent-style-name="Header"><style:paragraph-properties>${tab}</style:paragraph-properties></style:style>` +
    `<style:style style:name="FooterTab" style:family="paragraph" style:parent-style-name="Footer"><style:paragraph-properties>${tab}</style:paragraph-properties></style:style>` +
    `<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="${orientation}" ` +
    'fo:margin-top="1.25cm" fo:margin-bottom="1.25cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>' +
    '<style:header-style><style:header-footer-properties fo:margin-bottom="0.8cm" fo:min-height="0.6cm"/></style:header-style>' +
    '<style:footer-style><style:header-footer-properties fo:margin-top="0.6cm" fo:min-height="0.6cm"/></style:footer-style></style:page-layout>' +
    '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">' +
    `<style:header><text:p text:style-name="HeaderTab">${escapeXml(left)}<text:tab/>${escapeXml(right)}</text:p></style:header>` +
    '<style:header-first><text:p text:style-name="HeaderTab"/></style:header-first>' +
    `<style:footer>${foot}</style:footer><style:footer-first>${foot}</style:footer-first>` +
    '</style:master-page></office:master-styles></office:document-styles>'
  );
}
