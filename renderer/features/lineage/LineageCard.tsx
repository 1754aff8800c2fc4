import { useMemo, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { OriginChooser } from './OriginChooser';

interface LineageCardProps {
  readonly session: ProgrammeSession;
  /** How the draft came of the previous period; `null` where there is none. */
  readonly comparison: {
    readonly base: readonly Block[];
    readonly current: readonly Block[];
    readonly changes: readonly BlockChange[];
    readonly changeOf: Pick<ReadonlyMap<BlockId, BlockChange>, 'get'>;
  } | null;
  readonly block: BlockId | null;
  readonly canWrite: boolean;
}

/** Where the block in focus comes from, and what a person may say of that. */
export function LineageCard({ session, comparison, block, canWrite }: LineageCardProps) {
  const strings = useStrings().lineage;
  const language = useLanguage();
  const [choosing, setChoosing] = useState<BlockId | null>(null);
  const base = comparison?.base ?? null;
  const places = useMemo(() => base && gazetteerOf(base), [base]);
  if (!comparison || !places || block === null) return null;
  const change = comparison.changeOf.get(block);
  const index = change?.current.find((at) => comparison.current[at]?.id === block);
  const shown = index === undefined ? undefined : comparison.current[index];
  if (!change || index === undefined || !shown) return null;

  const placeOf = (at: number): string => describePlace(places.placeOf(at), null, language);
  const refused = (shown.links ?? [])
    .filter(({ verdict }) => verdict === 'unlinked')
    .flatMap(({ origin }) => {
      const at = comparison.base.findIndex(({ id }) => id === origin);
      return at < 0 ? [] : [{ origin, at }];
    });
  return (
    <section className="lineage" aria-label={strings.title}>
      <h3>{strings.title}</h3>
      {change.base.length === 0 && <p className="lineage__new">{strings.isNew}</p>}
      <ul className="lineage__list">
        {change.base.map((at) => {
          const origin = comparison.base[at]?.id;
          return (
            <li key={at} className="lineage__origin">
              <span>
                <strong>{placeOf(at)}</strong>{' '}
                {change.byHand === true && <span className="tag tag--moved">{strings.byHand}</span>}
              </span>
              <span className="lineage__text">{comparison.base[at]?.text}</span>
              {canWrite && origin !== undefined && (
                <button
                  type="button"
                  className="link"
                  aria-label={`${strings.unlink}: ${placeOf(at)}`}
                  onClick={() => session.sayOrigin(block, origin, 'unlinked')}
                >
                  {strings.unlink}
                </button>
              )}
            </li>
          );
        })}
        {refused.map(({ origin, at }) => (
          <li key={origin} className="lineage__origin">
            <span>
              <strong>{placeOf(at)}</strong> <span className="tag tag--deleted">{strings.notFrom}</span>
            </span>
            {canWrite && (
              <button
                type="button"
                className="link"
                aria-label={`${strings.takeBack}: ${placeOf(at)}`}
                onClick={() => session.sayOrigin(block, origin, null)}
              >
                {strings.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
      {canWrite && choosing !== block && (
        <Button look="quiet" onPress={() => setChoosing(block)}>
          {strings.link}
        </Button>
      )}
      {canWrite && choosing === block && (
        <OriginChooser
          base={comparison.base}
          current={comparison.current}
          changes={comparison.changes}
          index={index}
          placeOf={placeOf}
          onChoose={(origin) => {
            session.sayOrigin(block, origin, 'linked');
            setChoosing(null);
          }}
          onClose={() => setChoosing(null)}
        />
      )}
    </section>
  );
}
