import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextChange } from '#shared/amendment/amendment';
import { amendmentId, personId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';
import { performCommand, withOutcome, type RegisterCommand } from '#shared/register';
import { newProgrammeFrom } from '#shared/schema/newProgramme';
import { writeProgramFile, type ProgrammeFile } from '#shared/schema/programFile';

/** One amendment of the round, and what it would make of the text, told without any of our own code. */
export interface RoundEntry {
  readonly number: string;
  readonly what: 'reword' | 'strike' | 'insert' | 'rival' | 'instruct';
  /** Index of the point among all blocks. */
  readonly at: number;
  readonly text: string;
}

export interface HearingRound {
  readonly bytes: Uint8Array;
  /** The texts of all blocks as they were frozen. */
  readonly texts: readonly string[];
  readonly entries: readonly RoundEntry[];
}

const bodies = ['Nordre lag', 'Søndre lag', 'Østre lag'];

/** Which kind of amendment the n-th is: mostly new words, some struck, some new points, some that want the same words as the one before otherwise. */
function kindOf(at: number): RoundEntry['what'] {
  if (at === 59) return 'instruct';
  return ({ 3: 'insert', 5: 'rival', 7: 'strike' } as const)[at % 10] ?? 'reword';
}

/** The sample programme, frozen and sent out, with 60 amendments from a hearing: filed by the same authority that the window uses. */
export async function hearingRound(): Promise<HearingRound> {
  const clock = { now: () => '2027-02-10T08:15:00.000Z' };
  const ids = countingIds('t');
  const path = join(import.meta.dirname, '..', '..', 'resources', 'sample', 'arbeidsprogram.txt');
  const document = importDocument({ name: 'arbeidsprogram.txt', bytes: new Uint8Array(await readFile(path)) }, ids);
  if (!document.ok) throw new Error(document.failure.code);
  let file: ProgrammeFile = newProgrammeFrom(document.value, { clock, ids });
  const perform = (command: RegisterCommand): void => {
    const outcome = performCommand(file, command, { clock, ids, actor: null });
    if (!outcome.ok) throw new Error(outcome.failure.code);
    file = { ...file, ...withOutcome(file, outcome.value) };
  };
  const [content] = file.revisions;
  if (!content) throw new Error('no text');
  perform({ type: 'freeze', name: 'Innstilling', content });
  const base = file.revisions.at(-1)?.id ?? content.id;
  const points = content.blocks.flatMap((block, at) => (block.kind === 'point' ? [{ block, at }] : []));

  const entries: RoundEntry[] = [];
  for (let nth = 0; nth < 60; nth++) {
    const what = kindOf(nth);
    const point = points[what === 'rival' ? nth - 1 : nth];
    if (!point) throw new Error('too few points');
    const { block, at } = point;
    const words = block.text.split(' ');
    const reworded = [...words.slice(0, -1), `${what === 'rival' ? 'annet' : 'nytt'}${nth}.`].join(' ');
    const text =
      what === 'insert' ? `At noe nytt nummer ${nth} kommer til.` : what === 'instruct' ? 'Skriv kortere.' : reworded;
    const change = ((): TextChange => {
      switch (what) {
        case 'reword':
        case 'rival':
          return { kind: 'replacement', block: block.id, text };
        case 'strike':
          return { kind: 'deletion', block: block.id };
        case 'insert':
          return {
            kind: 'insertion',
            after: block.id,
            blocks: [{ kind: 'point', level: null, marker: block.marker, text }],
          };
        case 'instruct':
          return { kind: 'editorial', block: block.id, instruction: text };
      }
    })();
    perform({
      type: 'submit',
      amendment: amendmentId(`F${nth + 1}`),
      base,
      changes: [change],
      proposer: personId(`p${nth % 7}`),
      body: bodies[nth % bodies.length] ?? null,
      rationale: `Begrunnelse ${nth + 1}.`,
    });
    entries.push({ number: String(nth + 1), what, at, text });
  }
  return { bytes: writeProgramFile(file), texts: content.blocks.map(({ text }) => text), entries };
}

/** The text when these are adopted: a list of lines, edited from the end, so that no index moves before it is used. */
export function expectedTexts(texts: readonly string[], adopted: readonly RoundEntry[]): readonly string[] {
  const result = [...texts];
  for (const { what, at, text } of [...adopted].sort((a, b) => b.at - a.at)) {
    if (what === 'reword' || what === 'rival') result[at] = text;
    if (what === 'strike') result.splice(at, 1);
    if (what === 'insert') result.splice(at + 1, 0, text);
  }
  return result;
}
