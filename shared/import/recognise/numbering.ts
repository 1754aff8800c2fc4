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

interface Hypothesis extends Reading {
  readonly cost: number;
  readonly heading: readonly number[] | null;
  /** The paths as text, so that two readings that have come to the same place are known at once. */
  readonly headingKey: string;
  readonly pointKey: string;
  readonly outerKey: string;
  readonly headingForm: string;
  readonly headingIndent: number;
  readonly headingIsolated: boolean;
  readonly point: readonly number[] | null;
  readonly pointForm: string;
  readonly pointIndent: number;
  /** The list around the one that runs: «2.» goes on after «1.» with «a)» and «b)» in it. */
  readonly outer: readonly number[] | null;
  readonly outerForm: string;
  /** Dearer readings that this one won over, where both have come to the same place or the beam was full. */
  readonly before: Hypothesis | null;
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
  headingKey: '',
  pointKey: '',
  outerKey: '',
  heading: null,
  headingForm: '',
  headingIndent: 0,
  headingIsolated: false,
  point: null,
  pointForm: '',
  pointIndent: 0,
  outer: null,
  outerForm: '',
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
  c.form === h.pointForm &&
  c.indent === h.pointIndent &&
  c.path.length === h.point.length &&
  samePrefix(h.point, c.path, c.path.length);
const repeatedNumber = (isolated: boolean): number => (isolated ? 2 : 1.25);

/** A chapter put in and the rest not renumbered: the same number once more, where everything else speaks for a chapter. */
const repeatsChapter = (h: Hypothesis, c: NumberCandidate): boolean =>
  h.heading?.[0] === c.path[0] &&
  c.path.length === 1 &&
  c.form === h.headingForm &&
  c.headingLike &&
  c.isolated &&
  h.headingIsolated &&
  c.followedByText;

/** What it costs to read the number as that of a chapter. */
function costOfHeading(h: Hypothesis, c: NumberCandidate, margin: number): number {
  let cost = repeatsChapter(h, c) ? 2.5 : stepInTree(h.heading, c.path);
  if (c.declared === 'heading') cost = Math.min(cost, 1) - 4;
  if (!c.headingLike) cost += 3;
  if (!c.followedByBody) cost += c.path.length > 1 && h.point === null ? 0.5 : 1.5;
  if (!c.isolated) cost += h.headingIsolated && c.path.length === 1 ? (c.spaced ? 1 : 2) : 0.5;
  if (c.indent > margin) cost += 1;
  if (h.heading !== null && c.form !== h.headingForm) cost += 1;
  if (h.heading !== null && c.indent !== h.headingIndent) cost += 0.5;
  if (c.afterColon && c.path.length === 1) cost += 2;
  // The section that is due, «3.1.7» after «3.1.6»: a point above that has no full stop says little against it.
  const due = c.path.length > 1 && c.headingLike && h.heading !== null && stepInTree(h.heading, c.path) === 0;
  if (c.midSentence) cost += due ? 0.5 : 6;
  if (c.readsOn) cost += 4;
  return cost;
}

/** How a point stands to the list that runs: the first of one inside it, the next of the one around it, or neither. */
type Nesting = 'deeper' | 'back' | 'same';

function nestingOf(h: Hypothesis, c: NumberCandidate): Nesting {
  // Where the format says what is an item, the indent says in which list; elsewhere it is only how the line stands.
  const deeper = c.form !== h.pointForm || (c.declared === 'item' && c.indent > h.pointIndent);
  if (h.point !== null && deeper && last(c.path) === 1) return 'deeper';
  const returns =
    h.outer !== null &&
    c.form === h.outerForm &&
    (c.form !== h.pointForm || (c.declared === 'item' && c.indent < h.pointIndent)) &&
    stepInList(h.outer, c.path, false) === 0;
  return returns ? 'back' : 'same';
}

/** What it costs to read the number as that of a point. */
function costOfPoint(h: Hypothesis, c: NumberCandidate, nesting: Nesting): number {
  const nested = nesting === 'deeper';
  const returns = nesting === 'back';
  const again = repeats(h, c);
  const step = nested || returns ? 0 : again ? repeatedNumber(c.isolated) : stepInList(h.point, c.path, c.afterOther);
  let cost = step;
  if (c.declared === 'heading') cost += 6;
  const runsOn = h.point !== null && !c.afterOther && (step === 0 || again);
  if (c.headingLike && c.followedByBody && c.declared !== 'item') {
    // The next number of a running list, but with text under it, as a chapter has: more so where that chapter is due.
    const dueChapter = h.heading !== null && stepInTree(h.heading, c.path) === 0;
    const inList = c.followedByText ? (dueChapter ? 1 : 0.75) : 0;
    cost += runsOn ? inList : c.isolated ? 2 : 1.25;
  }
  if (nested) cost += 0.25;
  else if (h.point !== null && !returns)
    cost += (c.form === h.pointForm ? 0 : 1) + (c.indent === h.pointIndent ? 0 : 0.5);
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

/** A hypothesis with one number more, not yet made: most are too dear to be. */
interface Extension {
  readonly from: Hypothesis;
  readonly cost: number;
  readonly role: NumberRole;
  readonly nesting: Nesting;
}

function extensionsOf(h: Hypothesis, c: NumberCandidate, margin: number): readonly Extension[] {
  const nesting = nestingOf(h, c);
  return [
    { from: h, cost: h.cost + costOfHeading(h, c, margin), role: 'heading', nesting },
    { from: h, cost: h.cost + costOfPoint(h, c, nesting), role: 'point', nesting },
    { from: h, cost: h.cost + costOfProse(c), role: 'prose', nesting },
  ];
}

/** Where the chapters and lists stand after it. */
function stateAfter({ from, role, nesting }: Extension, form: string, key: string): string {
  if (role === 'heading') return `${key}//${from.pointForm}/`;
  if (role === 'prose') return `${from.headingKey}/${from.pointKey}/${from.pointForm}/${from.outerKey}`;
  const outer = nesting === 'deeper' ? from.pointKey : nesting === 'back' ? '' : from.outerKey;
  return `${from.headingKey}/${key}/${form}/${outer}`;
}

function extended({ from: h, cost, role, nesting }: Extension, c: NumberCandidate, key: string): Hypothesis {
  const nested = nesting === 'deeper';
  switch (role) {
    case 'heading':
      return {
        ...h,
        cost,
        heading: c.path,
        headingKey: key,
        headingForm: c.form,
        headingIndent: c.indent,
        headingIsolated: c.isolated,
        point: null,
        pointKey: '',
        outer: null,
        outerKey: '',
        role,
        before: h,
        rivals: [],
      };
    case 'point':
      return {
        ...h,
        cost,
        point: c.path,
        pointKey: key,
        pointForm: c.form,
        pointIndent: c.indent,
        outer: nested ? h.point : nesting === 'back' ? null : h.outer,
        outerKey: nested ? h.pointKey : nesting === 'back' ? '' : h.outerKey,
        outerForm: nested ? h.pointForm : h.outerForm,
        role,
        before: h,
        rivals: [],
      };
    case 'prose':
      return { ...h, cost, role, before: h, rivals: [] };
  }
}

/** The cheapest readings with the next number, no two of which have come to the same place. */
function advance(beam: readonly Hypothesis[], c: NumberCandidate, margin: number): Hypothesis[] {
  const all = beam.flatMap((h) => extensionsOf(h, c, margin)).sort((a, b) => a.cost - b.cost);
  const key = c.path.join('.');
  const limit = (all[0]?.cost ?? 0) + SURE;
  const kept = new Map<string, Hypothesis>();
  let best: Hypothesis | undefined;
  for (const extension of all) {
    if (extension.cost > limit) break;
    const state = stateAfter(extension, c.form, key);
    const winner = kept.get(state) ?? (kept.size === WIDTH ? best : undefined);
    if (winner === undefined) {
      const made = extended(extension, c, key);
      best ??= made;
      kept.set(state, made);
    } else {
      const reading = { role: extension.role, before: extension.from };
      winner.rivals.push({ reading, margin: extension.cost - winner.cost });
    }
  }
  return [...kept.values()];
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
