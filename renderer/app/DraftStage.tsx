import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import {
  CircleHelp,
  CornerDownRight,
  FilePlus2,
  ListPlus,
  MessageSquarePlus,
  Redo2,
  Save,
  Superscript,
  Undo2,
} from 'lucide-react';
import type { Language } from '#shared/core/failure';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import type { Commenting } from '../features/comments';
import {
  Editor,
  useFormatTools,
  type BlockMark,
  type EditorHandle,
  type BlockNote,
  type KeptOut,
  type PagePlace,
  type Peek,
  type ShownMarks,
} from '../features/editor';
import { FindBar, useHitKeys, type Search } from '../features/find';
import { ReferenceDialog, type Referencing } from '../features/references';
import { SpellingBar, SpellingMenu, useMarkedWords, type PointedWord, type Spelling } from '../features/spelling';
import { useStrings } from '../i18n/language';
import type { ProgrammeSession } from '../session';
import { Button } from '../ui/Button';
import { ariaKeys } from '../ui/shortcuts';
import { Toggles } from '../ui/Toggles';

interface DraftStageProps {
  readonly session: ProgrammeSession;
  readonly blocks: readonly Block[];
  readonly editor: RefObject<EditorHandle | null>;
  readonly marks: ReadonlyMap<BlockId, BlockMark>;
  readonly showMarks: ShownMarks;
  readonly onShowMarks: (shown: ShownMarks) => void;
  readonly focusBlock: BlockId | null;
  readonly onFocusBlock: (block: BlockId | null) => void;
  readonly onPeek: Peek;
  /** To the draft and the previous period side by side. */
  readonly onSideBySide: () => void;
  readonly canWrite: boolean;
  readonly commenting: Commenting;
  readonly referring: Referencing;
  /** Of the text. */
  readonly language: Language;
  readonly notes: ReadonlyMap<BlockId, BlockNote>;
  readonly keptOut: KeptOut;
  readonly onRefused: (why: string) => void;
  /** The words to find in the draft are being asked for. */
  readonly isFinding: boolean;
  /** Gets what was searched for. */
  readonly onFound: (search: Search) => void;
  readonly lastSearch: Search | null;
  readonly spelling: Spelling;
  readonly onTurnSpelling: (on: boolean) => void;
  /** The words that no dictionary knows are being gone through. */
  readonly isSpelling: boolean;
  readonly onSpelled: () => void;
  /** The page is there: `editor` can be asked. */
  readonly onReady: () => void;
  /** The page is about to go; with where one is on it. */
  readonly onLeave: (place: PagePlace | null) => void;
  readonly onHelp: () => void;
  readonly onSave: () => void;
}

