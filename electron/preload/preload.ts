import { contextBridge, ipcRenderer } from 'electron';
import type { Channel, Request, Response } from '../../shared/ipc/channels';
import type { MenuCommand, Platform } from '../../shared/ipc/platform';
import { menuCommands } from '../../shared/ipc/platform';
import { menuChannel, requestChannel } from '../../shared/ipc/channelNames';

const ask = <C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>> =>
  ipcRenderer.invoke(requestChannel, channel, request) as Promise<Response<C>>;

const isMenuCommand = (value: unknown): value is MenuCommand => menuCommands.some((command) => command === value);

/** Asked for before there is a page: it is read while the page's scripts are fetched. `null` when the page has been given the answer. */
let firstAnswer: Promise<Response<'file.initial'>> | null = ask('file.initial', null);

function initialFile(): Promise<Response<'file.initial'>> {
  const answer = firstAnswer ?? ask('file.initial', null);
  firstAnswer = null;
  return answer;
}

/** All that the window gets from the machine. It cannot name a channel, only call these. */
const desktop: Platform = {
  kind: 'desktop',
  initialFile,
  openFile: () => ask('file.open', null),
  saveFile: (request) => ask('file.save', request),
  saveFolder: ({ suggestedName, files }) => ask('file.saveFolder', { suggestedName, files: [...files] }),
  printPage: () => ask('window.print', null),
  appendToJournal: (programme, entry) => ask('journal.append', { programme, entry }),
  readJournal: (programme) => ask('journal.read', { programme }),
  compactJournal: (programme, entries) => ask('journal.compact', { programme, entries: [...entries] }),
  typeset: (files, purpose = 'paper') => ask('typeset.pdf', { files: { ...files }, purpose }),
  spelling: {
    unknown: (language, words) => ask('spelling.unknown', { language, words: [...words] }),
    suggest: (language, word) => ask('spelling.suggest', { language, word }),
  },
  // The desktop sets its own PDF.
  useRoom: () => undefined,
  startSharing: () => ask('sharing.start', null),
  stopSharing: () => ask('sharing.stop', null),
  readSettings: () => ask('settings.read', null),
  writeSetting: (key, value) => ask('settings.write', { key, value }),
  setWindowState: (state) => {
    void ask('window.state', state);
  },
  onMenuCommand: (listener) => {
    const hear = (_event: unknown, command: unknown): void => {
      if (isMenuCommand(command)) listener(command);
    };
    ipcRenderer.on(menuChannel, hear);
    return () => {
      ipcRenderer.removeListener(menuChannel, hear);
    };
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);
