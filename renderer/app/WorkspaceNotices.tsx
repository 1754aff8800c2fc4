import { useState } from 'react';
import { useStrings } from '../i18n/language';
import { Notice, type Told } from '../ui/Notice';

interface WorkspaceNoticesProps {
  /** Why another file could not be opened; this programme is as it was. */
  readonly problem: string | null;
  readonly onProblemSeen: () => void;
  readonly told: Told | null;
  readonly onToldSeen: () => void;
  /** Begins again from the imported file, where an earlier sitting was taken up; else `null`. */
  readonly startOver: (() => void) | null;
}

/** Under the top bar: what the person is to know before going on. Each goes away when seen. */
export function WorkspaceNotices({ problem, onProblemSeen, told, onToldSeen, startOver }: WorkspaceNoticesProps) {
  const strings = useStrings();
  const [resumedSeen, setResumedSeen] = useState(false);
  const close = (onSeen: () => void) => (
    <button type="button" className="link" onClick={onSeen}>
      {strings.app.close}
    </button>
  );
  return (
    <>
      {problem !== null && (
        <Notice problem>
          {problem} {close(onProblemSeen)}
        </Notice>
      )}
      {told && (
        <Notice problem={told.problem}>
          {told.text} {close(onToldSeen)}
        </Notice>
      )}
      {startOver && !resumedSeen && (
        <Notice>
          {strings.start.resumed}{' '}
          <button type="button" className="link" onClick={startOver}>
            {strings.start.startOver}
          </button>{' '}
          {close(() => setResumedSeen(true))}
        </Notice>
      )}
    </>
  );
}
