import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type MouseEventHandler,
  type Ref,
} from 'react';
import { createEditor, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { IdSource } from '#shared/core/sources';
import type { BlockKind, FootnoteRef } from '#shared/domain/block';
import { noFormat, sameFormat, type Format } from '#shared/domain/formats';
import { isWithinReference } from '#shared/domain/references';
import {
  chapterIds,
  gesture,
  insertBlock,
  moveBlocks,
  replaceText,
  setKind,
  writeTyped,
  type BlockRange,
  type Caret,
  type DraftBlock,
} from '#shared/schema/draft';
import { useLanguage } from '../../i18n/language';
import { lockedBefore, lockedInWay, moveTo, type Move } from './arranging';
import type { AnchoredSelection } from './anchoredSelection';
import { Binding } from './binding';
import { FULL_SECTION } from './sections';
import { registerComingBack } from './comingBack';
import { registerCommands } from './commands';
import { Decorations } from './decorations';
import { Formatting, type LinkAsked } from './formatting';
import { nowhere, registerLockGuard, type KeptOut } from './lockGuard';
import { Margin } from './margin';
import type { BlockMark, BlockNote, CommentedWords, Peek, ShownMarks } from './marks';
import { BlockNode, SectionNode } from './nodes';
import { registerPresence } from './presence';
import { noRemarks, type Remarks } from './remarks';
import { Referring, type ReferenceAsked } from './referring';
import { registerTravelling } from './travelling';
import { holdLetters } from './typedLetter';
import { WordPaint, type WordLayer } from './wordPaint';
import { placesWithin } from './selected';
import { $writeSelection, collapsedAt } from './selection';
import { bringToMiddle, seenOn, standAt } from '../../ui/sight';
import { editorStrings } from './strings';
import './editor.css';

/** What of a session the editor works on. */
export interface EditedProgramme {
  readonly draft: Y.Doc;
  readonly undo: Y.UndoManager;
  readonly awareness: Awareness;
}

/** Where one is on the page: what is selected, and what stands in the middle of the screen, how far down. */
export interface PagePlace {
  readonly selection: AnchoredSelection | null;
  readonly seen: { readonly id: BlockId; readonly top: number } | null;
}

/** What the rest of the window can ask of the editor. All of it is done at once, and undone as one step. */
export interface EditorHandle {
  /** The text as it is now. */
  blocks(): readonly DraftBlock[];
  /** Puts the caret at the start of the block and brings it to the middle of the screen. */
  focusBlock(id: BlockId): void;
  scrollToBlock(id: BlockId): void;
  place(): PagePlace;
  /** Goes on where one was when `place` was asked, on a page that is drawn anew. Who works by keys outside of the page stays there. */
  goBack(place: PagePlace): void;
  /** A new empty point after the block, with the caret in it. */
  insertPointAfter(id: BlockId): void;
  /** A new chapter after the one the block is in; `null`: at the end. */
  insertChapterAfter(id: BlockId | null): void;
  /** Moves one block after another; `null`: to the start. */
  moveBlock(id: BlockId, after: BlockId | null): void;
  /** Moves a heading with everything under it. */
  moveChapter(heading: BlockId, target: BlockId, position: 'before' | 'after'): void;
  setKind(id: BlockId, kind: BlockKind, level: number | null): void;
  /** Marks what was searched for, and brings the place at `current` into sight. */
  showFound(places: readonly BlockRange[], current: number): void;
  /** Yields in how many of the places: not in a locked chapter, nor within a reference. */
  replaceAt(places: readonly BlockRange[], text: string): number;
  /** Puts each text in its place; the places in the order of the text. */
  replaceEach(changes: readonly (BlockRange & { readonly text: string })[]): number;
  /** Draws a wavy line under these words of a block, and under no others of it. */
  showMisspelled(block: BlockId, places: readonly Range[]): void;
  /** The word with a wavy line at a point of the window, in CSS pixels. */
  misspelledAt(x: number, y: number): BlockRange | null;
  /** Selects the words and goes on writing there. */
  selectPlace(place: BlockRange): void;
  /** Goes on writing where one was before the focus went elsewhere in the window, or at a place. */
  goOn(at?: Caret): void;
  /** What is selected, a part of each block in the order of the text; none where nothing is. */
  selectedWords(): readonly BlockRange[];
  /** Where the caret is, or was last; `null` before it was anywhere. */
  caret(): Caret | null;
  /** Bold or italic, or no longer: what is selected, the word the caret is in, or what is typed next. */
  toggleFormat(name: 'bold' | 'italic'): void;
  /** What a link would be made of; `null` while there is no caret in the text. */
  askLink(): LinkAsked | null;
  setLink(asked: LinkAsked, address: string | null): void;
  /** Does what the keys for a link do. */
  startLink(): void;
  /** Where a reference would be put; `null` while there is no caret in the text. */
  askReference(): ReferenceAsked | null;
  insertReference(asked: ReferenceAsked, target: BlockId): void;
  /** A footnote at the caret, with the caret in it. */
  insertNote(): void;
  /** Goes where the reference or the footnote's marker at the caret leads; from a footnote to its marker. */
  follow(): void;
  undo(): void;
  redo(): void;
}

interface EditorProps {
  readonly session: EditedProgramme;
  readonly lines: ReadonlyMap<BlockId, { readonly first: number }> | null;
  readonly marks: ReadonlyMap<BlockId, BlockMark>;
  readonly showMarks: ShownMarks;
  readonly onFocusBlock: (block: BlockId | null) => void;
  /** `null` where there is no former wording to look at. */
  readonly onPeek: Peek | null;
  /** The words that comments are about; none by default. */
  readonly commented?: readonly CommentedWords[];
  readonly onComment?: (id: string) => void;
  /** What goes along with words that are cut and pasted; nothing by default. */
  readonly remarks?: Remarks;
  /** How the words look where the selection begins. */
  readonly onFormat?: (format: Format) => void;
  /** The keys for a link were pressed. */
  readonly onLink?: () => void;
  /** The keys for a reference were pressed. Where nobody listens the page has neither references nor footnotes to put in. */
  readonly onReference?: () => void;
  /** What else is said of single blocks: that a chapter is locked, that someone writes there. None by default. */
  readonly notes?: ReadonlyMap<BlockId, BlockNote>;
  /** What keeps the writer out of a block; nothing by default. */
  readonly keptOut?: KeptOut;
  /** Tells the writer why they were kept out. */
  readonly onRefused?: (why: string) => void;
  readonly readOnly: boolean;
  /** The browser's own check, where the window has none. */
  readonly spellCheck?: boolean;
  /** What the page is called for those who do not see it; the programme's text by default. */
  readonly label?: string;
  /** How many blocks fill a section of the page (SPEC, B1); as many as is fast by default. */
  readonly fullSection?: number;
  /** `null` until the page is there; `onReady` tells when. */
  readonly onContextMenu?: MouseEventHandler;
  readonly handleRef: Ref<EditorHandle | null>;
  readonly onReady?: () => void;
}

interface Parts {
  readonly handle: EditorHandle;
  readonly setReadOnly: (readOnly: boolean) => void;
  readonly setRemarks: (remarks: Remarks) => void;
  readonly decorations: Decorations;
  readonly margin: Margin;
  readonly commentedWords: WordLayer<CommentedWords['look']>;
}

const noComments: readonly CommentedWords[] = [];
const noNotes: ReadonlyMap<BlockId, BlockNote> = new Map();
const ignore = (): void => undefined;

/** Puts text in the place of words; the footnotes that are called among them stay, and stand after it. */
function replaceBetweenMarkers(
  doc: Y.Doc,
  markers: readonly FootnoteRef[],
  { block, rangeInText: { start, end } }: BlockRange,
  text: string,
): void {
  const within = markers.map(({ offset }) => offset).filter((offset) => start < offset && offset < end);
  const stops = [...new Set([start, ...within, end])].sort((a, b) => a - b);
  for (let nth = stops.length - 1; nth > 0; nth -= 1) {
    const [from = start, to = end] = stops.slice(nth - 1, nth + 1);
    replaceText(doc, block, { start: from, end: to }, nth === 1 ? text : '');
  }
}

const windowIds: IdSource = { next: () => crypto.randomUUID() };

/** The programme as a page one writes on. The text is the session's draft; everything that is shown with it is no part of it. */
export function Editor({
  session,
  lines,
  marks,
  showMarks,
  onFocusBlock,
  onPeek,
  commented = noComments,
  onComment = ignore,
  remarks = noRemarks,
  onFormat,
  onLink,
  onReference,
  notes = noNotes,
  keptOut = nowhere,
  onRefused = ignore,
  readOnly,
  spellCheck = false,
  label,
  fullSection = FULL_SECTION,
  onContextMenu,
  handleRef,
  onReady,
}: EditorProps) {
  const strings = editorStrings[useLanguage()];
  const page = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const focusListener = useRef(onFocusBlock);
  const formatListener = useRef(onFormat);
  const linkListener = useRef(onLink);
  const referenceListener = useRef(onReference);
  const guard = useRef({ keptOut, onRefused });
  const bound = useRef<Binding>(null);
  const [parts, setParts] = useState<Parts | null>(null);
  const [isEmpty, setEmpty] = useState(false);

  useLayoutEffect(() => {
    focusListener.current = onFocusBlock;
    formatListener.current = onFormat;
    linkListener.current = onLink;
    referenceListener.current = onReference;
    guard.current = { keptOut, onRefused };
  }, [keptOut, onFocusBlock, onFormat, onLink, onReference, onRefused]);

  useLayoutEffect(() => {
    if (!page.current || !layer.current) return;
    const { draft: doc, undo, awareness } = session;
    const editor = createEditor({
      namespace: 'programme',
      nodes: [SectionNode, BlockNode],
      theme: { text: { bold: 'editor__bold', italic: 'editor__italic' } },
      // Nothing can be typed before the binding is there: it would be lost.
      editable: false,
      onError: (error) => {
        // Lexical has rolled the update back, and the model holds the text; what is shown is checked against it.
        reportError(error);
        setTimeout(() => bound.current?.recover(), 0);
      },
    });
    // The text first, then the page to draw it on: with a page Lexical would begin by asking it for a selection, and have all of the window laid out while the page is empty.
    const binding = new Binding(editor, doc, undo, windowIds, fullSection);
    editor.setRootElement(page.current);
    // At each of its commits React counts through all the text of what is edited, to restore a selection that it does not own here; it asks by this whether there is one.
    Object.defineProperty(page.current, 'contentEditable', { value: 'inherit', writable: true });
    bound.current = binding;
    const paint = new WordPaint(editor, binding);
    const newWords = paint.layer(['new-words']);
    const misspelled = paint.layer(['misspelled']);
    const commentedWords = paint.layer(['comment', 'suggestion', 'here']);
    const found = paint.layer(['found', 'found-here']);
    const decorations = new Decorations(editor, binding, newWords, showMarks, strings);
    const formatting = new Formatting(editor, binding, () => linkListener.current?.());
    let shownFormat = noFormat;
    const shown = {
      lines: null,
      marks: new Map<BlockId, BlockMark>(),
      showMarks,
      commented: noComments,
      onComment,
      notes: noNotes,
      strings,
      readOnly: true,
      onPeek,
    };
    const margin = new Margin(editor, binding, awareness, layer.current, page.current, shown);
    const { reader } = binding;
    binding.keptOut = (id) => guard.current.keptOut(id) !== null;
    /** Whether the writer may change a block; tells them why not. */
    const mayChange = (id: BlockId | null): boolean => {
      const why = id === null ? null : guard.current.keptOut(id);
      if (why !== null) guard.current.onRefused(why);
      return why === null;
    };
    const move = (to: Move): void => {
      if (mayChange(lockedInWay(binding.current(), to, binding.keptOut))) moveBlocks(doc, to.ids, to.after);
    };
    const referring = new Referring(editor, binding, windowIds, page.current, () => ({
      onAsk: referenceListener.current ?? null,
      onGo: (target) => putCaret(target),
      mayChange,
    }));
    const tellEmpty = (): void => setEmpty(reader.blocks.length === 0);
    const ending = [
      holdLetters(editor, doc),
      registerCommands(editor, binding, windowIds, (id) => decorations.numberOf(id), formatting.next, mayChange),
      registerTravelling(editor, binding),
      registerComingBack(editor, binding, page.current),
      () => formatting.dispose(),
      () => referring.dispose(),
      binding.onUpdate(() => {
        const format = editor.getEditorState().read(() => formatting.$format());
        if (!sameFormat(format, shownFormat)) formatListener.current?.((shownFormat = format));
      }),
      registerLockGuard(
        binding,
        undo,
        page.current.parentElement ?? page.current,
        () => guard.current.keptOut,
        (why) => guard.current.onRefused(why),
      ),
      registerPresence(editor, binding, awareness, (block) => focusListener.current(block)),
      reader.subscribe(({ order }) => {
        if (order) tellEmpty();
      }),
      () => margin.dispose(),
      () => decorations.dispose(),
      () => paint.dispose(),
      () => {
        bound.current = null;
        binding.dispose();
      },
      () => editor.setRootElement(null),
    ];
    tellEmpty();

    const scrollToBlock = (id: BlockId): void => {
      const block = binding.elementOf(id);
      if (block) bringToMiddle(block);
    };
    const putCaret = (id: BlockId): void => {
      binding.update(() => $writeSelection(collapsedAt({ block: id, offset: 0 }), binding.$nodeOf));
      editor.getRootElement()?.focus({ preventScroll: true });
      scrollToBlock(id);
    };
    const replaceEach: EditorHandle['replaceEach'] = (changes) => {
      let count = 0;
      binding.perform(() => {
        const kept = changes.find(({ block }) => guard.current.keptOut(block) !== null);
        if (kept) mayChange(kept.block);
        const possible = changes.filter(({ block, rangeInText }) => {
          const shown = reader.block(block);
          return shown !== null && guard.current.keptOut(block) === null && !isWithinReference(shown, rangeInText);
        });
        // From the end, so that the places before keep their offsets.
        gesture(doc, () => {
          for (const { block, rangeInText, text } of possible.toReversed())
            replaceBetweenMarkers(doc, reader.block(block)?.footnoteRefs ?? [], { block, rangeInText }, text);
        });
        count = possible.length;
        return null;
      });
      return count;
    };
    const handle: EditorHandle = {
      blocks: () => binding.current().blocks,
      focusBlock: putCaret,
      scrollToBlock,
      place: () => {
        const seen = page.current && seenOn(page.current);
        const block = seen && reader.blocks.find(({ id }) => binding.elementOf(id) === seen.block);
        return { selection: binding.anchoredSelection(), seen: seen && block ? { id: block.id, top: seen.top } : null };
      },
      goBack: ({ selection, seen }) => {
        const selected = selection && binding.resolved(selection);
        const focused = document.activeElement;
        // What the page itself stands in was not chosen: it has the focus for want of the page.
        const isChoice = focused?.matches(':focus-visible') === true && !focused.contains(page.current);
        const pressed = isChoice ? focused : null;
        if (selected) {
          binding.update(() => $writeSelection(selected, binding.$nodeOf), [SKIP_SCROLL_INTO_VIEW_TAG]);
          if (pressed instanceof HTMLElement) pressed.focus({ preventScroll: true });
          else editor.getRootElement()?.focus({ preventScroll: true });
        }
        const block = seen && binding.elementOf(seen.id);
        if (block) standAt(block, seen.top);
      },
      insertPointAfter: (id) => {
        if (!mayChange(id)) return;
        let created = id;
        binding.perform(() => {
          created = insertBlock(doc, id, { kind: 'point', text: '' }, windowIds);
          return collapsedAt({ block: created, offset: 0 });
        });
        putCaret(created);
      },
      insertChapterAfter: (id) => {
        const { blocks } = reader;
        const index = id === null ? null : reader.indexOf(id);
        const within = index === null ? blocks : blocks.slice(0, index + 1);
        const heading = within.findLast((block) => block.kind === 'heading' && (block.level ?? 1) === 1);
        const after = (heading && chapterIds(blocks, heading.id).at(-1)) ?? blocks.at(-1)?.id ?? null;
        const created = insertBlock(doc, after, { kind: 'heading', level: 1, text: '' }, windowIds);
        putCaret(created);
      },
      moveBlock: (id, after) => move({ ids: [id], after }),
      moveChapter: (heading, target, position) => {
        const { blocks } = reader;
        const place = position === 'after' ? (chapterIds(blocks, target).at(-1) ?? target) : target;
        const to = moveTo(blocks, heading, place, position);
        if (to) move(to);
      },
      setKind: (id, kind, level) => {
        if (mayChange(id) && mayChange(lockedBefore(binding.current(), id, { kind, level }, binding.keptOut)))
          setKind(doc, [id], { kind, level });
      },
      showFound: (places, current) => {
        found.showAll(places.map((place, index) => ({ ...place, look: index === current ? 'found-here' : 'found' })));
        const place = places[current];
        if (place) binding.bringIntoSight({ block: place.block, offset: place.rangeInText.start });
      },
      showMisspelled: (block, places) =>
        misspelled.show(
          block,
          places.map((rangeInText) => ({ look: 'misspelled', rangeInText })),
        ),
      misspelledAt: (x, y) => misspelled.at(x, y),
      replaceAt: (places, text) => replaceEach(places.map((place) => ({ ...place, text }))),
      replaceEach,
      selectPlace: ({ block, rangeInText: { start, end } }) => {
        const selection = { anchor: { block, offset: start }, focus: { block, offset: end } };
        binding.update(() => $writeSelection(selection, binding.$nodeOf));
        editor.getRootElement()?.focus({ preventScroll: true });
        const element = binding.elementOf(block);
        if (element) bringToMiddle(element, () => binding.lineOf(selection.anchor));
      },
      goOn: (at) => {
        const selection = at ? collapsedAt(at) : binding.selection();
        if (selection) binding.update(() => $writeSelection(selection, binding.$nodeOf));
        editor.getRootElement()?.focus({ preventScroll: true });
        if (selection) binding.bringIntoSight(selection.focus);
      },
      selectedWords: () => {
        const selection = binding.selection();
        return selection ? placesWithin(binding.current(), selection) : [];
      },
      caret: () => binding.selection()?.focus ?? null,
      toggleFormat: (name) => {
        if (!handle.selectedWords().every(({ block }) => mayChange(block))) return;
        binding.update(() => formatting.$toggle(name));
        editor.getRootElement()?.focus({ preventScroll: true });
      },
      askLink: () => formatting.askLink(),
      setLink: (asked, address) => formatting.setLink(asked, address),
      startLink: () => linkListener.current?.(),
      askReference: () => referring.ask(),
      insertReference: (asked, target) => referring.insert(asked, target),
      insertNote: () => referring.insertNote(),
      follow: () => referring.follow(),
      undo: () => binding.update(() => binding.$undo('undo')),
      redo: () => binding.update(() => binding.$undo('redo')),
    };
    const setReadOnly = (value: boolean): void => {
      writeTyped(doc);
      editor.setEditable(!value);
    };
    const setRemarks = (value: Remarks): void => {
      binding.remarks = value;
    };
    setParts({ handle, setReadOnly, setRemarks, decorations, margin, commentedWords });
    return () => {
      for (const end of ending) end();
      setParts(null);
    };
    // The language of the labels is brought in by the effects below; a new one does not rebuild the editor.
  }, [session, fullSection]);

  useLayoutEffect(() => parts?.setReadOnly(readOnly), [parts, readOnly]);
  useLayoutEffect(() => parts?.setRemarks(remarks), [parts, remarks]);
  useLayoutEffect(() => parts?.decorations.show(marks, showMarks, strings), [parts, marks, showMarks, strings]);
  useLayoutEffect(
    () =>
      parts?.commentedWords.showAll(
        commented.flatMap(({ look, ranges }) => ranges.map((range) => ({ ...range, look }))),
      ),
    [parts, commented],
  );
  useLayoutEffect(() => parts?.decorations.showSaid(commented, notes), [parts, commented, notes]);
  useLayoutEffect(
    () => parts?.margin.show({ lines, marks, showMarks, commented, onComment, notes, strings, readOnly, onPeek }),
    [parts, lines, marks, showMarks, commented, onComment, notes, strings, readOnly, onPeek],
  );
  useImperativeHandle<EditorHandle | null, EditorHandle | null>(handleRef, () => parts?.handle ?? null, [parts]);
  useEffect(() => {
    if (parts) onReady?.();
  }, [onReady, parts]);

  return (
    <div className="editor">
      <div
        ref={page}
        className="editor__page"
        contentEditable={parts !== null && !readOnly}
        suppressContentEditableWarning
        onContextMenu={onContextMenu}
        // Writing there makes it a stop of the Tab key by itself; a frozen text is to be read and scrolled by keys as well.
        tabIndex={0}
        role="textbox"
        aria-multiline="true"
        aria-label={label ?? strings.label}
        aria-readonly={readOnly}
        spellCheck={spellCheck}
        data-bound={parts !== null}
      />
      <div ref={layer} className="editor__layer" />
      {isEmpty && (
        <p className="editor__empty">
          {strings.empty}{' '}
          {!readOnly && (
            <button
              type="button"
              className="editor__action"
              onClick={() =>
                parts?.handle.focusBlock(insertBlock(session.draft, null, { kind: 'paragraph', text: '' }, windowIds))
              }
            >
              {strings.start}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
