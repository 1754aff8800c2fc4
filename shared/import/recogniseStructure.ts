import type { BlockKind, FootnoteRef } from '../domain/block';
import type { FormatRun } from '../domain/formats';
import { certain, type Judgement } from './doubts';
import type { ReadText } from './readers/sourceLine';
import { classify, type Classified } from './recognise/classify';
import { emphasisOf } from './recognise/emphasis';
import { judge } from './recognise/judge';
import { endsSentence } from './recognise/edges';
import { withLabelsApart } from './recognise/labels';
import { findRegularities } from './recognise/regularities';
import type { Remark } from './recognise/remark';
import { gatherUnits } from './recognise/units';

/** A block as it stands in the source, before it has an identity. */
export interface RecognisedBlock {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly number: string | null;
  readonly text: string;
  readonly footnoteRefs: readonly FootnoteRef[];
  /** Empty where the text is plain. */
  readonly formats: readonly FormatRun[];
  readonly source: { readonly fromLine: number; readonly toLine: number };
  readonly judgement: Judgement;
}

export interface RecognisedStructure {
  readonly blocks: readonly RecognisedBlock[];
  readonly remarks: readonly Remark[];
}

/** Finds the blocks of a text from its own regularities. Total; linear in lines. Rules in SPEC.md. */
export function recogniseStructure(read: ReadText, endsWithNewline: boolean): RecognisedStructure {
  const lines = withLabelsApart(read.lines);
  const habits = findRegularities(lines);
  const gathered = gatherUnits(lines, habits);
  const { classified, remarks } = classify(gathered.units, habits);
  const { kept, outcome } = takeOutcome(classified);
  const said = [...gathered.remarks, ...remarks];
  const judgements = judge(kept, said);
  const emphasis = emphasisOf(kept.map(({ unit: { text, formats }, kind }) => ({ kind, text, formats })));
  return {
    blocks: kept.map(({ unit, kind, level, number }, i) => ({
      kind,
      level,
      number,
      text: unit.text,
      footnoteRefs: unit.refs,
      formats: emphasis[i] ?? [],
      source: { fromLine: unit.fromLine, toLine: unit.toLine },
      judgement: judgements[i] ?? certain,
    })),
    remarks: [...said, ...outcome, ...truncation(kept, endsWithNewline)],
  };
}

const saysOutcome = (text: string): boolean =>
  text.length <= 80 &&
  /^(?:enstemmig|samrøystes|einstemmig|unanimously|vedtatt|vedteke)\b/i.test(text) &&
  /(?:vedtatt|vedteke|vedteken|adopted)\b/i.test(text);

/** «Enstemmig vedtatt.» as the last line says what became of the text, and is no part of it. */
function takeOutcome(classified: readonly Classified[]): {
  readonly kept: readonly Classified[];
  readonly outcome: readonly Remark[];
} {
  const last = classified.at(-1);
  if (
    last === undefined ||
    classified.length < 2 ||
    last.kind === 'point' ||
    last.kind === 'footnote' ||
    !saysOutcome(last.unit.text)
  ) {
    return { kept: classified, outcome: [] };
  }
  const text = last.number === null ? last.unit.text : `${last.number} ${last.unit.text}`;
  return {
    kept: classified.slice(0, -1),
    outcome: [{ code: 'outcome', severity: 'info', line: last.unit.fromLine, params: { text } }],
  };
}

/** The last text has no end, while most texts of its kind have one, or the file stops without ending its last line. */
function truncation(classified: readonly Classified[], endsWithNewline: boolean): readonly Remark[] {
  const last = classified.findLast((item) => item.kind !== 'footnote' && item.kind !== 'other');
  if (last === undefined || (last.kind !== 'paragraph' && last.kind !== 'point') || endsSentence(last.unit.text))
    return [];
  const peers = classified.filter((item) => item.kind === last.kind && item !== last);
  const ended = peers.filter((item) => endsSentence(item.unit.text)).length;
  const custom = peers.length > 0 && ended >= peers.length * 0.7;
  if (!custom && (endsWithNewline || last.kind === 'point')) return [];
  const words = last.unit.text.split(' ').slice(-4).join(' ').slice(-60);
  return [{ code: 'truncated-ending', severity: 'warning', line: last.unit.toLine, params: { text: words } }];
}
