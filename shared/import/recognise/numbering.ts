/** One line that opens with a number, and how it stands. */
export interface NumberCandidate {
  readonly path: readonly number[];
  readonly form: string;
  readonly indent: number;
  /** Short, begins large, without a full stop, not going on in the next line. */
  readonly headingLike: boolean;
  /** Blank lines on both sides, more than between lines of one paragraph. */
  readonly isolated: boolean;
  /** Blank lines above it, more than between lines of one paragraph. */
  readonly spaced: boolean;
  /** What follows is neither the next number nor a bullet. */
  readonly followedByBody: boolean;
  /** What follows is a paragraph of its own, without any marker. */
  readonly followedByText: boolean;
  /** A block without a number stands between the candidate before and this one. */
  readonly afterOther: boolean;
  /** The line before ends in a colon: what follows is what it announces. */
  readonly afterColon: boolean;
  /** The sentence before is not ended and the line before is full. */
  readonly midSentence: boolean;
  /** What follows the number begins with a small letter or a sign: a date, a percentage, a quantity. */
  readonly readsOn: boolean;
  /** The format says that it is a heading, or an item of a list; `null` where it says nothing. */
  readonly declared: 'heading' | 'item' | null;
}

export type NumberRole = 'heading' | 'point' | 'prose';

/** Hypotheses kept side by side. Two sequences and a few doubts never need more. */
const WIDTH = 6;
/** A hypothesis that is so much dearer than the best never catches up: two broken sequences. So a margin is never wider. */
export const SURE = 10;
/** After so many candidates the best hypothesis is settled, so that memory does not grow with the text. */
const SETTLE = 4000;

/** What the last number is, and how those before it were read. */
interface Reading {
  readonly role: NumberRole | null;
  readonly before: Reading | null;
}

/** The last number of a sequence, and how it stood. */
interface Place {
  readonly path: readonly number[];
  /** The path as text, so that two readings that have come to the same place are known at once. */
  readonly key: string;
  readonly form: string;
  readonly indent: number;
  readonly isolated: boolean;
}

/** A heading, and the ones that it stands under. */
interface HeadingPlace extends Place {
  readonly above: HeadingPlace | null;
}

interface Hypothesis extends Reading {
  readonly cost: number;
  /** The chapter that runs; `null` before the first. */
  readonly heading: HeadingPlace | null;
  /** The list that runs; `null` where none does. */
  readonly point: Place | null;
  /** The form of the last point, also after its list has ended. */
  readonly pointForm: string;
  /** The list around the one that runs: «2.» goes on after «1.» with «a)» and «b)» in it. */
  readonly outer: Place | null;
  readonly before: Hypothesis | null;
  /** Dearer readings that this one won over, where both have come to the same place or the beam was full. */
  readonly rivals: Rival[];
}

interface Rival {
  readonly reading: Reading;
  /** How much dearer it is. */
  readonly margin: number;
}

/** What a number is, and by how much that reading beats the best one in which it is something else. */
export interface DecidedNumber {
  readonly role: NumberRole;
  /** In units of cost: 0 where both are as good, `SURE` where no other reading came near. */
  readonly margin: number;
}

/** How far back two readings are compared; those that differ for longer are two documents. */
const LONGEST_RIVALRY = 64;

const start: Hypothesis = {
  cost: 0,
  heading: null,
  point: null,
  pointForm: '',
  outer: null,
  role: null,
  before: null,
  rivals: [],
};

