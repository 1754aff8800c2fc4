import type { Page } from '@playwright/test';
import { blocksOf, expect, formattedOf, pasteInto, placeCaret, test } from '../support/editorPage';
import { hostileHtml } from '../support/hostileHtml';

const select = async (page: Page, count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await page.keyboard.press('Shift+ArrowRight');
};

/** The same cases alone and while another writes beside. */
for (const together of [false, true]) {
  const who = together ? 'while another writes' : 'alone';

  test(`E18 bold and italic come and go with their keys, and stay with their words, ${who}`, async ({ editor }) => {
    const page = await editor.open('p:epler og bær|p:to|b:nabo|b:nabo');
    if (together) await page.evaluate(() => window.harness.makeNoise());
    const lines = async (): Promise<string[]> => (await formattedOf(page)).slice(0, 2);
    await placeCaret(page, 'b0', 0);
    await select(page, 5);
    await page.keyboard.press('Control+b');
    await expect.poll(lines).toEqual(['*epler* og bær', 'to']);
    await page.keyboard.press('Control+i');
    await expect.poll(lines).toEqual(['*_epler_* og bær', 'to']);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('!');
    await expect.poll(lines).toEqual(['*_epler!_* og bær', 'to']);
    for (let left = 3; left > 0; left -= 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(lines).toEqual(['*_epl_*', '*_er!_* og bær']);
    await page.keyboard.press('Backspace');
    await expect.poll(lines).toEqual(['*_epler!_* og bær', 'to']);
    for (let steps = 4; steps > 0; steps -= 1) await page.keyboard.press('Control+z');
    await expect.poll(lines).toEqual(['*epler* og bær', 'to']);
    await page.keyboard.press('Control+z');
    await expect.poll(lines).toEqual(['epler og bær', 'to']);
  });

  test(`E18 a selection over several points is bold, and then no longer, ${who}`, async ({ editor }) => {
    const page = await editor.open('p:en|p:to|p:tre|b:nabo|b:nabo');
    if (together) await page.evaluate(() => window.harness.makeNoise());
    const lines = async (): Promise<string[]> => (await formattedOf(page)).slice(0, 3);
    await placeCaret(page, 'b0', 1);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+b');
    await expect.poll(lines).toEqual(['e*n*', '*to*', '*t*re']);
    await page.keyboard.press('Control+b');
    await expect.poll(lines).toEqual(['en', 'to', 'tre']);
  });
}

test('E18 without a selection it is the word, or what is typed next', async ({ editor }) => {
  const page = await editor.open('p:epler og bær|p:');
  await placeCaret(page, 'b0', 2);
  await page.keyboard.press('Control+b');
  await expect.poll(() => formattedOf(page)).toEqual(['*epler* og bær', '']);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+i');
  await page.keyboard.type(' her');
  await expect.poll(() => formattedOf(page)).toEqual(['*epler* og bær_ her_', '']);
  await page.keyboard.press('Control+i');
  await page.keyboard.type(' nå');
  await expect.poll(() => formattedOf(page)).toEqual(['*epler* og bær_ her_ nå', '']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Ny');
  await expect.poll(() => formattedOf(page)).toEqual(['*epler* og bær_ her_ nå', '*Ny*']);
});

test('E18 what another makes bold is shown, and the caret stays with its words', async ({ editor }) => {
  const page = await editor.open('p:epler og bær');
  await placeCaret(page, 'b0', 8);
  await page.evaluate(() => window.harness.remote.bold('b0', 3, 11));
  await expect.poll(() => formattedOf(page)).toEqual(['epl*er og bæ*r']);
  await page.keyboard.type('XY');
  await expect.poll(() => formattedOf(page)).toEqual(['epl*er ogXY bæ*r']);
});

/** Puts a word in the place of the nth stretch of one format in a block, as the browser's spelling menu does. */
const replaceBySpellingMenu = (page: Page, block: string, nth: number, word: string): Promise<void> =>
  page.evaluate(
    ([id, at, text]) => {
      const words = document.querySelector(`[data-block-id=${id}]`)?.children[at]?.firstChild;
      if (!(words instanceof Text)) throw new Error('no such words');
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', text);
      const all = { startContainer: words, startOffset: 0, endContainer: words, endOffset: words.data.length };
      words.parentElement?.dispatchEvent(
        new InputEvent('beforeinput', {
          inputType: 'insertReplacementText',
          dataTransfer,
          targetRanges: [new StaticRange(all)],
          bubbles: true,
          cancelable: true,
        }),
      );
    },
    [block, nth, word] as const,
  );

test('E18 a word that the spelling menu of the browser puts for another is as bold as that was', async ({ editor }) => {
  const page = await editor.open('p:epler og berr');
  await placeCaret(page, 'b0', 9);
  await select(page, 4);
  await page.keyboard.press('Control+b');
  await replaceBySpellingMenu(page, 'b0', 1, 'bær');
  await expect.poll(() => formattedOf(page)).toEqual(['epler og *bær*']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => formattedOf(page)).toEqual(['epler og *berr*']);
});

test('E18 a composition in bold words is bold', async ({ editor }) => {
  const page = await editor.open('p:epler');
  await placeCaret(page, 'b0', 0);
  await select(page, 5);
  await page.keyboard.press('Control+b');
  await page.keyboard.press('ArrowRight');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: 'é' });
  await expect.poll(() => formattedOf(page)).toEqual(['*epleré*']);
});

