// The programme with line numbers as PDF, 60 pages: ours (Typst, tagged, checked as PDF/UA-1 and PDF/A-2a) against LibreOffice's from our ODT.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typeset } from '#server/typeset';
import { makeRevision } from '#shared/domain/revision';
import { defaultLineSettings } from '#shared/domain/lines';
import { exportPaper, type ExportInput } from '#shared/export';
import { makeProgramme, rollDice } from '../../tests/support/revisionGenerator';
import { samples, shown } from '../samples';

const seed = Number(process.argv[2] ?? 20_270_528);
const RUNS = 5;
const PAGES = 60;
/** Running text with line numbers holds some 400 words a page. */
const WORDS = 22_500;

const blocks = makeProgramme(rollDice(seed), WORDS);
const content = { title: 'Program', period: null, language: 'nb' as const, lineSettings: defaultLineSettings, blocks };
const input: ExportInput = {
  newest: makeRevision(content, 'Innstilling', '2027-01-15T09:30:00.000Z'),
  baseline: null,
  amendments: [],
  votingOrder: null,
  people: {},
  language: 'nb',
  isDraft: false,
  generatedAt: '2027-02-10T08:15:00.000Z',
  author: 'Sekretariatet',
};

async function ours(purpose: 'paper' | 'preview', changed: string): Promise<{ ms: number; pdf: Uint8Array }> {
  const start = performance.now();
  // Another title each time: a paper that was just set would come from the typesetter's memory.
  const output = exportPaper('text', 'pdf', { ...input, author: changed });
  if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
  const files = { ...output.value.files };
  files['main.typ'] = (files['main.typ'] ?? '').replace('foot: "', `foot: "${changed} `);
  const pdf = await typeset(files, { purpose });
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return { ms: performance.now() - start, pdf: pdf.value };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-papers-'));
try {
  const odt = exportPaper('text', 'odt', input);
  if (!odt.ok || odt.value.kind !== 'bytes') throw new Error('bytes expected');
  const file = join(folder, 'paper.odt');
  writeFileSync(file, odt.value.bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const theirs = (): number => {
    const start = performance.now();
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
    });
    return performance.now() - start;
  };
  const first = await ours('paper', 'første');
  writeFileSync(join(folder, 'ours.pdf'), first.pdf);
  const pages = Number(
    /Pages: +(\d+)/.exec(execFileSync('pdfinfo', [join(folder, 'ours.pdf')], { encoding: 'utf8' }))?.[1],
  );
  const firstOfTheirs = theirs();
  const [papers, previews, peer]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    papers.push((await ours('paper', `nr. ${run}`)).ms);
    previews.push((await ours('preview', `utsnitt ${run}`)).ms);
    peer.push(theirs());
  }
  const [own, eye, theirsToo] = [samples(papers), samples(previews), samples(peer)];
  const ratio = own.median / theirsToo.median;
  console.log(`papers: ${pages} pages (about ${PAGES}) with line numbers, seed ${seed}`);
  console.log(
    `  first    ours ${first.ms.toFixed(0)} ms, LibreOffice ${firstOfTheirs.toFixed(0)} ms (each with its start)`,
  );
  console.log(`  paper    ${shown(own)}`);
  console.log(`  preview  ${shown(eye)}`);
  console.log(`  LibreOffice ${shown(theirsToo)}`);
  console.log(`  ratio ${ratio.toFixed(2)} (reach: 0.50), preview ${(eye.median / theirsToo.median).toFixed(2)}`);
  if (ratio > 0.5) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
