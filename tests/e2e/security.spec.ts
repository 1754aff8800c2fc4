import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/electronApp';

/** A server on this machine that stands for everyone else on the network, and counts who asks. */
async function foreignServer(): Promise<{ url: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', 'text/javascript');
    response.end('window.intruded = true;');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

test('S1 the window is sandboxed, isolated and without Node', async ({ launchApp }) => {
  const { app, window } = await launchApp();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
  expect(preferences.nodeIntegrationInSubFrames ?? false).toBe(false);
  const found = await window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

test('S2 the window runs on its own secure origin', async ({ launchApp }) => {
  const { window } = await launchApp();
  expect(await window.evaluate(() => [origin, isSecureContext])).toEqual(['app://programrevisjon', true]);
});

test('S3 one object, `desktop`, is exposed; it is frozen and holds the platform and nothing else', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const exposed = await window.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
    frame.remove();
    const added = Object.getOwnPropertyNames(window).filter((name) => !plain.has(name) && !/^\d+$/.test(name));
    const { desktop } = window as unknown as { desktop: Record<string, unknown> };
    const descriptor = Object.getOwnPropertyDescriptor(window, 'desktop');
    return {
      added: added.filter((name) => name === 'desktop' || /electron|node|ipc|preload/i.test(name)),
      members: Object.entries(desktop).flatMap(([name, value]) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).map(([inner, member]) => `${name}.${inner}: ${typeof member}`)
          : [`${name}: ${typeof value}`],
      ),
      frozen: Object.isFrozen(desktop) && Object.isFrozen(desktop['spelling']),
      replaceable: descriptor?.writable === true || descriptor?.configurable === true,
    };
  });
  expect(exposed.added).toEqual(['desktop']);
  expect(exposed.frozen).toBe(true);
  expect(exposed.replaceable).toBe(false);
  expect(exposed.members).toEqual([
    'kind: string',
    'initialFile: function',
    'openFile: function',
    'saveFile: function',
    'saveFolder: function',
    'printPage: function',
    'appendToJournal: function',
    'readJournal: function',
    'compactJournal: function',
    'typeset: function',
    'spelling.unknown: function',
    'spelling.suggest: function',
    'useRoom: function',
    'startSharing: function',
    'stopSharing: function',
    'readSettings: function',
    'writeSetting: function',
    'setWindowState: function',
    'onMenuCommand: function',
  ]);
});

test('S4 the policy stops inline script, eval, script of others, frames and forms', async ({ launchApp }) => {
  const foreign = await foreignServer();
  const { window, expectErrors } = await launchApp();
  expectErrors();
  const outcome = await window.evaluate(async (url) => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = (prepare: (element: HTMLScriptElement) => void): Promise<void> =>
      new Promise((resolve) => {
        const element = document.createElement('script');
        element.onerror = element.onload = () => {
          resolve();
        };
        prepare(element);
        document.body.append(element);
        if (element.src === '') resolve();
      });
    await script((element) => (element.textContent = 'window.intruded = true'));
    await script((element) => (element.src = `${url}/intruder.js`));
    await script((element) => (element.src = 'data:text/javascript,window.intruded=true'));
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="missing.png" onerror="window.intruded = true">';
    document.body.append(holder);
    const frame = document.createElement('iframe');
    frame.src = `${url}/frame.html`;
    document.body.append(frame);
    let evaluated = true;
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- that is what is tested
      new Function('window.intruded = true')();
    } catch {
      evaluated = false;
    }
    const late = ['frame-src', 'script-src-attr'];
    while (!late.every((directive) => violations.includes(directive))) await new Promise(requestAnimationFrame);
    return { evaluated, intruded: 'intruded' in window, violations: [...new Set(violations)].sort() };
  }, foreign.url);
  await foreign.close();
  expect(outcome.evaluated).toBe(false);
  expect(outcome.intruded).toBe(false);
  expect(foreign.asked).toEqual([]);
  expect(outcome.violations).toEqual(['frame-src', 'script-src', 'script-src-attr', 'script-src-elem']);
});

test('S5 the window goes nowhere', async ({ launchApp }) => {
  const foreign = await foreignServer();
  const { app, window, expectErrors } = await launchApp();
  expectErrors();
  const before = window.url();
  await app.evaluate(({ BrowserWindow }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url }) =>
      seen.push(new URL(url).pathname),
    );
  });
  const seen = () => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  await window.evaluate((url) => {
    const link = document.createElement('a');
    link.href = `${url}/link`;
    document.body.append(link);
    link.click();
  }, foreign.url);
  await expect.poll(seen).toContain('/link');
  await window.evaluate((url) => {
    location.href = `${url}/elsewhere`;
  }, foreign.url);
  await expect.poll(seen).toContain('/elsewhere');
  await window.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  expect(window.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(
    before,
  );
  expect(foreign.asked).toEqual([]);
  await foreign.close();
});

test('S6 no window is opened from a window', async ({ launchApp }) => {
  const { app, window } = await launchApp();
  expect(await window.evaluate(() => globalThis.open('https://example.invalid/') === null)).toBe(true);
  expect(await window.evaluate(() => globalThis.open('about:blank') === null)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('S7 permissions are denied', async ({ launchApp }) => {
  const { window } = await launchApp();
  const answers = await window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = names.map(
      async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
    );
    const notification = await Notification.requestPermission();
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      (error: unknown) => (error instanceof Error ? error.name : 'refused'),
    );
    return { states: await Promise.all(states), notification, media };
  });
  expect(answers.states).toEqual(answers.states.map(() => 'denied'));
  expect(answers.notification).toBe('denied');
  expect(answers.media).toMatch(/NotAllowedError|NotFoundError/);
});

test('S8 a request that cannot be read is answered as a typed failure', async ({ launchApp }) => {
  const { window } = await launchApp();
  const answers = await window.evaluate(async () => {
    const { desktop } = window as unknown as {
      desktop: Record<'saveFile' | 'readJournal' | 'writeSetting', (...args: unknown[]) => Promise<unknown>>;
    };
    return [
      await desktop.saveFile({ grant: null, suggestedName: 'x.program', bytes: 'not bytes' }),
      await desktop.saveFile({ grant: '/etc/passwd', suggestedName: 'x', bytes: new Uint8Array([1]) }),
      await desktop.saveFile({ grant: null, suggestedName: 'x', bytes: new Uint8Array(), path: '/tmp/x' }),
      await desktop.readJournal({ toString: 'x' }),
      await desktop.writeSetting('__proto__', 'x'),
    ];
  });
  const invalid = (channel: string) => ({ ok: false, failure: { code: 'ipc-invalid-request', params: { channel } } });
  expect(answers).toEqual([
    invalid('file.save'),
    { ok: false, failure: { code: 'file-grant-unknown', params: {} } },
    invalid('file.save'),
    invalid('journal.read'),
    invalid('settings.write'),
  ]);
});

test('S9 addresses outside the renderer’s folder give nothing', async ({ launchApp }) => {
  const { window, expectErrors } = await launchApp();
  expectErrors();
  const statuses = await window.evaluate(async () => {
    const addresses = [
      '../electron/main/main.js',
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
    ];
    return Promise.all(addresses.map(async (address) => (await fetch(new URL(address, location.origin + '/'))).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404]);
});
