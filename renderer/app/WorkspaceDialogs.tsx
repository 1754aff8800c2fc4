import { Suspense, type ComponentProps, type RefObject } from 'react';
import type { Language } from '#shared/core/failure';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import type { Platform } from '#shared/ipc/platform';
import { ProposeDialog } from '../features/amendments';
import type { EditorHandle, KeptOut } from '../features/editor';
import { ExportDialog } from '../features/export';
import { Palette, TypographyDialog } from '../features/find';
import { FreezeDialog } from '../features/freeze';
import { SourcesDialog } from '../features/lineage';
import { ShareDialog } from '../features/share';
import type { ProgrammeSession, SessionSnapshot } from '../session';
import { ConflictsDialog } from './ConflictsDialog';
import { HelpDialog } from './HelpDialog';
import type { OpenDialog } from './TopBar';

interface WorkspaceDialogsProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly editor: RefObject<EditorHandle | null>;
  /** The one that is open; `null` for none. */
  readonly open: OpenDialog | null;
  readonly onClose: () => void;
  readonly canWrite: boolean;
  readonly keptOut: KeptOut;
  /** The text that is shown: the palette finds places in it. */
  readonly blocks: readonly Block[];
  readonly commands: ComponentProps<typeof Palette>['commands'];
  readonly onGo: (block: BlockId) => void;
  readonly onGoInDraft: (block: BlockId) => void;
  readonly onFrozen: () => void;
  readonly onLanguage: (language: Language) => void;
  readonly reuse: ComponentProps<typeof SourcesDialog>['reuse'];
  /** The place in a revision where an amendment is being written; `null` for none. */
  readonly proposal: Pick<ComponentProps<typeof ProposeDialog>, 'revision' | 'block'> | null;
  readonly onProposed: () => void;
}

/** The dialogs that the whole programme has; each comes up over whatever view is shown. */
export function WorkspaceDialogs({
  session,
  snapshot,
  platform,
  editor,
  open,
  onClose,
  canWrite,
  keptOut,
  blocks,
  commands,
  onGo,
  onGoInDraft,
  onFrozen,
  onLanguage,
  reuse,
  proposal,
  onProposed,
}: WorkspaceDialogsProps) {
  const programme = { session, snapshot, onClose };
  return (
    <Suspense>
      {open === 'conflicts' && (
        <ConflictsDialog
          {...programme}
          canWrite={canWrite}
          keptOut={keptOut}
          onGo={onGoInDraft}
          onGoOn={() => editor.current?.goOn()}
        />
      )}
      {open === 'freeze' && (
        <FreezeDialog
          {...programme}
          onFrozen={() => {
            onClose();
            onFrozen();
          }}
        />
      )}
      {open === 'export' && <ExportDialog {...programme} platform={platform} />}
      {open === 'share' && <ShareDialog {...programme} platform={platform} />}
      {open === 'palette' && <Palette commands={commands} blocks={blocks} onClose={onClose} onGo={onGo} />}
      {open === 'typography' && (
        <TypographyDialog
          blocks={snapshot.blocks}
          keptOut={keptOut}
          onChange={(changes) => editor.current?.replaceEach(changes)}
          onClose={onClose}
        />
      )}
      {open === 'sources' && (
        <SourcesDialog
          session={session}
          platform={platform}
          sources={snapshot.sources}
          blocks={snapshot.blocks}
          reuse={reuse}
          canWrite={canWrite}
          onGo={(block) => {
            onClose();
            onGoInDraft(block);
          }}
          onClose={onClose}
        />
      )}
      {open === 'help' && <HelpDialog onClose={onClose} onLanguage={onLanguage} />}
      {proposal && (
        <ProposeDialog
          session={session}
          snapshot={snapshot}
          platform={platform}
          revision={proposal.revision}
          block={proposal.block}
          onClose={onProposed}
        />
      )}
    </Suspense>
  );
}
