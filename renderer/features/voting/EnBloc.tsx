import { useState } from 'react';
import type { VotingItem } from '#shared/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { RegisterCommand } from '#shared/register';
import { contradicts, judgeVote, type VoteRule } from '#shared/voting';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { countOf, nothingWritten, type Written } from './ballot';
import { BallotFields } from './BallotFields';

interface EnBlocProps {
  readonly items: readonly VotingItem[];
  readonly numberOf: (id: AmendmentId) => string;
  readonly rule: VoteRule;
  readonly onPut: (amendments: readonly AmendmentId[], rule: VoteRule | null) => void;
  readonly onDecide: (command: RegisterCommand) => Promise<boolean>;
}

/** All that is recommended and that nobody asked to have voted on separately, adopted in one vote. */
export function EnBloc({ items, numberOf, rule, onPut, onDecide }: EnBlocProps) {
  const strings = useStrings();
  const words = strings.deciding.enBloc;
  const [written, setWritten] = useState<Written>({ ...nothingWritten, result: 'adopted' });
  const ids = items.flatMap(({ amendments }) => amendments);
  const count = countOf(written);
  const isContradicted = count !== null && contradicts('adopted', judgeVote(rule, count).outcome);

  const decide = async () => {
    const decisions = ids.map((amendment) => ({ amendment, result: 'adopted', tally: null, enBloc: true }) as const);
    const votes = count ? [{ amendments: ids, rule: null, count }] : [];
    if (await onDecide({ type: 'decide', decisions, votes })) setWritten({ ...nothingWritten, result: 'adopted' });
  };

  return (
    <section className="voting__bloc" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.intro(ids.length, ids.map(numberOf).join(', '))}</p>
      <div className="voting__bloc-vote">
        <BallotFields
          written={written}
          rule={rule}
          hasChangedText={false}
          isResultGiven
          onWrite={(change) => setWritten({ ...written, ...change })}
        />
        <Button onPress={() => onPut(ids, null)}>{strings.deciding.plan.put}</Button>
        <Button onPress={() => void decide()}>{isContradicted ? words.decideAnyway : words.decide(ids.length)}</Button>
      </div>
    </section>
  );
}
