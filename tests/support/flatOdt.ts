import { SaxesParser } from 'saxes';

/** A paragraph or heading of a flat OpenDocument text, as a reader of the file sees it. */
export interface OfficeParagraph {
  /** Name of the paragraph style (of its parent, where the style was made up for this paragraph alone), e.g. `Heading 1`. */
  readonly style: string;
  readonly text: string;
  /** Depth in lists, from 0 for none. */
  readonly listDepth: number;
}

const isIgnored = (name: string): boolean =>
  name === 'text:tracked-changes' || name === 'office:annotation' || name === 'text:note-citation';

const decodeStyleName = (name: string): string =>
  name.replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** Raised figures that call a note which stands in the text as a paragraph of its own. */
const isMarkerStyle = (name: string): boolean => /^(?:footnote ?(?:reference|anchor|symbol)|reference)$/i.test(name);

/**
 * The paragraphs of the body in reading order, tables included, and each note after the paragraph that calls it. Text that is only recorded as
 * deleted, comments, and markers of notes are left out.
 */
export function readFlatOdt(bytes: Uint8Array): readonly OfficeParagraph[] {
  const parser = new SaxesParser();
  const parents = new Map<string, string>();
  const paragraphs: OfficeParagraph[] = [];
  let open: { style: string; text: string } | null = null;
  let inBody = false;
  let ignored = 0;
  let listDepth = 0;
  const asides: OfficeParagraph[] = [];
  const outer: ({ style: string; text: string } | null)[] = [];
  const spans: boolean[] = [];
  let markers = 0;
  parser.on('opentag', ({ name, attributes }) => {
    const attribute = (key: string): string => attributes[key] ?? '';
    if (name === 'office:text') inBody = true;
    if (isIgnored(name)) ignored += 1;
    if (name === 'text:note') {
      outer.push(open);
      open = null;
    }
    if (name === 'style:style' && attribute('style:parent-style-name') !== '') {
      parents.set(attribute('style:name'), attribute('style:parent-style-name'));
    }
    if (!inBody || ignored > 0) return;
    if (name === 'text:list') listDepth += 1;
    if (name === 'text:p' || name === 'text:h') open = { style: attribute('text:style-name'), text: '' };
    if (name === 'text:span') {
      const style = attribute('text:style-name');
      const isMarker =
        isMarkerStyle(decodeStyleName(style)) || isMarkerStyle(decodeStyleName(parents.get(style) ?? ''));
      spans.push(isMarker);
      if (isMarker) markers += 1;
    }
    if (open === null || markers > 0) return;
    if (name === 'text:s') open.text += ' '.repeat(Number(attributes['text:c'] ?? '1'));
    if (name === 'text:tab') open.text += '\t';
    if (name === 'text:line-break') open.text += '\n';
  });
  parser.on('text', (text) => {
    if (open !== null && ignored === 0 && markers === 0) open.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'office:text') inBody = false;
    if (isIgnored(name)) ignored -= 1;
    if (name === 'text:span' && inBody && ignored === 0 && spans.pop() === true) markers -= 1;
    if (name === 'text:note') open = outer.pop() ?? null;
    if (name === 'text:list' && inBody && ignored === 0) listDepth -= 1;
    if ((name === 'text:p' || name === 'text:h') && open !== null && ignored === 0) {
      const automatic = /^(P|T|L|Sect)\d+$/.test(open.style);
      const style = automatic ? (parents.get(open.style) ?? open.style) : open.style;
      (outer.length > 0 ? asides : paragraphs).push({ style: decodeStyleName(style), text: open.text, listDepth });
      if (outer.length === 0) paragraphs.push(...asides.splice(0));
      open = null;
    }
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  return paragraphs;
}
