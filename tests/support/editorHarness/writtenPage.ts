import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { EditorHandle } from '../../../renderer/features/editor/index';
import { shownPlace } from '../../../renderer/features/editor/words';
import type { WrittenPage } from '../draftSchedule';
import type { StillClock } from './stillClock';

const shownBlocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-block-id]')];

/** What the browser does between two keys: all that waits for the end of a task. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Selects a part of a block's text as the mouse does. */
export function select(id: BlockId, { start, end }: Range): void {
  const block = shownBlocks().find((element) => element.dataset['blockId'] === id);
  if (!block) throw new Error(`«${id}» is not shown`);
  const placeOf = (offset: number): [node: Node, offset: number] => {
    const place = shownPlace(block, offset);
    return place ? [place.text, place.offset] : [block, 0];
  };
  block.closest<HTMLElement>('[contenteditable]')?.focus();
  getSelection()?.setBaseAndExtent(...placeOf(start), ...placeOf(end));
}

const commands = { insertText: 'insertText', deleteContentBackward: 'delete', insertParagraph: 'insertParagraph' };

/** Does what a key does. The browser itself asks the page beforehand when a hand does it, but not when a script does. */
async function key(inputType: keyof typeof commands, data: string | null = null): Promise<void> {
  const selection = getSelection();
  const at = selection?.getRangeAt(0);
  const asked = new InputEvent('beforeinput', {
    ...{ inputType, data, bubbles: true, cancelable: true, composed: true },
    targetRanges: at ? [new StaticRange(at)] : [],
  });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else lets a script do what a key does
  if (document.activeElement?.dispatchEvent(asked)) document.execCommand(commands[inputType], false, data ?? undefined);
  await nextTask();
}

/** Writes over a part of a block's text, as a hand does. */
export async function type(block: BlockId, place: Range, text: string): Promise<void> {
  select(block, place);
  for (const character of text) await key('insertText', character);
}

/** The hand that writes on the page; nothing is painted but when it says so. */
export function writtenPage(handle: EditorHandle, clock: StillClock): WrittenPage {
  const collapsed = (offset: number): Range => ({ start: offset, end: offset });
  return {
    texts: () =>
      shownBlocks().map((element) => ({ id: element.dataset['blockId'] as BlockId, text: element.textContent })),
    type,
    async delete(block, place) {
      if (place.start === place.end) return;
      select(block, place);
      await key('deleteContentBackward');
    },
    async split(block, offset) {
      select(block, collapsed(offset));
      await key('insertParagraph');
    },
    async joinWithPrevious(block) {
      select(block, collapsed(0));
      await key('deleteContentBackward');
    },
    undo: () => handle.undo(),
    redo: () => handle.redo(),
    async paint() {
      clock.pass();
      await nextTask();
    },
  };
}
