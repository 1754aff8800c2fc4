import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/ipc/platform';

/** The menu in Norwegian. `send` takes a command to the window that is in front. */
export function menuTemplate(
  send: (command: MenuCommand) => void,
  surroundings: { readonly isMac: boolean; readonly isDevelopment: boolean; readonly appName: string },
): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      send(command);
    },
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  const appMenu: MenuItemConstructorOptions = {
    label: surroundings.appName,
    submenu: [
      { role: 'about', label: `Om ${surroundings.appName}` },
      separator,
      { role: 'hide', label: `Skjul ${surroundings.appName}` },
      { role: 'hideOthers', label: 'Skjul andre' },
      { role: 'unhide', label: 'Vis alle' },
      separator,
      { role: 'quit', label: `Avslutt ${surroundings.appName}` },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: '&Fil',
    submenu: [
      item('&Nytt program', 'file.new', 'CmdOrCtrl+N'),
      item('&Åpne …', 'file.open', 'CmdOrCtrl+O'),
      separator,
      item('&Lagre', 'file.save', 'CmdOrCtrl+S'),
      item('Lagre &som …', 'file.saveAs', 'CmdOrCtrl+Shift+S'),
      separator,
      item('&Importer …', 'file.import'),
      item('&Eksporter …', 'file.export', 'CmdOrCtrl+E'),
      item('Skriv &ut …', 'file.print', 'CmdOrCtrl+P'),
      separator,
      surroundings.isMac ? { role: 'close', label: 'Lukk vindu' } : { role: 'quit', label: '&Avslutt' },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: '&Rediger',
    submenu: [
      item('&Angre', 'edit.undo', 'CmdOrCtrl+Z'),
      item('&Gjør om', 'edit.redo', surroundings.isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      separator,
      { role: 'cut', label: 'Klipp &ut' },
      { role: 'copy', label: '&Kopier' },
      { role: 'paste', label: '&Lim inn' },
      { role: 'selectAll', label: '&Merk alt' },
      separator,
      item('&Finn …', 'edit.find', 'CmdOrCtrl+F'),
      item('&Stavekontroll', 'edit.spelling', 'F7'),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '&Vis',
    submenu: [
      item('&Endringsmerker', 'view.marks', 'CmdOrCtrl+Shift+M'),
      item('&Sammenlign side ved side', 'view.compare', 'CmdOrCtrl+Shift+D'),
      separator,
      { role: 'zoomIn', label: 'Zoom &inn', accelerator: 'CmdOrCtrl+Plus' },
      { role: 'zoomOut', label: 'Zoom &ut' },
      { role: 'resetZoom', label: '&Faktisk størrelse' },
      { role: 'togglefullscreen', label: 'F&ullskjerm' },
      ...(surroundings.isDevelopment
        ? [separator, { role: 'toggleDevTools', label: 'Utviklerverktøy' } satisfies MenuItemConstructorOptions]
        : []),
    ],
  };
  const programme: MenuItemConstructorOptions = {
    label: '&Program',
    submenu: [
      item('&Frys utkastet som revisjon …', 'programme.freeze', 'CmdOrCtrl+Shift+F'),
      item('&Del …', 'programme.share', 'CmdOrCtrl+Shift+L'),
    ],
  };
  const help: MenuItemConstructorOptions = {
    label: '&Hjelp',
    role: 'help',
    submenu: [item('&Tastatursnarveier', 'help.shortcuts', 'F1')],
  };
  return [...(surroundings.isMac ? [appMenu] : []), file, edit, view, programme, help];
}
