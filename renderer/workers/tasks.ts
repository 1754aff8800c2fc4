import type { Failure, Language } from '#shared/core/failure';
import type { Result } from '#shared/core/result';
import type { AccountTold, OverviewDrawing, OverviewRows } from '#shared/comparison';
import type { PeriodPlace, PointLife } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import type { RevisionContent } from '#shared/domain/revision';
import type { Format, Output, TypstBeginning, View } from '#shared/export';
import type { ImportedDocument } from '#shared/import';
import type { Reuse } from '#shared/reuse';
import type { InputWithoutTexts } from './paperTexts';

/** A text that the worker keeps: it is sent once, in parts, and named afterwards. */
export type TextKey = number;

/** Texts, the oldest first, with what they are called. */
interface Pictured {
  readonly texts: readonly TextKey[];
  readonly names: readonly string[];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly language: Language;
}

/** Tasks about texts that the worker keeps. */
export type TextTaskName = {
  [T in TaskName]: Tasks[T][0] extends { readonly texts: readonly TextKey[] } ? T : never;
}[TaskName];

/** What the worker is told of texts: a further part of one, or that nobody will name it again. */
export type TextMessage = { readonly keep: TextKey; readonly part: readonly Block[] } | { readonly forget: TextKey };

/** Work that is too long for the window's thread: name → [what it takes, what it gives]. */
export interface Tasks {
  import: [{ readonly name: string; readonly bytes: Uint8Array }, Result<ImportedDocument, Failure>];
  /** Which sentences of the last text were made from sentences of the others. */
  reuse: [{ readonly texts: readonly TextKey[] }, readonly Reuse[]];
  /** The text of any file that holds one: a programme's newest, or what a document says. */
  read: [{ readonly name: string; readonly bytes: Uint8Array }, Result<RevisionContent, Failure>];
  /** What became of the programme, in words: of the first text in the second. */
  account: [{ readonly texts: readonly TextKey[]; readonly language: Language }, AccountTold];
  /** The picture of all of the texts, and the same as a file. */
  overview: [Pictured, OverviewDrawing];
  overviewSvg: [Pictured & { readonly title: string; readonly scheme: 'screen' | 'print' }, string];
  /** The picture as a table, of each gap no more than the first `most` rows. */
  overviewRows: [Omit<Pictured, 'width' | 'height'> & { readonly most: number }, readonly OverviewRows[]];
  /** A point through all of the texts. */
  life: [{ readonly texts: readonly TextKey[]; readonly place: PeriodPlace }, PointLife];
  export: [
    {
      readonly view: View;
      readonly format: Format;
      readonly input: InputWithoutTexts;
      readonly texts: readonly TextKey[];
    },
    Result<Output, Failure>,
  ];
  /** The first pages of a paper. */
  beginning: [
    {
      readonly view: View;
      readonly pages: number;
      readonly input: InputWithoutTexts;
      readonly texts: readonly TextKey[];
    },
    Result<TypstBeginning, Failure>,
  ];
}

export type TaskName = keyof Tasks;
export type TaskRequest = {
  readonly [T in TaskName]: { readonly id: number; readonly task: T; readonly argument: Tasks[T][0] };
}[TaskName];
export interface TaskResponse {
  readonly id: number;
  readonly result: Tasks[TaskName][1];
}

/** How far a task has come, 0–1. */
export interface TaskProgress {
  readonly id: number;
  readonly share: number;
}
export type TaskAnswer = TaskResponse | TaskProgress;
