import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron, expect, test as base } from '@playwright/test';
import type { MenuCommand } from '#shared/ipc/platform';
import { ownDisplay, type OwnDisplay } from './ownDisplay';

const root = join(import.meta.dirname, '..', '..');
const isRoot = process.getuid?.() === 0;

export interface LaunchOptions {
  /** Opened as if named on the command line; without it the sample programme is. */
  readonly file?: string;
  /** Where the program keeps its own things; a fresh folder without it. Give the former one to start again after a kill. */
  readonly userData?: string;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
  /** What the windows have thrown or logged as an error; what is left when the test ends fails it. */
  readonly errors: string[];
  /** The windows will log what they are refused, and that is no fault: otherwise any error in them fails the test. */
  readonly expectErrors: () => void;
  /** Answers the next dialogs: the path to open, the path to save at, what to do with unsaved changes. */
  answerDialogs(answers: {
    readonly open?: string | null;
    readonly save?: string | null;
    readonly folder?: string | null;
    readonly close?: 'save' | 'discard' | 'stay';
  }): Promise<void>;
  /** Chooses in the program's menu. */
  menu(command: MenuCommand): Promise<void>;
  /** Ends the program as the system does when it is out of memory: no time to say goodbye. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

interface Observed extends RunningApp {
  readonly unexpectedErrors: () => readonly string[];
}

export type LaunchApp = (options?: LaunchOptions) => Promise<RunningApp>;

/** The system's own pointer stands in the middle of the screen: what it enters there would be hovered, and a drag that a test began ended. Tests point without it. */
const ignorePointer = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: program, BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setIgnoreMouseEvents(true);
    program.on('browser-window-created', (_event, window) => window.setIgnoreMouseEvents(true));
  });

async function launch(options: LaunchOptions, userData: string, display: OwnDisplay | null): Promise<Observed> {
  const dialogFile = join(userData, 'test-dialogs.json');
  const answerDialogs: RunningApp['answerDialogs'] = (answers) => writeFile(dialogFile, JSON.stringify(answers));
  await answerDialogs({});
  const app = await _electron.launch({
    chromiumSandbox: !isRoot, // Chromium refuses to run as root with it; the product never turns it off
    cwd: root,
    args: [
      '--disable-gpu',
      '--log-level=3',
      '--lang=nb',
      `--user-data-dir=${userData}`,
      process.env.PROGRAMREVISJON_APP ?? root,
      ...(options.file === undefined ? [] : [options.file]),
    ],
    env: {
      ...process.env,
      ...(display && { DISPLAY: display.name }),
      PROGRAMREVISJON_TEST_DIALOGS: dialogFile,
    },
    timeout: 30_000,
  });
  const child = app.process();
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once('exit', () => {
      resolve();
    });
  });
  const errors: string[] = [];
  let errorsAreExpected = false;
  const heard = new Set<Page>();
  const listen = (page: Page): void => {
    if (heard.has(page)) return;
    heard.add(page);
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  };
  app.on('window', listen);
  const window = await app.firstWindow();
  await ignorePointer(app);
  listen(window);
  await window.waitForLoadState('domcontentloaded');
  return {
    app,
    window,
    userData,
    answerDialogs,
    errors,
    expectErrors: () => {
      errorsAreExpected = true;
    },
    unexpectedErrors: () => (errorsAreExpected ? [] : errors),
    menu: async (command) => {
      const found = await app.evaluate(({ BrowserWindow, Menu }, id) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id);
        item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
        return item !== undefined && item !== null;
      }, command);
      expect(found, `the menu has ${command}`).toBe(true);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await app.close();
      await gone;
    },
  };
}

/** `launchApp` starts the real program; every one that a test started is closed, and its folders removed, when the test ends. */
export const test = base.extend<
  { launchApp: LaunchApp; workFolder: string },
  { display: { readonly own: OwnDisplay | null } }
>({
  display: [
    async ({}, use) => {
      const own = process.platform === 'linux' ? await ownDisplay() : null;
      await use({ own });
      own?.end();
    },
    { scope: 'worker' },
  ],
  // Playwright reads the fixtures that a fixture needs from this pattern.
  workFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launchApp: async ({ workFolder, display }, use) => {
    const running: Observed[] = [];
    await use(async (options = {}) => {
      const userData = options.userData ?? (await mkdtemp(join(workFolder, 'user-')));
      const started = await launch(options, userData, display.own);
      running.push(started);
      return started;
    });
    for (const app of running) await app.close();
    expect(
      running.flatMap(({ unexpectedErrors }) => unexpectedErrors()),
      'errors in the windows',
    ).toEqual([]);
  },
});

export { expect } from '@playwright/test';
