import type { Language } from '#shared/core/failure';
import type { Block } from '#shared/domain/block';
import { goneReference, referencesIn } from '#shared/domain/references';

/** A reference whose target is gone. */
interface GoneReference<Shown extends Block> {
  readonly block: Shown;
  /** Of the block among all. */
  readonly index: number;
}

/** The blocks with references to what is no longer there, in the order of the text; a block with several stands there once. */
export function goneReferences<Shown extends Block>(
  blocks: readonly Shown[],
  language: Language,
): readonly GoneReference<Shown>[] {
  const gone = goneReference(language);
  return blocks.flatMap((block, index) =>
    referencesIn(block.formats).some(({ start, end }) => block.text.slice(start, end).includes(gone))
      ? [{ block, index }]
      : [],
  );
}
