import { useSyncExternalStore } from 'react';
import type { Amendment } from '#shared/amendment/amendment';
import type { RegisterCommand } from '#shared/register';
import { tidied } from '#shared/schema/adviceDoc';
import { useStrings } from '../../i18n/language';
import { adviceOn, type ProgrammeSession, type SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { RecommendationFields } from './RecommendationFields';

interface RecommendProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly amendment: Amendment;
  /** Yields whether it was done. */
  readonly perform: (command: RegisterCommand) => Promise<boolean>;
}

/** What is recommended about one amendment: what is written here is the same draft as in the list of all, and is kept until it is recorded. */
export function Recommend({ session, snapshot, amendment, perform }: RecommendProps) {
  const strings = useStrings();
  const { drafts } = useSyncExternalStore(session.advice.subscribe, session.advice.get);
  const advice = adviceOn(drafts, amendment);
  const open = [...snapshot.register.amendments.values()].filter(({ decision }) => decision === null);
  const record = async () => {
    const done = await perform({ type: 'recommend', amendment: amendment.id, recommendation: tidied(advice) });
    if (done) session.advice.dropRecommended(new Map([[amendment.id, advice]]));
  };
  return (
    <section className="amendment__recommend" aria-label={strings.amendments.recommendation}>
      {drafts.has(amendment.id) && <span className="tag tag--carried">{strings.deciding.recommend.notPublished}</span>}
      <RecommendationFields
        amendment={amendment}
        advice={advice}
        others={open}
        onWrite={(change) => session.advice.advise([amendment], change)}
      />
      <Button look="primary" onPress={() => void record()}>
        {strings.amendments.saveRecommendation}
      </Button>
    </section>
  );
}