test('E18 what is typed or composed over a selection looks as its first letter, over all of a block and over several too', async ({
  editor,
}) => {
  const open = async (): Promise<Page> => {
    const page = await editor.open('p:et epler|p:bær');
    await page.evaluate(() => {
      window.harness.select('b0', { start: 3, end: 8 });
      window.harness.handle?.toggleFormat('bold');
      window.harness.select('b1', { start: 0, end: 3 });
      window.harness.handle?.toggleFormat('italic');
    });
    await expect.poll(() => formattedOf(page)).toEqual(['et *epler*', '_bær_']);
    return page;
  };
  const all = async (page: Page): Promise<void> => {
    await page.evaluate(() => window.harness.select('b0', { start: 3, end: 3 }));
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
  };
  for (const [name, selected, expected] of [
    [
      'bold words',
      (page: Page) => page.evaluate(() => window.harness.select('b0', { start: 3, end: 8 })),
      ['et *éx*', '_bær_'],
    ],
    [
      'plain and bold words',
      (page: Page) => page.evaluate(() => window.harness.select('b0', { start: 0, end: 6 })),
      ['éx*er*', '_bær_'],
    ],
    [
      'a whole block',
      (page: Page) => page.evaluate(() => window.harness.select('b1', { start: 0, end: 3 })),
      ['et *epler*', '_éx_'],
    ],
    ['two blocks', all, ['et *éx*']],
  ] as const) {
    const page = await open();
    await selected(page);
    await page.keyboard.type('éx');
    await expect.poll(() => formattedOf(page), `typed over ${name}`).toEqual(expected);
    await page.keyboard.press('Control+z');
    await expect.poll(() => formattedOf(page), name).toEqual(['et *epler*', '_bær_']);
    await selected(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: 'é' });
    await page.keyboard.type('x');
    await expect.poll(() => formattedOf(page), `composed over ${name}`).toEqual(expected);
    await page.keyboard.press('Control+z');
    await expect.poll(() => formattedOf(page), name).toEqual(['et *epler*', '_bær_']);
    await session.detach();
  }
});

test('E18 what is composed right after Ctrl+B is bold, and what is typed on', async ({ editor }) => {
  const page = await editor.open('p:epler');
  await page.evaluate(() => window.harness.select('b0', { start: 5, end: 5 }));
  await page.keyboard.press('Control+b');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: 'é' });
  await page.keyboard.type('x');
  await expect.poll(() => formattedOf(page)).toEqual(['epler*éx*']);
  await session.detach();
});

