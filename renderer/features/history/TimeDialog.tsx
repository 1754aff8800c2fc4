import { useMemo, useState } from 'react';
import { wordDiff } from '#shared/diff';
import { readDraft, restoreBlock, restoreText, type FormerBlock } from '#shared/schema/draft';
import { differences, textAt, textOfBlocks, type Moment } from '#shared/schema/moments';
import { windowSources } from '../../app/sources';
import { formatMoment, useStrings } from '../../i18n/language';
import type { Strings } from '../../i18n/nb';
import type { KeptOut } from '../editor';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { MarkedText } from '../../ui/MarkedText';

interface TimeDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly moments: readonly Moment[];
  /** The moment to begin at. */
  readonly start: number;
  readonly canWrite: boolean;
  readonly keptOut: KeptOut;
  readonly onClose: () => void;
}

/** «25. november kl. 10.15 · Kari», or the name of the version. */
function momentName({ at, person, name, whole }: Moment, people: SessionSnapshot['people'], strings: Strings): string {
  const who =
    person === null
      ? whole
        ? strings.timeline.before
        : strings.timeline.unkept
      : (people[person]?.name ?? strings.timeline.unknown);
  return [name, formatMoment(at, strings), who].filter(Boolean).join(' · ');
}

/** The text of any moment against that of any other, or of now; and the way back to it. */
export function TimeDialog({ session, snapshot, moments, start, canWrite, keptOut, onClose }: TimeDialogProps) {
  const strings = useStrings();
  const words = strings.timeline;
  const [at, setAt] = useState(start);
  const [against, setAgainst] = useState<number | null>(null);
  const { people, blocks } = snapshot;
  const then = useMemo(() => textAt(moments, at), [at, moments]);
  const other = useMemo(
    () => (against === null ? textOfBlocks(blocks) : textAt(moments, against)),
    [against, blocks, moments],
  );
  const changes = useMemo(() => differences(then, other), [other, then]);
  const locked = changes.map(({ block }) => keptOut(block)).find((why) => why !== null) ?? null;
  const nameOf = (index: number): string => {
    const moment = moments[index];
    return moment ? momentName(moment, people, strings) : '';
  };
  const bringBack = (former: FormerBlock) => {
    const place = then.findIndex(({ id }) => id === former.id);
    const shown = new Set(readDraft(session.draft).map(({ id }) => id));
    const after = then.slice(0, place).findLast(({ id }) => shown.has(id))?.id ?? null;
    restoreBlock(session.draft, former, after, windowSources.ids, then);
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Field label={words.scrub} hint={nameOf(at)}>
        {(id, hint) => (
          <input
            id={id}
            type="range"
            min={0}
            max={moments.length - 1}
            value={at}
            aria-describedby={hint}
            aria-valuetext={nameOf(at)}
            autoFocus
            onChange={(event) => setAt(Number(event.target.value))}
          />
        )}
      </Field>
      <Field label={words.against}>
        {(id) => (
          <select
            id={id}
            value={against ?? 'now'}
            onChange={(event) => setAgainst(event.target.value === 'now' ? null : Number(event.target.value))}
          >
            <option value="now">{words.now}</option>
            {moments.map((moment, index) => (
              <option key={moment.id} value={index}>
                {momentName(moment, people, strings)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p role="status">{words.changed(changes.length)}</p>
      <ul className="cards timeline__changes" aria-label={words.changes}>
        {changes.map(({ block, from, to }) => (
          <li key={block} className="card">
            <span className="card__text">
              <MarkedText tokens={wordDiff(from?.text ?? '', to?.text ?? '')} />
            </span>
            {from !== null && to !== null && from.text === to.text && (
              <span className="field__hint">{words.formOnly}</span>
            )}
            {canWrite && from !== null && keptOut(block) === null && (
              <span>
                <Button look="quiet" onPress={() => bringBack({ ...from, id: block })}>
                  {to === null ? words.bringBackBlock : words.restoreBlock}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.close}</Button>
        {canWrite && (
          <Button
            look="primary"
            isDisabled={against !== null || changes.length === 0 || locked !== null}
            onPress={() => {
              restoreText(session.draft, then, windowSources.ids);
              onClose();
            }}
          >
            {words.restoreAll}
          </Button>
        )}
      </div>
      <p className="field__hint">{locked ?? words.restoreHint}</p>
    </Dialog>
  );
}
