/** Composition root: makes the services, joins them, opens the window. No rule of the domain is decided here. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import { Menu, app, ipcMain, protocol, session } from 'electron';
import { answer } from '../../shared/ipc/answer';
import { requestChannel } from '../../shared/ipc/channelNames';
import { appOrigin, registerAppScheme, serveAppOrigin } from './appOrigin';
import { scriptedDialogs, systemDialogs } from './dialogs';
import { createFiles } from './files';
import { createHandlers } from './handlers';
import { createJournals } from './journal/journals';
import { menuTemplate } from './menu';
import { createSettings } from './settings';
import { createSharing } from './sharing/sharing';
import { createSpelling } from './spelling/spelling';
import { fileOnCommandLine } from './startFile';
import { createTypesetting } from './typesetting/typesetting';
import { refusePermissions } from './window/hardening';
import type { AppWindow, StartFile } from './window/windows';
import { openWindow, sendMenuCommand } from './window/windows';

const built = join(import.meta.dirname, '..', '..');
const development = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
const trustedOrigin = development === null ? appOrigin : new URL(development).origin;

function startFileOf(argv: readonly string[], workingFolder: string): StartFile | null {
  const named = fileOnCommandLine(argv, app.isPackaged, workingFolder);
  if (named !== null) return { path: named, access: 'write' };
  const sample = join(app.getAppPath(), 'resources', 'sample', 'arbeidsprogram.txt');
  return existsSync(sample) ? { path: sample, access: 'read' } : null;
}

function start(): void {
  const userData = app.getPath('userData');
  const testDialogs = app.isPackaged ? undefined : process.env.PROGRAMREVISJON_TEST_DIALOGS;
  const dialogs = testDialogs === undefined ? systemDialogs : scriptedDialogs(testDialogs);
  const journals = createJournals(join(userData, 'journal'));
  const sharing = createSharing(join(import.meta.dirname, 'syncHost.js'), {
    dataFolder: join(userData, 'shared'),
    browserClientFolder: join(built, 'browser'),
  });
  const handlers = createHandlers({
    dialogs,
    files: createFiles(),
    journals,
    settings: createSettings(join(userData, 'settings.json')),
    sharing,
    spelling: createSpelling(join(import.meta.dirname, 'spellingHost.js')),
    typesetting: createTypesetting(join(import.meta.dirname, 'typesetHost.js')),
  });

  const windows = new Map<number, AppWindow>();
  const open = (startFile: StartFile | null): void => {
    const setup = {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      address: development ?? `${appOrigin}/index.html`,
      placeFile: join(userData, 'window.json'),
      dialogs,
      mayOpenDevTools: !app.isPackaged,
    };
    const opened = openWindow(setup, startFile, () => {
      windows.delete(contentsId);
      journals.forget(windowId);
    });
    const windowId = opened.window.id;
    const contentsId = opened.window.webContents.id;
    windows.set(contentsId, opened);
  };

  /** The window that asks, where it is one of ours, its top frame, and still on our own origin. */
  const callerOf = (event: IpcMainInvokeEvent): AppWindow | null => {
    const frame = event.senderFrame;
    if (frame === null || frame !== event.sender.mainFrame || frame.origin !== trustedOrigin) return null;
    return windows.get(event.sender.id) ?? null;
  };
  ipcMain.handle(requestChannel, (event, channel: unknown, request: unknown) =>
    answer(channel, request, callerOf(event), handlers, (mistake) => {
      console.error(mistake);
    }),
  );

  refusePermissions(session.defaultSession);
  serveAppOrigin(protocol, join(built, 'renderer'));
  const template = menuTemplate(
    (command) => {
      const all = [...windows.values()];
      const front = all.find(({ window }) => window.isFocused()) ?? all[0];
      if (front !== undefined) sendMenuCommand(front.window, command);
    },
    { isMac: process.platform === 'darwin', isDevelopment: !app.isPackaged, appName: 'Programrevisjon' },
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));

  app.on('second-instance', (_event, argv, workingFolder) => {
    const file = fileOnCommandLine(argv, app.isPackaged, workingFolder);
    const [first] = windows.values();
    if (file !== null || first === undefined) open(file === null ? null : { path: file, access: 'write' });
    else first.window.focus();
  });
  app.on('activate', () => {
    if (windows.size === 0) open(null);
  });
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void Promise.allSettled([sharing.stop(), journals.close()]).then(() => {
      stopped = true;
      // Not at once: quitting anew while this event is still being answered leaves Electron hanging.
      setImmediate(() => {
        app.quit();
      });
    });
  });
  open(startFileOf(process.argv, process.cwd()));
}

app.on('window-all-closed', () => {
  app.quit();
});

registerAppScheme();
// Every window is sandboxed by its own settings; this also covers any that forgot. Who starts with --no-sandbox (root in tests) asked for less.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
if (app.requestSingleInstanceLock()) {
  // Not `await`: a top-level await in an ES module main never sees the app ready.
  void app.whenReady().then(start);
} else {
  app.quit();
}
