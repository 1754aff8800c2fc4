import * as Y from 'yjs';
import { textOf } from './draft/layout';

/**
 * Who took which suggestion, and the characters that it put in: `<suggestion>/<client>` → a stretch of that client's items in one text. A key of its own
 * for each who took it, so that two who take it at once both stand here, and one of the two copies can be taken out again. Rule CM8.
 */
const takesMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('takes');

/** Origin of taking out a second copy: nobody's step of undo. */
export const ONCE = Symbol('a suggestion is taken once');

interface Take {
  readonly suggestion: string;
  readonly host: string;
  readonly client: number;
  /** Half-open, in Yjs's clock of the client. */
  readonly from: number;
  readonly to: number;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function takeFrom(key: string, raw: unknown): Take | null {
  const slash = key.lastIndexOf('/');
  if (slash < 1 || typeof raw !== 'object' || raw === null) return null;
  const { host, from, to } = raw as Readonly<Record<string, unknown>>;
  const client = Number(key.slice(slash + 1));
  if (typeof host !== 'string' || !isCount(client) || !isCount(from) || !isCount(to)) return null;
  return { suggestion: key.slice(0, slash), host, client, from, to };
}

const keysOf = (doc: Y.Doc, suggestion: string): readonly string[] =>
  [...takesMap(doc).keys()].filter((key) => key.startsWith(`${suggestion}/`));

/**
 * Writes down that a suggestion was taken, with what `write` puts into the text `host`. Within a transaction. A take before it that is known here was not at
 * once with it: what is left of that is the text's.
 */
export function takeDown(doc: Y.Doc, suggestion: string, host: string, write: () => void): void {
  const clock = (): number => Y.getState(doc.store, doc.clientID);
  for (const key of keysOf(doc, suggestion)) takesMap(doc).delete(key);
  const from = clock();
  write();
  takesMap(doc).set(`${suggestion}/${doc.clientID}`, { host, from, to: clock() });
}

/** The characters of a take that stand in the text, as indexes of it, last first. Characters that others typed between are not among them. */
function standing(doc: Y.Doc, { host, client, from, to }: Take): readonly { index: number; length: number }[] {
  const found: { index: number; length: number }[] = [];
  let index = 0;
  for (let item = textOf(doc, host)?._start ?? null; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (item.id.client === client && item.content instanceof Y.ContentString) {
      const start = Math.max(item.id.clock, from);
      const end = Math.min(item.id.clock + item.length, to);
      if (start < end) found.unshift({ index: index + start - item.id.clock, length: end - start });
    }
    index += item.length;
  }
  return found;
}

const readTakes = (doc: Y.Doc): readonly Take[] => [...takesMap(doc)].flatMap(([key, raw]) => takeFrom(key, raw) ?? []);

/** Whether most of what someone took of a suggestion stands in the text. Whoever writes the former words over it may leave a letter that both have. */
export const isTaken = (doc: Y.Doc, suggestion: string, words: string): boolean =>
  keysOf(doc, suggestion).some((key) => {
    const take = takeFrom(key, takesMap(doc).get(key));
    const left = take === null ? 0 : standing(doc, take).reduce((sum, { length }) => sum + length, 0);
    return left * 2 > words.length;
  });

/** What is undone and done again is of new characters to Yjs: those that the step of undo holds now. */
export function takenAgain(doc: Y.Doc, suggestion: string, step: Y.UndoManager['undoStack'][number]): void {
  const key = `${suggestion}/${doc.clientID}`;
  const take = takeFrom(key, takesMap(doc).get(key));
  const written = step.insertions.clients.get(doc.clientID) ?? [];
  const [first, last] = [written[0], written.at(-1)];
  if (take && first && last) takesMap(doc).set(key, { host: take.host, from: first.clock, to: last.clock + last.len });
}

/**
 * Leaves one copy of each suggestion that several took at once: that of the smallest client. Every window comes to the same, and taking out the same
 * characters twice is taking them out once. Yields the suggestions whose take here gave way to another's.
 */
export function settleTakes(doc: Y.Doc): readonly string[] {
  const takes = readTakes(doc);
  const bySuggestion = new Map<string, Take[]>();
  for (const take of takes) bySuggestion.set(take.suggestion, [...(bySuggestion.get(take.suggestion) ?? []), take]);
  const gaveWay: string[] = [];
  for (const [suggestion, several] of bySuggestion) {
    if (several.length < 2) continue;
    const alive = several
      .map((take) => ({ take, ranges: standing(doc, take) }))
      .filter(({ ranges }) => ranges.length > 0)
      .sort((a, b) => a.take.client - b.take.client);
    const others = alive.slice(1);
    if (others.length === 0) continue;
    doc.transact(() => {
      for (const { take } of others)
        // Read anew: the one before may have been in the same text.
        for (const { index, length } of standing(doc, take)) textOf(doc, take.host)?.delete(index, length);
    }, ONCE);
    if (others.some(({ take }) => take.client === doc.clientID)) gaveWay.push(suggestion);
  }
  return gaveWay;
}

/** Settles takes whenever one arrives, until ended; `onElsewhere` is told of suggestions that count as taken by another from now on. */
export function keepTakesSingle(doc: Y.Doc, onElsewhere: (suggestion: string) => void): () => void {
  const map = takesMap(doc);
  const follow = ({ keysChanged }: Y.YMapEvent<unknown>, { local }: Y.Transaction): void => {
    if (local) return;
    const gaveWay = new Set(settleTakes(doc));
    for (const key of keysChanged as ReadonlySet<string>) {
      const suggestion = key.slice(0, key.lastIndexOf('/'));
      if (gaveWay.has(suggestion) || !map.has(`${suggestion}/${doc.clientID}`)) onElsewhere(suggestion);
    }
  };
  map.observe(follow);
  settleTakes(doc);
  return () => map.unobserve(follow);
}
