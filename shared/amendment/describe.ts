import type { Language } from '../core/failure';
import type { BlockId } from '../core/ids';
import { unreachable } from '../core/invariant';
import { rememberedByPair } from '../core/remembered';
import { subtreeEnd } from '../domain/chapters';
import { lineSpan, lineSpanOfRange, type LineSpan } from '../domain/lines';
import { describePlace } from '../domain/places';
import type { Revision } from '../domain/revision';
import type { Amendment, ProgrammeOutcome, TextChange } from './amendment';
import type { Collision } from './collision';
import { piecesOf } from './pieces';
import { indexRevision } from './revisionIndex';
import { wordEdits } from './wordEdits';

/** The line numbers of what changes: an empty list where nothing has lines. Sorted, without repetition. */
type LineNumbers = readonly number[];

interface Phrases {
  readonly and: string;
  readonly to: string;
  readonly line: (numbers: string, plural: boolean) => string;
  readonly changed: (lines: string) => string;
  readonly insertedAfter: (line: number) => string;
  readonly insertedBefore: (line: number) => string;
  readonly insertedFirst: string;
  readonly struck: (lines: string) => string;
  readonly movedAfter: (lines: string, line: number) => string;
  readonly movedBefore: (lines: string, line: number) => string;
  readonly split: (lines: string, parts: number) => string;
  readonly joined: (lines: string, others: string) => string;
  readonly editorial: (lines: string | null) => string;
  readonly programme: Readonly<Record<ProgrammeOutcome, string>>;
  readonly noLines: string;
  readonly after: (place: string) => string;
  readonly before: (place: string) => string;
  readonly more: (count: number) => string;
  readonly whole: string;
  readonly collision: Readonly<
    Record<Collision['reason'], (a: string, b: string, place: string, words: string | null) => string>
  >;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const quoted = (words: string | null): string => (words === null ? '' : ` («${words}»)`);

const phrases: Readonly<Record<Language, Phrases>> = {
  nb: {
    and: 'og',
    to: 'til',
    line: (numbers) => `linje ${numbers}`,
    changed: (lines) => `I ${lines} endres:`,
    insertedAfter: (line) => `Etter linje ${line} settes inn:`,
    insertedBefore: (line) => `Før linje ${line} settes inn:`,
    insertedFirst: 'Først settes inn:',
    struck: (lines) => `${capital(lines)} strykes:`,
    movedAfter: (lines, line) => `${capital(lines)} flyttes til etter linje ${line}:`,
    movedBefore: (lines, line) => `${capital(lines)} flyttes til før linje ${line}:`,
    split: (lines, parts) => `${capital(lines)} deles i ${parts}:`,
    joined: (lines, others) => `${capital(lines)} slås sammen med ${others}:`,
    editorial: (lines) => (lines === null ? 'Redaksjonelt:' : `Redaksjonelt i ${lines}:`),
    programme: {
      reject: 'Programmet avvises.',
      postpone: 'Behandlingen av programmet utsettes.',
      referBack: 'Programmet sendes tilbake.',
    },
    noLines: 'et tomt avsnitt',
    after: (place) => `etter ${place}`,
    before: (place) => `før ${place}`,
    more: (count) => (count === 1 ? 'og ett sted til' : `og ${count} steder til`),
    whole: 'hele programmet',
    collision: {
      'same-words': (a, b, place, words) =>
        `Forslag ${a} og forslag ${b} endrer de samme ordene${quoted(words)} i ${place}.`,
      'deleted-target': (a, b, place) =>
        `Forslag ${a} og forslag ${b}: det ene stryker, det andre endrer eller flytter ${place}.`,
      'same-move': (a, b, place) => `Forslag ${a} og forslag ${b} flytter ${place} til hvert sitt sted.`,
      'same-structure': (a, b, place) =>
        `Forslag ${a} og forslag ${b} deler, slår sammen eller flytter ${place} på måter som ikke går sammen.`,
    },
  },
  nn: {
    and: 'og',
    to: 'til',
    line: (numbers) => `linje ${numbers}`,
    changed: (lines) => `I ${lines} blir endra:`,
    insertedAfter: (line) => `Etter linje ${line} blir sett inn:`,
    insertedBefore: (line) => `Før linje ${line} blir sett inn:`,
    insertedFirst: 'Først blir sett inn:',
    struck: (lines) => `${capital(lines)} blir stroke:`,
    movedAfter: (lines, line) => `${capital(lines)} blir flytta til etter linje ${line}:`,
    movedBefore: (lines, line) => `${capital(lines)} blir flytta til før linje ${line}:`,
    split: (lines, parts) => `${capital(lines)} blir delt i ${parts}:`,
    joined: (lines, others) => `${capital(lines)} blir slått saman med ${others}:`,
    editorial: (lines) => (lines === null ? 'Redaksjonelt:' : `Redaksjonelt i ${lines}:`),
    programme: {
      reject: 'Programmet blir avvist.',
      postpone: 'Handsaminga av programmet blir utsett.',
      referBack: 'Programmet blir sendt tilbake.',
    },
    noLines: 'eit tomt avsnitt',
    after: (place) => `etter ${place}`,
    before: (place) => `før ${place}`,
    more: (count) => (count === 1 ? 'og ein stad til' : `og ${count} stader til`),
    whole: 'heile programmet',
    collision: {
      'same-words': (a, b, place, words) =>
        `Framlegg ${a} og framlegg ${b} endrar dei same orda${quoted(words)} i ${place}.`,
      'deleted-target': (a, b, place) =>
        `Framlegg ${a} og framlegg ${b}: det eine stryk, det andre endrar eller flyttar ${place}.`,
      'same-move': (a, b, place) => `Framlegg ${a} og framlegg ${b} flyttar ${place} til kvar sin stad.`,
      'same-structure': (a, b, place) =>
        `Framlegg ${a} og framlegg ${b} deler, slår saman eller flyttar ${place} på måtar som ikkje går saman.`,
    },
  },
  en: {
    and: 'and',
    to: 'to',
    line: (numbers, plural) => `${plural ? 'lines' : 'line'} ${numbers}`,
    changed: (lines) => `In ${lines}, change:`,
    insertedAfter: (line) => `After line ${line}, insert:`,
    insertedBefore: (line) => `Before line ${line}, insert:`,
    insertedFirst: 'First, insert:',
    struck: (lines) => `Strike ${lines}:`,
    movedAfter: (lines, line) => `Move ${lines} to after line ${line}:`,
    movedBefore: (lines, line) => `Move ${lines} to before line ${line}:`,
    split: (lines, parts) => `Divide ${lines} into ${parts}:`,
    joined: (lines, others) => `Join ${lines} with ${others}:`,
    editorial: (lines) => (lines === null ? 'Editorial:' : `Editorial, in ${lines}:`),
    programme: {
      reject: 'The programme is rejected.',
      postpone: 'The programme is postponed.',
      referBack: 'The programme is referred back.',
    },
    noLines: 'an empty paragraph',
    after: (place) => `after ${place}`,
    before: (place) => `before ${place}`,
    more: (count) => (count === 1 ? 'and one more place' : `and ${count} more places`),
    whole: 'the whole programme',
    collision: {
      'same-words': (a, b, place, words) =>
        `Amendments ${a} and ${b} change the same words${quoted(words)} in ${place}.`,
      'deleted-target': (a, b, place) => `Amendments ${a} and ${b}: one strikes, the other changes or moves ${place}.`,
      'same-move': (a, b, place) => `Amendments ${a} and ${b} move ${place} to different places.`,
      'same-structure': (a, b, place) =>
        `Amendments ${a} and ${b} divide, join or move ${place} in ways that cannot both be done.`,
    },
  },
};

const numbersOf = (span: LineSpan | null): LineNumbers =>
  span === null ? [] : Array.from({ length: span.last - span.first + 1 }, (_, at) => span.first + at);

/** «14», «14 og 17», «49 til 53, 60 og 62». */
function listNumbers(numbers: LineNumbers, { and, to }: Phrases): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const told = runs.map(({ first, last }) => (first === last ? String(first) : `${first} ${to} ${last}`));
  const last = told.at(-1) ?? '';
  return told.length < 2 ? last : `${told.slice(0, -1).join(', ')} ${and} ${last}`;
}

