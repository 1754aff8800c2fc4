import type { Standing } from '#shared/amendment';
import { useStrings } from '../../i18n/language';

/** Why an amendment could not be carried to the newest text: what stands there now, beside the old text and the amendment. */
export function ConflictNote({ standing }: { readonly standing: Standing }) {
  const strings = useStrings();
  const { state, textNow } = standing;
  if (state !== 'conflict') return null;
  return (
    <div className="conflict">
      <ConflictReason standing={standing} />
      {textNow !== null && textNow.length > 0 && (
        <>
          <h4>{strings.amendments.textNow}</h4>
          {textNow.map((text, index) => (
            <p key={index} className="preview__text">
              {text}
            </p>
          ))}
        </>
      )}
    </div>
  );
}

/** Whether its words are gone or are others, and in which text it had them. */
export function ConflictReason({ standing: { revision, textNow } }: { readonly standing: Standing }) {
  const strings = useStrings();
  return (
    <p className="conflict__reason">
      {textNow === null || textNow.length === 0 ? strings.amendments.textGone : strings.amendments.textChanged}{' '}
      {revision && strings.amendments.filedAgainst(revision.name)}
    </p>
  );
}
