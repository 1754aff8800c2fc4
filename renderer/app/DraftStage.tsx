import { useCallback, useState, type RefObject } from 'react';
import { CircleHelp, FilePlus2, ListPlus, MessageSquarePlus, Redo2, Save, Undo2 } from 'lucide-react';
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
  type Peek,
  type ShownMarks,
} from '../features/editor';
import { FindBar } from '../features/find';
import { SpellingBar, SpellingMenu, useMarkedWords, type PointedWord, type Spelling } from '../features/spelling';
import { useStrings } from '../i18n/language';
import type { ProgrammeSession } from '../session';
import { Button } from '../ui/Button';
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
  readonly notes: ReadonlyMap<BlockId, BlockNote>;
  readonly keptOut: KeptOut;
  readonly onRefused: (why: string) => void;
  /** The words to find in the draft are being asked for. */
  readonly isFinding: boolean;
  readonly onFound: () => void;
  readonly spelling: Spelling;
  readonly onTurnSpelling: (on: boolean) => void;
  /** The words that no dictionary knows are being gone through. */
  readonly isSpelling: boolean;
  readonly onSpelled: () => void;
  /** The page is there: `editor` can be asked. */
  readonly onReady: () => void;
  readonly onHelp: () => void;
  readonly onSave: () => void;
}

/** The draft as a page, with the few tools that writing needs. */
export function DraftStage(props: DraftStageProps) {
  const { session, editor, marks, showMarks, onShowMarks, focusBlock, onFocusBlock, canWrite, onHelp, onSave } = props;
  const strings = useStrings();
  const page = useCallback(() => editor.current, [editor]);
  const [readyPage, setReadyPage] = useState<EditorHandle | null>(null);
  const [pointed, setPointed] = useState<PointedWord | null>(null);
  const { spelling, onReady } = props;
  const tellReady = useCallback(() => {
    setReadyPage(editor.current);
    onReady();
  }, [editor, onReady]);
  useMarkedWords(spelling, readyPage);
  const { tools, onFormat, onLink } = useFormatTools(editor, !canWrite);
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
          onPress={() => focusBlock && editor.current?.insertPointAfter(focusBlock)}
        >
          <ListPlus size={15} aria-hidden /> {strings.outline.newPoint}
        </Button>
        <Button look="quiet" isDisabled={!canWrite} onPress={() => editor.current?.insertChapterAfter(focusBlock)}>
          <FilePlus2 size={15} aria-hidden /> {strings.outline.newChapter}
        </Button>
        <Button look="quiet" isDisabled={!canWrite || focusBlock === null} onPress={props.commenting.start}>
          <MessageSquarePlus size={15} aria-hidden /> {strings.threads.start}
        </Button>
        {tools}
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
          onSelect={(key) => (key === 'side' ? props.onSideBySide() : onShowMarks(key))}
        />
        <Button look="quiet" aria-label={strings.marks.legend} onPress={onHelp}>
          <CircleHelp size={15} aria-hidden />
        </Button>
        <Button look="quiet" onPress={onSave}>
          <Save size={15} aria-hidden /> {strings.frame.save}
        </Button>
      </div>
      {props.isFinding && <FindBar blocks={props.blocks} page={page} canWrite={canWrite} onClose={props.onFound} />}
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
          onReplace={(place, text) => editor.current?.replaceAt([place], text)}
          onClose={() => setPointed(null)}
        />
      )}
      <Editor
        session={session}
        lines={null}
        marks={marks}
        showMarks={showMarks}
        onFocusBlock={onFocusBlock}
        onPeek={props.onPeek}
        commented={props.commenting.marked}
        onComment={props.commenting.goById}
        onFormat={onFormat}
        onLink={onLink}
        notes={props.notes}
        keptOut={props.keptOut}
        onRefused={props.onRefused}
        readOnly={!canWrite}
        handleRef={editor}
        onReady={tellReady}
        spellCheck={spelling.state === 'browser'}
        onContextMenu={(event) => {
          const place = canWrite ? (editor.current?.misspelledAt(event.clientX, event.clientY) ?? null) : null;
          if (!place) return;
          event.preventDefault();
          setPointed({ place, x: event.clientX, y: event.clientY });
        }}
      />
    </>
  );
}
