import type { Attributes, XmlVisitor } from '../package/xml';

/** One step through XML that was passed over, to be taken later. */
export type RecordedPart = ((visitor: XmlVisitor) => void) & {
  /** The paragraph or heading that it opens or closes, where that stands in no table or box. */
  readonly paragraph?: 'opens' | 'closes';
};

/** What `text:tracked-changes` at the head of a text says. */
export interface RecordedChanges {
  /** The elements inside `text:tracked-changes`, that one included. */
  open(name: string, attribute: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  count(): number;
  /** Whether text that stands between the ends of this change is no part of the side that is read. */
  isGone(id: string): boolean;
  /** What this change took away and the side that is read has; empty where there is nothing. */
  takenAway(id: string): readonly RecordedPart[];
}

interface Region {
  inserts: boolean;
  deletes: boolean;
  readonly parts: RecordedPart[];
}

/** Most levels of elements in deleted text; word processors stay far below. */
const DEEPEST = 200;

/** Hears the changes before the text comes. Text that was inserted and then deleted has one region for both, and is on neither side. */
export function startRecordedChanges(side: 'accepted' | 'rejected'): RecordedChanges {
  const regions = new Map<string, Region>();
  let region: Region | null = null;
  /** Elements that are open inside the deletion. */
  let depth = 0;
  let inDeletion = false;
  /** Inside who and when, or inside elements that hold paragraphs of their own. */
  let passing = 0;
  let boxed = 0;

  const keep = (part: (visitor: XmlVisitor) => void, paragraph?: RecordedPart['paragraph']): void => {
    region?.parts.push(Object.assign(part, boxed === 0 && paragraph !== undefined ? { paragraph } : {}));
  };
  const holdsParagraphs = (name: string): boolean => /^(?:table|text-box|note|annotation)$/.test(name);

  return {
    open(name, attribute) {
      if (inDeletion) {
        depth++;
        if (passing > 0 || name === 'change-info') passing++;
        else if (depth <= DEEPEST) {
          keep(
            (visitor) => {
              visitor.open(name, attribute);
            },
            name === 'p' || name === 'h' ? 'opens' : undefined,
          );
          if (holdsParagraphs(name)) boxed++;
        }
      } else if (name === 'changed-region') {
        region = { inserts: false, deletes: false, parts: [] };
        regions.set(attribute('id') ?? '', region);
      } else if (name === 'insertion' && region !== null) region.inserts = true;
      else if (name === 'deletion' && region !== null) {
        region.deletes = true;
        inDeletion = true;
        depth = 0;
      }
    },
    text(text) {
      if (inDeletion && passing === 0)
        keep((visitor) => {
          visitor.text?.(text);
        });
    },
    close(name) {
      if (!inDeletion) return;
      if (depth === 0) {
        inDeletion = false;
        return;
      }
      if (passing > 0) passing--;
      else if (depth <= DEEPEST) {
        if (holdsParagraphs(name)) boxed--;
        keep(
          (visitor) => {
            visitor.close?.(name);
          },
          name === 'p' || name === 'h' ? 'closes' : undefined,
        );
      }
      depth--;
    },
    count: () => regions.size,
    isGone(id) {
      const found = regions.get(id);
      return found !== undefined && (side === 'accepted' ? found.deletes : found.inserts);
    },
    takenAway(id) {
      const found = regions.get(id);
      return side === 'rejected' && found !== undefined && !found.inserts ? found.parts : [];
    },
  };
}

/** Where the first paragraph begins, and the last one begins and ends; `null` where what was deleted holds none. */
export function outerEnds(
  parts: readonly RecordedPart[],
): { readonly first: number; readonly lastOpens: number; readonly last: number } | null {
  const first = parts.findIndex(({ paragraph }) => paragraph === 'opens');
  const lastOpens = parts.findLastIndex(({ paragraph }) => paragraph === 'opens');
  const last = parts.findLastIndex(({ paragraph }) => paragraph === 'closes');
  return first < 0 || last < lastOpens ? null : { first, lastOpens, last };
}