const describeNumbers = (numbers: LineNumbers, language: Language): string => {
  const words = phrases[language];
  return numbers.length === 0 ? words.noLines : words.line(listNumbers(numbers, words), new Set(numbers).size > 1);
};

/** The lines of the block's text in which a replacement changes something; all of them where it changes nothing. */
function changedLines(revision: Revision, index: number, text: string): LineNumbers {
  const { layout } = indexRevision(revision);
  const base = piecesOf([revision.blocks[index]?.text ?? '']);
  const { ranges, spaces } = wordEdits(base, piecesOf([text]));
  const touched = [
    ...ranges.map(({ start, end }) =>
      start < end
        ? { start: base.words[start]?.start ?? 0, end: base.words[end - 1]?.end ?? 0 }
        : // A new word is told by the line of the word that it comes to stand behind.
          { start: Math.max(0, (base.words[start - 1]?.end ?? 0) - 1), end: base.words[start - 1]?.end ?? 0 },
    ),
    ...spaces.map(({ at }) => ({ start: base.words[at - 1]?.end ?? 0, end: base.words[at]?.start ?? 0 })),
  ];
  const lines = touched.flatMap((range) => numbersOf(lineSpanOfRange(layout, index, range)));
  return lines.length > 0 ? lines : numbersOf(lineSpan(layout, index));
}

