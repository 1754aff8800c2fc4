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
  /** The n-th of those that are sent. */
  readonly nth: number;
  readonly file: Uint8Array;
  /** Whatever the minutes must tell of it: the words before and after. */
  readonly told: readonly string[];
  readonly apply: (text: ExpectedText) => void;
}

export interface HearingRound {
  /** The sample programme, frozen and sent out, with no amendment yet. */
  readonly bytes: Uint8Array;
  /** The blocks as they were frozen. */
  readonly blocks: readonly Block[];
  readonly entries: readonly RoundEntry[];
}

const bodies = ['Nordre lag', 'Søndre lag', 'Østre lag'] as const;

/** Who sends the n-th, why, and for whom. */
export const senderOf = (nth: number) => ({
  name: `Delegat ${nth % 7}`,
  body: bodies[nth % bodies.length] ?? bodies[0],
  rationale: `Begrunnelse ${nth + 1}.`,
});

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

  const sent = (nth: number, changes: readonly TextChange[]): Uint8Array => {
    const { name, body, rationale } = senderOf(nth);
    return writeAmendmentFile(
      amendmentFileOf({
        programme,
        amendment: amendmentId(`fil-${nth}`),
        base,
        changes,
        proposer: { name, member: true },
        body,
        rationale,
      }),
    );
  };

  const ofPoint = (nth: number): RoundEntry => {
    const what = kindOf(nth);
    const point = points[what === 'rival' ? nth - 1 : nth];
    if (!point) throw new Error('too few points');
    const { block, at } = point;
    const reworded = [...block.text.split(' ').slice(0, -1), `${what === 'rival' ? 'annet' : 'nytt'}${nth}.`].join(' ');
    const added = `At noe nytt nummer ${nth} kommer til.`;
    const entry = (change: TextChange, told: readonly string[], apply: (text: ExpectedText) => void): RoundEntry => ({
      what,
      nth,
      file: sent(nth, [change]),
      told,
      apply,
    });
    if (what === 'strike') return entry({ kind: 'deletion', block: block.id }, [block.text], (text) => text.strike(at));
    if (what === 'insert')
      return entry({ kind: 'insertion', after: block.id, blocks: [newPoint(added)] }, [added], (text) =>
        text.setIn(at, added),
      );
    return entry({ kind: 'replacement', block: block.id, text: reworded }, [block.text, reworded], (text) =>
      text.reword(at, reworded),
    );
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
    const textsIn = (from: number, to: number): readonly string[] => blocks.slice(from, to).map(({ text }) => text);
    return [
      {
        what: 'newChapter',
        nth,
        told: added,
        file: sent(nth, [{ kind: 'insertion', after: last, blocks: [newHeading(added[0]), newPoint(added[1])] }]),
        apply: (text) => text.setIn(eighth - 1, ...added),
      },
      {
        what: 'strikeChapter',
        nth: nth + 1,
        told: textsIn(eighth, ninth),
        file: sent(nth + 1, all(eighth, ninth)),
        apply: (text) => text.strike(eighth, ninth - 1),
      },
      {
        what: 'wholeChapter',
        nth: nth + 2,
        told: [...anew, ...textsIn(twelfth + 1, blocks.length)],
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
