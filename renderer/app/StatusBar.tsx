import { useMemo } from 'react';
import { wordsOf } from '#shared/domain/wordCount';
import { goneReferences } from '../features/references';
import { formatCount, useStrings } from '../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../session';
import { useSaving } from './saving';

interface StatusBarProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  /** The draft's: they may rest while one types. */
  readonly blocks: SessionSnapshot['blocks'];
  readonly newestName: string | null;
  /** Shows what a person should look at after a merge. */
  readonly onConflicts: () => void;
}

/** Whether the work is safe, who is reached, and how long the text is. */
export function StatusBar({ session, snapshot, blocks, newestName, onConflicts }: StatusBarProps) {
  const strings = useStrings();
  const saving = useSaving(session);
  const words = useMemo(() => blocks.reduce((sum, block) => sum + wordsOf(block), 0), [blocks]);
  const conflicts = useMemo(
    () =>
      blocks.filter(({ rescued }) => rescued).length +
      goneReferences(blocks, snapshot.language).length +
      snapshot.keptOut.length,
    [blocks, snapshot.keptOut, snapshot.language],
  );
  const connection =
    snapshot.connection === 'offline'
      ? strings.status.offline(snapshot.pendingUpdates)
      : strings.status[snapshot.connection];
  return (
    <footer className="statusbar">
      <span role="status" data-saving={saving}>
        {strings.status[saving]}
      </span>
      <span data-connection={snapshot.connection}>{connection}</span>
      {conflicts > 0 && (
        <button type="button" className="link statusbar__conflicts" onClick={onConflicts}>
          {strings.merging.toLookAt(conflicts)}
        </button>
      )}
      <span className="stage__spacer" />
      <span>{strings.status.words(formatCount(words, strings))}</span>
      <span>{newestName ?? strings.status.noRevision}</span>
    </footer>
  );
}
