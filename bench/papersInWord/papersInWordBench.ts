/** Word documents with tracked changes, 60 pages: our writer against the `docx` library on the same runs. Ratio of medians of five; raw samples are printed. */
import { Document, Packer, Paragraph, TextRun, InsertedTextRun, DeletedTextRun } from 'docx';
import { paperOf } from '../../shared/export';
import { writeDocx } from '../../shared/export/docx/package';
import { isAdded, isStruck, type ExportDocument } from '../../shared/export/document';
import { defaultLineSettings } from '../../shared/domain/lines';
import { revisionIdOf, type Revision } from '../../shared/domain/revision';
import type { Block } from '../../shared/domain/block';
import { makeProgramme, ordinaryRevision, revise, rollDice } from '../../tests/support/revisionGenerator';
import { samples, shown, type Samples } from '../samples';

/** About 60 pages of 470 words. */
const words = 28_650;
const rounds = 5;

const revisionOf = (blocks: readonly Block[], name: string): Revision => {
  const content = {
    title: 'Program',
    period: null,
    language: 'nb' as const,
    lineSettings: defaultLineSettings,
    blocks,
  };
  return { ...content, id: revisionIdOf(content), name, frozenAt: '2027-01-15T09:30:00.000Z' };
};

function peerDocument({ blocks, changesBy }: ExportDocument): Document {
  let id = 0;
  const change = () => ({ id: (id += 1), author: changesBy.author, date: changesBy.at });
  return new Document({
    sections: [
      {
        children: blocks.flatMap((block) =>
          block.type !== 'programme'
            ? []
            : [
                new Paragraph({
                  children: block.runs.map(({ text, mark }) =>
                    isAdded(mark)
                      ? new InsertedTextRun({ text, ...change() })
                      : isStruck(mark)
                        ? new DeletedTextRun({ text, ...change() })
                        : new TextRun(text),
                  ),
                }),
              ],
        ),
      },
    ],
  });
}

async function time(work: () => unknown): Promise<Samples> {
  const raw: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    await work();
    // The first round warms up.
    if (round > 0) raw.push(performance.now() - start);
  }
  return samples(raw);
}

const seed = 2027;
const base = makeProgramme(rollDice(seed), words);
const { current } = revise(rollDice(seed + 1), base, ordinaryRevision);
const paper = paperOf(
  'tracked',
  {
    newest: revisionOf(current, 'Innstilling'),
    baseline: revisionOf(base, 'Vedtatt'),
    amendments: [],
    votingOrder: null,
    people: {},
    language: 'nb',
    isDraft: false,
    generatedAt: '2027-02-01T08:00:00.000Z',
    author: 'Redaksjonskomiteen',
  },
  'docx',
);
if (!paper.ok) throw new Error(paper.failure.code);
const document = paper.value;

const ours = await time(() => writeDocx(document));
const theirs = await time(() => Packer.toBuffer(peerDocument(document)));
const ratio = ours.median / theirs.median;
console.log(`DOCX with tracked changes, ${words} words (seed ${seed})`);
console.log(`  ours ${shown(ours)} · docx ${shown(theirs)}`);
console.log(`  ratio ${ratio.toFixed(2)} (reach ≤ 1.0) ${ratio <= 1 ? 'reached' : 'NOT reached'}`);
