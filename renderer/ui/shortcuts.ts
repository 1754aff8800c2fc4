/**
 * Every key of the window that does something beside plain typing: the one place that knows them. Handlers ask `pressed`, the palette, the buttons and the
 * list of shortcuts print `printedKeys`. Several keys of one name are the two ways of one thing, forwards and backwards.
 */
const shortcuts = {
  split: ['Enter'],
  join: ['Backspace'],
  move: ['Alt+ArrowUp', 'Alt+ArrowDown'],
  level: ['Tab', 'Shift+Tab'],
  undo: ['Ctrl+Z', 'Ctrl+Y'],
  formats: ['Ctrl+B', 'Ctrl+I'],
  link: ['Ctrl+Shift+K'],
  reference: ['Ctrl+Alt+R'],
  footnote: ['Ctrl+Alt+F'],
  follow: ['Ctrl+Alt+Enter'],
  palette: ['Ctrl+K'],
  find: ['Ctrl+F', 'Ctrl+H'],
  hits: ['F3', 'Shift+F3'],
  spelling: ['F7'],
  changes: ['F8', 'Shift+F8'],
  wording: ['F9'],
  marks: ['Ctrl+Shift+M'],
  sideBySide: ['Ctrl+Shift+D'],
  comment: ['Ctrl+Alt+M'],
  comments: ['Alt+F8', 'Alt+Shift+F8'],
  take: ['Alt+Enter'],
  save: ['Ctrl+S', 'Ctrl+Shift+S'],
  regions: ['F6', 'Shift+F6'],
  freeze: ['Ctrl+Shift+F'],
  export: ['Ctrl+E', 'Ctrl+P'],
  share: ['Ctrl+Shift+L'],
  help: ['F1'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Shortcut = keyof typeof shortcuts;

/** In the order in which they are listed. */
export const shortcutNames = Object.keys(shortcuts) as readonly Shortcut[];

/** What of a keyboard event tells which keys were pressed. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

interface Keys {
  /** In small letters, as `KeyboardEvent.key` is compared with. */
  readonly key: string;
  /** With Ctrl and Alt, which are AltGr on some keyboards, a letter's key gives another sign: it is known by its place too. */
  readonly code: string | null;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

function readKeys(keys: string): Keys {
  const parts = keys.split('+');
  const [key = '', ctrl, alt] = [parts.at(-1), parts.includes('Ctrl'), parts.includes('Alt')];
  return {
    key: key.toLowerCase(),
    code: ctrl && alt ? `Key${key}` : null,
    ctrl,
    alt,
    shift: parts.includes('Shift'),
  };
}

/** Read once: some of them are asked for at every letter that is typed. */
const keysOf = new Map<Shortcut, readonly Keys[]>(
  shortcutNames.map((name) => [name, shortcuts[name].map((keys) => readKeys(keys))]),
);

const isPressed = (event: Pressed, { key, code, ctrl, alt, shift }: Keys): boolean =>
  (event.ctrlKey || event.metaKey) === ctrl &&
  event.altKey === alt &&
  event.shiftKey === shift &&
  (event.key.toLowerCase() === key || event.code === code);

/** Which of a shortcut's keys were pressed, by its index; `null` for none of them. The Mac's command key counts as Ctrl. */
export function pressed(event: Pressed, name: Shortcut): number | null {
  const at = keysOf.get(name)?.findIndex((keys) => isPressed(event, keys)) ?? -1;
  return at < 0 ? null : at;
}

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓' };

const printed = (keys: string): string =>
  keys
    .split('+')
    .map((key) => signs[key] ?? key)
    .join('+');

/** As they are printed: «Alt+↑ / Alt+↓», or only the one asked for. */
export const printedKeys = (name: Shortcut, nth?: number): string =>
  shortcuts[name]
    .filter((_, index) => nth === undefined || index === nth)
    .map(printed)
    .join(' / ');

/** As `aria-keyshortcuts` wants them (WAI-ARIA 1.2). */
export const ariaKeys = (name: Shortcut, nth = 0): string => (shortcuts[name][nth] ?? '').replace('Ctrl', 'Control');
