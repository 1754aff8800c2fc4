import type { Amendment } from '#shared/amendment/amendment';
import { useStrings } from '../../i18n/language';

/** What is to be known of how an amendment was filed: too late, or without the support that it needs. */
export function FilingTags({ amendment, isWaiting }: { readonly amendment: Amendment; readonly isWaiting: boolean }) {
  const strings = useStrings();
  return (
    <>
      {amendment.isLate && <span className="tag tag--late">{strings.filing.late}</span>}
      {isWaiting && <span className="tag tag--waiting">{strings.filing.needsSupport}</span>}
    </>
  );
}
