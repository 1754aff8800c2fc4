import { createRoot } from 'react-dom/client';
import { useState } from 'react';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { blockId, type BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { stretchesOf } from '#shared/domain/formats';
import {
  createUndo,
  currentReader,
  deleteBlocks,
  insertText,
  joinBlocks,
  moveBlocks,
  readDraft,
  seedDraft,
  setFormat,
  splitBlock,
} from '#shared/schema/draft';
import { Editor, type BlockMark, type EditorHandle, type ShownMarks } from '../../../renderer/features/editor/index';
import { runSchedule, type OpenPage, type ScheduleOutcome } from '../draftSchedule';
import { StillClock } from './stillClock';
import { select, type, writtenPage } from './writtenPage';

/** What a test in the browser can do and see: the draft behind the editor, and a second peer of it. */
export interface Harness {
  readonly doc: Y.Doc;
  blocks(): { id: string; kind: string; level: number | null; text: string; rescued: boolean }[];
  /** The texts that the draft has by now, while the page may show a letter more. */
  written(): string[];
  /** The words of each block with `*bold*`, `_italic_` and `[links](address)`. */
  formatted(): string[];
  /** The same at the second peer. */
  peerBlocks(): ReturnType<Harness['blocks']>;
  readonly remote: {
    insertText(id: string, offset: number, text: string): void;
    splitBlock(id: string, offset: number): void;
    joinBlocks(first: string, second: string): void;
    moveBlock(id: string, after: string | null): void;
    deleteBlock(id: string): void;
    bold(id: string, start: number, end: number): void;
  };
  /** No pause in the typing begins a new step of undo, however slow the machine is. */
  typeWithoutPause(): void;
  /** The second peer writes in the last block, and moves the one before it to and fro, all the time. */
  makeNoise(): void;
  /** Stops it; yields the characters it wrote. */
  endNoise(): string;
  connect(connected: boolean): void;
  /** How often the keys for a link were pressed. */
  linksAsked: number;
  /** How often the keys for a reference were pressed. */
  referencesAsked: number;
  /** The footnotes called in each block: `number@offset`. */
  markers(): string[][];
  setMarks(marks: readonly [string, BlockMark][], shown: ShownMarks): void;
  setReadOnly(readOnly: boolean): void;
  /** Keeps the writer out of these blocks. */
  lock(...ids: readonly string[]): void;
  /** How often the writer was told that they are kept out. */
  refused: number;
  /** Selects a part of a block's text as the mouse does. */
  select(id: string, place: Range): void;
  type(id: string, place: Range, text: string): Promise<void>;
  /** Runs a schedule in which the first peer writes on the page. */
  schedule(seed: number): Promise<ScheduleOutcome>;
  handle: EditorHandle | null;
  focused: string | null;
}

declare global {
  interface Window {
    harness: Harness;
    hacked?: boolean;
  }
}

const parameters = new URLSearchParams(location.search);
const kinds: Readonly<Record<string, BlockKind>> = {
  t: 'title',
  h: 'heading',
  s: 'heading',
  p: 'point',
  l: 'leadIn',
  b: 'paragraph',
};

/** `?text=h:Kapittel|p:Første punkt`: the blocks `b0`, `b1`, … */
const blocks: Block[] = (parameters.get('text') ?? '')
  .split('|')
  .filter(Boolean)
  .map((line, index) => {
    const kind = kinds[line.slice(0, 1)] ?? 'paragraph';
    return {
      id: blockId(`b${index}`),
      kind,
      level: kind === 'heading' ? (line.startsWith('s') ? 2 : 1) : null,
      marker: kind === 'point' || kind === 'heading' ? AUTOMATIC : null,
      text: line.slice(2),
      origins: [],
      footnoteRefs: [],
    };
  });
const copies = Number(parameters.get('copies') ?? '1');
const all = Array.from({ length: copies }, (_, copy) =>
  blocks.map((block) => (copy === 0 ? block : { ...block, id: blockId(`${block.id}-${copy}`) })),
).flat();

const doc = new Y.Doc();
const other = new Y.Doc();
seedDraft(doc, { title: '', period: null, language: 'nb', blocks: all });
Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
const undo = createUndo(doc);
const awareness = new Awareness(doc);

const shownIn = (draft: Y.Doc): ReturnType<Harness['blocks']> =>
  currentReader(draft).blocks.map(({ id, kind, level, text, rescued }) => ({ id, kind, level, text, rescued }));

let connected = true;
const wire = (from: Y.Doc, to: Y.Doc): void => {
  from.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire' && connected) setTimeout(() => Y.applyUpdate(to, update, 'wire'), 2);
  });
};
wire(doc, other);
wire(other, doc);

let counter = 0;
const ids = { next: () => `remote${counter++}` };
let noise: ReturnType<typeof setInterval> | null = null;
let written = '';

