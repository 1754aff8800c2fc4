import type { ListLevel, Numbering } from '../numbering';
import { escapeXml, xmlHeader } from '../xml/escape';
import { wordNamespace } from './styles';

const hanging = (left: number, by: number): string => `<w:ind w:left="${left}" w:hanging="${by}"/>`;

/** Indents in twentieths of a point. */
const indents: Readonly<Record<ListLevel['place'], string>> = {
  heading: hanging(454, 454),
  subheading: hanging(680, 680),
  point: hanging(510, 397),
  footnote: hanging(284, 284),
  silent: '<w:ind w:left="0" w:firstLine="0"/>',
};

const levelXml = ({ format, text, start, place }: ListLevel, level: number): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="${text === '' ? 'nothing' : 'tab'}"/>` +
  `<w:lvlText w:val="${escapeXml(text)}"/><w:lvlJc w:val="left"/><w:pPr>${indents[place]}</w:pPr>` +
  `${place === 'footnote' ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}</w:lvl>`;

/** `numbering.xml`. To be written after the body, which decides what lists there are. */
export const numberingPart = (numbering: Numbering): string => {
  const lists = numbering.lists();
  const definitions = lists.map(
    (levels, at) =>
      `<w:abstractNum w:abstractNumId="${at + 1}"><w:multiLevelType w:val="multilevel"/>${levels.map(levelXml).join('')}</w:abstractNum>`,
  );
  const uses = lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`);
  return `${xmlHeader}<w:numbering xmlns:w="${wordNamespace}">${definitions.join('')}${uses.join('')}</w:numbering>`;
};
