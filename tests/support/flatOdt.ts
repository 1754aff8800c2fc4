import { SaxesParser } from 'saxes';

/** A paragraph or heading of a flat OpenDocument text, as a reader of the file sees it. */
export interface OfficeParagraph {
  /** Name of the paragraph style (of its parent, where the style was made up for this paragraph alone), e.g. `Heading 1`. */
  readonly style: string;
  readonly text: string;
  /** Depth in lists, from 0 for none. */
  readonly listDepth: number;
}

const decodeStyleName = (name: string): string =>
  name.replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** The paragraphs of the body in reading order, tables included. Text that is only recorded as deleted is left out. */
export function readFlatOdt(bytes: Uint8Array): readonly OfficeParagraph[] {
  const parser = new SaxesParser();
  const parents = new Map<string, string>();
  const paragraphs: OfficeParagraph[] = [];
  let open: { style: string; text: string } | null = null;
  let inBody = false;
  let ignored = 0;
  let listDepth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    const attribute = (key: string): string => attributes[key] ?? '';
    if (name === 'office:text') inBody = true;
    if (name === 'text:tracked-changes') ignored += 1;
    if (name === 'style:style' && attribute('style:parent-style-name') !== '') {
      parents.set(attribute('style:name'), attribute('style:parent-style-name'));
    }
    if (!inBody || ignored > 0) return;
    if (name === 'text:list') listDepth += 1;
    if (name === 'text:p' || name === 'text:h') open = { style: attribute('text:style-name'), text: '' };
    if (open === null) return;
    if (name === 'text:s') open.text += ' '.repeat(Number(attributes['text:c'] ?? '1'));
    if (name === 'text:tab') open.text += '\t';
    if (name === 'text:line-break') open.text += '\n';
  });
  parser.on('text', (text) => {
    if (open !== null && ignored === 0) open.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'office:text') inBody = false;
    if (name === 'text:tracked-changes') ignored -= 1;
    if (name === 'text:list' && inBody && ignored === 0) listDepth -= 1;
    if ((name === 'text:p' || name === 'text:h') && open !== null) {
      const automatic = /^(P|T|L|Sect)\d+$/.test(open.style);
      const style = automatic ? (parents.get(open.style) ?? open.style) : open.style;
      paragraphs.push({ style: decodeStyleName(style), text: open.text, listDepth });
      open = null;
    }
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  return paragraphs;
}
