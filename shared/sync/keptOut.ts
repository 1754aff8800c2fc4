import * as v from 'valibot';
import { blockId, type BlockId } from '../core/ids';

/** Words that the server did not take into a locked chapter; or none, where it has brought back what was taken away. */
export interface KeptOutWords {
  /** The heading of the chapter. */
  readonly heading: BlockId;
  /** Where they were written. */
  readonly block: BlockId;
  /** With the spaces around them. */
  readonly text: string;
}

const TYPE = 'keptOut';
const MOST = 200;
const LONGEST = 20_000;

const message = v.object({
  type: v.literal(TYPE),
  words: v.pipe(
    v.array(
      v.object({
        heading: v.pipe(v.string(), v.transform(blockId)),
        block: v.pipe(v.string(), v.transform(blockId)),
        text: v.pipe(v.string(), v.maxLength(LONGEST)),
      }),
    ),
    v.maxLength(MOST),
  ),
});

/** What the server sends to the window that wrote them. */
export const keptOutMessage = (words: readonly KeptOutWords[]): string =>
  JSON.stringify({
    type: TYPE,
    // What was written goes before what is only back.
    words: words
      .toSorted((a, b) => Number(b.text !== '') - Number(a.text !== ''))
      .slice(0, MOST)
      .map(({ heading, block, text }) => ({ heading, block, text: text.slice(0, LONGEST) })),
  });

/** The words of such a message; `null` for any other. */
export function readKeptOut(payload: string): readonly KeptOutWords[] | null {
  try {
    const parsed = v.safeParse(message, JSON.parse(payload));
    return parsed.success ? parsed.output.words : null;
  } catch {
    return null;
  }
}
