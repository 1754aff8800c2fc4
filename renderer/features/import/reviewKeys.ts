import type { BlockKind } from '#shared/domain/block';

/** What a key means while a part of the text is chosen. One key each: none needs a hand to leave the arrows for long. */
export type KeyAction =
  | { readonly type: 'kind'; readonly kind: BlockKind; readonly level?: number }
  | { readonly type: 'step'; readonly by: 1 | -1 | 'first' | 'last' | 'pageDown' | 'pageUp' }
  | { readonly type: 'caret'; readonly by: 'word' | 'character'; readonly forward: boolean }
  | { readonly type: 'level'; readonly by: 1 | -1 }
  | {
      readonly type: 'number' | 'join' | 'split' | 'toggle' | 'look' | 'nextDoubt' | 'previousDoubt' | 'undo' | 'redo';
    };

export const kindKeys = {
  title: 'T',
  heading: 'O',
  paragraph: 'B',
  leadIn: 'I',
  point: 'P',
  footnote: 'F',
  other: 'A',
} as const satisfies Record<BlockKind, string>;

const byKey: Readonly<Record<string, KeyAction>> = {
  ArrowDown: { type: 'step', by: 1 },
  ArrowUp: { type: 'step', by: -1 },
  Home: { type: 'step', by: 'first' },
  End: { type: 'step', by: 'last' },
  PageDown: { type: 'step', by: 'pageDown' },
  PageUp: { type: 'step', by: 'pageUp' },
  Backspace: { type: 'join' },
  Enter: { type: 'split' },
  Delete: { type: 'toggle' },
  ' ': { type: 'look' },
  n: { type: 'number' },
  '+': { type: 'level', by: 1 },
  '-': { type: 'level', by: -1 },
};

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Keys that count wherever one is in the view but in a field. */
export function viewKey({ key, ctrlKey, metaKey, shiftKey }: PressedKey): KeyAction | 'use' | null {
  if (key === 'F8') return { type: shiftKey ? 'previousDoubt' : 'nextDoubt' };
  if (!ctrlKey && !metaKey) return null;
  if (key === 'Enter') return 'use';
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) return { type: 'redo' };
  return letter === 'z' ? { type: 'undo' } : null;
}

/** Keys that count on a chosen part of the text; `null` for one that means nothing there. */
export function blockKey(pressed: PressedKey): KeyAction | null {
  const { key, shiftKey } = pressed;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return { type: 'caret', by: shiftKey ? 'character' : 'word', forward: key === 'ArrowRight' };
  const level = /^[1-6]$/.test(key) ? Number(key) : null;
  if (level !== null) return { type: 'kind', kind: 'heading', level };
  const letter = key.toUpperCase();
  const kind = (Object.keys(kindKeys) as BlockKind[]).find((one) => kindKeys[one] === letter);
  return kind ? { type: 'kind', kind } : (byKey[key.length === 1 ? key.toLowerCase() : key] ?? null);
}
