import { readFileSync } from 'node:fs';
import { BrowserWindow, screen } from 'electron';
import type { MenuCommand } from '../../../shared/ipc/platform';
import { menuChannel } from '../../../shared/ipc/channelNames';
import { writeAtomically } from '../atomicWrite';
import type { Dialogs } from '../dialogs';
import { placeWindow, smallestWindow } from './bounds';
import { offerContextMenu } from './contextMenu';
import { confine } from './hardening';

/** The file that a window was opened for, and whether it may be written back. */
export interface StartFile {
  readonly path: string;
  readonly access: 'read' | 'write';
}

export interface AppWindow {
  readonly window: BrowserWindow;
  /** Gives the start file once, then `null`. */
  takeStartFile(): StartFile | null;
  setState(state: { readonly title: string; readonly unsaved: boolean }): void;
  /** The window begins to save a file; what this yields hears whether it is there. */
  beginSaving(): (isSaved: boolean) => void;
}

export interface WindowSetup {
  readonly preload: string;
  readonly address: string;
  readonly placeFile: string;
  readonly dialogs: Dialogs;
  readonly mayOpenDevTools: boolean;
}

function savedPlace(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null; // never saved, or damaged: the window goes to the middle
  }
}

export function sendMenuCommand(window: BrowserWindow, command: MenuCommand): void {
  window.webContents.send(menuChannel, command);
}

/** Opens a sandboxed window on our own origin; `closed` runs when it is gone. */
export function openWindow(setup: WindowSetup, startFile: StartFile | null, closed: () => void): AppWindow {
  const mainArea = screen.getPrimaryDisplay().workArea;
  const otherAreas = screen.getAllDisplays().map((display) => display.workArea);
  const place = placeWindow(savedPlace(setup.placeFile), [mainArea, ...otherAreas]);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Programrevisjon',
    show: false,
    backgroundColor: '#f6f5f2',
    webPreferences: {
      preload: setup.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false, // Chromium would fetch its dictionaries from a server of its own
      devTools: setup.mayOpenDevTools,
    },
  });
  confine(window.webContents);
  offerContextMenu(window);
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });

  let pendingStartFile = startFile;
  let unsaved = false;
  let closing: 'no' | 'after-save' | 'now' = 'no';

  const close = (): void => {
    closing = 'now';
    window.close();
  };
  const askBeforeClosing = async (): Promise<void> => {
    closing = 'no';
    const answer = await setup.dialogs.confirmClose(window);
    if (answer === 'discard') close();
    if (answer === 'save') {
      closing = 'after-save';
      sendMenuCommand(window, 'file.save');
    }
  };
  window.on('close', (event) => {
    if (unsaved && closing !== 'now') {
      event.preventDefault();
      void askBeforeClosing();
      return;
    }
    const lastPlace = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    // Where the window stood is a comfort: failing to keep it must not keep the window open.
    void writeAtomically(setup.placeFile, JSON.stringify(lastPlace)).catch(() => undefined);
  });
  window.on('closed', closed);
  void window.loadURL(setup.address);

  return {
    window,
    takeStartFile() {
      const file = pendingStartFile;
      pendingStartFile = null;
      return file;
    },
    setState(state) {
      unsaved = state.unsaved;
      window.setTitle(state.title);
      window.setDocumentEdited(state.unsaved);
    },
    beginSaving() {
      // That of before the question does not have all that it was asked about.
      if (closing !== 'after-save') return () => undefined;
      return (isSaved) => {
        closing = 'no';
        if (isSaved) close();
      };
    },
  };
}
