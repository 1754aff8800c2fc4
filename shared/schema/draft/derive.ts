import { entryOfStray, type Entry } from './layout';
import type { Segment } from './segments';

/** A segment's place: which Y.Text, and the how-manyth segment in it. */
export interface Piece {
  readonly host: string;
  readonly nth: number;
}

/** A block that is shown, with where it stands and which segments it is made of. */
export interface Placed {
  readonly id: string;
  /** The order key it stands by: its own, or that of the block it follows. */
  readonly key: string;
  /** The shown-or-hidden block it follows because it was split off it; `null` when it has a key of its own. */
  readonly follows: string | null;
  /** Its own segment first, then those of the blocks joined into it. */
  readonly pieces: readonly Piece[];
  readonly rescued: boolean;
  /** For a footnote that stands where its marker does: the block that holds the marker. `null` for what stands where it was put. */
  readonly calledBy: string | null;
}

export interface Derived {
  readonly placed: readonly Placed[];
  /** For every block that has a text: the block in which it is shown (itself, or the one it was joined into). */
  readonly holderOf: (block: string) => string;
  /** What a block follows, and whether it has a key of its own, also for hidden blocks. */
  readonly leaderOf: (block: string) => string | null;
}

export type SegmentsByHost = ReadonlyMap<string, readonly Segment[]>;

/** A segment of a block's text. */
interface Part {
  readonly segment: Segment;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly start: number;
}

/** The segments that pieces name, in reading order, with where each begins in their text. */
export function segmentsIn(pieces: readonly Piece[], segments: SegmentsByHost): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { host, nth } of pieces) {
    const segment = segments.get(host)?.[nth];
    if (segment === undefined) continue;
    parts.push({ segment, start });
    start += segment.text.length;
  }
  return parts;
}

interface Home {
  readonly piece: Piece;
  readonly segment: Segment;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function homesOf(segments: SegmentsByHost): Map<string, Home> {
  const homes = new Map<string, Home>();
  for (const [host, list] of segments) {
    for (const [nth, segment] of list.entries()) homes.set(segment.block, { piece: { host, nth }, segment });
  }
  return homes;
}

/** For each joined block the block whose segment includes it. Every include counts once; a cycle is broken at its smallest id. */
function includersOf(
  segments: SegmentsByHost,
  homes: ReadonlyMap<string, Home>,
  entries: ReadonlyMap<string, Entry>,
): Map<string, string> {
  const includers = new Map<string, string>();
  const hosts = [...segments.keys()].sort(compareText);
  for (const host of hosts) {
    for (const segment of segments.get(host) ?? []) {
      for (const { block, key } of segment.includes) {
        if (block === segment.block || includers.has(block) || !homes.has(block)) continue;
        if (entries.get(block)?.joinedInto === key) includers.set(block, segment.block);
      }
    }
  }
  const settled = new Set<string>();
  for (const start of [...includers.keys()].sort(compareText)) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !settled.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = includers.get(at);
    }
    if (at !== undefined && onPath.has(at)) {
      const cycle = path.slice(path.indexOf(at));
      includers.delete(cycle.reduce((least, id) => (id < least ? id : least)));
    }
    for (const id of path) settled.add(id);
  }
  return includers;
}

/** The pieces of a block: its own segment, then what is joined into it, depth first. A segment is taken once. */
function piecesOf(block: string, homes: ReadonlyMap<string, Home>, includers: ReadonlyMap<string, string>): Piece[] {
  const own = homes.get(block);
  if (own?.segment.includes.length === 0) return [own.piece];
  const pieces: Piece[] = [];
  const pending = [block];
  const taken = new Set<string>();
  while (pending.length > 0) {
    const id = pending.pop();
    const home = id === undefined ? undefined : homes.get(id);
    if (id === undefined || home === undefined || taken.has(id)) continue;
    taken.add(id);
    pieces.push(home.piece);
    for (const include of [...home.segment.includes].reverse()) {
      if (includers.get(include.block) === home.segment.block) pending.push(include.block);
    }
  }
  return pieces;
}

/**
 * Derives which blocks are shown and in what order. Total and deterministic: the same shared state gives the same blocks at
 * every peer, whatever it holds. O(n log n) in segments.
 */
