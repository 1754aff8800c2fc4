import { describe, expect, test } from 'vitest';
import type { Block } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import { writeDocx } from '#shared/export/docx/package';
import { trackedPaper } from '#shared/export/papers/tracked';
import { readFlatOdt } from '../support/flatOdt';
import { processInLibreOffice } from '../support/libreOffice';
import { makeProgramme, rollDice } from '../support/revisionGenerator';
import { revisionWith } from '../unit/export/programmes';
import { reviseHarshly } from './harshRevision';

const trackedDocx = (baseline: Revision, newest: Revision): Uint8Array =>
  writeDocx(
    trackedPaper(
      {
        newest,
        baseline,
        amendments: [],
        votingOrder: null,
        people: {},
        language: 'nb',
        generatedAt: '2027-02-01T08:00:00.000Z',
        author: 'Redaksjonskomiteen',
      },
      baseline,
    ),
  );

/** The programme's blocks in a file that LibreOffice saved: what stands between the cover's last line and the closing note. */
function blocksIn(flatOdt: Uint8Array): readonly string[] {
  const paragraphs = readFlatOdt(flatOdt);
  const cover = paragraphs.findIndex(({ style }) => style === 'Cover facts');
  return paragraphs.slice(cover + 1, -1).map(({ text }) => text);
}

const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text);

const seeds = Array.from({ length: 20 }, (_, at) => 7001 + at);

describe('E3 tracked changes in LibreOffice', () => {
  test(`E3 rejecting all gives the previous text and accepting all the new one, block by block (seeds ${seeds[0]}–${seeds.at(-1)})`, async () => {
    const cases = seeds.map((seed) => {
      const base = makeProgramme(rollDice(seed), 260);
      return { seed, base, current: reviseHarshly(base, seed, 1 + (seed % 25)) };
    });
    const outputs = await processInLibreOffice(
      cases.flatMap(({ base, current }) => {
        const bytes = trackedDocx(revisionWith(base), revisionWith(current));
        return (['reject', 'accept'] as const).map((action) => ({
          bytes,
          extension: 'docx',
          action,
          as: 'fodt' as const,
        }));
      }),
    );
    for (const [at, { seed, base, current }] of cases.entries()) {
      const [rejected, accepted] = [outputs[2 * at], outputs[2 * at + 1]];
      expect.soft(rejected && blocksIn(rejected), `seed ${seed}, all rejected`).toEqual(textsOf(base));
      expect.soft(accepted && blocksIn(accepted), `seed ${seed}, all accepted`).toEqual(textsOf(current));
    }
  });
});