test('E19 a link is made of what is selected, changed and taken away, and is never an unsafe one', async ({
  editor,
}) => {
  const page = await editor.open('p:epler og bær');
  await placeCaret(page, 'b0', 0);
  await select(page, 5);
  const link = async (address: string | null): Promise<void> => {
    // The page hears of the last arrow key's selection a moment later: no hand is as quick as this driver.
    await expect.poll(() => page.evaluate(() => window.harness.handle?.askLink()?.words)).toBe('epler');
    await page.evaluate((to) => {
      const asked = window.harness.handle?.askLink();
      if (asked) window.harness.handle?.setLink(asked, to);
    }, address);
  };
  await link('https://eksempel.no/a;b?c="d"');
  await expect.poll(() => formattedOf(page)).toEqual(['epler og bær']);
  await placeCaret(page, 'b0', 0);
  await select(page, 5);
  await link("https://eksempel.no/a;b?c='(d)'");
  await expect.poll(() => formattedOf(page)).toEqual(["[epler](https://eksempel.no/a;b?c='(d)') og bær"]);
  await page.keyboard.type('X');
  await expect.poll(() => formattedOf(page)).toEqual(["[epler](https://eksempel.no/a;b?c='(d)')X og bær"]);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await link(null);
  await expect.poll(() => formattedOf(page)).toEqual(['eplerX og bær']);
  await page.keyboard.press('Control+Shift+K');
  expect(await page.evaluate(() => window.harness.linksAsked)).toBe(1);
});

test('E19 what is typed or composed over a link, its start or its end is no part of it; within it it is', async ({
  editor,
}) => {
  const link = 'https://eksempel.no/';
  /** A text with a link in it, of which a part is selected. */
  const open = async (start: number, end: number): Promise<Page> => {
    const page = await editor.open('p:se lenken her');
    await page.evaluate(
      ({ address, selected }) => {
        const { handle } = window.harness;
        const place = (rangeInText: { start: number; end: number }) =>
          handle?.selectPlace({ block: 'b0', rangeInText } as never);
        place({ start: 3, end: 9 });
        const asked = handle?.askLink();
        if (asked) handle?.setLink(asked, address);
        place(selected);
      },
      { address: link, selected: { start, end } },
    );
    return page;
  };
  for (const [start, end, expected] of [
    [3, 9, 'se éx her'],
    [3, 6, `se éx[ken](${link}) her`],
    [6, 9, `se [len](${link})éx her`],
    [5, 7, `se [leéxen](${link}) her`],
    [0, 9, 'éx her'],
    [5, 11, `se [le](${link})éxer`],
  ] as const) {
    const page = await open(start, end);
    await page.keyboard.type('éx');
    await expect.poll(() => formattedOf(page), `typed over ${start}–${end}`).toEqual([expected]);
    await open(start, end);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: 'é' });
    await page.keyboard.type('x');
    await expect.poll(() => formattedOf(page), `composed over ${start}–${end}`).toEqual([expected]);
    await session.detach();
  }
  // Another word, put in the place of one that is spelled wrong, leads where that led.
  const page = await open(3, 9);
  await replaceBySpellingMenu(page, 'b0', 1, 'lenka');
  await expect.poll(() => formattedOf(page)).toEqual([`se [lenka](${link}) her`]);
});

test('E8 copy and cut take formats along, and the page of another program gets them with the numbers', async ({
  editor,
}) => {
  const page = await editor.open('h:Kapittel|p:epler og bær|p:to|b:');
  await placeCaret(page, 'b1', 0);
  await select(page, 5);
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+a');
  const copied = await page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return { html: data.getData('text/html'), plain: data.getData('text/plain') };
  });
  expect(copied.plain).toBe('1 Kapittel\n1. epler og bær\n2. to\n');
  expect(copied.html).toBe('<h2>1 Kapittel</h2>\n<p>1. <strong>epler</strong> og bær</p>\n<p>2. to</p>\n<p></p>');
  await placeCaret(page, 'b1', 2);
  await select(page, 5);
  await page.keyboard.press('Control+c');
  await placeCaret(page, 'b3', 0);
  await page.keyboard.press('Control+v');
  await expect.poll(() => formattedOf(page)).toEqual(['Kapittel', '*epler* og bær', 'to', '*ler* o']);
});

