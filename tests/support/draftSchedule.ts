import * as Y from 'yjs';
import { blockId, type BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import { countingIds, type IdSource } from '#shared/core/sources';
import { AUTOMATIC, type Block } from '#shared/domain/block';
import {
  anchorWords,
  chapterIds,
  createUndo,
  deleteBlocks,
  deleteRange,
  deleteText,
  gesture,
  insertBlock,
  insertBlocks,
  insertNote,
  insertReference,
  insertText,
  joinBlocks,
  joinWithPrevious,
  moveBlocks,
  readDraft,
  replaceText,
  resolveWords,
  seedDraft,
  setFormat,
  setKind,
  splitBlock,
  writeTyped,
  type DraftBlock,
  type WordsAnchor,
} from '#shared/schema/draft';
import { seededRandom, SimulatedNetwork, type Peer } from './peers';

/** Everything a run of one schedule shows. All the lists are empty when nothing is wrong. */
export interface ScheduleOutcome {
  readonly seed: number;
  readonly edits: number;
  readonly typed: number;
  /** How many anchors of words were put. */
  readonly anchored: number;
  /** Characters that nobody deleted and that were gone after a sync. */
  readonly lost: readonly string[];
  /** Characters that nobody deleted and that stood more than once after a sync. */
  readonly doubled: readonly string[];
  /** Characters that several people deleted and brought back by undo, so that they stand more than once in the end. */
  readonly broughtBackTwice: readonly string[];
  /** Peers that read something else than the first one, or something else after a reload. */
  readonly divergent: readonly string[];
  /** Characters typed between two others that share a block now, and yet not standing between them. */
  readonly misplaced: readonly string[];
  /** Characters that an anchor of words was put on and does not hold any more, or holds without having been put on them. */
  readonly strayedAnchors: readonly string[];
  /** Characters of others that an undo or redo took away. */
  readonly takenByUndo: readonly string[];
}

/** Each must be empty in the end. */
export const faultNames = ['lost', 'doubled', 'divergent', 'misplaced', 'strayedAnchors', 'takenByUndo'] as const;

/** What went wrong in a schedule; nothing, where all is well. What was brought back twice is limit 1 of the SPEC. */
export const faultsOf = (outcome: ScheduleOutcome): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(faultNames.map((name) => [name, outcome[name]] as const).filter(([, found]) => found.length > 0));

/** A page on which the first peer writes, as the browser takes what a hand does. It may show a key that the draft does not have yet. */
export interface WrittenPage {
  /** The blocks as they are shown, in order. */
  texts(): readonly { readonly id: BlockId; readonly text: string }[];
  type(block: BlockId, place: Range, text: string): Promise<void>;
  delete(block: BlockId, place: Range): Promise<void>;
  split(block: BlockId, offset: number): Promise<void>;
  joinWithPrevious(block: BlockId): Promise<void>;
  undo(): void;
  redo(): void;
  /** Paints what was written. */
  paint(): Promise<void>;
}

/** Shows a draft to be written in; `undo` takes back what is written there. */
export type OpenPage = (doc: Y.Doc, undo: Y.UndoManager) => Promise<WrittenPage>;

interface Typed {
  readonly by: Peer;
  readonly left: string | null;
  readonly right: string | null;
}

/** Every character is one of its own, so that each can be followed. */
function characters(): () => string {
  let code = 0x3400;
  return () => {
    code += 1;
    if (code === 0xd800) code = 0xe000;
    return String.fromCharCode(code);
  };
}

/** The characters that are followed; the numbers that references read as are not among them. */
const followed = (text: string): string => text.replaceAll(/[\u0000-\u33ff]/gu, '');

const onlyFollowed = (character: string | undefined): string | null => followed(character ?? '') || null;

/** The words that references read as, where they quote a heading, blanked out: as long, and none of them typed there. */
const withoutQuotes = (text: string): string => text.replaceAll(/«[^»]*»/gu, (label) => '.'.repeat(label.length));

const readTyped = (doc: Y.Doc): readonly DraftBlock[] =>
  readDraft(doc).map((block) => ({ ...block, text: withoutQuotes(block.text) }));

const textOf = (blocks: readonly { readonly text: string }[]): string =>
  followed(blocks.map(({ text }) => text).join(''));

const shownText = (doc: Y.Doc): string => textOf(readTyped(doc));

const counts = (text: string): Map<string, number> => {
  const result = new Map<string, number>();
  for (const character of text) result.set(character, (result.get(character) ?? 0) + 1);
  return result;
};

/** How often everyone syncs. After each: all read the same, every character stands once, and in its place. */
const ROUNDS = 4;

/** `open`: the first peer writes on a page, which takes part as often as all the others together. */
export async function runSchedule(seed: number, open?: OpenPage): Promise<ScheduleOutcome> {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const network = new SimulatedNetwork(random);
  const fresh = characters();
  const word = (length: number): string => Array.from({ length }, fresh).join('');
  const ids: IdSource = countingIds('n');
  const typed = new Map<string, Typed>();
  const authors = new Map<string, Peer>();
  const deleted = new Set<string>();
  const takenByUndo: string[] = [];
  const misplaced: string[] = [];
  const divergent: string[] = [];
  const lost = new Set<string>();
  const doubled = new Set<string>();
  const anchored: {
    readonly anchors: readonly WordsAnchor[];
    readonly held: string;
    readonly seen: ReadonlySet<string>;
  }[] = [];
  const undos = new Map<Peer, Y.UndoManager>();
  /** Typing is one step whenever nothing else comes between: a schedule has no time, so that a machine that pauses does not change it. */
  const undoable = (peer: Peer): Y.UndoManager => {
    const undo = createUndo(peer.doc);
    undo.captureTimeout = Infinity;
    undos.set(peer, undo);
    return undo;
  };
  let edits = 0;

  const seedBlocks: Block[] = Array.from({ length: 6 + below(4) }, (_, index) => ({
    id: blockId(`s${index}`),
    kind: index % 4 === 0 ? 'heading' : 'point',
    level: index % 4 === 0 ? 1 : null,
    marker: AUTOMATIC,
    text: word(2 + below(7)),
    origins: [],
    footnoteRefs: [],
  }));
  const first = network.join('peer 0', null);
  seedDraft(first.doc, { title: '', period: null, language: 'nb', blocks: seedBlocks });
  const page = (await open?.(first.doc, undoable(first))) ?? null;
  if (page === null) undoable(first);
  const admit = (): void => {
    const peer = network.join(`peer ${network.peers.length}`, Y.encodeStateAsUpdate(first.doc));
    undoable(peer);
  };
  for (let left = 2 + below(5); left > 0; left -= 1) admit();
  const original = shownText(first.doc);

  const pageOf = (peer: Peer): WrittenPage | null => (peer === first ? page : null);
  /** What a peer has before its eyes. */
  const seenBy = (peer: Peer): readonly DraftBlock[] => {
    const blocks = readTyped(peer.doc);
    const shown =
      pageOf(peer) &&
      new Map(
        pageOf(peer)
          ?.texts()
          .map(({ id, text }) => [id, withoutQuotes(text)]),
      );
    return shown === null ? blocks : blocks.map((block) => ({ ...block, text: shown.get(block.id) ?? '' }));
  };

  const pick = (blocks: readonly DraftBlock[]): DraftBlock | undefined => blocks[below(blocks.length)];

  const type = async (peer: Peer, block: DraftBlock, start: number, end: number): Promise<void> => {
    const text = word(1 + below(4));
    for (const [index, character] of Array.from(text).entries()) {
      authors.set(character, peer);
      typed.set(character, {
        by: peer,
        left: index > 0 ? (text[index - 1] ?? null) : onlyFollowed(block.text[start - 1]),
        right: onlyFollowed(block.text[end]),
      });
    }
    const hand = pageOf(peer);
    if (hand) await hand.type(block.id, { start, end }, text);
    else if (start === end) insertText(peer.doc, block.id, start, text);
    else replaceText(peer.doc, block.id, { start, end }, text);
  };

  const act = async (peer: Peer): Promise<void> => {
    const { doc } = peer;
    const hand = pageOf(peer);
    const blocks = seenBy(peer);
    const block = pick(blocks);
    const choice = below(100);
    if (block === undefined || choice < 6) {
      const text = word(below(3));
      for (const character of text) authors.set(character, peer);
      insertBlock(doc, block?.id ?? null, { kind: 'point', text }, ids);
      return;
    }
    const start = below(block.text.length + 1);
    const end = Math.min(block.text.length, start + below(3));
    const other = pick(blocks) ?? block;
    const place = random() < 0.3 ? block.text.length : start;
    if (random() < 0.04) insertReference(doc, { block: block.id, offset: start }, other.id);
    else if (block.kind !== 'footnote' && random() < 0.05) {
      const text = word(1 + below(3));
      for (const character of text) authors.set(character, peer);
      insertNote(doc, { block: block.id, offset: start }, { text }, ids);
    } else if (random() < 0.12) {
      const change = { bold: random() < 0.6, italic: random() < 0.4, ...(random() < 0.3 && { link: 'https://a.no' }) };
      setFormat(doc, [{ block: block.id, rangeInText: { start, end: start + below(6) } }], change);
    } else if (choice < 38) await type(peer, block, place, place);
    else if (choice < 43) await type(peer, block, start, end);
    else if (choice < 48) {
      if (hand) await hand.delete(block.id, { start, end });
      else deleteText(doc, block.id, { start, end });
    } else if (choice < 58) {
      if (hand) await hand.split(block.id, start);
      else splitBlock(doc, block.id, start, ids);
    } else if (choice < 66) {
      if (hand) await hand.joinWithPrevious(block.id);
      else joinWithPrevious(doc, block.id);
    } else if (choice < 69) joinBlocks(doc, block.id, other.id);
    else if (choice < 78) moveBlocks(doc, [block.id], random() < 0.1 ? null : other.id);
    else if (choice < 82) moveBlocks(doc, chapterIds(blocks, block.id), other.id);
    else if (choice < 85) deleteBlocks(doc, [block.id]);
    else if (choice < 87) {
      const next = blocks[Math.min(blocks.length - 1, blocks.indexOf(block) + 1 + below(2))] ?? block;
      deleteRange(doc, { block: block.id, offset: start }, { block: next.id, offset: below(next.text.length + 1) });
    } else if (choice < 88) {
      // Several blocks come from the clipboard: the first goes on in the text, the others are blocks of their own.
      const pasted = Array.from({ length: 1 + below(3) }, () => word(1 + below(3)));
      for (const text of pasted) for (const character of text) authors.set(character, peer);
      gesture(doc, () => {
        const [head = '', ...rest] = pasted;
        replaceText(doc, block.id, { start, end }, head);
        insertBlocks(
          doc,
          block.id,
          rest.map((text) => ({ kind: 'point', text })),
          ids,
        );
      });
    } else if (choice < 90) setKind(doc, [block.id], { kind: random() < 0.5 ? 'paragraph' : 'heading', level: 1 });
    else if (choice < 96) (hand ?? undos.get(peer))?.undo();
    else (hand ?? undos.get(peer))?.redo();
  };

  /** Someone remarks on some words. */
  const anchor = (peer: Peer): void => {
    const { doc } = peer;
    const shown = seenBy(peer);
    const block = pick(shown);
    if (block === undefined || block.text === '') return;
    const start = below(block.text.length);
    const rangeInText = { start, end: Math.min(block.text.length, start + 1 + below(5)) };
    const held = followed(block.text.slice(rangeInText.start, rangeInText.end));
    // What undo brought back twice (SPEC, limit 1) cannot be told apart.
    if (new Set(held).size !== held.length) return;
    anchored.push({
      anchors: anchorWords(doc, { block: block.id, rangeInText }),
      held,
      seen: new Set(textOf(shown)),
    });
  };
  /** Whatever happened to the text: an anchor holds the words it was put on, and none of those that stood beside them. */
  const strayedFrom = (doc: Y.Doc): string[] => {
    const shown = new Map(readTyped(doc).map(({ id, text }) => [id, text]));
    const present = new Set(shownText(doc));
    return anchored.flatMap(({ anchors, held, seen }) => {
      const { ranges } = resolveWords(doc, anchors);
      const holds = new Set(
        ranges.flatMap(({ block, rangeInText: { start, end } }) =>
          Array.from(followed(shown.get(block)?.slice(start, end) ?? '')),
        ),
      );
      const left = Array.from(held).filter((one) => present.has(one) && !deleted.has(one) && !holds.has(one));
      // Undo may put an end again on the other side of others' words (SPEC, limit 6).
      const wasBroughtBack = [held.at(0), held.at(-1)].some((end = '') => deleted.has(end) && present.has(end));
      const joined = [...holds].filter((one) => seen.has(one) && !held.includes(one) && !deleted.has(one));
      return wasBroughtBack ? left : [...left, ...joined];
    });
  };

  const perform = async (peer: Peer): Promise<void> => {
    edits += 1;
    const undo = undos.get(peer);
    const steps = undo ? undo.undoStack.length + undo.redoStack.length * 1000 : 0;
    const before = textOf(seenBy(peer));
    await act(peer);
    const after = counts(textOf(seenBy(peer)));
    const undone =
      undo !== undefined && undo.undoStack.length + undo.redoStack.length * 1000 !== steps && undo.redoStack.length > 0;
    for (const character of new Set(before)) {
      if (after.has(character)) continue;
      deleted.add(character);
      const author = authors.get(character);
      const redone = undo !== undefined && undo.redoStack.length < Math.floor(steps / 1000);
      if (undone && !redone && author !== peer) takenByUndo.push(character);
    }
  };

  /** Of what was typed since the last sync between two characters that still share a block: what does not stand between them. */
  const strayed = (blocks: readonly DraftBlock[]): string[] => {
    const home = new Map<string, { block: string; offset: number }>();
    for (const { id, text } of blocks) {
      for (const [offset, character] of Array.from(text).entries()) home.set(character, { block: id, offset });
    }
    return [...typed].flatMap(([character, { left, right }]) => {
      const [at, before, after] = [character, left, right].map((one) => (one === null ? undefined : home.get(one)));
      if (!at || !before || !after || before.block !== after.block || before.offset > after.offset) return [];
      if ([character, left, right].some((one) => one !== null && deleted.has(one))) return [];
      return at.block === before.block && before.offset < at.offset && at.offset < after.offset ? [] : [character];
    });
  };

  /** Everyone reads what the first one reads, and so does each of `reloading` that is opened again from its storage. */
  const noteDivergent = (reloading: readonly Peer[]): void => {
    const reference = JSON.stringify(readDraft(first.doc));
    const shown = page?.texts().map(({ id, text }) => [id, text]);
    if (shown && JSON.stringify(shown) !== JSON.stringify(readDraft(first.doc).map(({ id, text }) => [id, text])))
      divergent.push('the page');
    for (const peer of network.peers) {
      if (JSON.stringify(readDraft(peer.doc)) !== reference) divergent.push(peer.name);
      if (!reloading.includes(peer)) continue;
      const reloaded = new Y.Doc({ guid: 'reloaded' });
      Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(peer.doc));
      if (JSON.stringify(readDraft(reloaded)) !== reference) divergent.push(`${peer.name}, reloaded`);
    }
  };

  const everyone = (): readonly string[] => [...Array.from(original), ...authors.keys()];
  /** Each character that nobody deleted stands once. */
  const noteCounts = (): void => {
    const present = counts(shownText(first.doc));
    for (const character of everyone()) {
      const times = present.get(character) ?? 0;
      if (!deleted.has(character) && times !== 1) (times === 0 ? lost : doubled).add(character);
    }
  };

  for (let round = 0; round < ROUNDS; round += 1) {
    for (let step = 0; step < 16; step += 1) {
      const peer = (page && random() < 0.5 ? first : network.peers[below(network.peers.length)]) ?? first;
      await perform(peer);
      if (random() < 0.2) anchor(peer);
      if (random() < 0.1) peer.online = !peer.online;
      if (random() < 0.02 && !pageOf(peer)) {
        network.crash(peer);
        undoable(peer);
      }
      if (random() < 0.02 && network.peers.length < 8) admit();
      // As the connection does when a message comes: it meets what was typed before it (Y24).
      writeTyped(first.doc);
      network.deliver(below(6));
      if (page && random() < 0.3) await page.paint();
    }
    await page?.paint();
    network.sync();
    await page?.paint();
    misplaced.push(...strayed(readTyped(first.doc)));
    typed.clear();
    // A reload costs as much as a round of edits: one peer in turn, and everyone in the end.
    noteDivergent(round < ROUNDS - 1 ? network.peers.slice(round, round + 1) : network.peers);
    noteCounts();
  }

  const strayedAnchors = network.peers.flatMap(({ doc }) => strayedFrom(doc));

  const present = counts(shownText(first.doc));
  return {
    seed,
    edits,
    typed: authors.size,
    anchored: anchored.length,
    lost: [...lost],
    doubled: [...doubled],
    broughtBackTwice: everyone().filter((character) => deleted.has(character) && (present.get(character) ?? 0) > 1),
    divergent,
    misplaced,
    strayedAnchors,
    takenByUndo,
  };
}
