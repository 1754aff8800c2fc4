import { amendmentMarks } from '#shared/amendment';
import type { TextChange } from '#shared/amendment/amendment';
import type { Revision } from '#shared/domain/revision';
import { MarkedText } from '../../ui/MarkedText';

/** What one change asks for, word by word; of an editorial one the instruction as it was given. */
export function ChangeText({ revision, change }: { readonly revision: Revision; readonly change: TextChange }) {
  if (change.kind === 'programme')
    return change.instruction === '' ? null : <span className="preview__order">«{change.instruction}»</span>;
  if (change.kind === 'editorial') return <span className="preview__order">«{change.instruction}»</span>;
  return <MarkedText tokens={amendmentMarks(revision, change)} />;
}
