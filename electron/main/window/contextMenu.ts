import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';

/** The usual menu under the right button, in fields and on selected text. What the page has a menu of its own for never comes here. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return;
    const writing: MenuItemConstructorOptions[] = [
      { role: 'cut', label: 'Klipp ut', enabled: editFlags.canCut },
      { role: 'copy', label: 'Kopier', enabled: editFlags.canCopy },
      { role: 'paste', label: 'Lim inn', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: 'Merk alt', enabled: editFlags.canSelectAll },
    ];
    Menu.buildFromTemplate(isEditable ? writing : [{ role: 'copy', label: 'Kopier' }]).popup({ window });
  });
}
