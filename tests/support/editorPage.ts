import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const harness = join(import.meta.dirname, 'editorHarness');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** A real Chromium and what it shows: the editor alone, with a second peer at hand. */
interface EditorBrowser {
  readonly browser: Browser;
  readonly url: string;
}

async function serve(folder: string): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const name = path === '/' ? 'index.html' : path.slice(1);
    readFile(join(folder, name)).then(
      (body) =>
        response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}/` };
}

async function newPage(browser: Browser, bypassCSP: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, bypassCSP });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

export interface Editor {
  /** `text` as the harness reads it: `h:Kapittel|p:Et punkt`. `undefended`: without the page's policy, so that what can run does. */
  open(text: string, copies?: number, undefended?: boolean): Promise<Page>;
}

/** `editor` shows a text in a page as new; browser, page and harness are made once a worker. */
export const test = base.extend<{ editor: Editor }, { editorBrowser: EditorBrowser; editorPage: Page }>({
  editorBrowser: [
    async ({}, use) => {
      const outDir = join(import.meta.dirname, '../../build/editor-harness', String(process.pid));
      await build({
        root: harness,
        configFile: false,
        logLevel: 'error',
        base: './',
        plugins: [react()],
        build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false },
      });
      const { server, url } = await serve(outDir);
      const system = '/usr/bin/chromium';
      const browser = await chromium.launch({
        ...(existsSync(system) ? { executablePath: system } : {}),
        args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      });
      await use({ browser, url });
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: 'worker' },
  ],
  editorPage: [
    async ({ editorBrowser: { browser } }, use) => {
      await use(await newPage(browser, false));
    },
    { scope: 'worker' },
  ],
  editor: async ({ editorBrowser: { browser, url }, editorPage }, use) => {
    const own: Page[] = [];
    await use({
      open: async (text, copies = 1, undefended = false) => {
        const page = undefended ? await newPage(browser, true) : editorPage;
        if (undefended) own.push(page);
        await page.goto(`${url}?text=${encodeURIComponent(text)}&copies=${copies}`);
        await expect(page.locator('[data-bound=true]')).toBeVisible();
        return page;
      },
    });
    for (const page of own) await page.context().close();
  },
});

/** The blocks of the model, as `kind:text`; asserts that the page shows exactly these. */
export async function blocksOf(page: Page): Promise<string[]> {
  const { model, shown } = await page.evaluate(async () => {
    // What is typed reaches the model, and what others type the page, at the end of the task.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
    return {
      model: window.harness.blocks().map(({ id, kind, text }) => [id, kind, text]),
      shown: [...document.querySelectorAll<HTMLElement>('[data-block-id]')].map((element) => [
        element.dataset['blockId'],
        element.dataset['kind'],
        element.textContent,
      ]),
    };
  });
  expect(shown).toEqual(model);
  return model.map(([, kind, text]) => `${kind ?? ''}:${text ?? ''}`);
}

/** Puts the caret into a block, by the keyboard alone after the click that gives the focus. */
export async function placeCaret(page: Page, block: string, offset: number): Promise<void> {
  await page.evaluate((id) => window.harness.handle?.focusBlock(id as never), block);
  for (let left = offset; left > 0; left -= 1) await page.keyboard.press('ArrowRight');
}

/** The words of the blocks with `*bold*`, `_italic_` and `[links](address)`; asserts that the page shows exactly these. */
export async function formattedOf(page: Page): Promise<string[]> {
  await blocksOf(page);
  const { model, shown } = await page.evaluate(() => ({
    model: window.harness.formatted(),
    shown: [...document.querySelectorAll<HTMLElement>('[data-block-id]')].map((block) =>
      [...block.children]
        .map((words) => {
          const link = words instanceof HTMLElement ? words.style.getPropertyValue('--link').replaceAll('"', '') : '';
          const leaning = words.classList.contains('editor__italic') ? `_${words.textContent}_` : words.textContent;
          const weighted = words.classList.contains('editor__bold') ? `*${leaning}*` : leaning;
          return link === '' ? weighted : `[${weighted}](${decodeURIComponent(link)})`;
        })
        .join(''),
    ),
  }));
  expect(shown).toEqual(model);
  return model;
}

/** Pastes what a clipboard holds, by type, where the caret is. */
export const pasteInto = (page: Page, content: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((items) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(items)) data.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, content);

export { expect } from '@playwright/test';
