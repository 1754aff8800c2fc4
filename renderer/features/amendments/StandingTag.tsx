import type { Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { Revision } from '#shared/domain/revision';
import { useStrings } from '../../i18n/language';

interface StandingTagProps {
  readonly amendment: Amendment;
  readonly standing: Standing | undefined;
  readonly newest: Revision | null;
}

/** What became of an open amendment's text since it was filed. Nothing for one that was filed against the newest revision. */
export function StandingTag({ amendment, standing, newest }: StandingTagProps) {
  const strings = useStrings();
  if (!standing || amendment.decision || amendment.base === newest?.id) return null;
  return <span className={`tag tag--${standing.state}`}>{strings.amendments.standing[standing.state]}</span>;
}
