import { createHeadlessEditor } from '@lexical/headless';
import { createUndoManager } from '@lexical/yjs';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  SKIP_COLLAB_TAG,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import type * as Y from 'yjs';
import { bindLexical } from '../lexicalYjs';
import { seededRandom, SimulatedNetwork, type Peer } from '../../tests/support/peers';

/** What became of the characters of one schedule. */
export interface PeerOutcome {
  readonly typed: number;
  readonly lost: number;
  readonly doubled: number;
  /** Typed between two others that share a block now, and not standing between them. */
  readonly misplaced: number;
  readonly divergent: number;
}

interface Window {
  readonly peer: Peer;
  readonly editor: LexicalEditor;
  readonly undo: Y.UndoManager;
}

/** A headless editor on a peer's document. */
function openWindow(peer: Peer): Window {
  const editor = createHeadlessEditor({
    onError: (error) => {
      throw error;
    },
  });
  const binding = bindLexical(editor, peer.doc);
  const undo = createUndoManager(binding, binding.root.getSharedType());
  // A message comes in a task of its own: what it changed is in the editor before the next.
  peer.doc.on('afterAllTransactions', () => {
    editor.update(() => undefined, { discrete: true, tag: SKIP_COLLAB_TAG });
  });
  return { peer, editor, undo };
}

const read = ({ editor }: Window): readonly string[] =>
  editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent()),
  );

const change = ({ editor }: Window, act: () => void): void => editor.update(act, { discrete: true });

/** The same mix of edits, the same network and the same random numbers as ours, in `@lexical/yjs`: blocks are paragraphs. */
export function runLexicalSchedule(seed: number): PeerOutcome {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const network = new SimulatedNetwork(random);
  let code = 0x3400;
  const word = (length: number): string => Array.from({ length }, () => String.fromCharCode(++code)).join('');
  const typed = new Map<string, { readonly left: string | null; readonly right: string | null }>();
  const deleted = new Set<string>();
  const everyone = new Set<string>();
  const windows = Array.from({ length: 3 + below(5) }, (_, index) => openWindow(network.join(`peer ${index}`, null)));
  const [first] = windows;
  if (!first) throw new Error('no peers');
  change(first, () => {
    for (let left = 6 + below(4); left > 0; left -= 1) {
      const text = word(2 + below(7));
      for (const one of text) everyone.add(one);
      $getRoot().append($createParagraphNode().append($createTextNode(text)));
    }
  });
  const seeded = everyone.size;
  network.sync();

  const blocks = (): readonly ElementNode[] => $getRoot().getChildren().filter($isElementNode);
  const setText = (block: ElementNode, text: string): void => {
    const node = block.getFirstChild();
    if ($isTextNode(node)) node.setTextContent(text);
    else block.append($createTextNode(text));
  };
  const act = (window: Window): void => {
    const choice = below(100);
    if (choice >= 89) {
      window.undo[choice < 96 ? 'undo' : 'redo']();
      return;
    }
    change(window, () => {
      const all = blocks();
      const block = all[below(all.length)];
      const other = all[below(all.length)];
      if (!block || choice < 6) {
        $getRoot().append($createParagraphNode());
        return;
      }
      const text = block.getTextContent();
      const start = below(text.length + 1);
      const end = Math.min(text.length, start + below(3));
      const next = block.getNextSibling();
      if (choice < 43) {
        const fresh = word(1 + below(4));
        for (const [index, one] of Array.from(fresh).entries()) {
          everyone.add(one);
          typed.set(one, {
            left: index > 0 ? (fresh[index - 1] ?? null) : (text[start - 1] ?? null),
            right: text[start] ?? null,
          });
        }
        setText(block, text.slice(0, start) + fresh + text.slice(start));
      } else if (choice < 48) setText(block, text.slice(0, start) + text.slice(end));
      else if (choice < 58) {
        block.insertAfter($createParagraphNode().append($createTextNode(text.slice(start))));
        setText(block, text.slice(0, start));
      } else if (choice < 69 && $isElementNode(next)) {
        setText(block, text + next.getTextContent());
        next.remove();
      } else if (choice < 82 && other && !other.is(block)) other.insertAfter(block);
      else if (choice < 87) block.remove();
    });
  };

  let misplaced = 0;
  for (let round = 0; round < 4; round += 1) {
    for (let step = 0; step < 16; step += 1) {
      const window = windows[below(windows.length)] ?? first;
      const before = new Set(read(window).join(''));
      act(window);
      const after = new Set(read(window).join(''));
      for (const one of before) if (!after.has(one)) deleted.add(one);
      if (random() < 0.1) window.peer.online = !window.peer.online;
      network.deliver(below(6));
    }
    network.sync();
    const home = new Map(
      read(first).flatMap((text, block) => Array.from(text, (one, offset) => [one, { block, offset }] as const)),
    );
    for (const [one, { left, right }] of typed) {
      const [at, from, to] = [
        home.get(one),
        left === null ? null : home.get(left),
        right === null ? null : home.get(right),
      ];
      if (!at || !from || !to || from.block !== to.block || from.offset > to.offset) continue;
      if ([one, left, right].some((character) => character !== null && deleted.has(character))) continue;
      if (at.block !== from.block || at.offset < from.offset || at.offset > to.offset) misplaced += 1;
    }
    typed.clear();
  }
  const final = read(first);
  const count = (one: string): number => final.join('').split(one).length - 1;
  const kept = [...everyone].filter((one) => !deleted.has(one));
  return {
    typed: everyone.size - seeded,
    lost: kept.filter((one) => count(one) === 0).length,
    doubled: kept.filter((one) => count(one) > 1).length,
    misplaced,
    divergent: windows.filter((window) => JSON.stringify(read(window)) !== JSON.stringify(final)).length,
  };
}
