import type { Awareness } from 'y-protocols/awareness';
import type { BlockId } from '#shared/core/ids';
import { resolveAnchor, type Caret } from '#shared/schema/draft';
import type { Binding } from './binding';
import { shownPlace } from './words';

const colourPattern = /^#[0-9a-f]{6}$/u;

interface Cursor {
  readonly element: HTMLElement;
  /** Whose it is, where it is in the words, and how it looks: with another it is a new one, and shows its name anew. */
  readonly what: string;
}

/** Where the others write: a line of their colour and pattern, with the name as long as it is new there, and while the pointer is over the block. */
export class Cursors {
  readonly layer = document.createElement('div');
  private readonly awareness: Awareness;
  private readonly binding: Binding;
  private shown: ReadonlyMap<number, Cursor> = new Map();

  constructor(awareness: Awareness, binding: Binding) {
    this.awareness = awareness;
    this.binding = binding;
    this.layer.className = 'editor__cursors';
  }

  /** Whether any are shown. */
  get some(): boolean {
    return this.shown.size > 0;
  }

  layout(origin: DOMRect, hovered: BlockId | null): void {
    const states = this.awareness.getStates();
    if (states.size <= 1 && !this.some) return;
    const shown = new Map<number, Cursor>();
    for (const [clientId, state] of states) {
      if (clientId === this.awareness.clientID) continue;
      const selection: unknown = state['selection'];
      const user: unknown = state['user'];
      if (typeof selection !== 'object' || selection === null || typeof user !== 'object' || user === null) continue;
      const { focus } = selection as { readonly focus?: unknown };
      const { name, colour, pattern } = user as Readonly<Record<string, unknown>>;
      const caret = resolveAnchor(this.binding.doc, focus);
      const box = caret && this.caretBox(caret);
      if (!caret || !box || typeof name !== 'string') continue;
      const what = JSON.stringify([focus, name, colour, pattern]);
      const former = this.shown.get(clientId);
      const element = former?.what === what ? former.element : cursorOf(name, colour, pattern);
      element.style.height = `${box.height}px`;
      element.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px)`;
      element.toggleAttribute('data-pointed', caret.block === hovered);
      shown.set(clientId, { element, what });
    }
    for (const [clientId, { element }] of this.shown) if (shown.get(clientId)?.element !== element) element.remove();
    // What stays is not put anew: it would show its name again.
    for (const { element } of shown.values()) if (!element.isConnected) this.layer.append(element);
    this.shown = shown;
  }

  private caretBox({ block, offset }: Caret): { left: number; top: number; height: number } | null {
    const element = this.binding.elementOf(block);
    if (element === null) return null;
    const place = shownPlace(element, offset);
    if (place === null) {
      const { left, top, height } = element.getBoundingClientRect();
      return { left, top, height };
    }
    const range = document.createRange();
    range.setStart(place.text, place.offset);
    const box = range.getClientRects()[0] ?? element.getBoundingClientRect();
    return { left: box.left, top: box.top, height: box.height };
  }
}

/** Of what a peer says of itself. */
function cursorOf(name: string, colour: unknown, pattern: unknown): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = 'editor__cursor';
  const flag = document.createElement('span');
  flag.className = 'editor__cursor-name';
  flag.textContent = name.slice(0, 40);
  cursor.style.setProperty('--cursor', typeof colour === 'string' && colourPattern.test(colour) ? colour : '#555555');
  cursor.dataset['pattern'] = typeof pattern === 'string' ? pattern : 'solid';
  cursor.append(flag);
  return cursor;
}
