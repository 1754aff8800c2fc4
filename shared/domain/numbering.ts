import { AUTOMATIC, type Block, type BlockKind } from './block';

interface Countable {
  readonly kind: BlockKind;
  readonly level: number | null;
}

/** One heading above the place that is being counted. */
interface OpenHeading {
  readonly level: number;
  readonly number: string | null;
}

/** Counts through a text, block by block. `expect` says what an automatic number would be here; `pass` goes on with what is printed. */
interface Counter {
  expect(block: Countable): string | null;
  pass(block: Countable, printed: string | null): void;
}

const plainNumber = /^[1-9]\d{0,5}$/;

function startCounting(): Counter {
  let open: readonly OpenHeading[] = [];
  let headingCounts = new Map<number, number>();
  let points = 0;
  let footnotes = 0;

  const levelOf = (block: Countable): number => block.level ?? 1;
  const parentOf = (level: number): OpenHeading | undefined => open.findLast((heading) => heading.level < level);
  const prefixAt = (level: number): string => {
    const number = parentOf(level)?.number;
    return typeof number === 'string' ? `${number}.` : '';
  };

  return {
    expect(block) {
      switch (block.kind) {
        case 'heading': {
          const level = levelOf(block);
          return `${prefixAt(level)}${(headingCounts.get(level) ?? 0) + 1}`;
        }
        case 'point':
          return String(points + 1);
        case 'footnote':
          return String(footnotes + 1);
        case 'title':
        case 'paragraph':
        case 'leadIn':
        case 'other':
          return null;
      }
    },
    pass(block, printed) {
      if (block.kind === 'heading') {
        const level = levelOf(block);
        const prefix = prefixAt(level);
        const last = printed?.startsWith(prefix) === true ? printed.slice(prefix.length) : '';
        if (plainNumber.test(last)) headingCounts.set(level, Number(last));
        headingCounts = new Map([...headingCounts].filter(([counted]) => counted <= level));
        open = [...open.filter((heading) => heading.level < level), { level, number: printed }];
        points = 0;
      } else if (block.kind === 'leadIn') {
        points = 0;
      } else if (block.kind === 'point') {
        if (printed !== null && plainNumber.test(printed)) points = Number(printed);
      } else if (block.kind === 'footnote') {
        if (printed !== null && plainNumber.test(printed)) footnotes = Number(printed);
      }
    },
  };
}

/**
 * What is printed before each block: `result[i]` belongs to `blocks[i]`. Total; linear. Rules N1–N7 of SPEC.md.
 * Inverse of `markersFor`.
 */
export function numberBlocks(blocks: readonly Block[]): readonly (string | null)[] {
  const counter = startCounting();
  return blocks.map((block) => {
    const printed = block.marker === AUTOMATIC ? counter.expect(block) : block.marker;
    counter.pass(block, printed);
    return printed;
  });
}

/**
 * The markers that make `numberBlocks` print exactly these numbers: `AUTOMATIC` wherever counting gives the printed number, else the literal.
 * Law N8: numbering the blocks with these markers gives `printed` back.
 */
export function markersFor(
  printed: readonly { readonly kind: BlockKind; readonly level: number | null; readonly number: string | null }[],
): readonly (string | null)[] {
  const counter = startCounting();
  return printed.map((block) => {
    const automatic = block.number !== null && counter.expect(block) === block.number;
    counter.pass(block, block.number);
    return automatic ? AUTOMATIC : block.number;
  });
}
