import { approximateMarks } from '#shared/comparison';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import type { ComparingState as State } from './live/liveComparison';

interface ComparingStateProps {
  readonly comparing: {
    readonly state: State;
    readonly stop: () => void;
    readonly resume: () => void;
    readonly comparison?: { readonly exact: boolean } | null;
  };
}

/** How far a comparison has come, with the way to stop it. Nothing while it is quick, as it nearly always is. */
export function ComparingState({ comparing }: ComparingStateProps) {
  const { comparing: strings } = useStrings();
  const language = useLanguage();
  const { state, comparison } = comparing;
  if (state === 'working')
    return (
      <p className="comparing comparing--late" role="status">
        <progress aria-label={strings.working} /> {strings.working}
        <Button look="quiet" onPress={comparing.stop}>
          {strings.stop}
        </Button>
      </p>
    );
  if (state === 'stopped')
    return (
      <p className="comparing" role="status">
        {strings.stopped}
        <Button onPress={comparing.resume}>{strings.resume}</Button>
      </p>
    );
  if (comparison?.exact === false) return <p className="comparing">{approximateMarks[language]}</p>;
  return null;
}
