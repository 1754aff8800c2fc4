import { readdirSync, readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';
import { makeProgramme, rollDice } from '../../tests/support/revisionGenerator';
import { level, listed, p, style, styled, wordFile } from '../../tests/support/wordFile';
import { samples, shown, timed } from '../samples';

const seed = Number(process.argv[2] ?? 20_270_528);
const RUNS = 15;
/** Runs before the first sample of what is measured warm. */
const WARM_UP = 5;
/** Words of a programme of sixty printed pages. */
const SIXTY_PAGES = 28_650;

const read = (name: string, bytes: Uint8Array): void => {
  const imported = importDocument({ name, bytes }, countingIds('b'));
  if (!imported.ok) throw new Error(imported.failure.code);
};

/** Headings by style, points in a list that is counted, paragraphs: what a programme in Word is made of. */
function wordFileOf(words: number): Uint8Array {
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const body = makeProgramme(rollDice(seed), words).map(({ kind, text }) =>
    kind === 'heading' || kind === 'title'
      ? styled('Overskrift1', escaped(text))
      : kind === 'point'
        ? listed(1, 0, escaped(text))
        : p(escaped(text)),
  );
  return wordFile({
    body: body.join(''),
    styles: style('Overskrift1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    numbering: `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
  });
}

async function againstMammoth(): Promise<void> {
  const bytes = wordFileOf(SIXTY_PAGES);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run++) {
    const start = performance.now();
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const peerTook = performance.now() - start;
    const took = timed(() => {
      read('program.docx', bytes);
    });
    if (run === -WARM_UP)
      console.log(`60 pages of Word, first: importDocument ${took.toFixed(0)} ms, mammoth ${peerTook.toFixed(0)} ms`);
    if (run < 0) continue;
    theirs.push(peerTook);
    ours.push(took);
  }
  const [own, peer] = [samples(ours), samples(theirs)];
  console.log(`60 pages of Word, importDocument  ${shown(own)}`);
  console.log(`60 pages of Word, mammoth         ${shown(peer)}`);
  console.log(`ratio ${(own.median / peer.median).toFixed(3)} (goal ≤ 0.5)\n`);
}

/** The peer is the same reader at an eighth of the length: linear cost is a ratio of 8. */
function linear(): void {
  const text = makeProgramme(rollDice(seed), SIXTY_PAGES)
    .map(({ text: words }, i) => (i % 3 === 0 ? `${String(i)}. ${words}` : words))
    .join('\n\n');
  const bytes = (times: number): Uint8Array => new TextEncoder().encode(`${text}\n\n`.repeat(times));
  const small = bytes(1);
  const large = bytes(8);
  const runs = Array.from({ length: RUNS }, () => ({
    small: timed(() => {
      read('a.txt', small);
    }),
    large: timed(() => {
      read('a.txt', large);
    }),
  }));
  const [one, eight] = [samples(runs.map((run) => run.small)), samples(runs.map((run) => run.large))];
  console.log(`60 pages of text    ${shown(one)}`);
  console.log(`480 pages of text   ${shown(eight)}`);
  console.log(`ratio ${(eight.median / one.median).toFixed(2)} (linear: 8)\n`);
}

/** First in a fresh process, then warm. Only where the material is at hand. */
function seeds(): void {
  const folder = '../shared/seeds';
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).sort();
  } catch {
    console.log('../shared/seeds is not here: no figures for them\n');
  }
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    const first = timed(() => {
      read(name, bytes);
    });
    for (let warm = 0; warm < WARM_UP; warm++) read(name, bytes);
    const own = samples(
      Array.from({ length: RUNS }, () =>
        timed(() => {
          read(name, bytes);
        }),
      ),
    );
    console.log(`${name}  first ${first.toFixed(0)} ms, warm ${shown(own)} (goal ≤ 50 ms)`);
  }
  console.log('');
}

console.log(`import · seed ${seed} · median of ${RUNS}, raw samples in brackets\n`);
seeds();
linear();
await againstMammoth();
