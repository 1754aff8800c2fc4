import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filedAlone, type Amendment, type TextChange } from '#shared/amendment/amendment';
import { amendmentId, personId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import type { ExportInput } from '#shared/export/input';
import { revisionOf, shorthandOfSample } from './programmes';

const samplePath = fileURLToPath(new URL('../../../resources/sample/arbeidsprogram.txt', import.meta.url));

export const sampleFile = (): Uint8Array => new Uint8Array(readFileSync(samplePath));

/** Our sample programme as last period's text. */
export const sampleLines = (): readonly string[] => shorthandOfSample(readFileSync(samplePath, 'utf8'));

/** The sample after a round of drafting: words changed, a point struck, one new, one moved, one split, and a new last point. */
export function revisedSampleLines(): readonly string[] {
  const lines = [...sampleLines()];
  lines[4] = (lines[4] ?? '').replace('holde', 'sikre');
  lines.splice(6, 1);
  lines.splice(8, 0, '1. At forbundet får en egen ordning for vikarer i små havner.');
  const [moved = ''] = lines.splice(15, 1);
  lines.splice(30, 0, moved);
  const long = lines[40] ?? '';
  const half = long.indexOf(' ', Math.floor(long.length / 2));
  lines.splice(40, 1, long.slice(0, half), `1. ${long.slice(half + 1)}`);
  lines.push('1. At neste landsmøte holdes i en havn uten jernbane.');
  return lines;
}

export const amendmentOf = (
  revision: Revision,
  number: number,
  changes: readonly TextChange[],
  more: Partial<Amendment> = {},
): Amendment => ({
  id: amendmentId(`F${number}`),
  number: String(number),
  base: revision.id,
  changes,
  proposer: personId(`p${number % 3}`),
  body: number % 2 === 0 ? 'Vestlandet havnelag' : null,
  rationale: 'Ordet er tydeligere og forplikter mer enn det som står.',
  ...filedAlone,
  submittedAt: `2027-02-0${1 + (number % 8)}T10:00:00.000Z`,
  recommendation: null,
  decision: null,
  ...more,
});

/** A meeting with amendments of every kind, two of them the same place, one recommended with changes and some decided. */
export function meeting(decided = false): ExportInput {
  const baseline = revisionOf(sampleLines(), { name: 'Vedtatt 2023', prefix: 'old' });
  const newest = revisionOf(revisedSampleLines(), { name: 'Innstilling', prefix: 'b' });
  const block = (index: number) => {
    const found = newest.blocks[index];
    if (found === undefined) throw new Error(`no block ${index}`);
    return found;
  };
  const decision = (result: 'adopted' | 'rejected' | 'fallen', votes: readonly [number, number, number] | null) =>
    decided
      ? {
          result,
          tally: votes === null ? null : { for: votes[0], against: votes[1], abstained: votes[2] },
          because: result === 'fallen' ? amendmentId('F1') : null,
          at: '2027-05-28T12:00:00.000Z',
        }
      : null;
  const target = block(4);
  const amendments = [
    amendmentOf(
      newest,
      1,
      [{ kind: 'replacement', block: target.id, text: target.text.replace('nitti', 'nittifem') }],
      {
        recommendation: { kind: 'adopt', text: null, reason: 'Målet er høyt, men det kan nås.' },
        decision: decision('adopted', [97, 41, 3]),
      },
    ),
    amendmentOf(newest, 2, [{ kind: 'replacement', block: target.id, text: target.text.replace('nitti', 'åtti') }], {
      recommendation: { kind: 'reject', text: null, reason: '' },
      decision: decision('fallen', null),
    }),
    amendmentOf(
      newest,
      3,
      [
        {
          kind: 'insertion',
          after: block(7).id,
          blocks: [
            { kind: 'point', level: null, marker: 'auto', text: 'At alle havner får en leskur for dem som venter.' },
          ],
        },
      ],
      { decision: decision('adopted', [141, 0, 0]) },
    ),
    amendmentOf(newest, 4, [{ kind: 'deletion', block: block(12).id }], {
      decision: decision('rejected', [20, 120, 1]),
    }),
    amendmentOf(newest, 5, [{ kind: 'move', block: block(14).id, after: block(20).id }], {
      recommendation: {
        kind: 'adoptWithChanges',
        text: 'Punktet flyttes, men først i kapitlet.',
        reason: 'Det hører hjemme der.',
      },
    }),
    amendmentOf(newest, 6, [
      { kind: 'editorial', block: block(30).id, instruction: 'Skriv tallordene likt hele veien.' },
    ]),
  ];
  return {
    newest,
    baseline,
    amendments,
    votingOrder: null,
    people: { p0: { name: 'Ingrid Ås' }, p1: { name: 'Čálli Šuŋ' }, p2: { name: 'Bjørn <Ø> & Co' } },
    language: 'nb',
    isDraft: false,
    generatedAt: '2027-02-10T08:15:00.000Z',
    author: 'Sekretariatet',
  };
}
