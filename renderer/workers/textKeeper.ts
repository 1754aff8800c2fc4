import { alignBlocks, type Alignment } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import type { TextKey, TextMessage } from './tasks';

/** The worker's side of the texts that it keeps, and of how each became another. */
export interface TextKeeper {
  hear(message: TextMessage): void;
  readonly blocksOf: (text: TextKey) => readonly Block[];
  /** How each text became the next one; made once. */
  alignmentsOf(texts: readonly TextKey[]): readonly Alignment[];
}

export function createTextKeeper(): TextKeeper {
  const kept = new Map<TextKey, Block[]>();
  const made = new Map<TextKey, Map<TextKey, Alignment>>();
  const blocksOf = (text: TextKey): readonly Block[] => kept.get(text) ?? [];
  const align = (from: TextKey, to: TextKey): Alignment => {
    const own = made.get(from) ?? new Map<TextKey, Alignment>();
    made.set(from, own);
    const alignment = own.get(to) ?? alignBlocks(blocksOf(from), blocksOf(to));
    own.set(to, alignment);
    return alignment;
  };
  return {
    hear(message) {
      if ('keep' in message) {
        const known = kept.get(message.keep);
        if (known) known.push(...message.part);
        else kept.set(message.keep, [...message.part]);
        return;
      }
      kept.delete(message.forget);
      made.delete(message.forget);
      for (const own of made.values()) own.delete(message.forget);
    },
    blocksOf,
    alignmentsOf: (texts) =>
      texts.slice(1).flatMap((to, gap) => {
        const from = texts[gap];
        return from === undefined ? [] : [align(from, to)];
      }),
  };
}
