import { skipping, walkXml } from '../package/xml';
import type { ListLabel } from '../package/paragraph';
import { countAs } from '../package/counting';
import { isOn, wholeNumber } from './styles';

interface Level {
  start: number;
  format: string;
  /** «%1.%2)»: what is printed, with the counts of the levels in it. */
  text: string;
  /** 1-based level whose use restarts this one; 0 for never; `null` for any higher level. */
  restart: number | null;
  /** All counts in figures, whatever the levels above print. */
  legal: boolean;
  style: string | null;
}

interface ListUse {
  readonly definition: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Counts the lists of one document; calls must come in document order. */
export interface ListCounter {
  /** What stands before a paragraph of this list. `null` where there is no such list. */
  next(list: string, level: number): ListLabel | null;
  /** Level of a list that belongs to a style. */
  levelOfStyle(list: string, style: string): number | null;
}

const emptyLevel = (): Level => ({ start: 1, format: 'decimal', text: '', restart: null, legal: false, style: null });

interface Definitions {
  readonly definitions: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly uses: ReadonlyMap<string, ListUse>;
}

/** Reads `numbering.xml`. */
function readDefinitions(bytes: Uint8Array): Definitions {
  const definitions = new Map<string, Map<number, Level>>();
  const styleOfDefinition = new Map<string, string>();
  const definitionOfStyle = new Map<string, string>();
  const uses = new Map<string, { definition: string; starts: Map<number, number>; levels: Map<number, Level> }>();
  let definition: string | null = null;
  let use: string | null = null;
  let overridden = 0;
  let level: Level | null = null;
  walkXml(
    bytes,
    skipping((name) => name === 'pPr' || name === 'rPr' || name === 'Fallback', {
      open(name, attribute) {
        const value = attribute('val');
        if (name === 'abstractNum') {
          definition = attribute('abstractNumId') ?? '';
          definitions.set(definition, new Map());
        } else if (name === 'num') {
          use = attribute('numId') ?? '';
          uses.set(use, { definition: '', starts: new Map(), levels: new Map() });
        } else if (name === 'abstractNumId' && use !== null) {
          const open = uses.get(use);
          if (open !== undefined) open.definition = value ?? '';
        } else if (name === 'lvlOverride') overridden = wholeNumber(attribute('ilvl')) ?? 0;
        else if (name === 'startOverride' && use !== null) {
          uses.get(use)?.starts.set(overridden, wholeNumber(value) ?? 1);
        } else if (name === 'numStyleLink' && definition !== null) styleOfDefinition.set(definition, value ?? '');
        else if (name === 'styleLink' && definition !== null) definitionOfStyle.set(value ?? '', definition);
        else if (name === 'lvl') {
          level = emptyLevel();
          const at = wholeNumber(attribute('ilvl')) ?? 0;
          if (use !== null) uses.get(use)?.levels.set(at, level);
          else if (definition !== null) definitions.get(definition)?.set(at, level);
        } else if (level !== null) {
          if (name === 'start') level.start = wholeNumber(value) ?? 1;
          else if (name === 'numFmt') level.format = value ?? 'decimal';
          else if (name === 'lvlText') level.text = value ?? '';
          else if (name === 'lvlRestart') level.restart = wholeNumber(value);
          else if (name === 'isLgl') level.legal = isOn(value);
          else if (name === 'pStyle') level.style = value;
        }
      },
      close(name) {
        if (name === 'abstractNum') definition = null;
        else if (name === 'num') use = null;
        else if (name === 'lvl') level = null;
      },
    }),
  );
  // A list may only name a style of lists; the levels stand where that style is defined.
  for (const [id, style] of styleOfDefinition) {
    const linked = definitions.get(definitionOfStyle.get(style) ?? '');
    if (linked !== undefined && (definitions.get(id)?.size ?? 0) === 0) definitions.set(id, linked);
  }
  return { definitions, uses };
}

/** Highest level a list has in Word. */
const DEEPEST = 8;

interface Counts {
  readonly values: (number | null)[];
}

/** Starts to count. Lists that share a definition go on counting one another, unless one of them says where it starts. */
export function startListCounter(bytes: Uint8Array | null): ListCounter {
  const { definitions, uses }: Definitions =
    bytes === null ? { definitions: new Map(), uses: new Map() } : readDefinitions(bytes);
  const counts = new Map<string, Counts>();
  const begun = new Set<string>();
  const levelAt = (use: ListUse, at: number): Level | null =>
    use.levels.get(at) ?? definitions.get(use.definition)?.get(at) ?? null;

  const print = (use: ListUse, values: readonly (number | null)[], level: Level): string =>
    level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = levelAt(use, at);
      const value = values[at] ?? use.starts.get(at) ?? of?.start ?? 1;
      return countAs(level.legal && of?.format !== 'none' ? 'decimal' : (of?.format ?? 'decimal'), value);
    });

  return {
    levelOfStyle(list, style) {
      const use = uses.get(list);
      if (use === undefined) return null;
      for (let at = 0; at <= DEEPEST; at++) if (levelAt(use, at)?.style === style) return at;
      return null;
    },
    next(list, given) {
      const use = uses.get(list);
      if (use === undefined) return null;
      const at = Math.min(Math.max(given, 0), DEEPEST);
      const level = levelAt(use, at);
      if (level === null) return null;
      const open = counts.get(use.definition) ?? { values: [] };
      counts.set(use.definition, open);
      const { values } = open;
      if (!begun.has(list)) {
        begun.add(list);
        for (const started of use.starts.keys()) values[started] = null;
      }
      const before = values[at] ?? null;
      values[at] = before === null ? (use.starts.get(at) ?? level.start) : before + 1;
      for (let deeper = at + 1; deeper <= DEEPEST; deeper++) {
        if ((values[deeper] ?? null) === null) continue;
        const restart = levelAt(use, deeper)?.restart ?? null;
        if (restart === null || at < restart) values[deeper] = null;
      }
      const text = print(use, values, level).trim();
      const isBullet = level.format === 'bullet';
      return { text: isBullet && text === '' && level.text === '' ? '•' : text, isBullet };
    },
  };
}
