import { readFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import { dialog } from 'electron';
import * as v from 'valibot';

/** What the user may answer when a window with unsaved changes is closed. */
export type CloseAnswer = 'save' | 'discard' | 'stay';

export interface Dialogs {
  /** The path of the chosen file, or `null` where the user cancelled. */
  chooseFileToOpen(window: BrowserWindow): Promise<string | null>;
  chooseWhereToSave(window: BrowserWindow, suggestedName: string): Promise<string | null>;
  chooseFolder(window: BrowserWindow): Promise<string | null>;
  confirmClose(window: BrowserWindow): Promise<CloseAnswer>;
}

const openFilters = [
  {
    name: 'Programmer og tekster',
    extensions: ['program', 'docx', 'odt', 'fodt', 'pdf', 'html', 'htm', 'rtf', 'md', 'markdown', 'txt', 'amendment'],
  },
  { name: 'Alle filer', extensions: ['*'] },
];
const typeNames: Readonly<Record<string, string>> = {
  amendment: 'Endringsforslag',
  program: 'Program',
  docx: 'Word-dokument',
  odt: 'OpenDocument-tekst',
  pdf: 'PDF',
  html: 'Nettside',
  md: 'Markdown',
  json: 'JSON',
  zip: 'Zip-fil',
  akn: 'Akoma Ntoso',
};
const closeAnswers: readonly CloseAnswer[] = ['save', 'discard', 'stay'];

export const systemDialogs: Dialogs = {
  async chooseFileToOpen(window) {
    const answer = await dialog.showOpenDialog(window, {
      title: 'Åpne program',
      buttonLabel: 'Åpne',
      properties: ['openFile'],
      filters: openFilters,
    });
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },
  async chooseWhereToSave(window, suggestedName) {
    const extension = /\.([a-z0-9]+)$/i.exec(suggestedName)?.[1]?.toLowerCase();
    const filters =
      extension === undefined
        ? []
        : [{ name: typeNames[extension] ?? extension.toUpperCase(), extensions: [extension] }];
    const answer = await dialog.showSaveDialog(window, {
      title: 'Lagre som',
      buttonLabel: 'Lagre',
      defaultPath: suggestedName,
      filters,
    });
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  },
  async chooseFolder(window) {
    const answer = await dialog.showOpenDialog(window, {
      title: 'Lagre i mappe',
      buttonLabel: 'Lagre her',
      properties: ['openDirectory', 'createDirectory'],
    });
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },
  async confirmClose(window) {
    const answer = await dialog.showMessageBox(window, {
      type: 'question',
      message: 'Vil du lagre programmet som fil før du lukker?',
      detail: 'Det du har skrevet siden sist du lagret, står ennå ikke i filen.',
      buttons: ['Lagre', 'Lukk uten å lagre', 'Avbryt'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    return closeAnswers[answer.response] ?? 'stay';
  },
};

const scriptParser = v.object({
  open: v.optional(v.nullable(v.string()), null),
  save: v.optional(v.nullable(v.string()), null),
  folder: v.optional(v.nullable(v.string()), null),
  close: v.optional(v.picklist(closeAnswers), 'discard'),
});

/** Dialogs answered by the JSON file at `path`, read anew at each one: for tests, which cannot click in the system's dialogs. */
export function scriptedDialogs(path: string): Dialogs {
  const script = () => v.parse(scriptParser, JSON.parse(readFileSync(path, 'utf8')));
  return {
    chooseFileToOpen: () => Promise.resolve(script().open),
    chooseWhereToSave: () => Promise.resolve(script().save),
    chooseFolder: () => Promise.resolve(script().folder),
    confirmClose: () => Promise.resolve(script().close),
  };
}