/** The draft as a page, with the few tools that writing needs. */
export function DraftStage(props: DraftStageProps) {
  const {
    session,
    editor: editorRef,
    marks,
    showMarks,
    onShowMarks,
    onSideBySide,
    focusBlock,
    onFocusBlock,
    canWrite,
    onHelp,
    onSave,
  } = props;
  const strings = useStrings();
  const page = useCallback(() => editorRef.current, [editorRef]);
  const [readyPage, setReadyPage] = useState<EditorHandle | null>(null);
  const [pointed, setPointed] = useState<PointedWord | null>(null);
  useHitKeys(page, props.isFinding ? null : props.lastSearch);
  const { spelling, onReady, onLeave } = props;
  const tellReady = useCallback(() => {
    setReadyPage(editorRef.current);
    onReady();
  }, [editorRef, onReady]);
  useLayoutEffect(() => () => onLeave(editorRef.current?.place() ?? null), [editorRef, onLeave]);
  useMarkedWords(spelling, readyPage);
  const { tools, onFormat, onLink } = useFormatTools(editorRef, !canWrite);
  const { asked, ask, forget } = props.referring;
  return (
    <>
      <div className="stage__tools" role="toolbar" aria-label={strings.frame.draft}>
        <Button look="quiet" aria-label={strings.frame.undo} isDisabled={!canWrite} onPress={() => session.undo.undo()}>
          <Undo2 size={15} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={strings.frame.redo} isDisabled={!canWrite} onPress={() => session.undo.redo()}>
          <Redo2 size={15} aria-hidden />
        </Button>
        <Button
          look="quiet"
          isDisabled={!canWrite || focusBlock === null}
          onPress={() => focusBlock && editorRef.current?.insertPointAfter(focusBlock)}
        >
          <ListPlus size={15} aria-hidden /> <span className="stage__word">{strings.outline.newPoint}</span>
        </Button>
        <Button look="quiet" isDisabled={!canWrite} onPress={() => editorRef.current?.insertChapterAfter(focusBlock)}>
          <FilePlus2 size={15} aria-hidden /> <span className="stage__word">{strings.outline.newChapter}</span>
        </Button>
        <Button look="quiet" isDisabled={!canWrite || focusBlock === null} onPress={props.commenting.start}>
          <MessageSquarePlus size={15} aria-hidden /> <span className="stage__word">{strings.threads.start}</span>
        </Button>
        {tools}
        <span className="stage__group" role="group" aria-label={strings.references.insert}>
          <Button
            look="quiet"
            aria-label={strings.references.insert}
            aria-keyshortcuts={ariaKeys('reference')}
            isDisabled={!canWrite}
            leavesFocus
            onPress={ask}
          >
            <CornerDownRight size={15} aria-hidden />
          </Button>
          <Button
            look="quiet"
            aria-label={strings.references.footnote}
            aria-keyshortcuts={ariaKeys('footnote')}
            isDisabled={!canWrite}
            leavesFocus
            onPress={() => editorRef.current?.insertNote()}
          >
            <Superscript size={15} aria-hidden />
          </Button>
        </span>
        <span className="stage__spacer" />
        <Toggles
          label={strings.marks.label}
          options={[
            { key: 'off', text: strings.marks.off },
            { key: 'bars', text: strings.marks.bars },
            { key: 'words', text: strings.marks.words },
            { key: 'side', text: strings.comparing.sideBySide },
          ]}
          selected={showMarks}
          onSelect={(key) => (key === 'side' ? onSideBySide() : onShowMarks(key))}
        />
        <Button look="quiet" aria-label={strings.marks.legend} onPress={onHelp}>
          <CircleHelp size={15} aria-hidden />
        </Button>
        <Button look="quiet" onPress={onSave}>
          <Save size={15} aria-hidden /> <span className="stage__word">{strings.frame.save}</span>
        </Button>
      </div>
      {props.isFinding && <FindBar blocks={props.blocks} page={page} canWrite={canWrite} onClose={props.onFound} />}
      {asked && (
        <ReferenceDialog
          asked={asked}
          blocks={props.blocks}
          language={props.language}
          onChoose={(target) => {
            forget();
            editorRef.current?.insertReference(asked, target);
          }}
          onClose={forget}
        />
      )}
      {props.isSpelling && (
        <SpellingBar
          spelling={spelling}
          blocks={props.blocks}
          from={focusBlock}
          page={page}
          canWrite={canWrite}
          onTurn={props.onTurnSpelling}
          onClose={props.onSpelled}
        />
      )}
      {pointed !== null && spelling.state === 'on' && (
        <SpellingMenu
          spelling={spelling}
          pointed={pointed}
          onReplace={(place, text) => editorRef.current?.replaceAt([place], text)}
          onClose={() => setPointed(null)}
        />
      )}
      <div className="stage__page">
        <Editor
          session={session}
          lines={null}
          marks={marks}
          showMarks={showMarks}
          onFocusBlock={onFocusBlock}
          onPeek={props.onPeek}
          commented={props.commenting.marked}
          onComment={props.commenting.goById}
          remarks={props.commenting.remarks}
          onFormat={onFormat}
          onLink={onLink}
          onReference={ask}
          notes={props.notes}
          keptOut={props.keptOut}
          onRefused={props.onRefused}
          readOnly={!canWrite}
          handleRef={editorRef}
          onReady={tellReady}
          spellCheck={spelling.state === 'browser'}
          onContextMenu={(event) => {
            const place = canWrite ? (editorRef.current?.misspelledAt(event.clientX, event.clientY) ?? null) : null;
            if (!place) return;
            event.preventDefault();
            setPointed({ place, x: event.clientX, y: event.clientY });
          }}
        />
      </div>
    </>
  );
}
