import type { Block } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import type { ExportInput } from '#shared/export';

type WithoutText = Omit<Revision, 'blocks'>;

/** What a paper is made from, but for the texts themselves, which the worker keeps: changing an option of a long paper sends the option. */
export interface InputWithoutTexts extends Omit<ExportInput, 'newest' | 'baseline' | 'revisions'> {
  readonly newest: WithoutText;
  readonly baseline: WithoutText | null;
  readonly revisions: readonly WithoutText[];
}

export interface ApartInput {
  readonly input: InputWithoutTexts;
  /** The newest, the others, and the baseline where there is one. */
  readonly texts: readonly (readonly Block[])[];
}

const withoutText = ({ blocks: _blocks, ...rest }: Revision): WithoutText => rest;

export function takeApart({ newest, baseline, revisions = [], ...rest }: ExportInput): ApartInput {
  const [first, previous] = [withoutText(newest), baseline && withoutText(baseline)];
  return {
    input: { ...rest, newest: first, baseline: previous, revisions: revisions.map(withoutText) },
    texts: [newest, ...revisions, ...(baseline === null ? [] : [baseline])].map(({ blocks }) => blocks),
  };
}

/** The inverse of `takeApart`. */
export function putTogether({ input, texts }: ApartInput): ExportInput {
  const { newest, baseline, revisions, ...rest } = input;
  const withText = (revision: WithoutText, at: number): Revision => ({ ...revision, blocks: texts[at] ?? [] });
  return {
    ...rest,
    newest: withText(newest, 0),
    revisions: revisions.map((revision, at) => withText(revision, at + 1)),
    baseline: baseline && withText(baseline, revisions.length + 1),
  };
}
