import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { exportPaper } from '#shared/export';
import { importAnyDocument, importFailures } from '#shared/import';
import { chanceFrom, type Chance } from '../../support/heldOut/chance';
import { column, plainPdf } from '../../support/plainPdf';
import { meeting } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';

/** So many files of each format; more by `FUZZ_RUNS=5000 npx vitest run tests/property/import/fuzz.test.ts`. */
const runs = Number(process.env['FUZZ_RUNS'] ?? '60');
const FIRST_SEED = Number(process.env['FUZZ_SEED'] ?? '20271126');

const paper = (format: 'docx' | 'odt'): Uint8Array => {
  const newest = revisionOf(['= Program', '# Jord', 'Laget møtes.', ': Laget vil:', '1. grave', '1. så', '• vanne']);
  const baseline = revisionOf(['= Program', '# Jord', 'Laget møtes ofte.', '1. grave dypt']);
  const output = exportPaper('tracked', format, { ...meeting(), amendments: [], newest, baseline });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
};

const html = `<!DOCTYPE html><html><head><title>Plan</title><style>p{color:red}</style></head><body><nav>Meny</nav><main><h1>Plan for Hagelaget</h1>
<h2>Jord</h2><p>Laget <b>graver</b> &amp; sår.<sup>1</sup></p><ol start="3"><li>At alle får vann.<ul><li>Og frø.</li></ul></li></ol><table><tr><td>År</td><td>Mål</td></tr></table></main></body></html>`;
const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Heading 1;}}{\header Hagelaget\par}\pard\s1{\listtext 1.\tab}Jord\par
\pard Laget m\'f8tes{\footnote\pard Hver m\u229?ned.} og {\deleted graver}{\revised s\u229?r}.\par\trowd\pard\intbl Fr\u248?\cell 12\cell\row\pard Slutt.\par}`;
const text =
  'Hagelagets program 2031–2033\n\n1 Jord\n\nLaget vil arbeide for:\n\n1. At alle får vann.1\n2. Å dele ut frø hvert år.\n\n1 Årsmøtet 2030\n';

const formats: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  {
    name: 'p.pdf',
    bytes: plainPdf([
      [
        { text: 'Arbeidsprogram for Hagelaget', x: 72, y: 60, size: 20, font: 'bold' },
        ...column(['Jorda er det viktigste vi har, og den skal være god', 'i hele perioden.'], { y: 120 }),
      ],
      [{ text: 'Vann', x: 72, y: 60, size: 14, font: 'bold' }, ...column(['Vannet skal være rent.'], { y: 90 })],
    ]),
  },
  { name: 'p.rtf', bytes: strToU8(rtf) },
  { name: 'p.html', bytes: strToU8(html) },
  { name: 'p.odt', bytes: paper('odt') },
  { name: 'p.docx', bytes: paper('docx') },
  { name: 'p.txt', bytes: strToU8(text) },
  { name: 'p.md', bytes: strToU8(`# Plan\n\n${text}\n- [ ] **gjort** <b>x</b> [a](b)\n`) },
];

/** Cuts, flips, moves and doubles pieces, or puts chance in their place. */
function spoil(bytes: Uint8Array, chance: Chance): Uint8Array {
  let spoiled: Uint8Array = bytes.slice();
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const at = chance.below(spoiled.length + 1);
    const end = Math.min(spoiled.length, at + 1 + chance.below(chance.hits(0.8) ? 24 : spoiled.length + 1));
    const piece = spoiled.slice(at, end);
    switch (chance.below(5)) {
      case 0:
        spoiled = spoiled.slice(0, chance.hits(0.3) ? at : spoiled.length - chance.below(40));
        break;
      case 1:
        for (let i = at; i < end; i++) spoiled[i] = (spoiled[i] ?? 0) ^ (1 << chance.below(8));
        break;
      case 2:
        for (let i = at; i < end; i++) spoiled[i] = chance.below(256);
        break;
      case 3: {
        const to = chance.below(spoiled.length + 1);
        spoiled = Uint8Array.from([...spoiled.slice(0, to), ...piece, ...spoiled.slice(to)]);
        break;
      }
      default:
        spoiled = Uint8Array.from([...spoiled.slice(0, at), ...spoiled.slice(end)]);
    }
  }
  return spoiled;
}

/** Elements without content change places or come twice, and values change, so that what comes out is XML still. */
function shuffled(xml: string, chance: Chance): string {
  const pieces = xml.split(/(?=<)/);
  for (let times = 1 + chance.below(6); times > 0; times--) {
    const at = chance.below(pieces.length);
    const piece = pieces[at] ?? '';
    if (piece.endsWith('/>')) pieces.splice(chance.below(pieces.length), 0, ...pieces.splice(at, chance.below(2)));
    else pieces[at] = piece.replace(/="[^"<]*"(?=[^"]*>)/, () => `="${String(chance.below(1e9) - 5)}"`);
  }
  return pieces.join('');
}

/** In most packages the damage is inside one of its parts, where the reader meets it. */
function spoilInside(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /(?:content|styles|document|numbering)\.xml$/.test(name));
  const name = chance.from(['', ...names]) || (names[0] ?? '');
  const part = parts[name] ?? new Uint8Array();
  parts[name] = chance.hits(0.5) ? spoil(part, chance) : strToU8(shuffled(strFromU8(part), chance));
  return zipSync(parts, { level: 0 });
}

describe(`Spoilt files (seeds from ${String(FIRST_SEED)})`, () => {
  for (const { name, bytes } of formats)
    it(`IZ9 ${String(runs)} spoilt files of the kind ${name.slice(2)} give a document or a typed failure, and end`, async () => {
      const isPackage = bytes[0] === 0x50;
      let read = 0;
      for (let run = 0; run < runs; run++) {
        const seed = FIRST_SEED + run;
        const chance = chanceFrom(seed);
        const spoilt = isPackage && chance.hits(0.7) ? spoilInside(bytes, chance) : spoil(bytes, chance);
        const imported = await importAnyDocument({ name, bytes: spoilt }, countingIds('b'));
        if (imported.ok) read++;
        expect(
          imported.ok ? imported.value.blocks.length > 0 : imported.failure.code in importFailures,
          `seed ${String(seed)}`,
        ).toBe(true);
      }
      // Damage that no reader got past would say nothing about the readers.
      expect(read).toBeGreaterThan(0);
    }, 120_000);
});
