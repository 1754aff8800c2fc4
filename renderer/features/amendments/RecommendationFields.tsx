import {
  recommendations,
  type Amendment,
  type Recommendation,
  type RecommendationKind,
} from '#shared/amendment/amendment';
import { amendmentId } from '#shared/core/ids';
import { useStrings } from '../../i18n/language';
import { Field } from '../../ui/Field';

interface RecommendationFieldsProps {
  readonly amendment: Amendment;
  readonly advice: Recommendation;
  /** The open amendments, which may take care of this one. */
  readonly others: readonly Amendment[];
  readonly onWrite: (change: Partial<Recommendation>) => void;
}

/** What the amendment says itself, to begin a changed text with. */
function ownText({ changes }: Amendment): string {
  const texts = changes.flatMap((change) =>
    change.kind === 'replacement'
      ? [change.text]
      : change.kind === 'insertion'
        ? change.blocks.map(({ text }) => text)
        : change.kind === 'split'
          ? change.texts
          : [],
  );
  return texts.join('\n');
}

/** What is advised about one amendment, and why. */
export function RecommendationFields({ amendment, advice, others, onWrite }: RecommendationFieldsProps) {
  const strings = useStrings();
  const { kind, text, reason, by } = advice;
  const choose = (next: RecommendationKind) =>
    onWrite({ kind: next, ...(next === 'adoptWithChanges' && !text && { text: ownText(amendment) }) });
  return (
    <div className="recommendation">
      <Field label={strings.amendments.recommendation}>
        {(id) => (
          <select
            id={id}
            value={kind}
            onChange={(event) => choose(recommendations.find((one) => one === event.target.value) ?? 'none')}
          >
            {recommendations.map((one) => (
              <option key={one} value={one}>
                {strings.amendments.recommendations[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'coveredBy' && (
        <Field label={strings.deciding.recommend.by}>
          {(id) => (
            <select id={id} value={by ?? ''} onChange={(event) => onWrite({ by: amendmentId(event.target.value) })}>
              <option value="">{strings.voting.choose}</option>
              {others
                .filter((other) => other.id !== amendment.id)
                .map((other) => (
                  <option key={other.id} value={other.id}>
                    {strings.amendments.number(other.number)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
      {kind === 'adoptWithChanges' && (
        <Field label={strings.amendments.changedText}>
          {(id) => (
            <textarea id={id} rows={3} value={text ?? ''} onChange={(event) => onWrite({ text: event.target.value })} />
          )}
        </Field>
      )}
      <Field label={strings.amendments.reason}>
        {(id) => (
          <textarea id={id} rows={2} value={reason} onChange={(event) => onWrite({ reason: event.target.value })} />
        )}
      </Field>
    </div>
  );
}
