import { useMemo } from 'react';
import type { MenuCommand } from '#shared/ipc/platform';
import type { ShownMarks } from '../features/editor';
import type { Command } from '../features/find';
import { useStrings } from '../i18n/language';
import { modes, type Mode } from './TopBar';

interface CommandSurroundings {
  /** What the window's menu does. */
  readonly menu: Partial<Readonly<Record<MenuCommand, () => void>>>;
  readonly canWrite: boolean;
  readonly isSecretariat: boolean;
  readonly onMode: (mode: Mode) => void;
  readonly onShowMarks: (shown: ShownMarks) => void;
  readonly onNewPoint: (() => void) | null;
  readonly onNewChapter: () => void;
  readonly onStepChange: (by: 1 | -1) => void;
  readonly onTypography: () => void;
  readonly onSources: () => void;
  readonly onComment: () => void;
  readonly onStepComment: (by: 1 | -1) => void;
}

/** All that can be done from the palette, by the names that the buttons and menus use. */
export function useCommands(surroundings: CommandSurroundings): readonly Command[] {
  const strings = useStrings();
  const { menu, canWrite, isSecretariat, onMode, onShowMarks, onNewPoint, onNewChapter, onStepChange } = surroundings;
  const { onTypography, onSources, onComment, onStepComment } = surroundings;
  return useMemo(() => {
    const commands: Command[] = [];
    const add = (id: string, text: string, keys: string | null, run: (() => void) | null | undefined): void => {
      if (run) commands.push({ id, text, keys, run });
    };
    const { frame, outline, marks, shortcuts, findBar, spelling, changes } = strings;
    for (const mode of modes) add(`mode.${mode}`, `${frame.view}: ${frame[mode]}`, null, () => onMode(mode));
    if (canWrite) {
      add('point', outline.newPoint, null, onNewPoint);
      add('chapter', outline.newChapter, null, onNewChapter);
      add('undo', frame.undo, 'Ctrl+Z', menu['edit.undo']);
      add('redo', frame.redo, 'Ctrl+Y', menu['edit.redo']);
    }
    if (canWrite) add('comment', strings.threads.start, 'Ctrl+Alt+M', onComment);
    add('nextComment', strings.threads.next, 'Alt+F8', () => onStepComment(1));
    add('previousComment', strings.threads.previous, 'Alt+Shift+F8', () => onStepComment(-1));
    add('find', findBar.label, 'Ctrl+F', menu['edit.find']);
    add('spelling', spelling.label, 'F7', menu['edit.spelling']);
    if (canWrite) add('typography', strings.typography.command, null, onTypography);
    add('sources', strings.sources.command, null, onSources);
    add('next', changes.nextChange, 'F8', () => onStepChange(1));
    add('previous', changes.previousChange, 'Shift+F8', () => onStepChange(-1));
    for (const shown of ['off', 'bars', 'words'] as const)
      add(`marks.${shown}`, `${marks.label}: ${marks[shown]}`, null, () => onShowMarks(shown));
    if (isSecretariat) add('freeze', frame.freeze, 'Ctrl+Shift+F', menu['programme.freeze']);
    add('export', frame.export, 'Ctrl+E', menu['file.export']);
    add('save', frame.save, 'Ctrl+S', menu['file.save']);
    add('share', frame.share, 'Ctrl+Shift+L', menu['programme.share']);
    add('help', shortcuts.title, 'F1', menu['help.shortcuts']);
    add('home', frame.home, null, menu['app.close']);
    return commands;
  }, [
    canWrite,
    isSecretariat,
    menu,
    onComment,
    onMode,
    onNewChapter,
    onNewPoint,
    onShowMarks,
    onSources,
    onStepChange,
    onStepComment,
    onTypography,
    strings,
  ]);
}
