import { useMemo } from 'react';
import type { ShownMarks } from '../features/editor';
import type { Command } from '../features/find';
import { useStrings } from '../i18n/language';
import { printedKeys, type Shortcut } from '../ui/shortcuts';
import type { Perform } from './menu';
import { modes, type Mode } from './TopBar';

interface CommandSurroundings {
  readonly menu: Perform;
  readonly canWrite: boolean;
  /** Whether the text is shown in which one writes. */
  readonly isInDraft: boolean;
  /** Whether one sees what is changed in it. */
  readonly isDraftInSight: boolean;
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
  readonly onFormat: (name: 'bold' | 'italic') => void;
  readonly onLink: () => void;
  readonly onReference: () => void;
  readonly onFootnote: () => void;
  readonly onFollow: () => void;
  readonly onWording: () => void;
}

/** All that can be done from the palette, by the names that the buttons and menus use. */
export function useCommands(surroundings: CommandSurroundings): readonly Command[] {
  const strings = useStrings();
  const {
    menu,
    canWrite,
    isInDraft,
    isDraftInSight,
    isSecretariat,
    onMode,
    onShowMarks,
    onNewPoint,
    onNewChapter,
    onStepChange,
  } = surroundings;
  const { onTypography, onSources, onComment, onStepComment, onFormat, onLink, onReference, onFootnote } = surroundings;
  const { onFollow, onWording } = surroundings;
  return useMemo(() => {
    const commands: Command[] = [];
    const add = (
      id: string,
      text: string,
      keys: Shortcut | readonly [Shortcut, 0 | 1] | null,
      run: (() => void) | null | undefined,
    ): void => {
      const [name, nth] = typeof keys === 'string' ? [keys, 0] : (keys ?? [null, 0]);
      if (run) commands.push({ id, text, keys: name && printedKeys(name, nth), run });
    };
    const { frame, outline, marks, shortcuts, findBar, spelling, changes, writing } = strings;
    for (const mode of modes)
      add(`mode.${mode}`, `${frame.view}: ${frame[mode]}`, mode === 'compare' ? 'sideBySide' : null, () =>
        onMode(mode),
      );
    if (canWrite && isInDraft) {
      add('point', outline.newPoint, null, onNewPoint);
      add('chapter', outline.newChapter, null, onNewChapter);
    }
    if (canWrite && isDraftInSight) {
      add('undo', frame.undo, ['undo', 0], menu['edit.undo']);
      add('redo', frame.redo, ['undo', 1], menu['edit.redo']);
    }
    if (canWrite && isInDraft) {
      add('bold', writing.bold, ['formats', 0], () => onFormat('bold'));
      add('italic', writing.italic, ['formats', 1], () => onFormat('italic'));
      add('link', writing.link, 'link', onLink);
      add('reference', strings.references.insert, 'reference', onReference);
      add('footnote', strings.references.footnote, 'footnote', onFootnote);
    }
    if (isInDraft) add('follow', strings.references.follow, 'follow', onFollow);
    if (canWrite) add('comment', strings.threads.start, 'comment', onComment);
    add('nextComment', strings.threads.next, ['comments', 0], () => onStepComment(1));
    add('previousComment', strings.threads.previous, ['comments', 1], () => onStepComment(-1));
    add('find', findBar.label, 'find', menu['edit.find']);
    add('spelling', spelling.label, 'spelling', menu['edit.spelling']);
    if (canWrite) add('typography', strings.typography.command, null, onTypography);
    add('sources', strings.sources.command, null, onSources);
    add('next', changes.nextChange, ['changes', 0], () => onStepChange(1));
    add('previous', changes.previousChange, ['changes', 1], () => onStepChange(-1));
    add('wording', shortcuts.meanings.wording, 'wording', onWording);
    for (const shown of ['off', 'bars', 'words'] as const)
      add(`marks.${shown}`, `${marks.label}: ${marks[shown]}`, null, () => onShowMarks(shown));
    if (isSecretariat) add('freeze', frame.freeze, 'freeze', menu['programme.freeze']);
    add('export', frame.export, 'export', menu['file.export']);
    add('save', frame.save, ['save', 0], menu['file.save']);
    add('saveAs', frame.saveAs, ['save', 1], menu['file.saveAs']);
    add('share', frame.share, 'share', menu['programme.share']);
    add('help', shortcuts.title, 'help', menu['help.shortcuts']);
    add('home', frame.home, null, menu['app.close']);
    return commands;
  }, [
    canWrite,
    isDraftInSight,
    isInDraft,
    isSecretariat,
    menu,
    onComment,
    onFollow,
    onFootnote,
    onFormat,
    onLink,
    onMode,
    onNewChapter,
    onNewPoint,
    onReference,
    onShowMarks,
    onSources,
    onStepChange,
    onStepComment,
    onTypography,
    onWording,
    strings,
  ]);
}
