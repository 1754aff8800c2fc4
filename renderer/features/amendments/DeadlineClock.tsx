import { useEffect, useState } from 'react';
import type { RegisterState } from '#shared/register';
import { windowSources } from '../../app/sources';
import { formatMoment, useStrings } from '../../i18n/language';

const TICK_MS = 15_000;
const MINUTE_MS = 60_000;

/** Until when amendments come in time in this phase, and how long that is from now. Nothing where the phase has no deadline. */
export function DeadlineClock({ register }: { readonly register: Pick<RegisterState, 'phase' | 'filingRules'> }) {
  const strings = useStrings();
  const deadline = register.filingRules.deadlines[register.phase];
  const [now, setNow] = useState(() => windowSources.clock.now());
  useEffect(() => {
    if (deadline === undefined) return;
    const ticking = setInterval(() => setNow(windowSources.clock.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, [deadline]);
  if (deadline === undefined) return null;
  const minutes = Math.ceil((Date.parse(deadline) - Date.parse(now)) / MINUTE_MS);
  const moment = formatMoment(deadline, strings);
  if (minutes <= 0) return <p className="deadline deadline--passed">{strings.filing.deadlinePassed(moment)}</p>;
  const left = strings.filing.left(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60);
  return (
    <p className="deadline" role="timer">
      {strings.filing.deadline(moment, left)}
    </p>
  );
}
