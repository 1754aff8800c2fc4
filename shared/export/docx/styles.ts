import type { Language } from '../../core/failure';
import type { ExportDocument } from '../document';
import { footnoteList, headingList, leadInLevel, pointLevel, pointList } from '../listIds';
import { xmlHeader } from '../xml/escape';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Style ids in `styles.xml`; the names are Word's own where it has them, so that its outline and its menus know them. */
export const paragraphStyles = {
  title: 'Title',
  paragraph: 'BodyText',
  leadIn: 'LeadIn',
  point: 'Point',
  footnote: 'NoteParagraph',
  other: 'BodyText',
  pageNote: 'FootnoteText',
  organisation: 'Organisation',
  coverTitle: 'CoverTitle',
  kicker: 'Kicker',
  coverFacts: 'CoverFacts',
  contentsEnd: 'ContentsEnd',
  prose: 'Prose',
  lead: 'Lead',
  apart: 'Apart',
  instruction: 'Instruction',
  note: 'Note',
  quotation: 'Quotation',
  cell: 'Cell',
} as const;

export const headingStyle = (level: number): string => `Heading${Math.min(Math.max(level, 1), 6)}`;
export const paperHeadingStyle = (level: number): string => `PaperHeading${Math.min(Math.max(level, 1), 3)}`;

/** A break that our line layout put there. Whoever reads the file back leaves breaks of this style out. */
export const lineEndStyle = 'LineEnd';
export const addedStyle = 'AddedText';
export const struckStyle = 'StruckText';
export const strongStyle = 'Strong';
export const referenceStyle = 'FootnoteReference';
export const commentReferenceStyle = 'CommentReference';
export const commentTextStyle = 'CommentText';
export const linkStyle = 'Hyperlink';
/** The title where it stands on a page of its own. */
export const coverTitleTextStyle = 'CoverTitleText';
export const contentsHeadingStyle = 'TOCHeading';
export const contentsStyle = (level: number): string => `TOC${Math.min(Math.max(level, 1), 3)}`;

/** A4 less its margins, in twentieths of a point. */
export const textWidth = { upright: 9070, sideways: 14_000 } as const;

/** Colours as Word writes them: six hexadecimal digits. */
export interface Palette {
  /** Of the organisation: kicker, rules. */
  readonly accent: string;
}

const usualAccent = '7A1F2B';

export const paletteOf = ({ organisation }: Pick<ExportDocument, 'organisation'>): Palette => ({
  accent: /^#[0-9a-f]{6}$/i.test(organisation.colour) ? organisation.colour.slice(1).toUpperCase() : usualAccent,
});

export const languageTags: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

const serif = 'Times New Roman';
const sans = 'Arial';
const fonts = (name: string): string =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}" w:eastAsia="${name}"/>`;
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly paragraph: string;
  readonly run: string;
}

