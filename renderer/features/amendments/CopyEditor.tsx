import { useCallback, useDeferredValue, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ListPlus, Redo2, Undo2 } from 'lucide-react';
import { deriveChanges } from '#shared/amendment';
import type { TextChange } from '#shared/amendment/amendment';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import { AUTOMATIC, type Block } from '#shared/domain/block';
import { numberBlocks } from '#shared/domain/numbering';
import type { Revision } from '#shared/domain/revision';
import { createWorkingCopy, Editor, type BlockMark, type EditorHandle, type WorkingCopy } from '../editor';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';

interface CopyEditorProps {
  /** What the amendment is about. */
  readonly revision: Revision;
  /** The blocks to write in, in indices of `revision`. */
  readonly scope: Range;
  /** Where the caret starts. */
  readonly block: BlockId;
  /** What stands in the copy at first: the blocks of `scope`, or an amendment's wording of them. */
  readonly initial: readonly Block[];
  /** What was changed, and how the copy reads now. */
  readonly onChanges: (changes: readonly TextChange[], written: readonly Block[]) => void;
}

const noMarks: ReadonlyMap<BlockId, BlockMark> = new Map();

/** The chapter's own number stands as it is printed: in the copy there are no chapters before it to count. */
function withPrintedHeading(revision: Revision, scope: Range, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading' || first.marker !== AUTOMATIC) return blocks;
  return [{ ...first, marker: numberBlocks(revision.blocks)[scope.start] ?? AUTOMATIC }, ...rest];
}

/** The proposer writes in a copy of the text; what they changed follows from it. */
export function CopyEditor({ revision, scope, block, initial, onChanges }: CopyEditorProps) {
  const stretch = `${scope.start}–${scope.end}`;
  const [open, setOpen] = useState<{ readonly of: string; readonly copy: WorkingCopy } | null>(null);
  useEffect(() => {
    const made = createWorkingCopy(withPrintedHeading(revision, scope, initial), revision.language);
    setOpen({ of: stretch, copy: made });
    return () => {
      setOpen(null);
      // The editor lets go of the document first.
      setTimeout(() => made.dispose(), 0);
    };
    // A new copy for another stretch alone: what is written in this one stays.
  }, [revision, scope.start, scope.end]);
  // What is written in the one of another stretch is not told as changes of this one.
  if (open?.of !== stretch) return <div className="copy__page" />;
  return <OpenCopy copy={open.copy} revision={revision} scope={scope} block={block} onChanges={onChanges} />;
}

type OpenCopyProps = Omit<CopyEditorProps, 'initial'> & { readonly copy: WorkingCopy };

function OpenCopy({ copy, revision, scope, block, onChanges }: OpenCopyProps) {
  const strings = useStrings();
  const editor = useRef<EditorHandle>(null);
  const [focused, setFocused] = useState<BlockId | null>(block);
  const goToBlock = useCallback(() => editor.current?.focusBlock(block), [block]);
  // Deriving may lag a keystroke behind the typing, never the other way round.
  const written = useDeferredValue(useSyncExternalStore(copy.subscribe, copy.read));
  const derive = (blocks: readonly Block[]): void => onChanges(deriveChanges(revision, scope, blocks), blocks);
  useEffect(() => derive(written), [written, revision, scope.start, scope.end]);
  return (
    <div
      className="copy"
      // Whoever leaves the text to file it files its last letter, too.
      onBlur={() => derive(copy.read())}
      onKeyDownCapture={(event) => {
        // Tab leaves the text here; in the draft it would change the block's kind.
        if (event.key === 'Tab') event.stopPropagation();
      }}
    >
      <div className="copy__tools" role="toolbar" aria-label={strings.filing.copyTools}>
        <Button look="quiet" aria-label={strings.frame.undo} onPress={() => editor.current?.undo()}>
          <Undo2 size={15} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={strings.frame.redo} onPress={() => editor.current?.redo()}>
          <Redo2 size={15} aria-hidden />
        </Button>
        <Button look="quiet" onPress={() => editor.current?.insertPointAfter(focused ?? block)}>
          <ListPlus size={15} aria-hidden /> {strings.outline.newPoint}
        </Button>
      </div>
      {/* Reached by Tab, so that a long text can be scrolled with the keys. */}
      <div className="copy__page" role="group" aria-label={strings.filing.copyLabel} tabIndex={0}>
        <Editor
          session={copy.session}
          lines={null}
          marks={noMarks}
          showMarks="off"
          onPeek={null}
          onFocusBlock={setFocused}
          readOnly={false}
          label={strings.filing.copyLabel}
          handleRef={editor}
          onReady={goToBlock}
        />
      </div>
    </div>
  );
}
