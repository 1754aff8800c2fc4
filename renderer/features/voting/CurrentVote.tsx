import { useState } from 'react';
import { advisedOf, recommendedChanges, type Standing, type VotingItem } from '#shared/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import type { RegisterState } from '#shared/register';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { ToldChange } from '../amendments';

interface CurrentVoteProps {
  readonly opened: RegisterState['opened'];
  readonly revision: Revision;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly items: readonly VotingItem[];
  readonly numberOf: (id: AmendmentId) => string;
}

/** What the meeting votes on now, large enough for a projector. */
export function CurrentVote({ opened, standings, items, numberOf }: CurrentVoteProps) {
  const strings = useStrings();
  const words = strings.deciding.plan;
  const [isLarge, setLarge] = useState(false);
  if (!opened) return null;
  const shown = items.filter(({ amendments }) => amendments.some((id) => opened.amendments.includes(id)));
  const last = items.findLastIndex((item) => shown.includes(item));
  const next = items[last + 1];
  return (
    <section
      className="voting__current"
      data-large={isLarge || undefined}
      aria-label={words.now}
      onKeyDown={(event) => event.key === 'Escape' && setLarge(false)}
    >
      <header className="card__head">
        <h3>
          {words.now}: {strings.amendments.number(opened.amendments.map(numberOf).join(', '))}
        </h3>
        <Button look="quiet" onPress={() => setLarge(!isLarge)}>
          {isLarge ? words.smaller : words.larger}
        </Button>
      </header>
      <p className="field__hint">{strings.deciding.rule.kinds[opened.rule.majority.kind]}</p>
      {shown.map((item) => {
        const [first] = item.amendments;
        const standing = first === undefined ? undefined : standings.get(first);
        const told = standing?.revision;
        if (!standing || !told) return null;
        const advised = advisedOf(item.amendments.flatMap((id) => standings.get(id)?.carried ?? []));
        const isChanged = advised && standing.state === 'untouched' ? recommendedChanges(advised) : null;
        const changes = isChanged ?? standing.wording.changes;
        return (
          <div key={item.amendments.join()}>
            <h4>
              {strings.amendments.number(item.amendments.map(numberOf).join(', '))} · {item.place}
            </h4>
            {changes.map((change, index) => (
              <p key={index} className="preview__text">
                <ToldChange revision={told} change={change} />
              </p>
            ))}
          </div>
        );
      })}
      {next && (
        <p className="field__hint">
          {words.next}: {strings.amendments.number(next.amendments.map(numberOf).join(', '))}
        </p>
      )}
    </section>
  );
}