const paragraphStyle = ({ id, name, next, paragraph, run }: ParagraphStyle): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}>` +
  `<w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}` +
  `${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const characterStyle = (id: string, name: string, run: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`;

const spacing = (before: number, after: number, extra = ''): string =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${extra}/>`;

const heading = (level: number): string => {
  const points = [15, 13, 12, 11, 11, 11][level - 1] ?? 11;
  return paragraphStyle({
    id: headingStyle(level),
    name: `heading ${level}`,
    next: paragraphStyles.paragraph,
    paragraph:
      `<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="${Math.min(level, 4) - 1}"/><w:numId w:val="${headingList}"/></w:numPr>` +
      `${spacing(level === 1 ? 20 : 14, 6)}<w:outlineLvl w:val="${level - 1}"/>`,
    run: `${fonts(serif)}<w:b/><w:bCs/>${size(points)}`,
  });
};

const paperHeading = (level: number): string =>
  paragraphStyle({
    id: paperHeadingStyle(level),
    name: `Paper heading ${level}`,
    next: paragraphStyles.prose,
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(level === 1 ? 22 : 16, 6)}<w:outlineLvl w:val="${level - 1}"/>`,
    run: `${fonts(serif)}<w:b/><w:bCs/>${size(level === 1 ? 14 : 12)}`,
  });

const contentsLine = (level: number): string =>
  paragraphStyle({
    id: contentsStyle(level),
    name: `toc ${level}`,
    paragraph: `<w:suppressLineNumbers/><w:tabs><w:tab w:val="left" w:pos="${level * 454}"/></w:tabs>${spacing(level === 1 ? 3 : 0, 1)}<w:ind w:left="${level * 454}" w:hanging="454"/>`,
    run: size(10.5),
  });

/** `styles.xml`: everything the papers use and nothing else. */
export function stylesPart(document: ExportDocument): string {
  const tag = languageTags[document.language];
  const { accent } = paletteOf(document);
  const styles = [
    paragraphStyle({ id: 'Normal', name: 'Normal', paragraph: '<w:widowControl/>', run: '' }),
    paragraphStyle({
      id: paragraphStyles.title,
      name: 'Title',
      next: paragraphStyles.paragraph,
      paragraph: `<w:keepNext/>${spacing(6, 12)}`,
      run: `${fonts(serif)}<w:b/><w:bCs/>${size(18)}`,
    }),
    ...[1, 2, 3, 4, 5, 6].map(heading),
    ...[1, 2, 3].map(paperHeading),
    paragraphStyle({ id: paragraphStyles.paragraph, name: 'Body Text', paragraph: spacing(0, 6), run: '' }),
    paragraphStyle({
      id: paragraphStyles.leadIn,
      name: 'Lead-in',
      next: paragraphStyles.point,
      paragraph: `<w:keepNext/><w:numPr><w:ilvl w:val="${leadInLevel}"/><w:numId w:val="${pointList}"/></w:numPr>${spacing(6, 4)}`,
      run: '',
    }),
    paragraphStyle({
      id: paragraphStyles.point,
      name: 'Point',
      paragraph: `<w:numPr><w:ilvl w:val="${pointLevel}"/><w:numId w:val="${pointList}"/></w:numPr>${spacing(0, 4)}`,
      run: '',
    }),
    paragraphStyle({
      id: paragraphStyles.footnote,
      name: 'Note paragraph',
      paragraph: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${footnoteList}"/></w:numPr>${spacing(0, 3)}`,
      run: size(9.5),
    }),
    paragraphStyle({
      id: paragraphStyles.pageNote,
      name: 'footnote text',
      paragraph: `<w:suppressLineNumbers/>${spacing(0, 2)}`,
      run: size(9.5),
    }),
    paragraphStyle({
      id: paragraphStyles.organisation,
      name: 'Organisation',
      paragraph: `<w:keepNext/><w:suppressLineNumbers/>${spacing(0, 14)}`,
      run: `${fonts(sans)}<w:b/><w:bCs/>${size(11)}`,
    }),
    paragraphStyle({
      id: paragraphStyles.coverTitle,
      name: 'Cover title',
      paragraph: `<w:keepNext/><w:suppressLineNumbers/>${spacing(4, 16)}`,
      run: `<w:b/><w:bCs/>${size(28)}`,
    }),
    paragraphStyle({
      id: paragraphStyles.kicker,
      name: 'Kicker',
      paragraph: `<w:keepNext/><w:suppressLineNumbers/>${spacing(0, 4)}`,
      run: `${fonts(sans)}<w:b/><w:bCs/><w:caps/><w:color w:val="${accent}"/><w:spacing w:val="10"/>${size(9)}`,
    }),
    paragraphStyle({
      id: paragraphStyles.coverFacts,
      name: 'Cover facts',
      paragraph: `<w:suppressLineNumbers/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="6" w:color="${accent}"/></w:pBdr>${spacing(0, 14)}`,
      run: `${fonts(sans)}<w:color w:val="404040"/>${size(8)}`,
    }),
    paragraphStyle({
      id: paragraphStyles.prose,
      name: 'Prose',
      paragraph: `<w:suppressLineNumbers/>${spacing(0, 5)}`,
      run: '',
    }),
    paragraphStyle({
      id: paragraphStyles.lead,
      name: 'Lead',
      paragraph: `<w:keepNext/><w:suppressLineNumbers/>${spacing(0, 5)}`,
      run: '',
    }),
    paragraphStyle({
      id: paragraphStyles.apart,
      name: 'Apart',
      next: paragraphStyles.prose,
      paragraph: `<w:suppressLineNumbers/>${spacing(18, 5)}`,
      run: '',
    }),
    paragraphStyle({
      id: contentsHeadingStyle,
      name: 'TOC Heading',
      paragraph: `<w:keepNext/><w:suppressLineNumbers/>${spacing(14, 6)}`,
      run: `<w:b/><w:bCs/>${size(13)}`,
    }),
    ...[1, 2, 3].map(contentsLine),
    paragraphStyle({
      id: paragraphStyles.contentsEnd,
      name: 'Contents end',
      paragraph: `<w:suppressLineNumbers/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>`,
      run: size(8),
    }),
    paragraphStyle({
      id: paragraphStyles.instruction,
      name: 'Instruction',
      paragraph: `<w:keepNext/><w:suppressLineNumbers/>${spacing(6, 4)}`,
      run: '<w:i/><w:iCs/>',
    }),
    paragraphStyle({
      id: paragraphStyles.note,
      name: 'Note',
      paragraph: `<w:suppressLineNumbers/>${spacing(12, 0)}`,
      run: `${fonts(sans)}<w:color w:val="595959"/>${size(8)}`,
    }),
    paragraphStyle({
      id: paragraphStyles.quotation,
      name: 'Quotation',
      paragraph: `<w:suppressLineNumbers/><w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="BDB8B0"/></w:pBdr>${spacing(0, 5)}<w:ind w:left="284"/>`,
      run: '',
    }),
    paragraphStyle({
      id: paragraphStyles.cell,
      name: 'Cell',
      paragraph: `<w:suppressLineNumbers/>${spacing(0, 3)}`,
      run: size(9.5),
    }),
    paragraphStyle({
      id: 'Header',
      name: 'header',
      paragraph: '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>',
      run: `${fonts(sans)}<w:color w:val="595959"/>${size(8)}`,
    }),
    paragraphStyle({
      id: 'Footer',
      name: 'footer',
      paragraph: '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>',
      run: `${fonts(sans)}<w:color w:val="595959"/>${size(8)}`,
    }),
    characterStyle(lineEndStyle, 'Line end', ''),
    characterStyle('LineNumber', 'line number', `${fonts(sans)}<w:color w:val="595959"/>${size(7)}`),
    characterStyle(coverTitleTextStyle, 'Cover title text', size(28)),
    characterStyle(strongStyle, 'Strong', '<w:b/><w:bCs/>'),
    characterStyle(addedStyle, 'Added text', '<w:color w:val="17602F"/><w:u w:val="single"/>'),
    characterStyle(struckStyle, 'Struck text', '<w:strike/><w:color w:val="A4161A"/>'),
    characterStyle(referenceStyle, 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    characterStyle(linkStyle, 'Hyperlink', `<w:color w:val="${accent}"/>`),
    paragraphStyle({ id: commentTextStyle, name: 'annotation text', paragraph: spacing(0, 0), run: size(10) }),
    characterStyle(commentReferenceStyle, 'annotation reference', size(8)),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  ];
  return (
    `${xmlHeader}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts(serif)}${size(11)}` +
    `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr><w:suppressAutoHyphens/><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${styles.join('')}</w:styles>`
  );
}
