import { useRef, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { makeSource, sourceRoles, type Source } from '#shared/domain/source';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { runCancellableTask } from '../../workers/runTask';
import type { ReuseView } from './reuse';

export interface SourcesDialogProps {
  readonly session: ProgrammeSession;
  readonly platform: Platform;
  readonly sources: readonly Source[];
  readonly blocks: readonly Block[];
  readonly reuse: ReuseView | null;
  readonly canWrite: boolean;
  readonly onGo: (block: BlockId) => void;
  readonly onClose: () => void;
}

/** Places shown of one source: a list one can look over. */
const MOST_PLACES = 30;

type Said = { readonly kind: 'problem' | 'note'; readonly text: string } | { readonly kind: 'removed'; source: Source };

/** The other texts of the work: added from a file, named for what they are, taken away, and where the draft took from them. */
export function SourcesDialog(props: SourcesDialogProps) {
  const { session, platform, sources, blocks, reuse, canWrite, onGo, onClose } = props;
  const all = useStrings();
  const strings = all.sources;
  const language = useLanguage();
  const [reading, setReading] = useState<{ readonly name: string; readonly stop: AbortController } | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const adding = useRef<HTMLButtonElement>(null);

  const add = async (): Promise<void> => {
    setSaid(null);
    const file = await platform.openFile();
    if (!file.ok) {
      setSaid({ kind: 'problem', text: describeFailure(file.failure, language) });
      return;
    }
    if (!file.value) return;
    const { name, bytes } = file.value;
    const stop = new AbortController();
    setReading({ name, stop });
    const read = await runCancellableTask('read', { name, bytes }, stop.signal, () => undefined).finally(() =>
      setReading(null),
    );
    if (read === null) return;
    if (!read.ok) {
      setSaid({ kind: 'problem', text: describeFailure(read.failure, language) });
      return;
    }
    const { id } = makeSource(read.value, name, 'text');
    const known = sources.find((source) => source.id === id);
    if (known) setSaid({ kind: 'note', text: strings.known(known.name) });
    else session.addSource(read.value, name, 'text');
  };

  return (
    <Dialog title={strings.title} onClose={onClose} wide>
      <p className="field__hint">{strings.intro}</p>
      {sources.length === 0 ? (
        <p className="empty">{strings.none}</p>
      ) : (
        <ul className="sources" aria-label={strings.list}>
          {sources.map((source) => (
            <li key={source.id} className="sources__one">
              <span className="sources__head">
                <strong>{source.name}</strong>
                {canWrite && (
                  <>
                    <select
                      aria-label={strings.role(source.name)}
                      value={source.role}
                      onChange={({ target }) => {
                        const role = sourceRoles.find((one) => one === target.value);
                        if (role) session.addSource(source, source.name, role);
                      }}
                    >
                      {(['text', 'period'] as const).map((role) => (
                        <option key={role} value={role}>
                          {strings.roles[role]}
                        </option>
                      ))}
                    </select>
                    <Button
                      look="quiet"
                      aria-label={strings.removeNamed(source.name)}
                      onPress={() => {
                        session.removeSource(source);
                        setSaid({ kind: 'removed', source });
                        adding.current?.focus();
                      }}
                    >
                      {strings.remove}
                    </Button>
                  </>
                )}
              </span>
              {reuse ? (
                <Places source={source} reuse={reuse} blocks={blocks} onGo={onGo} />
              ) : (
                <span className="field__hint" role="status">
                  {strings.finding}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {said?.kind === 'removed' && (
        <p className="notice" role="status">
          {strings.removed(said.source.name)}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              session.addSource(said.source, said.source.name, said.source.role);
              setSaid(null);
              adding.current?.focus();
            }}
          >
            {strings.undo}
          </button>
        </p>
      )}
      {said !== null && said.kind !== 'removed' && (
        <p
          className={said.kind === 'problem' ? 'notice notice--problem' : 'notice'}
          role={said.kind === 'problem' ? 'alert' : 'status'}
        >
          {said.text}
        </p>
      )}
      {reading && (
        <p className="sources__reading" role="status">
          {strings.reading(reading.name)}{' '}
          <button type="button" className="link" onClick={() => reading.stop.abort()}>
            {all.app.cancel}
          </button>
        </p>
      )}
      <div className="dialog__actions">
        {canWrite && (
          <Button ref={adding} look="primary" isDisabled={reading !== null} onPress={() => void add()}>
            {strings.add}
          </Button>
        )}
        <Button onPress={onClose}>{strings.close}</Button>
      </div>
    </Dialog>
  );
}

interface PlacesProps extends Pick<SourcesDialogProps, 'blocks' | 'onGo'> {
  readonly source: Source;
  readonly reuse: ReuseView;
}

/** Where the draft took from a source. */
function Places({ source, reuse, blocks, onGo }: PlacesProps) {
  const strings = useStrings().sources;
  const language = useLanguage();
  const count = reuse.sentencesFrom.get(source.id) ?? 0;
  if (count === 0) return <span className="field__hint">{strings.count(0)}</span>;
  const gazetteer = gazetteerOf(blocks);
  const taken = blocks.flatMap(({ id }, index) =>
    (reuse.ofBlock.get(id) ?? [])
      .filter((told) => told.source.id === source.id)
      .map(({ sentence }, nth) => ({ id, index, sentence, key: `${id} ${nth}` })),
  );
  return (
    <details>
      <summary>{strings.count(count)}</summary>
      <ul className="sources__places">
        {taken.slice(0, MOST_PLACES).map(({ id, index, sentence, key }) => (
          <li key={key}>
            <button type="button" className="link" onClick={() => onGo(id)}>
              {describePlace(gazetteer.placeOf(index), null, language)}
            </button>{' '}
            <span className="sources__sentence">{sentence}</span>
          </li>
        ))}
        {taken.length > MOST_PLACES && <li className="field__hint">{strings.more(taken.length - MOST_PLACES)}</li>}
      </ul>
    </details>
  );
}
