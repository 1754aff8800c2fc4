import { walkXml, type Attributes } from '../package/xml';
import { plainStyle, type Style } from '../package/style';
import { wholeNumber } from '../docx/styles';

/** One level of a list: «Kap. 1.2)» is prefix, counts, suffix. */
export interface OdtLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Levels whose counts are printed, this one included. */
  readonly shown: number;
  readonly start: number;
  readonly bullet: string | null;
}

/** Levels by depth, from 0. */
export type OdtList = ReadonlyMap<number, OdtLevel>;

export interface OdtStyles {
  readonly paragraphs: ReadonlyMap<string, Style>;
  readonly texts: ReadonlyMap<string, Style>;
  readonly lists: ReadonlyMap<string, OdtList>;
  /** The numbers of the headings; `null` where they have none. */
  readonly outline: OdtList | null;
  /** Whether pages begin with paragraphs of the style. */
  readonly startsPage: ReadonlySet<string>;
}

interface Written {
  name: string;
  parent: string | null;
  outline: number | null;
  list: string | null;
  bold: boolean | null;
  italic: boolean | null;
  hidden: boolean | null;
  raised: boolean | null;
  indent: number | null;
}

const LONGEST_LINEAGE = 20;

/** Twentieths of a point to the units that lengths are written in. */
const units: Readonly<Record<string, number>> = { cm: 567, mm: 56.7, in: 1440, pt: 20, pc: 240, px: 15 };

function length(value: string | null): number | null {
  const found = /^(-?\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)$/.exec(value ?? '');
  return found === null ? null : Number(found[1]) * (units[found[2] ?? ''] ?? 0);
}

const displayName = (name: string): string =>
  name.replace(/_([0-9a-f]{1,4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function levelOf(name: string, attribute: Attributes): OdtLevel {
  return {
    format: attribute('num-format') ?? '',
    prefix: attribute('num-prefix') ?? '',
    suffix: attribute('num-suffix') ?? '',
    shown: wholeNumber(attribute('display-levels')) ?? 1,
    start: wholeNumber(attribute('start-value')) ?? 1,
    bullet: /bullet|image/.test(name) ? (attribute('bullet-char') ?? '•') : null,
  };
}

/** Reads the styles of `styles.xml` and those that stand in the content itself, later ones before earlier. False where a part is damaged. */
export function readOdtStyles(parts: readonly Uint8Array[]): OdtStyles | null {
  const families = { paragraph: new Map<string, Written>(), text: new Map<string, Written>() };
  const lists = new Map<string, Map<number, OdtLevel>>();
  const outline = new Map<number, OdtLevel>();
  const startsPage = new Set<string>();
  let open: { readonly id: string; readonly style: Written } | null = null;
  let list: Map<number, OdtLevel> | null = null;
  for (const part of parts) {
    const whole = walkXml(part, {
      open(name, attribute) {
        if (name === 'style') {
          const family = attribute('family');
          if (family !== 'paragraph' && family !== 'text') return;
          const id = attribute('name') ?? '';
          const style: Written = {
            name: attribute('display-name') ?? displayName(id),
            parent: attribute('parent-style-name'),
            outline: wholeNumber(attribute('default-outline-level')),
            list: attribute('list-style-name'),
            bold: null,
            italic: null,
            hidden: null,
            raised: null,
            indent: null,
          };
          families[family].set(id, style);
          open = { id, style };
        } else if (name === 'list-style') {
          list = new Map();
          lists.set(attribute('name') ?? '', list);
        } else if (name === 'outline-style') list = outline;
        else if (/^(?:list|outline)-level-style/.test(name))
          list?.set((wholeNumber(attribute('level')) ?? 1) - 1, levelOf(name, attribute));
        else if (open !== null && name === 'text-properties') {
          const { style } = open;
          const weight = attribute('font-weight');
          if (weight !== null) style.bold = weight === 'bold' || Number(weight) >= 600;
          const posture = attribute('font-style');
          if (posture !== null) style.italic = posture !== 'normal';
          const display = attribute('display');
          if (display !== null) style.hidden = display === 'none';
          const position = attribute('text-position');
          if (position !== null) style.raised = /^(?:super|[1-9])/.test(position);
        } else if (open !== null && name === 'paragraph-properties') {
          open.style.indent = length(attribute('margin-left'));
          if (attribute('break-before') === 'page') startsPage.add(open.id);
        }
      },
      close(name) {
        if (name === 'style') open = null;
        else if (name === 'list-style' || name === 'outline-style') list = null;
      },
    });
    if (!whole) return null;
  }
  const resolve = (family: ReadonlyMap<string, Written>) =>
    new Map([...family.keys()].map((id) => [id, inherit(family, id)] as const));
  return {
    paragraphs: resolve(families.paragraph),
    texts: resolve(families.text),
    lists,
    outline: [...outline.values()].some(({ format }) => format !== '') ? outline : null,
    startsPage,
  };
}

function inherit(family: ReadonlyMap<string, Written>, id: string): Style {
  const lineage: Written[] = [];
  for (let style = family.get(id); style !== undefined && lineage.length < LONGEST_LINEAGE;) {
    lineage.push(style);
    style = style.parent === null ? undefined : family.get(style.parent);
  }
  // Styles that were made for one paragraph are called P1, T4 …; the name that says something is their parent's.
  const automatic = lineage.length > 1 && /^(?:[PT]\d+|Para\d+)$/.test(id);
  const named = automatic ? lineage.slice(1) : lineage;
  const among = <Key extends keyof Written>(styles: readonly Written[], key: Key): Written[Key] | null =>
    styles.find((style) => style[key] !== null)?.[key] ?? null;
  const first = <Key extends keyof Written>(key: Key): Written[Key] | null => among(lineage, key);
  const depth = first('outline');
  return {
    ...plainStyle,
    name: named[0]?.name ?? id,
    lineage: named.map((style) => style.name.toLowerCase()),
    list: first('list'),
    outline: depth === null || depth < 1 ? null : depth - 1,
    bold: first('bold'),
    italic: first('italic'),
    houseBold: among(named, 'bold') ?? false,
    houseItalic: among(named, 'italic') ?? false,
    hidden: first('hidden') ?? false,
    raised: first('raised') ?? false,
    indent: first('indent') ?? 0,
  };
}
