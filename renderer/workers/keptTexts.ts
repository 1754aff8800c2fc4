import type { Block } from '#shared/domain/block';
import type { TextKey, TextMessage } from './tasks';

/** Blocks in one message: packing more of them at once would be felt in the window. */
const PART = 1_000;
/** So many texts the worker keeps beside those that are asked for: a paper is made from all that a programme has frozen. */
const MOST = 24;

/** Lets the window do what it owes its user. */
const giveWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** What the window knows of the texts that its worker keeps. A text is what it is: another one has other blocks. */
export interface KeptTexts {
  /** Sends what the worker does not have, in parts, and yields what the texts are called there, in their order. */
  keep(texts: readonly (readonly Block[])[], post: (message: TextMessage) => void): Promise<readonly TextKey[]>;
  /** The worker is gone, and all that it kept. */
  clear(): void;
}

export function createKeptTexts(): KeptTexts {
  /** The longest unused first. */
  let kept = new Map<readonly Block[], Promise<TextKey>>();
  let last = 0;
  const send = async (blocks: readonly Block[], post: (message: TextMessage) => void): Promise<TextKey> => {
    const key = ++last;
    post({ keep: key, part: blocks.slice(0, PART) });
    for (let at = PART; at < blocks.length; at += PART) {
      await giveWay();
      post({ keep: key, part: blocks.slice(at, at + PART) });
    }
    return key;
  };
  return {
    clear() {
      kept = new Map();
    },
    async keep(texts, post) {
      const own = kept;
      const keys: TextKey[] = [];
      for (const blocks of texts) {
        const known = own.get(blocks) ?? send(blocks, post);
        own.delete(blocks);
        own.set(blocks, known);
        keys.push(await known);
      }
      for (const [blocks, key] of [...own].slice(0, -MOST)) {
        if (texts.includes(blocks)) continue;
        own.delete(blocks);
        void key.then((forgotten) => post({ forget: forgotten }));
      }
      return keys;
    },
  };
}