export function derive(segments: SegmentsByHost, entries: ReadonlyMap<string, Entry>): Derived {
  const homes = homesOf(segments);
  const includers = includersOf(segments, homes, entries);
  const holders = new Map<string, string>();
  const holderOf = (block: string): string => {
    const known = holders.get(block);
    if (known !== undefined) return known;
    const path = [block];
    let at = block;
    for (let next = includers.get(at); next !== undefined; next = includers.get(at)) {
      at = next;
      path.push(at);
    }
    for (const id of path) holders.set(id, at);
    return at;
  };
  const keyOf = (block: string): string | null => {
    const entry = entries.get(block);
    return entry?.order ?? entry?.rest ?? null;
  };
  const leaderOf = (block: string): string | null => {
    const home = homes.get(block);
    if (home === undefined || home.piece.nth === 0 || keyOf(block) !== null) return null;
    const before = segments.get(home.piece.host)?.[home.piece.nth - 1];
    return before === undefined ? null : holderOf(before.block);
  };

  const tops = [...homes.keys()].filter((block) => !includers.has(block));
  const byPlace = (a: { key: string; id: string }, b: { key: string; id: string }): number => {
    const homeA = homes.get(a.id)?.piece;
    const homeB = homes.get(b.id)?.piece;
    return (
      compareText(a.key, b.key) ||
      compareText(homeA?.host ?? '', homeB?.host ?? '') ||
      (homeA?.nth ?? 0) - (homeB?.nth ?? 0)
    );
  };
  const roots = tops.filter((id) => leaderOf(id) === null).map((id) => ({ id, key: keyOf(id) ?? '' }));
  const placed: Placed[] = [];
  const emitted = new Set<string>();
  const emit = (root: { id: string; key: string }): void => {
    const pending: { id: string; follows: string | null }[] = [{ id: root.id, follows: null }];
    while (pending.length > 0) {
      const next = pending.pop();
      if (next === undefined || emitted.has(next.id)) continue;
      const { id, follows } = next;
      emitted.add(id);
      const pieces = piecesOf(id, homes, includers);
      const entry = entries.get(id);
      const hasText = pieces.some(({ host, nth }) => (segments.get(host)?.[nth]?.runs.length ?? 0) > 0);
      const hidden = entry === undefined || entry.deleted;
      if (!hidden || hasText) placed.push({ id, key: root.key, follows, pieces, rescued: hidden, calledBy: null });
      // Pushed in the order of the pieces, so that what follows the last piece comes first: see SPEC, Y7.
      for (const { host, nth } of pieces) {
        const after = segments.get(host)?.[nth + 1]?.block;
        if (after !== undefined && !includers.has(after) && keyOf(after) === null)
          pending.push({ id: after, follows: id });
      }
    }
  };
  for (const root of roots.sort(byPlace)) emit(root);
  // Only a cycle of followers is left; each is broken at its smallest id, so that nothing is hidden.
  for (const id of tops.filter((top) => !emitted.has(top)).sort(compareText)) emit({ id, key: '' });
  return { placed: withNotes(placed, segments, entries), holderOf, leaderOf };
}

/** The same blocks with each footnote right after the block that holds its marker, in the order of the markers; the first marker counts. */
function withNotes(
  placed: readonly Placed[],
  segments: SegmentsByHost,
  entries: ReadonlyMap<string, Entry>,
): readonly Placed[] {
  const isNote = (id: string): boolean => entries.get(id)?.kind === 'footnote';
  const notes = new Map(placed.flatMap((place) => (isNote(place.id) ? [[place.id, place] as const] : [])));
  if (notes.size === 0) return placed;
  const called = new Set<string>();
  const calledFrom = new Map<string, Placed[]>();
  for (const { id, pieces } of placed) {
    if (isNote(id)) continue;
    for (const { host, nth } of pieces) {
      for (const { note } of segments.get(host)?.[nth]?.footnotes ?? []) {
        const place = note === null || called.has(note) ? undefined : notes.get(note);
        if (place === undefined) continue;
        called.add(place.id);
        calledFrom.set(id, [...(calledFrom.get(id) ?? []), { ...place, calledBy: id }]);
      }
    }
  }
  if (called.size === 0) return placed;
  return placed.flatMap((place) => (called.has(place.id) ? [] : [place, ...(calledFrom.get(place.id) ?? [])]));
}

export const entryFor = (entries: ReadonlyMap<string, Entry>, id: string): Entry => entries.get(id) ?? entryOfStray;
