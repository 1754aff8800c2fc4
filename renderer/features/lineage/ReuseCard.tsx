import { wordDiff } from '#shared/diff';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { MarkedText } from '../../ui/MarkedText';
import { isRefused, type ReuseView, type ToldReuse } from './reuse';

interface ReuseCardProps {
  readonly session: ProgrammeSession;
  readonly blocks: readonly Block[];
  /** `null` where there are no sources, or nothing is found yet. */
  readonly reuse: ReuseView | null;
  readonly hasSources: boolean;
  readonly block: BlockId | null;
  readonly canWrite: boolean;
  /** Opens the list of sources. */
  readonly onSources: () => void;
}

/** Which sentences of the block in focus come from other texts, how they read there, and what a person may say of that. */
export function ReuseCard({ session, blocks, reuse, hasSources, block, canWrite, onSources }: ReuseCardProps) {
  const strings = useStrings().sources;
  const shown = block === null ? undefined : blocks.find(({ id }) => id === block);
  if (!shown || (!hasSources && !canWrite)) return null;
  const told = reuse?.ofBlock.get(shown.id) ?? [];
  return (
    <section className="lineage" aria-label={strings.card.title}>
      {hasSources && <h3>{strings.card.title}</h3>}
      {hasSources && reuse && told.length === 0 && <p className="lineage__new">{strings.card.nothing}</p>}
      <ul className="lineage__list">
        {told.map((one) => (
          <Told
            key={`${one.source.id}-${one.origin}-${one.sentence}-${one.originSentence}`}
            told={one}
            isRefused={isRefused(shown, one)}
            onSay={
              canWrite
                ? (verdict) => {
                    const origin = one.source.blocks[one.origin]?.id;
                    if (origin !== undefined) session.sayOrigin(shown.id, origin, verdict);
                  }
                : null
            }
          />
        ))}
      </ul>
      <Button look="quiet" onPress={onSources}>
        {hasSources ? strings.open : strings.add}
      </Button>
    </section>
  );
}

interface ToldProps {
  readonly told: ToldReuse;
  readonly isRefused: boolean;
  readonly onSay: ((verdict: 'unlinked' | null) => void) | null;
}

function Told({ told, isRefused: isStrange, onSay }: ToldProps) {
  const strings = useStrings().sources.card;
  const language = useLanguage();
  const { source, origin, sentence, originSentence, reason } = told;
  const place = describePlace(gazetteerOf(source.blocks).placeOf(origin), null, language);
  return (
    <li className="lineage__origin">
      <span>
        <strong>{strings.from(source.name)}</strong>
        {place === '' ? '' : `, ${place}`}{' '}
        <span className={isStrange ? 'tag tag--deleted' : 'tag tag--moved'}>
          {isStrange ? strings.refused : strings.reasons[reason]}
        </span>
      </span>
      {!isStrange && (
        <span className="lineage__text lineage__text--whole">
          <MarkedText tokens={wordDiff(originSentence, sentence)} />
        </span>
      )}
      {onSay && (
        <button
          type="button"
          className="link"
          aria-label={`${isStrange ? strings.takeBack : strings.notFrom}: ${source.name} ${place}`}
          onClick={() => onSay(isStrange ? null : 'unlinked')}
        >
          {isStrange ? strings.takeBack : strings.notFrom}
        </button>
      )}
    </li>
  );
}
