import type { ProposedBlock, TextChange } from '#shared/amendment/amendment';
import { amendmentId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { AUTOMATIC } from '#shared/domain/block';
import { writeAmendmentFile } from '#shared/schema/amendmentFile';
import { writeProgramFile } from '#shared/schema/programFile';
import { amendmentFileOf } from './amendmentFiles';
import { frozenSample } from './frozenSample';

/** The text as it should become, told without any of our own code: lines that are found again by where they stood at first. */
export interface ExpectedText {
  reword(at: number, text: string): void;
  strike(from: number, to?: number): void;
  /** New lines right behind the line that stood at `at`, before any that came there earlier. */
  setIn(at: number, ...texts: readonly string[]): void;
  /** The lines that stood from `from` up to `to`, and what came to stand among them, go behind the one at `after`. */
  moveBehind(from: number, to: number, after: number): void;
  read(): readonly string[];
}

export function expectedText(texts: readonly string[]): ExpectedText {
  const lines = texts.map((text, at): { readonly at: number | null; text: string } => ({ at, text }));
  const indexOf = (at: number): number => {
    const index = lines.findIndex((line) => line.at === at);
    if (index < 0) throw new Error(`no line ${at} any more`);
    return index;
  };
  return {
    reword: (at, text) => {
      lines.splice(indexOf(at), 1, { at, text });
    },
    strike: (from, to = from) => {
      for (let at = from; at <= to; at++) lines.splice(indexOf(at), 1);
    },
    setIn: (at, ...added) => {
      lines.splice(indexOf(at) + 1, 0, ...added.map((text) => ({ at: null, text })));
    },
    moveBehind: (from, to, after) => {
      const taken = lines.splice(indexOf(from), indexOf(to) - indexOf(from) + 1);
      lines.splice(indexOf(after) + 1, 0, ...taken);
    },
    read: () => lines.map(({ text }) => text),
  };
}

export type RoundKind = 'reword' | 'strike' | 'insert' | 'rival' | 'newChapter' | 'strikeChapter' | 'wholeChapter';

/** One amendment that comes as a file, and what it would make of the text. */
export interface RoundEntry {
  readonly what: RoundKind;
  readonly file: Uint8Array;
  readonly apply: (text: ExpectedText) => void;
}

export interface HearingRound {
  /** The sample programme, frozen and sent out, with no amendment yet. */
  readonly bytes: Uint8Array;
  /** The blocks as they were frozen. */
  readonly blocks: readonly Block[];
  readonly entries: readonly RoundEntry[];
}

const bodies = ['Nordre lag', 'Søndre lag', 'Østre lag'];

/** Which kind of amendment the n-th is: mostly new words, some struck, some new points, some that want the same words as the one before otherwise. */
const kindOf = (nth: number): RoundKind => (({ 3: 'insert', 5: 'rival', 7: 'strike' }) as const)[nth % 10] ?? 'reword';

const newPoint = (text: string): ProposedBlock => ({ kind: 'point', level: null, marker: AUTOMATIC, text });
const newHeading = (text: string): ProposedBlock => ({ kind: 'heading', level: 1, marker: AUTOMATIC, text });

/** The sample programme as it was sent out, and `count` amendments to its first chapters, each a file from a delegate. */
export async function hearingRound(count: number): Promise<HearingRound> {
  const sample = await frozenSample();
  const { base, blocks } = sample;
  const { programme } = sample.file();
  const points = blocks.flatMap((block, at) => (block.kind === 'point' ? [{ block, at }] : []));
  const headings = blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []));

  const sent = (nth: number, changes: readonly TextChange[]): Uint8Array =>
    writeAmendmentFile(
      amendmentFileOf({
        programme,
        amendment: amendmentId(`fil-${nth}`),
        base,
        changes,
        proposer: { name: `Delegat ${nth % 7}`, member: true },
        body: bodies[nth % bodies.length] ?? null,
        rationale: `Begrunnelse ${nth + 1}.`,
      }),
    );

  const ofPoint = (nth: number): RoundEntry => {
    const what = kindOf(nth);
    const point = points[what === 'rival' ? nth - 1 : nth];
    if (!point) throw new Error('too few points');
    const { block, at } = point;
    const reworded = [...block.text.split(' ').slice(0, -1), `${what === 'rival' ? 'annet' : 'nytt'}${nth}.`].join(' ');
    const added = `At noe nytt nummer ${nth} kommer til.`;
    if (what === 'strike')
      return { what, file: sent(nth, [{ kind: 'deletion', block: block.id }]), apply: (text) => text.strike(at) };
    if (what === 'insert') {
      const change: TextChange = { kind: 'insertion', after: block.id, blocks: [newPoint(added)] };
      return { what, file: sent(nth, [change]), apply: (text) => text.setIn(at, added) };
    }
    const change: TextChange = { kind: 'replacement', block: block.id, text: reworded };
    return { what, file: sent(nth, [change]), apply: (text) => text.reword(at, reworded) };
  };

  /** Those to whole chapters: one set in behind the seventh, the eighth struck, and the twelfth written anew. */
  const ofChapters = (nth: number): readonly RoundEntry[] => {
    const [eighth = 0, ninth = 0, twelfth = 0] = [headings[7], headings[8], headings[11]];
    const all = (from: number, to: number): readonly TextChange[] =>
      blocks.slice(from, to).map(({ id }) => ({ kind: 'deletion', block: id }));
    const added = ['Et nytt kapittel', 'At havna har en klokke.'] as const;
    const anew = ['Helt nytt innhold.', 'At alle kaier har navn.'] as const;
    const last = blocks[eighth - 1]?.id ?? null;
    const twelfthId = blocks[twelfth]?.id ?? null;
    return [
      {
        what: 'newChapter',
        file: sent(nth, [{ kind: 'insertion', after: last, blocks: [newHeading(added[0]), newPoint(added[1])] }]),
        apply: (text) => text.setIn(eighth - 1, ...added),
      },
      {
        what: 'strikeChapter',
        file: sent(nth + 1, all(eighth, ninth)),
        apply: (text) => text.strike(eighth, ninth - 1),
      },
      {
        what: 'wholeChapter',
        file: sent(nth + 2, [
          {
            kind: 'insertion',
            after: twelfthId,
            blocks: [{ kind: 'paragraph', level: null, marker: null, text: anew[0] }, newPoint(anew[1])],
          },
          ...all(twelfth + 1, blocks.length),
        ]),
        apply: (text) => {
          text.strike(twelfth + 1, blocks.length - 1);
          text.setIn(twelfth, ...anew);
        },
      },
    ];
  };
  const entries = [...Array.from({ length: count - 3 }, (_, nth) => ofPoint(nth)), ...ofChapters(count - 3)];
  return { bytes: writeProgramFile(sample.file()), blocks, entries };
}