test('E14 of what Word puts on the clipboard the words, their form and the lists are left', async ({ editor }) => {
  const page = await editor.open('h:A|b:');
  await placeCaret(page, 'b1', 0);
  const item = (level: number, marker: string, words: string): string =>
    `<p class=MsoListParagraph style='margin-left:${36 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
    `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
  await pasteInto(page, {
    'text/html':
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body lang=NO><!--StartFragment-->' +
      `<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Vi vil</b> ha <i>tid</i>\n og <span style='font-weight:bold'>ro</span><o:p></o:p></p>` +
      `<p class=MsoNormal>Se <a href="https://eksempel.no/plan">planen</a>, ikke <a href="javascript:alert(1)">denne</a></p>` +
      `${item(1, '1.', 'første')}${item(2, 'a)', 'under')}${item(2, '·', 'kule')}${item(1, '2.', 'andre')}` +
      '<!--EndFragment--></body></html>',
    'text/plain': 'noe annet',
  });
  await expect
    .poll(() => formattedOf(page))
    .toEqual([
      'A',
      '*Vi vil* ha _tid_ og *ro*',
      'Se [planen](https://eksempel.no/plan), ikke denne',
      'første',
      'under',
      'kule',
      'andre',
    ]);
  expect((await blocksOf(page)).slice(3).every((block) => block.startsWith('point:'))).toBe(true);
  const numbers = await page
    .locator('[data-block-id]')
    .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-number')));
  expect(numbers.slice(3)).toEqual(['1', 'a)', '–', '2']);
});

test('E14 what Word has recorded as struck, and its comments, stay behind; its footnotes are footnotes', async ({
  editor,
}) => {
  const page = await editor.open('h:A|b:');
  await placeCaret(page, 'b1', 0);
  const call = (nth: number): string =>
    `<a style='mso-footnote-id:ftn${nth}' href="#_ftn${nth}" name="_ftnref${nth}" title=""><span class=MsoFootnoteReference>` +
    `<span style='mso-special-character:footnote'><![if !supportFootnotes]>[${nth}]<![endif]></span></span></a>`;
  const note = (nth: number, words: string): string =>
    `<div style='mso-element:footnote' id=ftn${nth}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${nth}' ` +
    `href="#_ftnref${nth}" name="_ftn${nth}" title=""><span class=MsoFootnoteReference>[${nth}]</span></a> ${words}<o:p></o:p></p></div>`;
  const remark =
    `<span class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" ` +
    `name="_msoanchor_1">[KS1]</a><![endif]></span>`;
  await pasteInto(page, {
    'text/html':
      `<html><body lang=NO><!--StartFragment--><p class=MsoNormal>Legene <span class=msoDel><del cite="mailto:kari" ` +
      `datetime="2026-11-01T10:00">skal</del></span><span class=msoIns><ins cite="mailto:kari">må</ins></span> ha tid${call(1)} og ` +
      `<b>ro</b>${remark}.</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>` +
      `Hver pasient${call(2)}</p><!--EndFragment--><div style='mso-element:footnote-list'><br clear=all><hr width="33%">` +
      `${note(1, 'Se <i>planen</i>.')}${note(2, 'Også barn.')}</div>` +
      `<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Er dette riktig?</p></div></div></body></html>`,
  });
  await expect
    .poll(() => formattedOf(page))
    .toEqual(['A', 'Legene må ha tid og *ro*.', 'Se _planen_.', 'Hver pasient', 'Også barn.']);
  expect(await page.evaluate(() => window.harness.markers())).toEqual([[], ['1@16'], [], ['2@12'], []]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:A', 'paragraph:']);
  await page.keyboard.press('Control+a');
  await pasteInto(page, { 'text/html': `<p>${call(1)}</p>${note(1, 'Se planen.')}` });
  await expect.poll(async () => (await blocksOf(page)).at(-1)).toContain('Se planen.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:A', 'paragraph:']);
  await placeCaret(page, 'b1', 0);
  // A call alone is the sign that is printed.
  await pasteInto(page, { 'text/html': `<p>Legene${call(1)} og <a href="#_a" name="_b">3</a></p>` });
  await expect.poll(() => blocksOf(page)).toEqual(['heading:A', 'paragraph:Legene[1] og 3']);
});

