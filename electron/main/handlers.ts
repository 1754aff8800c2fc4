import { ok } from '../../shared/core/result';
import type { Handlers } from '../../shared/ipc/channels';
import type { Dialogs } from './dialogs';
import type { Files } from './files';
import type { Journals } from './journal/journals';
import type { Settings } from './settings';
import type { Sharing } from './sharing/sharing';
import type { Spelling } from './spelling/spelling';
import type { Typesetting } from './typesetting/typesetting';
import { printPage } from './window/printPage';
import type { AppWindow } from './window/windows';

export interface Services {
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly journals: Journals;
  readonly settings: Settings;
  readonly sharing: Sharing;
  readonly spelling: Spelling;
  readonly typesetting: Typesetting;
}

/** What each channel does, in terms of the services. */
export function createHandlers(services: Services): Handlers<AppWindow> {
  const { dialogs, files, journals, settings, sharing, spelling, typesetting } = services;
  const save: Handlers<AppWindow>['file.save'] = async ({ grant, suggestedName, bytes }, { window }) => {
    if (grant !== null) {
      const saved = await files.save(grant, bytes);
      if (!saved.ok || saved.value !== null) return saved;
    }
    const path = await dialogs.chooseWhereToSave(window, suggestedName);
    return path === null ? ok(null) : files.saveAt(path, bytes);
  };
  return {
    'file.initial': async (_request, caller) => {
      const start = caller.takeStartFile();
      return start === null ? ok(null) : files.open(start.path, start.access);
    },
    'file.open': async (_request, caller) => {
      const path = await dialogs.chooseFileToOpen(caller.window);
      return path === null ? ok(null) : files.open(path, 'write');
    },
    'file.save': async (request, caller) => {
      const saved = caller.beginSaving();
      const outcome = await save(request, caller);
      saved(outcome.ok && outcome.value !== null);
      return outcome;
    },
    'file.saveFolder': async (request, caller) => {
      const parent = await dialogs.chooseFolder(caller.window);
      return parent === null ? ok(null) : files.saveFolderIn(parent, request);
    },
    'window.print': (_request, { window }) => printPage(window.webContents),
    'journal.append': ({ programme, entry }, { window }) => journals.append(programme, entry, window.id),
    'journal.read': ({ programme }, { window }) => journals.read(programme, window.id),
    'journal.compact': ({ programme, entries }, { window }) => journals.compact(programme, entries, window.id),
    'typeset.pdf': ({ files: sources, purpose }) => typesetting.typeset(sources, purpose),
    'spelling.unknown': ({ language, words }) => spelling({ type: 'unknown', language, words }),
    'spelling.suggest': ({ language, word }) => spelling({ type: 'suggest', language, word }),
    'sharing.start': async () => {
      const values = await settings.read();
      return sharing.start(values.ok && values.value['sharing.reach'] === 'network');
    },
    'sharing.stop': () => sharing.stop(),
    'settings.read': () => settings.read(),
    'settings.write': ({ key, value }) => settings.write(key, value),
    'window.state': (state, caller) => {
      caller.setState(state);
      return Promise.resolve(ok(null));
    },
  };
}
