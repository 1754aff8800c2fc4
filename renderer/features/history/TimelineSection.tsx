import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { wordDiff } from '#shared/diff';
import type { BlockId, PersonId } from '#shared/core/ids';
import { restoreBlock } from '#shared/schema/draft';
import { lifeOfBlock } from '#shared/schema/blockLife';
import { observeMoments, readMoments, textAt } from '#shared/schema/moments';
import { windowSources } from '../../app/sources';
import { formatMoment, useStrings } from '../../i18n/language';
import type { KeptOut } from '../editor';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { MarkedText } from '../../ui/MarkedText';
import { sittingsOf } from './sittings';
import { TimeDialog } from './TimeDialog';
import { writerName } from './writerName';

/** More are shown on demand: what comes below is in reach. */
const FIRST_SITTINGS = 20;
const FIRST_CHANGES = 6;

function momentsStore({ comments }: ProgrammeSession) {
  let current = readMoments(comments);
  return {
    get: () => current,
    subscribe: (listener: () => void) =>
      observeMoments(comments, () => {
        current = readMoments(comments);
        listener();
      }),
  };
}

interface TimelineSectionProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly focusBlock: BlockId | null;
  readonly canWrite: boolean;
  readonly keptOut: KeptOut;
}

/** Who wrote what and when: at the block in focus, and in the whole programme; and versions with a name. */
export function TimelineSection({ session, snapshot, focusBlock, canWrite, keptOut }: TimelineSectionProps) {
  const strings = useStrings();
  const words = strings.timeline;
  const store = useMemo(() => momentsStore(session), [session]);
  const moments = useSyncExternalStore(store.subscribe, store.get);
  const [opened, setOpened] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [isLong, setLong] = useState(false);
  const [lifeAsked, setLifeAsked] = useState<BlockId | null>(null);
  // Whoever looks sees what was written until now.
  useEffect(() => session.writeHistory(), [focusBlock, session]);
  const life = useMemo(
    () => (focusBlock === null ? [] : lifeOfBlock(moments, focusBlock).toReversed()),
    [focusBlock, moments],
  );
  const isWholeLife = lifeAsked === focusBlock || life.length <= FIRST_CHANGES;
  const sittings = useMemo(() => sittingsOf(moments), [moments]);
  const mayChange = (id: BlockId): boolean => keptOut(id) === null;
  const who = (person: PersonId | null, isFirst: boolean): string => writerName(person, isFirst, snapshot, strings);

  return (
    <>
      <section>
        <h3>{words.whoWrote}</h3>
        {life.length === 0 && <p className="field__hint">{focusBlock === null ? words.chooseBlock : words.noLife}</p>}
        <ol className="facts-list" aria-label={words.whoWrote}>
          {(isWholeLife ? life : life.slice(0, FIRST_CHANGES)).map(
            ({ moment, block, people, before, after, along }, index) => (
              <li key={`${moment.id} ${block}`}>
                <span className="field__hint">
                  {people.length === 0
                    ? who(null, index === life.length - 1)
                    : people.map((person) => who(person, false)).join(', ')}{' '}
                  · {formatMoment(moment.at, strings)}
                </span>
                <span className="card__text">
                  {people.length === 0 ? (
                    (after?.text ?? '')
                  ) : (
                    <MarkedText tokens={wordDiff(along?.before ?? before?.text ?? '', after?.text ?? '')} />
                  )}
                </span>
                {along && <span className="field__hint">{words.cameAlong}</span>}
                {block !== focusBlock && <span className="field__hint">{words.stoodElsewhere}</span>}
                {people.length > 0 && before?.text === after?.text && (
                  <span className="field__hint">{words.formOnly}</span>
                )}
                {canWrite && index > 0 && after !== null && block === focusBlock && keptOut(block) === null && (
                  <span>
                    <Button
                      look="quiet"
                      onPress={() => {
                        session.keepBeforeRestoring();
                        const then = textAt(moments, moments.indexOf(moment));
                        restoreBlock(session.draft, { ...after, id: block }, null, windowSources.ids, then, mayChange);
                      }}
                    >
                      {words.restoreBlock}
                    </Button>
                  </span>
                )}
              </li>
            ),
          )}
        </ol>
        {!isWholeLife && (
          <Button look="quiet" onPress={() => setLifeAsked(focusBlock)}>
            {words.showAll(life.length)}
          </Button>
        )}
      </section>
      <section>
        <h3>{words.sittings}</h3>
        {canWrite && (
          <form
            className="timeline__name"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() === '') return;
              session.nameVersion(name.trim());
              setName('');
            }}
          >
            <Field label={words.nameVersion}>
              {(id) => <input id={id} value={name} onChange={(event) => setName(event.target.value)} />}
            </Field>
            <Button type="submit" isDisabled={name.trim() === ''}>
              {words.keepVersion}
            </Button>
          </form>
        )}
        {sittings.length === 0 && <p className="field__hint">{words.none}</p>}
        <ol className="facts-list" aria-label={words.sittings}>
          {(isLong ? sittings : sittings.slice(0, FIRST_SITTINGS)).map((sitting) => (
            <li key={sitting.first}>
              <button type="button" className="link" onClick={() => setOpened(moments[sitting.last]?.id ?? null)}>
                {sitting.name ?? who(sitting.person, sitting.first === 0)}
              </button>
              <span className="field__hint">
                {[
                  sitting.name === null ? null : who(sitting.person, false),
                  formatMoment(sitting.to, strings),
                  sitting.name === null && sitting.person !== null ? words.blocks(sitting.blocks) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
        {!isLong && sittings.length > FIRST_SITTINGS && (
          <Button look="quiet" onPress={() => setLong(true)}>
            {words.showAll(sittings.length)}
          </Button>
        )}
      </section>
      {opened !== null && (
        <TimeDialog
          session={session}
          snapshot={snapshot}
          moments={moments}
          start={opened}
          canWrite={canWrite}
          keptOut={keptOut}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