let show: (state: Shown) => void = () => undefined;
let bound: (handle: EditorHandle) => void = () => undefined;
interface Shown {
  readonly session: { readonly draft: Y.Doc; readonly undo: Y.UndoManager; readonly awareness: Awareness };
  readonly marks: ReadonlyMap<BlockId, BlockMark>;
  readonly showMarks: ShownMarks;
  readonly readOnly: boolean;
  readonly fullSection: number;
  readonly keptOut?: (id: BlockId) => string | null;
}
let shown: Shown = {
  session: { draft: doc, undo, awareness },
  marks: new Map(),
  showMarks: 'off',
  readOnly: false,
  // The texts of tests are short: each chapter is a section, so that an edit reaches over several.
  fullSection: 1,
};
const change = (next: Partial<Shown>): void => {
  shown = { ...shown, ...next };
  show(shown);
};

/** Shows another draft; resolves with the handle of the editor that is bound to it. */
function openDraft(draft: Y.Doc, itsUndo: Y.UndoManager): Promise<EditorHandle> {
  const former = window.harness.handle;
  return new Promise((resolve) => {
    // React tells of the former one once more.
    bound = (handle) => {
      if (handle !== former) resolve(handle);
    };
    change({ session: { draft, undo: itsUndo, awareness: new Awareness(draft) } });
  });
}

async function schedule(seed: number): Promise<ScheduleOutcome> {
  change({ fullSection: 1 + 3 * (seed % 3) });
  let clock: StillClock | null = null;
  const open: OpenPage = async (draft, itsUndo) => {
    const handle = await openDraft(draft, itsUndo);
    return writtenPage(handle, (clock = new StillClock()));
  };
  try {
    return await runSchedule(seed, open);
  } finally {
    (clock as StillClock | null)?.end();
  }
}

window.harness = {
  doc,
  handle: null,
  focused: null,
  select: (id, place) => select(blockId(id), place),
  type: (id, place, text) => type(blockId(id), place, text),
  schedule,
  linksAsked: 0,
  referencesAsked: 0,
  markers: () =>
    readDraft(doc).map(({ footnoteRefs }) => footnoteRefs.map(({ number, offset }) => `${number}@${offset}`)),
  blocks: () => shownIn(doc),
  written: () => readDraft(doc).map(({ text }) => text),
  formatted: () =>
    currentReader(doc).blocks.map(({ text, formats }) =>
      stretchesOf(text, formats, { start: 0, end: text.length })
        .map(({ text: words, bold, italic, link }) => {
          const leaning = italic ? `_${words}_` : words;
          const weighted = bold ? `*${leaning}*` : leaning;
          return link === null ? weighted : `[${weighted}](${link})`;
        })
        .join(''),
    ),
  peerBlocks: () => shownIn(other),
  remote: {
    insertText: (id, offset, text) => insertText(other, blockId(id), offset, text),
    splitBlock: (id, offset) => void splitBlock(other, blockId(id), offset, ids),
    joinBlocks: (first, second) => void joinBlocks(other, blockId(first), blockId(second)),
    moveBlock: (id, after) => moveBlocks(other, [blockId(id)], after === null ? null : blockId(after)),
    deleteBlock: (id) => deleteBlocks(other, [blockId(id)]),
    bold: (id, start, end) => setFormat(other, [{ block: blockId(id), rangeInText: { start, end } }], { bold: true }),
  },
  typeWithoutPause() {
    undo.captureTimeout = Infinity;
  },
  makeNoise() {
    let turn = 0;
    const last = all.at(-1)?.id;
    const before = all.at(-2)?.id;
    if (last === undefined || before === undefined) return;
    noise = setInterval(() => {
      turn += 1;
      const character = String.fromCharCode(0x4e00 + turn);
      written += character;
      insertText(other, last, Infinity, character);
      if (turn % 5 === 0) moveBlocks(other, [turn % 10 === 0 ? before : last], turn % 10 === 0 ? last : before);
    }, 11);
  },
  endNoise() {
    if (noise !== null) clearInterval(noise);
    return written;
  },
  connect(value) {
    connected = value;
    if (!value) return;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'wire');
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'wire');
  },
  setMarks: (marks, showMarks) => change({ marks: new Map(marks.map(([id, mark]) => [blockId(id), mark])), showMarks }),
  setReadOnly: (readOnly) => change({ readOnly }),
  lock: (...ids) => change({ keptOut: (id) => (ids.includes(id) ? 'Kapitlet er låst.' : null) }),
  refused: 0,
};

function Page() {
  const [state, setState] = useState(shown);
  show = setState;
  return (
    <Editor
      lines={null}
      {...state}
      onFocusBlock={(id) => {
        window.harness.focused = id;
      }}
      onPeek={() => undefined}
      onRefused={() => {
        window.harness.refused += 1;
      }}
      onLink={() => {
        window.harness.linksAsked += 1;
      }}
      onReference={() => {
        window.harness.referencesAsked += 1;
      }}
      handleRef={(handle) => {
        window.harness.handle = handle;
        if (handle) bound(handle);
      }}
    />
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