/** Last line at or before the block at `index`: what an insertion after it is told by. `null` where nothing before has lines. */
function lastLineUntil(revision: Revision, index: number): number | null {
  const { layout } = indexRevision(revision);
  for (let at = index; at >= 0; at--) {
    const span = lineSpan(layout, at);
    if (span !== null) return span.last;
  }
  return null;
}

const firstLine = (revision: Revision): number | null => indexRevision(revision).layout.flat()[0]?.number ?? null;

/** Where the slot after `block` is, told by a line; `null` for a text without lines. */
function slotLine(
  revision: Revision,
  block: BlockId | null,
): { readonly after: boolean; readonly line: number } | null {
  const index = block === null ? -1 : (indexRevision(revision).indexOf.get(block) ?? -1);
  const line = lastLineUntil(revision, index);
  if (line !== null) return { after: true, line };
  const first = firstLine(revision);
  return first === null ? null : { after: false, line: first };
}

/** «I linje 14 endres:», «Etter linje 9 settes inn:», «Før linje 1 settes inn:», «Linje 49 til 53 strykes:». Total. Rule T1. */
export function describeChange(revision: Revision, change: TextChange, language: Language): string {
  const words = phrases[language];
  const { indexOf, layout } = indexRevision(revision);
  const linesOf = (id: BlockId): LineNumbers => numbersOf(lineSpan(layout, indexOf.get(id) ?? -1));
  const told = (id: BlockId): string => describeNumbers(linesOf(id), language);
  switch (change.kind) {
    case 'replacement': {
      const index = indexOf.get(change.block);
      const lines = index === undefined ? [] : changedLines(revision, index, change.text);
      return words.changed(describeNumbers(lines, language));
    }
    case 'insertion': {
      const slot = slotLine(revision, change.after);
      if (slot === null) return words.insertedFirst;
      return slot.after ? words.insertedAfter(slot.line) : words.insertedBefore(slot.line);
    }
    case 'deletion':
      return words.struck(told(change.block));
    case 'move': {
      const index = indexOf.get(change.block) ?? -1;
      const end = subtreeEnd(revision.blocks, index);
      const moved = Array.from({ length: Math.max(0, end - index) }, (_, at) => index + at);
      const lines = describeNumbers(
        moved.flatMap((at) => numbersOf(lineSpan(layout, at))),
        language,
      );
      const slot = slotLine(revision, change.after);
      const line = slot?.line ?? 1;
      return slot?.after === true ? words.movedAfter(lines, line) : words.movedBefore(lines, line);
    }
    case 'split':
      return words.split(told(change.block), change.texts.length);
    case 'join':
      return words.joined(told(change.block), told(change.with));
    case 'programme':
      return words.programme[change.outcome];
    case 'editorial':
      return words.editorial(change.block === null ? null : told(change.block));
    default:
      return unreachable(change);
  }
}

