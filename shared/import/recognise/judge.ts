import { certain, type DoubtCode, type Judgement } from '../doubts';
import { readPeriod } from '../period';
import type { Classified } from './classify';
import { isCaption } from './lineKinds';
import { SURE } from './numbering';
import { endsSentence, startsLower } from './edges';
import type { Remark } from './remark';
import { looksLikeHeading } from './unit';

/** A doubt with the confidence that it leaves. */
type Reason = readonly [doubt: DoubtCode, confidence: number];

/** Longest paragraph that may be a heading, in characters: one line of print. */
const SHORT = 100;

/** 0.5 where another reading of the number is as good, above 0.95 where it costs two breaks of a sequence more. */
const certaintyOf = (margin: number): number => 1 - 0.5 * Math.exp(-0.6 * margin);

/** How sure each block is: the weightiest of the reasons for doubt decides. Same length and order as `blocks`. */
export function judge(blocks: readonly Classified[], remarks: readonly Remark[]): readonly Judgement[] {
  const linesOf = (code: Remark['code']) =>
    new Set(remarks.flatMap((remark) => (remark.code === code ? [remark.line] : [])));
  const broken = linesOf('broken-item');
  const uncalled = linesOf('footnote-without-marker');
  return blocks.map((block, i) => {
    const reasons: Reason[] = [...doubtsOfKind(block, blocks[i - 1], blocks[i + 1])];
    const { unit } = block;
    if (unit.margin < SURE) reasons.push(['number-otherwise', certaintyOf(unit.margin)]);
    if (block.kind === 'point' && broken.has(unit.fromLine)) reasons.push(['item-broken', 0.6]);
    if (block.kind === 'footnote' && uncalled.has(unit.fromLine)) reasons.push(['note-without-marker', 0.6]);
    if (unit.seams.includes('newline-in-sentence') || unit.seams.includes('blank-in-sentence'))
      reasons.push(['lines-joined', 0.75]);
    if (unit.seams.length > 0) reasons.push(['word-joined', 0.85]);
    return reasons.reduce<Judgement>(
      (worst, [doubt, confidence]) => (confidence < worst.confidence ? { doubt, confidence } : worst),
      certain,
    );
  });
}

function doubtsOfKind(
  { unit, kind, rank }: Classified,
  before: Classified | undefined,
  next: Classified | undefined,
): readonly Reason[] {
  const { mark } = unit.first;
  switch (kind) {
    case 'title':
      return mark?.kind === 'title' || (mark?.kind === 'heading' && mark.depth === 1)
        ? []
        : [['title-guessed', readPeriod(unit.text) === null ? 0.7 : 0.95]];
    case 'heading':
      if (mark?.kind === 'heading' || unit.role === 'heading') return [];
      return [['heading-guessed', unit.first.tabbed || rank === 7 ? 0.9 : rank === 8 ? 0.85 : 0.65]];
    case 'leadIn':
      return mark?.kind === 'leadIn' || unit.text.endsWith(':') ? [] : [['lead-in-guessed', 0.75]];
    case 'point':
      return unit.marker?.kind === 'bullet' && !unit.marker.certain && mark === null && isCutOff(unit.text, before)
        ? [['begins-small', 0.7]]
        : [];
    case 'paragraph': {
      if (mark?.kind === 'paragraph') return [];
      if (startsLower(unit.text)) return [['begins-small', 0.6]];
      if (endsSentence(unit.text)) return [];
      if (unit.text.length <= SHORT && looksLikeHeading(unit.text)) return [['may-be-heading', 0.6]];
      return next?.kind === 'point' || next === undefined ? [['no-ending', 0.85]] : [['no-ending', 0.75]];
    }
    case 'other':
      return mark === null && isCaption(unit.text) ? [['kind-guessed', 0.75]] : [];
    case 'footnote':
      return [];
  }
}

/** A dash with a small letter after a sentence that has no end may only be a dash. */
const isCutOff = (text: string, before: Classified | undefined): boolean =>
  startsLower(text) && before?.kind === 'paragraph' && !endsSentence(before.unit.text);
