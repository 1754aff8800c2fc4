import type { BlockId } from '#shared/core/ids';
import { anchorAt, insertText } from '#shared/schema/draft';
import { readInvitation } from '../../renderer/features/share/invitation';
import { open } from '../../tests/integration/session/support';
import { memoryPlatform } from '../../tests/support/memoryPlatform';

/** Someone who comes with an invitation and writes these words at the end of a block, again and again, a letter at a time, with a caret that the others see. Yields what ends it. */
export async function otherWriter(
  invitation: string,
  block: BlockId,
  words: string,
  betweenKeysMs: number,
): Promise<() => Promise<void>> {
  const address = readInvitation(invitation);
  if (!address) throw new Error(`${invitation} is no invitation`);
  const platform = memoryPlatform();
  platform.settings.set('me.name', `Medlem ${block.slice(0, 4)}`);
  const session = await open({ kind: 'room', ...address }, platform);
  const { draft, awareness } = session;
  let at = session.getSnapshot().blocks.find(({ id }) => id === block)?.text.length ?? 0;
  const writing = setInterval(() => {
    insertText(draft, block, at, words.charAt(at % words.length));
    at += 1;
    const caret = anchorAt(draft, block, at);
    awareness.setLocalStateField('selection', { anchor: caret, focus: caret });
  }, betweenKeysMs);
  return async () => {
    clearInterval(writing);
    await session.dispose();
  };
}
