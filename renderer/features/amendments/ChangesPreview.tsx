import { describeChange, describeChangePlace, extentOf } from '#shared/amendment';
import type { TextChange } from '#shared/amendment/amendment';
import type { Revision } from '#shared/domain/revision';
import { useLanguage, useStrings } from '../../i18n/language';
import { ChangeText } from './ChangeText';

interface ChangesPreviewProps {
  readonly revision: Revision;
  readonly changes: readonly TextChange[];
  /** False in the text of another amendment: its lines stand on no paper. */
  readonly hasLines: boolean;
}

/** What the proposer has done, as the paper will tell it: size, place, and the words. */
export function ChangesPreview({ revision, changes, hasLines }: ChangesPreviewProps) {
  const strings = useStrings();
  const language = useLanguage();
  if (changes.length === 0) return <p className="field__hint">{strings.filing.nothingYet}</p>;
  const { blocks, wordsStruck, wordsNew } = extentOf(revision, changes);
  return (
    <>
      {blocks > 0 && <p className="preview__size">{strings.filing.size(blocks, wordsStruck, wordsNew)}</p>}
      <ul className="preview__changes">
        {changes.map((change, index) => (
          <li key={index}>
            {hasLines && <p className="preview__place">{describeChangePlace(revision, change, language)}</p>}
            <p className="preview__instruction">
              {hasLines || change.kind === 'programme'
                ? describeChange(revision, change, language)
                : strings.amendments.shortKinds[change.kind]}
            </p>
            <p className="preview__text">
              <ChangeText revision={revision} change={change} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
