import { describeChange } from '#shared/amendment';
import type { TextChange } from '#shared/amendment/amendment';
import type { Revision } from '#shared/domain/revision';
import { useLanguage } from '../../i18n/language';
import { ChangeText } from './ChangeText';

/** A change in one line, as the paper tells it: what is done at which lines of `revision`, and the words. */
export function ToldChange({ revision, change }: { readonly revision: Revision; readonly change: TextChange }) {
  return (
    <>
      <span className="preview__instruction">{describeChange(revision, change, useLanguage())} </span>
      <ChangeText revision={revision} change={change} />
    </>
  );
}
