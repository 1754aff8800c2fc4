/** The draft that editors change together: its layout in Yjs, how it is read, and the operations on it. Rules: SPEC.md. */
export { CREATION, draftPapers, draftRemarks, LOCAL, SEED } from './layout';
export {
  currentReader,
  draftReader,
  readDraft,
  type BlockRange,
  type DraftBlock,
  type DraftChange,
  type DraftReader,
} from './reader';
export { draftContent, draftMetaOf, seedDraft, type DraftMeta, type DraftSeed } from './seed';
export { beginTyping, createUndo, gesture, guardUndo, openGesture, openTyping } from './writing';
export { afterReversal, leaveReturned, wordsOfReversal } from './reversing';
export { hasTyped, holdTyped, onTyped, writeTyped } from './typed';
export { deleteText, insertText, replaceText, wholeReferences } from './operations/typing';
export { formatOfTyped, formatTypedOver } from './formatting';
export { setFormat, type TextPlace } from './operations/formatting';
export { splitBlock, type SplitOutcome } from './operations/splitting';
export { joinBlocks, joinWithPrevious, type Caret } from './operations/joining';
export { cutRange, deleteBlocks, deleteRange } from './operations/deleting';
export { insertBlock, insertBlocks, type NewBlock } from './operations/inserting';
export { chapterIds, moveBlocks } from './operations/moving';
export { sayOrigin } from './operations/linking';
export { callerOf, deleteNote, insertNote, insertReference, type NoteWords } from './operations/noting';
export { asDraftReads, bringWordsTo } from './operations/rewording';
export {
  formerMove,
  formerPlace,
  restoreBlock,
  restorePlace,
  restoreText,
  type FormerBlock,
} from './operations/restoring';
export { keepRescued, setKind, type KindChange } from './operations/kinds';
export {
  anchorAt,
  anchorWords,
  resolveAnchor,
  resolveWords,
  type TextAnchor,
  type WordsAnchor,
  type WordsPlace,
} from './anchors';
export {
  isAsKept,
  keepLocked,
  lockedDraft,
  type LockedBlock,
  type LockedDraft,
  type RefusedWords,
} from './lockKeeping';
export { readLocks, setLock } from './locks';
export { readPlans, setPlan } from './plans';
export { addSource, readSources, removeSource } from './sources';
