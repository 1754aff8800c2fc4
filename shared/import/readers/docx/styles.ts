import { plainStyle, type Style } from '../package/style';
import { walkXml } from '../package/xml';

interface Written {
  id: string;
  name: string;
  basedOn: string | null;
  list: string | null;
  listLevel: number | null;
  outline: number | null;
  bold: boolean | null;
  italic: boolean | null;
  hidden: boolean | null;
  raised: boolean | null;
  indent: number | null;
}

/** «w:val» of a property that is on when it only stands there. */
export const isOn = (value: string | null): boolean => value === null || !/^(?:0|false|off|none)$/.test(value);

export const wholeNumber = (value: string | null): number | null =>
  value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null;

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>;
  /** Style of paragraphs that name none. */
  readonly usual: Style;
  /** Depth of the heading whose numbers a list at this level counts, from 1; `null` for lists of anything else. */
  headingOfList(list: string, level: number): number | null;
}

const LONGEST_LINEAGE = 20;

/** Reads `styles.xml`. A file without it, or with one that is damaged, has plain paragraphs only. */
export function readStyles(bytes: Uint8Array | null): Styles {
  const written = new Map<string, Written>();
  const usual: string[] = [];
  let open: Written | null = null;
  if (bytes !== null) {
    walkXml(bytes, {
      open(name, attribute) {
        if (name === 'style') {
          const id = attribute('styleId') ?? '';
          open = {
            id,
            name: id,
            basedOn: null,
            list: null,
            listLevel: null,
            outline: null,
            bold: null,
            italic: null,
            hidden: null,
            raised: null,
            indent: null,
          };
          written.set(id, open);
          if (attribute('type') === 'paragraph' && attribute('default') !== null && isOn(attribute('default')))
            usual.push(id);
          return;
        }
        if (open === null) return;
        const value = attribute('val');
        if (name === 'name') open.name = value ?? open.name;
        else if (name === 'basedOn') open.basedOn = value;
        else if (name === 'numId') open.list = value;
        else if (name === 'ilvl') open.listLevel = wholeNumber(value);
        else if (name === 'outlineLvl') open.outline = wholeNumber(value);
        else if (name === 'b') open.bold = isOn(value);
        else if (name === 'i') open.italic = isOn(value);
        else if (name === 'vanish') open.hidden = isOn(value);
        else if (name === 'vertAlign') open.raised = value === 'superscript';
        else if (name === 'ind') open.indent = wholeNumber(attribute('left') ?? attribute('start'));
      },
      close(name) {
        if (name === 'style') open = null;
      },
    });
  }
  const byId = new Map([...written.keys()].map((id) => [id, inherit(written, id)] as const));
  const headings = new Map<string, number>();
  for (const { list, listLevel, outline } of byId.values())
    if (list !== null && outline !== null && outline >= 0 && outline < 9)
      headings.set(`${list}/${String(listLevel ?? 0)}`, outline + 1);
  return {
    byId,
    usual: byId.get(usual.at(-1) ?? '') ?? plainStyle,
    headingOfList: (list, level) => headings.get(`${list}/${String(level)}`) ?? null,
  };
}

function inherit(written: ReadonlyMap<string, Written>, id: string): Style {
  const lineage: Written[] = [];
  for (let style = written.get(id); style !== undefined && lineage.length < LONGEST_LINEAGE;) {
    lineage.push(style);
    style = style.basedOn === null ? undefined : written.get(style.basedOn);
  }
  const first = <Key extends keyof Written>(key: Key): Written[Key] | null =>
    lineage.find((style) => style[key] !== null)?.[key] ?? null;
  return {
    name: lineage[0]?.name ?? id,
    lineage: lineage.map((style) => style.name.toLowerCase()),
    list: first('list'),
    listLevel: first('listLevel'),
    outline: first('outline'),
    bold: first('bold'),
    italic: first('italic'),
    houseBold: first('bold') ?? false,
    houseItalic: first('italic') ?? false,
    hidden: first('hidden') ?? false,
    raised: first('raised') ?? false,
    indent: first('indent') ?? 0,
  };
}
