import type { BlockId } from '#shared/core/ids';
import { anchorAt, insertText } from '#shared/schema/draft';
import { randomIds, systemClock } from '../../cli/machine';
import { readInvitation } from '../../renderer/features/share/invitation';
import { openSession } from '../../renderer/session';
import { surroundings } from '../../tests/integration/session/support';
import { memoryPlatform } from '../../tests/support/memoryPlatform';

const WORDS = 'alle skal ha rett til rask og god helsehjelp ';

/** Someone who comes with an invitation and writes at the end of a block, a letter at a time, with a caret that the others see. Yields what ends it. */
export async function otherWriter(
  invitation: string,
  block: BlockId,
  betweenKeysMs: number,
): Promise<() => Promise<void>> {
  const address = readInvitation(invitation);
  if (!address) throw new Error(`${invitation} is no invitation`);
  const platform = memoryPlatform();
  platform.settings.set('me.name', `Medlem ${block.slice(0, 4)}`);
  const opened = await openSession(
    { kind: 'room', ...address },
    platform,
    { clock: systemClock, ids: randomIds },
    surroundings,
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const session = opened.value;
  const { draft, awareness } = session;
  let at = session.getSnapshot().blocks.find(({ id }) => id === block)?.text.length ?? 0;
  const writing = setInterval(() => {
    insertText(draft, block, at, WORDS.charAt(at % WORDS.length));
    at += 1;
    const caret = anchorAt(draft, block, at);
    awareness.setLocalStateField('selection', { anchor: caret, focus: caret });
  }, betweenKeysMs);
  return async () => {
    clearInterval(writing);
    await session.dispose();
  };
}
