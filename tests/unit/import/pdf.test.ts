import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importAnyDocument, type ImportedDocument } from '#shared/import';
import { column, plainPdf, type PdfWords } from '../../support/plainPdf';
import { outline } from './importText';

const read = (bytes: Uint8Array) => importAnyDocument({ name: 'program.pdf', bytes }, countingIds('b'));

async function importPdf(pages: readonly (readonly PdfWords[])[]): Promise<ImportedDocument> {
  const imported = await read(plainPdf(pages));
  if (!imported.ok) throw new Error(imported.failure.code);
  return imported.value;
}

const title: PdfWords = { text: 'Arbeidsprogram for Hagelaget 2031–2033', x: 72, y: 60, size: 20, font: 'bold' };
const chapter = (text: string, y: number): PdfWords => ({ text, x: 72, y, size: 14, font: 'bold' });

describe('PDF', () => {
  it('IQ1 larger letters are headings, lines to the edge one paragraph, and what hangs under a point belongs to it', async () => {
    const document = await importPdf([
      [
        title,
        chapter('1 Jord og muld som varer', 90),
        ...column(
          [
            'Hagelaget er en forening for alle som dyrker noe, enten de har en åker, en',
            'hage eller en potte i vinduet, og det holder til i hele byen hele året.',
          ],
          { y: 110 },
        ),
        ...column(['Hagelaget vil arbeide for:'], { y: 146 }),
        ...column(['1.', '2.'], { x: 78, y: 166, leading: 28 }),
        ...column(
          [
            'At jorda skal være fri for gift, og at det skal gå an å få den prøvd.',
            'Det kan gjøres hvert år.',
            'At alle skal ha en spade.',
          ],
          { x: 96, y: 166 },
        ),
      ],
    ]);
    expect(outline(document)).toEqual([
      'title - | Arbeidsprogram for Hagelaget 2031–2033',
      'heading1 1 | Jord og muld som varer',
      'paragraph - | Hagelaget er en forening for alle som dyrker noe, enten de har en åker, en hage eller en potte i vinduet, og det holder til i hele byen hele året.',
      'leadIn - | Hagelaget vil arbeide for:',
      'point 1 | At jorda skal være fri for gift, og at det skal gå an å få den prøvd. Det kan gjøres hvert år.',
      'point 2 | At alle skal ha en spade.',
    ]);
    expect(document.period).toEqual({ from: '2031', to: '2033' });
  });

  it('IO1 the contents of a paper of ours, whose rows have no dots, are not its text, short ones and those of two lines neither', async () => {
    const row = (text: string, y: number, at: number): readonly PdfWords[] => [
      { text, x: 72, y },
      { text: String(at), x: 500, y },
    ];
    const document = await importPdf([
      [
        title,
        ...row('Fingeravtrykk f638f843', 100, 0).slice(0, 1),
        { text: 'Innhold', x: 72, y: 200, font: 'bold' },
        ...row('1 Jord', 220, 2),
        { text: '2 Om det å dele på alt som vokser i en felles hage, og om hva som skal til for at', x: 72, y: 236 },
        ...row('alle blir hørt', 250, 2),
        ...row('3 Vann', 266, 2),
      ],
      [
        chapter('1 Jord', 90),
        ...column(['Jorda skal vare lenge.'], { y: 110 }),
        chapter('2 Om det å dele på alt som vokser i en felles hage,', 150),
        chapter('og om hva som skal til for at alle blir hørt', 166),
        ...column(['Alle skal bli hørt.'], { y: 190 }),
        chapter('3 Vann', 230),
        ...column(['Vann er for alle.'], { y: 250 }),
      ],
    ]);
    expect(outline(document)).toEqual([
      'heading1 1 | Jord',
      'paragraph - | Jorda skal vare lenge.',
      'heading1 2 | Om det å dele på alt som vokser i en felles hage, og om hva som skal til for at alle blir hørt',
      'paragraph - | Alle skal bli hørt.',
      'heading1 3 | Vann',
      'paragraph - | Vann er for alle.',
    ]);
  });

  it('IQ2 two columns are read one after the other, below what stands across them', async () => {
    const left = [
      'Det første laget gjør',
      'om våren er å spa om',
      'jorda i den felles hagen,',
      'som ligger ved elva og',
      'er åpen for alle.',
    ];
    const right = [
      'Det siste laget gjør om',
      'høsten er å dekke jorda',
      'med løv fra gatene, som',
      'kommunen kjører bort',
      'hvis ingen vil ha det.',
    ];
    const document = await importPdf([
      [title, chapter('Året i hagen', 90), ...column(left, { y: 120 }), ...column(right, { x: 320, y: 120 })],
    ]);
    expect(outline(document).slice(2)).toEqual([`paragraph - | ${left.join(' ')}`, `paragraph - | ${right.join(' ')}`]);
  });

  it('IQ3 running heads, numbers of pages and of lines are in the report, and a sentence runs on over the page', async () => {
    const sentence = [
      'Hagelaget skal hvert år gi ut et hefte om hva medlemmene har lært, og det skal',
      'kunne leses av alle som vil, også av dem som ikke er medlemmer av laget eller',
      'bor i byen, og det skal stå på nettet fra den dagen det er trykt og være gratis',
    ];
    const [first = '', second = '', third = ''] = sentence;
    const page = (number: number, lines: readonly string[]): readonly PdfWords[] => [
      { text: 'Hagelaget', x: 72, y: 40, size: 9 },
      ...column(lines, { y: 90 }),
      ...lines.map((_, i) => ({ text: String((number - 1) * 3 + i + 1), x: 50, y: 90 + i * 14, size: 7 })),
      { text: `Side ${String(number)} av 3`, x: 280, y: 810, size: 9 },
    ];
    const document = await importPdf([
      page(1, [first, second, third]),
      page(2, [second, third, first]),
      page(3, [third, second, 'bor her.']),
    ]);
    expect(document.blocks.map(({ block }) => block.text)).toEqual([
      [first, second, third, second, third, first, third, second, 'bor her.'].join(' '),
    ]);
    expect(
      document.report.flatMap(({ code, params }) => (code === 'page-frame-dropped' ? [params['text']] : [])),
    ).toEqual(['1–9', 'Hagelaget (3 ×)', 'Side 1 av 3', 'Side 2 av 3', 'Side 3 av 3']);
    expect(document.rows.map(({ page: number }) => number)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  it('IQ4 raised figures are the markers of notes, whose bodies stand in smaller letters at the foot', async () => {
    const document = await importPdf([
      [
        title,
        ...column(['Byen har tusen hager'], { y: 100 }),
        { text: '1', x: 178, y: 96, size: 6 },
        { text: 'og femti åkrer, og de fleste er i bruk.', x: 184, y: 100 },
        { text: '1', x: 72, y: 760, size: 5 },
        { text: 'Tall fra kommunen i fjor.', x: 78, y: 763, size: 8 },
      ],
    ]);
    expect(outline(document).slice(1)).toEqual([
      'paragraph - | Byen har tusen hager og femti åkrer, og de fleste er i bruk.',
      'footnote 1 | Tall fra kommunen i fjor.',
    ]);
    expect(document.blocks[1]?.block.footnoteRefs).toEqual([{ number: '1', offset: 20 }]);
  });

  it('IQ5 scanned files, files with a password, too many pages and damage are failures of their own', async () => {
    const codeOf = async (bytes: Uint8Array) => {
      const imported = await read(bytes);
      return imported.ok ? null : imported.failure.code;
    };
    const locked = plainPdf([[title]], {
      trailer: (first) => `/Encrypt ${String(first)} 0 R /ID [<00> <00>]`,
      objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`],
    });
    expect(await codeOf(plainPdf([[]]))).toBe('import-scanned');
    expect(await codeOf(locked)).toBe('import-encrypted');
    expect(await codeOf(plainPdf(Array.from({ length: 5_000 }, () => [title])))).toBe('import-too-many-pages');
    expect(await codeOf(plainPdf([[title]]).slice(0, 40))).toBe('import-damaged');
  });

  it('IQ6 a stream that unpacks without end is refused before it is unpacked', async () => {
    const packed = zlibSync(new Uint8Array(60 * 1024 * 1024), { level: 1 });
    const data = Array.from(packed, (unit) => String.fromCharCode(unit)).join('');
    const start = process.cpuUsage();
    const imported = await read(plainPdf([[]], { stream: { dictionary: '/Filter /FlateDecode', data } }));
    expect(imported.ok ? null : imported.failure.code).toBe('import-unpacks-too-large');
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
    const twice = await read(
      plainPdf([[]], { stream: { dictionary: '/Filter [/FlateDecode /FlateDecode]', data: '' } }),
    );
    expect(twice.ok ? null : twice.failure.code).toBe('import-unpacks-too-large');
  });

  it('IQ7 tells how far it has come', async () => {
    const shares: number[] = [];
    const bytes = plainPdf([[title], [chapter('Jord', 90)], [chapter('Vann', 90)]]);
    await importAnyDocument({ name: 'a.pdf', bytes }, countingIds('b'), { progress: (share) => shares.push(share) });
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
  });
});
