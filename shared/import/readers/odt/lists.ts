import { countAs } from '../package/counting';
import type { ListLabel } from '../package/paragraph';
import type { OdtList, OdtStyles } from './styles';

/** Formats by the sign that stands for them. */
const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

interface OpenList {
  readonly style: string;
  readonly counts: (number | null)[];
}

/** Counts lists and headings while the elements go by. */
export interface OdtCounter {
  openList(style: string | null, id: string | null, continuesBefore: boolean, continues: string | null): void;
  closeList(): void;
  /** `isHeader`: what stands in it has no number. */
  openItem(isHeader: boolean, start: number | null): void;
  /**
   * Takes the place of the first paragraph in the open item; `null` for every other. What it gives counts when it is called, so that a
   * paragraph which turns out to be deleted is not counted. `usual`: list of the paragraph's own style.
   */
  claimItem(usual: string | null): (() => ListLabel | null) | null;
  labelOfHeading(depth: number, start: number | null): ListLabel | null;
  /** Leaves the lists that are open, for what stands here out of its own surroundings; gives them to come back to. */
  stepOut(): readonly OpenItem[];
  stepIn(open: readonly OpenItem[]): void;
}

/** The item of a list that is open. */
export interface OpenItem {
  readonly list: OpenList;
  /** Nothing has taken its number yet. */
  waiting: boolean;
  start: number | null;
}

/** Deepest list that is counted. */
const DEEPEST = 10;

export function startOdtCounter(styles: OdtStyles): OdtCounter {
  let open: OpenItem[] = [];
  let surroundings: readonly OpenItem[] = [];
  const byId = new Map<string, OpenList>();
  const latest = new Map<string, OpenList>();
  const headings: (number | null)[] = [];

  const count = (counts: (number | null)[], levels: OdtList, at: number, start: number | null): ListLabel | null => {
    const level = levels.get(at);
    if (level === undefined) return null;
    if (level.bullet !== null) return { text: level.bullet, isBullet: true };
    const before = counts[at] ?? null;
    counts[at] = start ?? (before === null ? level.start : before + 1);
    for (let deeper = at + 1; deeper <= DEEPEST; deeper++) counts[deeper] = null;
    const shown: string[] = [];
    for (let of = Math.max(0, at - level.shown + 1); of <= at; of++) {
      const format = formats[levels.get(of)?.format ?? ''] ?? 'decimal';
      const printed = countAs(format, counts[of] ?? levels.get(of)?.start ?? 1);
      if (printed !== '') shown.push(printed);
    }
    return { text: `${level.prefix}${shown.join('.')}${level.suffix}`.trim(), isBullet: false };
  };

  return {
    openList(style, id, continuesBefore, continues) {
      const around = open.at(-1)?.list;
      const name = style ?? around?.style ?? '';
      const goesOn = continuesBefore || continues !== null;
      // A list that stands in deleted text only is not known on the other side; the one before it is what goes on then.
      const before =
        surroundings.find(({ list }) => list.style === name)?.list ??
        byId.get(continues ?? '') ??
        (goesOn ? latest.get(name) : undefined);
      const list: OpenList = around
        ? { style: name, counts: around.counts }
        : { style: name, counts: before?.counts ?? [] };
      if (id !== null) byId.set(id, list);
      if (!around) latest.set(name, list);
      open.push({ list, waiting: false, start: null });
    },
    closeList() {
      open.pop();
    },
    openItem(isHeader, start) {
      const list = open.at(-1);
      if (list === undefined) return;
      list.waiting = !isHeader;
      list.start = start;
    },
    claimItem(usual) {
      const list = open.at(-1);
      if (list === undefined || !list.waiting) return null;
      list.waiting = false;
      const { start } = list;
      const at = Math.min(open.length - 1, DEEPEST);
      const levels = styles.lists.get(list.list.style) ?? styles.lists.get(usual ?? '');
      return () => (levels === undefined ? null : count(list.list.counts, levels, at, start));
    },
    stepOut() {
      const around = open;
      surroundings = around;
      open = [];
      return around;
    },
    stepIn(around) {
      open = [...around];
      surroundings = [];
    },
    labelOfHeading(depth, start) {
      return styles.outline === null ? null : count(headings, styles.outline, Math.min(depth, DEEPEST), start);
    },
  };
}
