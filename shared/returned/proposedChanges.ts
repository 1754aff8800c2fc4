import type { TextChange } from '../amendment/amendment';
import type { BlockId } from '../core/ids';
import type { Language } from '../core/failure';
import { alignBlocks, spell, type BlockChange } from '../diff';
import type { Block, BlockKind } from '../domain/block';

/** What one author did to one place. */
export interface PlaceChange {
  readonly changes: readonly TextChange[];
  /** Blocks of the author's text that it is about, by index; where something was struck, the ones around it. */
  readonly blocks: readonly number[];
}

/** The block of the revision that a block of the file is; `null` for one that is not in the revision. */
export type Identity = (indexInBase: number) => BlockId | null;

const kindNames: Readonly<Record<Language, Readonly<Record<BlockKind, string>>>> = {
  nb: {
    title: 'tittel',
    heading: 'overskrift',
    paragraph: 'avsnitt',
    leadIn: 'innledning til punktene',
    point: 'punkt',
    footnote: 'fotnote',
    other: 'annen tekst',
  },
  nn: {
    title: 'tittel',
    heading: 'overskrift',
    paragraph: 'avsnitt',
    leadIn: 'innleiing til punkta',
    point: 'punkt',
    footnote: 'fotnote',
    other: 'annan tekst',
  },
  en: {
    title: 'a title',
    heading: 'a heading',
    paragraph: 'a paragraph',
    leadIn: 'the lead-in to the points',
    point: 'a point',
    footnote: 'a footnote',
    other: 'other text',
  },
};

const retype: Readonly<Record<Language, (kind: string) => string>> = {
  nb: (kind) => `Gjøres om til ${kind}.`,
  nn: (kind) => `Blir gjord om til ${kind}.`,
  en: (kind) => `To be made ${kind}.`,
};

/** Changes of text in one place; `null` where the place is not in the revision. */
function changesOf(
  change: BlockChange,
  base: readonly Block[],
  current: readonly Block[],
  idOf: Identity,
  after: BlockId | null,
  language: Language,
): readonly TextChange[] | null {
  const ids = change.base.map(idOf);
  const [first = null, second = null] = ids;
  if (ids.some((id) => id === null)) return null;
  const texts = change.current.map((index) => current[index]?.text ?? '');
  const written = texts.join(' ');
  const changes: TextChange[] = [];
  if (first === null) {
    const blocks = change.current.flatMap((index) => current[index] ?? []);
    return [
      {
        kind: 'insertion',
        after,
        blocks: blocks.map(({ kind, level, marker, text }) => ({ kind, level, marker, text })),
      },
    ];
  }
  if (texts.length === 0) return [{ kind: 'deletion', block: first }];
  if (change.moved) changes.push({ kind: 'move', block: first, after });
  if (texts.length > 1) changes.push({ kind: 'split', block: first, texts });
  else if (ids.length === 2 && second !== null && written === spell(change.tokens, 'base'))
    changes.push({ kind: 'join', block: first, with: second });
  else if (ids.length > 1 || written !== base[change.base[0] ?? -1]?.text) {
    changes.push({ kind: 'replacement', block: first, text: written });
    for (const id of ids.slice(1)) if (id !== null) changes.push({ kind: 'deletion', block: id });
  }
  const kind = current[change.current[0] ?? -1]?.kind;
  if (change.retyped && texts.length === 1 && kind !== undefined) {
    changes.push({ kind: 'editorial', block: first, instruction: retype[language](kindNames[language][kind]) });
  }
  return changes;
}

/** What an author's text changes in the text that was sent, place by place in the order of the author's text. Rules R3 and R5. */
export function proposedChanges(
  base: readonly Block[],
  current: readonly Block[],
  idOf: Identity,
  language: Language,
): { readonly places: readonly PlaceChange[]; readonly unplaced: number } {
  const places: PlaceChange[] = [];
  let unplaced = 0;
  /** The block of the revision after which the next one stands. */
  let after: BlockId | null = null;
  /** New blocks in a row are one proposal. */
  const added: { at: BlockId | null; current: readonly number[] } = { at: null, current: [] };
  const write = (change: BlockChange, at: BlockId | null): void => {
    const changes = changesOf(change, base, current, idOf, at, language);
    if (changes === null) unplaced += 1;
    else if (changes.length > 0) places.push({ changes, blocks: change.current });
  };
  const writeAdded = (): void => {
    if (added.current.length === 0) return;
    const change = { kind: 'inserted', moved: false, retyped: false, base: [], tokens: [] } as const;
    write({ ...change, current: added.current }, added.at);
    added.current = [];
  };
  for (const change of alignBlocks(base, current).changes) {
    if (change.base.length === 0) {
      if (added.current.length === 0) added.at = after;
      added.current = [...added.current, ...change.current];
      continue;
    }
    writeAdded();
    write(change, after);
    if (change.current.length > 0) after = idOf(change.base.at(-1) ?? -1) ?? after;
  }
  writeAdded();
  return { places, unplaced };
}
