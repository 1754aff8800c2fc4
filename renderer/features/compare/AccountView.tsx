import { useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import type { Comparison } from './comparison';
import { ComparingState } from './ComparingState';
import { useTextTask } from '../../workers/useTextTask';

interface AccountViewProps {
  readonly comparison: Comparison;
  readonly onGo: ((block: BlockId) => void) | null;
}

/** Chapters shown at first, and for each further asking. */
const PAGE = 100;

/** What became of the programme, in sentences made by rule in a worker: the whole first, then chapter by chapter. */
export function AccountView({ comparison, onGo }: AccountViewProps) {
  const { comparing } = useStrings();
  const language = useLanguage();
  const [room, setRoom] = useState(PAGE);
  const { base, current } = comparison;
  const account = useTextTask('account', [base, current], { language });
  if (account.answer === null) return <ComparingState comparing={account} />;
  const { whole, chapters } = account.answer;
  const text = [whole.join(' '), ...chapters.map(({ name, said }) => `${name}: ${said}`)].join('\n\n');
  return (
    <article className="account" aria-label={comparing.views.account}>
      <ComparingState comparing={account} />
      <h2>{comparing.account.whole}</h2>
      <p className="account__whole">{whole.join(' ')}</p>
      <CopyButton text={text} label={comparing.account.copy} />
      <h2>{comparing.account.chapters}</h2>
      <dl className="account__chapters">
        {chapters.slice(0, room).map(({ name, said, heading, state, untouched }) => {
          const block = state === 'struck' || heading === null ? undefined : current[heading];
          return (
            <div key={`${state} ${heading ?? 'opening'}`} data-untouched={untouched || undefined} data-state={state}>
              <dt>
                {onGo && block ? (
                  <button type="button" className="link" onClick={() => onGo(block.id)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </dt>
              <dd>{said}</dd>
            </div>
          );
        })}
      </dl>
      {chapters.length > room && (
        <Button onPress={() => setRoom(room + PAGE)}>
          {comparing.account.more(Math.min(PAGE, chapters.length - room))}
        </Button>
      )}
    </article>
  );
}
