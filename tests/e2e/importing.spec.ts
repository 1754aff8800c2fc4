import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/electronApp';
import { column, plainPdf } from '../support/plainPdf';
import { WorkspacePage } from '../support/workspacePage';

const pdf = plainPdf([
  [
    { text: 'Arbeidsprogram for Hagelaget 2031–2033', x: 72, y: 60, size: 20, font: 'bold' },
    { text: '1 Jord', x: 72, y: 90, size: 14, font: 'bold' },
    ...column(['Hagelaget vil arbeide for:'], { y: 120 }),
    ...column(['1.', '2.'], { x: 78, y: 140 }),
    ...column(['At jorda er god.', 'At alle har en spade.'], { x: 96, y: 140 }),
  ],
]);
const page = '<!DOCTYPE html><h1>Plan for Hagelaget</h1><h2>Jord</h2><p>Laget graver.</p>';
const rich = "{\\rtf1\\ansi{\\stylesheet{\\s2 Title;}}\\pard\\s2 Plan for Hagelaget\\par\\pard Laget m\\'f8tes.\\par}";

for (const { name, bytes, texts } of [
  { name: 'program.pdf', bytes: pdf, texts: ['At jorda er god.', 'At alle har en spade.'] },
  { name: 'plan.html', bytes: new TextEncoder().encode(page), texts: ['Laget graver.'] },
  { name: 'plan.rtf', bytes: new TextEncoder().encode(rich), texts: ['Laget møtes.'] },
])
  test(`IE7 ${name} opens in the window`, async ({ launchApp, workFolder }) => {
    const path = join(workFolder, name);
    await writeFile(path, bytes);
    const running = await launchApp({ file: path });
    const workspace = new WorkspacePage(running.window);
    await workspace.ready();
    expect((await workspace.blocks()).map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
  });