test('E14 what a web page calls bold by its style is so, and what its frame is called is not', async ({ editor }) => {
  const page = await editor.open('b:');
  await placeCaret(page, 'b0', 0);
  await pasteInto(page, {
    'text/html':
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">Vanlig og </span>' +
      '<span style="font-weight:700;font-style:italic">sterkt</span></p><ul><li>en<ul><li>under</li></ul></li></ul><h2><b>Tittel</b></h2></b>',
  });
  await expect.poll(() => formattedOf(page)).toEqual(['Vanlig og *_sterkt_*', 'en', 'under', 'Tittel']);
});

test('E14 lines that a page has broken are put together again', async ({ editor }) => {
  const page = await editor.open('h:A|b:');
  await placeCaret(page, 'b1', 0);
  await pasteInto(page, {
    'text/plain': [
      'Foreningen arbeider for at alle som trenger det skal få hjelp når de',
      'trenger den, uansett hvor i landet de bor og hvilken helsetje-',
      'neste de møter først.',
      'Foreningen vil arbeide for:',
      '1. At flere leger får fast stilling og tid til fag og forsk-',
      'ning i arbeidstiden.',
      '2. At ventetidene går ned, og at ingen venter lenger enn det som er',
      'forsvarlig.',
    ].join('\r\n'),
  });
  await expect
    .poll(() => blocksOf(page))
    .toEqual([
      'heading:A',
      'paragraph:Foreningen arbeider for at alle som trenger det skal få hjelp når de trenger den, uansett hvor i landet de bor og hvilken helsetjeneste de møter først.',
      'leadIn:Foreningen vil arbeide for:',
      'point:At flere leger får fast stilling og tid til fag og forskning i arbeidstiden.',
      'point:At ventetidene går ned, og at ingen venter lenger enn det som er forsvarlig.',
    ]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:A', 'paragraph:']);
});

test(`E14 nothing of ${hostileHtml.length} pieces of hostile HTML runs, loads or leads anywhere`, async ({
  editor,
}) => {
  const page = await editor.open('b:', 1, true);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluate(async (pieces) => {
    for (const html of pieces) {
      window.harness.handle?.focusBlock('b0' as never);
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', 'tekst');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, hostileHtml);
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
  expect(requests).toEqual([]);
  const words = (await formattedOf(page)).join('\n');
  expect(words).toContain('lenke');
  expect(words).not.toContain('](');
  const tags = await page
    .locator('.editor__page *')
    .evaluateAll((all) => [...new Set(all.map(({ tagName }) => tagName))]);
  expect(tags.filter((tag) => !/^(?:DIV|P|H\d|SPAN|STRONG|EM)$/u.test(tag))).toEqual([]);
});

test('E14 a word that is pasted keeps the space before or after it that was copied with it', async ({ editor }) => {
  for (const [content, expected] of [
    [{ 'text/plain': ' ord ' }, 'en ord to'],
    [{ 'text/html': '<span><b>ord</b> </span>', 'text/plain': 'ord ' }, 'en*ord* to'],
    [{ 'text/html': '<span>ord</span>', 'text/plain': 'ord' }, 'enordto'],
  ] as const) {
    const page = await editor.open('p:ento');
    await placeCaret(page, 'b0', 2);
    await pasteInto(page, content);
    await expect.poll(() => formattedOf(page)).toEqual([expected]);
  }
});