/** The block that a change is shown at, and whether it comes after it. `null`: before the first block, or about no block. */
export function targetOf(change: TextChange): { readonly block: BlockId | null; readonly after: boolean } {
  if (change.kind === 'programme') return { block: null, after: false };
  return change.kind === 'insertion' ? { block: change.after, after: true } : { block: change.block, after: false };
}

function placeOfBlock(revision: Revision, id: BlockId, language: Language): string | null {
  const { indexOf, layout, gazetteer } = indexRevision(revision);
  const index = indexOf.get(id);
  return index === undefined ? null : describePlace(gazetteer.placeOf(index), lineSpan(layout, index), language);
}

/** «kap. 3 pkt. 2, linje 96–98»; for an insertion «etter kap. 3 pkt. 2, linje 98». Empty where the block is not in the revision. Rule T2. */
export function describeChangePlace(revision: Revision, change: TextChange, language: Language): string {
  const words = phrases[language];
  const { block, after } = targetOf(change);
  const { indexOf, layout, gazetteer } = indexRevision(revision);
  if (block === null) {
    const first = firstLine(revision);
    if (!after) return words.whole;
    return first === null ? words.whole : words.before(words.line(String(first), false));
  }
  if (!after) return placeOfBlock(revision, block, language) ?? '';
  const index = indexOf.get(block);
  if (index === undefined) return '';
  const span = lineSpan(layout, index);
  const last = span === null ? null : { first: span.last, last: span.last };
  return words.after(describePlace(gazetteer.placeOf(index), last, language));
}

/** The place of the first change in the text, and how many more there are. Rule T2. */
export const amendmentPlace = (revision: Revision, { changes }: Amendment, language: Language): string =>
  placesIn(revision, changes, language);

const placesIn = rememberedByPair((revision: Revision, changes: readonly TextChange[], language: Language): string => {
  const { indexOf } = indexRevision(revision);
  const positionOf = (change: TextChange): number => {
    const { block } = targetOf(change);
    return block === null ? -1 : (indexOf.get(block) ?? Number.POSITIVE_INFINITY);
  };
  const sorted = [...changes].sort((a, b) => positionOf(a) - positionOf(b) || 0);
  const [first] = sorted;
  if (first === undefined) return '';
  const place = describeChangePlace(revision, first, language);
  const others = new Set(sorted.map((change) => describeChangePlace(revision, change, language)));
  return others.size < 2 ? place : `${place} ${phrases[language].more(others.size - 1)}`;
});

/** The collision in one sentence that names both sides and the place. `amendments` give the printed numbers. Rule T3. */
export function describeCollision(
  collision: Collision,
  revision: Revision,
  amendments: readonly Amendment[],
  language: Language,
): string {
  const numberOf = (id: Collision['a']): string => amendments.find((amendment) => amendment.id === id)?.number ?? id;
  const place = placeOfBlock(revision, collision.block, language) ?? phrases[language].whole;
  const text = revision.blocks.find(({ id }) => id === collision.block)?.text ?? '';
  const { rangeInBase } = collision;
  const words = rangeInBase === null ? '' : text.slice(rangeInBase.start, rangeInBase.end);
  const tell = phrases[language].collision[collision.reason];
  return tell(numberOf(collision.a), numberOf(collision.b), place, words === '' ? null : words);
}
