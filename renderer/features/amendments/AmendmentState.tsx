import type { Amendment } from '#shared/amendment/amendment';
import { useStrings } from '../../i18n/language';

/** What became of an amendment, or, while it is open, what is recommended. */
export function AmendmentState({ amendment }: { readonly amendment: Amendment }) {
  const strings = useStrings();
  const { decision, recommendation } = amendment;
  if (decision)
    return <span className={`tag tag--${decision.result}`}>{strings.amendments.states[decision.result]}</span>;
  if (recommendation && recommendation.kind !== 'none') {
    return (
      <span className={`tag tag--${recommendation.kind}`}>
        {strings.amendments.recommendation}:{' '}
        {strings.amendments.recommendations[recommendation.kind].toLocaleLowerCase(strings.locale)}
      </span>
    );
  }
  return <span className="tag tag--open">{strings.amendments.states.open}</span>;
}