const last = (path: readonly number[]): number => path.at(-1) ?? 0;
const samePrefix = (a: readonly number[], b: readonly number[], length: number): boolean => {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** 0 where `next` is what comes after `path` in a tree of headings; more, the stranger it is. */
function stepInTree(path: readonly number[] | null, next: readonly number[]): number {
  if (path === null) return next.every((n) => n === 1) ? 0 : next.length === 1 && last(next) === 0 ? 0.5 : 2;
  if (next.length === path.length + 1 && samePrefix(path, next, path.length)) return last(next) === 1 ? 0 : 3;
  if (next.length > path.length) return 8;
  if (!samePrefix(path, next, next.length - 1)) {
    return next.length > 1 && last(next) === 1 && next[0] === (path[0] ?? 0) + 1 ? 1.5 : 8;
  }
  const step = last(next) - (path[next.length - 1] ?? 0);
  return step === 1 ? 0 : step > 1 ? Math.min(step, 4) : 8;
}

/** 0 where `next` continues or restarts a list. */
function stepInList(path: readonly number[] | null, next: readonly number[], afterOther: boolean): number {
  if (path === null) return last(next) === 1 ? 0 : 3;
  const step = last(next) - last(path);
  if (path.length === next.length && samePrefix(path, next, next.length - 1) && step === 1)
    return afterOther ? 0.25 : 0;
  if (last(next) === 1) return afterOther ? 0 : next.length > path.length ? 0.5 : 2.5;
  return step > 1 ? 3 : 4;
}

/**
 * The number of the item before once more, at the same indent and with nothing between: «1. 1. 1.», or a point put in and the rest not
 * renumbered. Apart from its neighbours it is somewhat less likely.
 */
const repeats = (h: Hypothesis, c: NumberCandidate): boolean =>
  h.point !== null &&
  !c.afterOther &&
  c.form === h.point.form &&
  c.indent === h.point.indent &&
  c.path.length === h.point.path.length &&
  samePrefix(h.point.path, c.path, c.path.length);
const repeatedNumber = (isolated: boolean): number => (isolated ? 2 : 1.25);

/** A chapter put in and the rest not renumbered: the same number once more, where everything else speaks for a chapter. */
const repeatsChapter = (h: Hypothesis, c: NumberCandidate): boolean =>
  h.heading !== null &&
  h.heading.path[0] === c.path[0] &&
  c.path.length === 1 &&
  c.form === h.heading.form &&
  c.headingLike &&
  c.isolated &&
  h.heading.isolated &&
  c.followedByText;

/** The last heading of that depth, among the one that runs and those above it. */
function lastOfDepth(heading: HeadingPlace | null, depth: number): HeadingPlace | null {
  for (let at = heading; at !== null && at.path.length >= depth; at = at.above) if (at.path.length === depth) return at;
  return null;
}

/** The place of a heading that comes after `heading`. */
function under(heading: HeadingPlace | null, here: Place): HeadingPlace {
  let above = heading;
  while (above !== null && above.path.length >= here.path.length) above = above.above;
  const { path, key, form, indent, isolated } = here;
  return { path, key, form, indent, isolated, above };
}

/** What it costs to read the number as that of a chapter. */
function costOfHeading(h: Hypothesis, c: NumberCandidate, margin: number): number {
  const step = stepInTree(h.heading?.path ?? null, c.path);
  let cost = repeatsChapter(h, c) ? 2.5 : step;
  if (c.declared === 'heading') cost = Math.min(cost, 1) - 4;
  if (!c.headingLike) cost += 3;
  if (!c.followedByBody) cost += c.path.length > 1 && h.point === null ? 0.5 : 1.5;
  if (!c.isolated) cost += h.heading?.isolated === true && c.path.length === 1 ? (c.spaced ? 1 : 2) : 0.5;
  if (c.indent > margin) cost += 1;
  // «1.» for chapters and «1.1» for sections go together; each depth keeps to a form of its own.
  const peer = lastOfDepth(h.heading, c.path.length);
  if (peer !== null && c.form !== peer.form) cost += 1;
  if (h.heading !== null && c.indent !== h.heading.indent) cost += 0.5;
  if (c.afterColon && c.path.length === 1) cost += 2;
  // The section that is due, «3.1.7» after «3.1.6»: a point above that has no full stop says little against it.
  const due = c.path.length > 1 && c.headingLike && h.heading !== null && step === 0;
  if (c.midSentence) cost += due ? 0.5 : 6;
  if (c.readsOn) cost += 4;
  return cost;
}

/** How a point stands to the list that runs: the first of one inside it, the next of the one around it, or neither. */
type Nesting = 'deeper' | 'back' | 'same';

function nestingOf(h: Hypothesis, c: NumberCandidate): Nesting {
  // Where the format says what is an item, the indent says in which list; elsewhere it is only how the line stands.
  const { point, outer } = h;
  if (point === null) return 'same';
  const deeper = c.form !== point.form || (c.declared === 'item' && c.indent > point.indent);
  if (deeper && last(c.path) === 1) return 'deeper';
  const returns =
    outer !== null &&
    c.form === outer.form &&
    (c.form !== point.form || (c.declared === 'item' && c.indent < point.indent)) &&
    stepInList(outer.path, c.path, false) === 0;
  return returns ? 'back' : 'same';
}

/** What it costs to read the number as that of a point. */
function costOfPoint(h: Hypothesis, c: NumberCandidate, nesting: Nesting): number {
  const nested = nesting === 'deeper';
  const returns = nesting === 'back';
  const again = repeats(h, c);
  const step =
    nested || returns
      ? 0
      : again
        ? repeatedNumber(c.isolated)
        : stepInList(h.point?.path ?? null, c.path, c.afterOther);
  let cost = step;
  if (c.declared === 'heading') cost += 6;
  const runsOn = h.point !== null && !c.afterOther && (step === 0 || again);
  if (c.headingLike && c.followedByBody && c.declared !== 'item') {
    // The next number of a running list, but with text under it, as a chapter has: more so where that chapter is due.
    const dueChapter = h.heading !== null && stepInTree(h.heading.path, c.path) === 0;
    const inList = c.followedByText ? (dueChapter ? 1 : 0.75) : 0;
    cost += runsOn ? inList : c.isolated ? 2 : 1.25;
  }
  if (nested) cost += 0.25;
  else if (h.point !== null && !returns)
    cost += (c.form === h.point.form ? 0 : 1) + (c.indent === h.point.indent ? 0 : 0.5);
  if (c.form === '1' && c.path.length === 1) cost += 1;
  // Points are numbered with two figures now and then, with three hardly ever.
  if (c.path.length > 2) cost += 1;
  if (c.midSentence) cost += 6;
  if (c.readsOn && !runsOn) cost += c.declared === 'item' ? 0 : 2;
  return cost;
}

/** What it costs to read the number as one in a sentence. */
function costOfProse(c: NumberCandidate): number {
  return c.declared !== null
    ? 8
    : c.midSentence
      ? c.path.length > 2
        ? 1
        : 0
      : c.readsOn
        ? c.form === '1'
          ? 0
          : 1.5
        : c.form === '1'
          ? 1.5
          : 3.5;
}

/** A hypothesis with one number more, before it is known to be among the cheapest. */
type Extension = Omit<Hypothesis, 'rivals' | 'before'> & { readonly before: Hypothesis };

/** One reading of a number after one hypothesis, not yet made: most are too dear to be. */
interface Offer {
  readonly cost: number;
  readonly role: NumberRole;
  readonly nesting: Nesting;
  readonly before: Hypothesis;
}

function offersAfter(h: Hypothesis, c: NumberCandidate, margin: number): readonly Offer[] {
  const nesting = nestingOf(h, c);
  return [
    { cost: h.cost + costOfHeading(h, c, margin), role: 'heading', nesting, before: h },
    { cost: h.cost + costOfPoint(h, c, nesting), role: 'point', nesting, before: h },
    { cost: h.cost + costOfProse(c), role: 'prose', nesting, before: h },
  ];
}

/** The number, which stands `here`, read as offered. */
function extended({ cost, role, nesting, before }: Offer, here: Place): Extension {
  const { heading, point, pointForm, outer } = before;
  switch (role) {
    case 'heading':
      return { cost, heading: under(heading, here), point: null, pointForm, outer: null, role, before };
    case 'point': {
      const around = nesting === 'deeper' ? point : nesting === 'back' ? null : outer;
      return { cost, heading, point: here, pointForm: here.form, outer: around, role, before };
    }
    case 'prose':
      return { cost, heading, point, pointForm, outer, role, before };
  }
}

const isSamePath = (a: Place | null, b: Place | null): boolean => a === b || (a?.key ?? '') === (b?.key ?? '');

/** Both have come to the same chapter and the same place in the same lists. */
const isSameState = (a: Extension | Hypothesis, b: Extension | Hypothesis): boolean =>
  isSamePath(a.heading, b.heading) &&
  isSamePath(a.point, b.point) &&
  a.pointForm === b.pointForm &&
  isSamePath(a.outer, b.outer);

/** The cheapest readings with the next number, no two of which have come to the same place. */
function advance(beam: readonly Hypothesis[], c: NumberCandidate, margin: number): Hypothesis[] {
  const { path, form, indent, isolated } = c;
  const here: Place = { path, key: path.join('.'), form, indent, isolated };
  const all = beam.flatMap((h) => offersAfter(h, c, margin));
  const limit = all.reduce((least, { cost }) => Math.min(least, cost), Infinity) + SURE;
  const kept: Hypothesis[] = [];
  for (const offer of all.filter(({ cost }) => cost <= limit).sort((a, b) => a.cost - b.cost)) {
    const extension = extended(offer, here);
    const { cost, heading, point, pointForm, outer, role, before } = extension;
    const winner = kept.find((h) => isSameState(h, extension)) ?? (kept.length === WIDTH ? kept[0] : undefined);
    if (winner === undefined) kept.push({ cost, heading, point, pointForm, outer, role, before, rivals: [] });
    else winner.rivals.push({ reading: { role, before }, margin: cost - winner.cost });
  }
  return kept;
}

/** The roles along the winning reading, each with the smallest margin by which a reading lost that has another role there. */
function readingOf(best: Hypothesis): readonly DecidedNumber[] {
  const path: Hypothesis[] = [];
  for (let h: Hypothesis | null = best; h !== null && h.role !== null; h = h.before) path.push(h);
  path.reverse();
  const margins = path.map(() => SURE);
  for (const [end, node] of path.entries()) {
    for (const { reading, margin } of node.rivals) {
      let rival: Reading | null = reading;
      for (let at = end; at >= Math.max(0, end - LONGEST_RIVALRY); at--) {
        const own = path[at];
        if (rival === null || rival === own) break;
        if (rival.role !== own?.role) margins[at] = Math.min(margins[at] ?? SURE, margin);
        rival = rival.before;
      }
    }
  }
  return path.flatMap(({ role }, i) => (role === null ? [] : [{ role, margin: margins[i] ?? SURE }]));
}

/**
 * Says of each number whether a chapter, a point or a sentence holds it, by the reading under which the sequences of the
 * whole text run best: chapters count through, points count anew, and what fits neither is a number in a sentence.
 * Total; linear (beam search). The margins are those of a soft-output Viterbi decoder (Hagenauer and Hoeher 1989).
 */
export function decideNumbers(candidates: readonly NumberCandidate[]): readonly DecidedNumber[] {
  const decided: DecidedNumber[] = [];
  const margin = candidates.reduce((least, c) => Math.min(least, c.indent), Number.MAX_SAFE_INTEGER);
  let beam: Hypothesis[] = [start];
  let open = 0;
  const settle = () => {
    const [best] = beam;
    if (best === undefined) return;
    for (const rival of beam.slice(1)) best.rivals.push({ reading: rival, margin: rival.cost - best.cost });
    decided.push(...readingOf(best));
    beam = [{ ...best, cost: 0, role: null, before: null, rivals: [] }];
    open = 0;
  };
  for (const c of candidates) {
    beam = advance(beam, c, margin);
    if (++open === SETTLE) settle();
  }
  settle();
  return decided;
}
