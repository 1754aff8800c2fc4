import { useMemo, useRef, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import { differences, type Difference } from '#shared/schema/differences';
import { draftReader, formerPlace, readDraft, restoreBlock, restorePlace, restoreText } from '#shared/schema/draft';
import { textAt, textOfBlocks, type Moment } from '#shared/schema/moments';
import { windowSources } from '../../app/sources';
import { formatMoment, useStrings } from '../../i18n/language';
import type { Strings } from '../../i18n/nb';
import { changedUnderLock, type KeptOut } from '../editor';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { useRowInFocus } from '../../ui/useRowInFocus';
import { DifferenceCard } from './DifferenceCard';
import { lockedInWayOf } from './lockedInWay';
import { writerName } from './writerName';

interface TimeDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly moments: readonly Moment[];
  /** The moment to begin at, by its id: others may keep older ones meanwhile. */
  readonly start: string;
  readonly canWrite: boolean;
  readonly keptOut: KeptOut;
  readonly onClose: () => void;
}

/** «25. november kl. 10.15 · Kari», or the name of the version. */
const momentName = ({ at, person, name, whole }: Moment, snapshot: SessionSnapshot, strings: Strings): string =>
  [name, formatMoment(at, strings), writerName(person, whole, snapshot, strings)].filter(Boolean).join(' · ');

/** The text of any moment against that of any other, or of now; and the way back to it. */
export function TimeDialog({ session, snapshot, moments, start, canWrite, keptOut, onClose }: TimeDialogProps) {
  const strings = useStrings();
  const words = strings.timeline;
  const [chosen, setChosen] = useState(start);
  const [against, setAgainst] = useState<string | null>(null);
  const { blocks } = snapshot;
  /** The oldest one for what is no more: it has become part of that. */
  const indexOf = (id: string): number =>
    Math.max(
      0,
      moments.findIndex((moment) => moment.id === id),
    );
  const at = indexOf(chosen);
  const atOther = against === null ? null : indexOf(against);
  const then = useMemo(() => textAt(moments, at), [at, moments]);
  const other = useMemo(
    () => (atOther === null ? textOfBlocks(blocks) : textAt(moments, atOther)),
    [atOther, blocks, moments],
  );
  const changes = useMemo(() => differences(then, other), [other, then]);
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => changes.map(({ block }) => ({ id: block })), [changes]);
  const rowInFocus = useRowInFocus(list, rows);
  /** What is locked and in the way of bringing back one block, by it, or the whole text. By `blocks`: the reader is the same object when they are others. */
  const inWay = useMemo(() => {
    const isLocked = (id: BlockId): boolean => keptOut(id) !== null;
    const reader = draftReader(session.draft);
    const ofBlocks = new Map(changes.map((change) => [change.block, lockedInWayOf(change, then, reader, isLocked)]));
    return { ofBlocks, ofText: changedUnderLock(blocks, then, isLocked) };
  }, [blocks, changes, keptOut, session.draft, then]);
  const locked = inWay.ofText ?? [...inWay.ofBlocks.values()].find((id) => id !== null);
  const nameOf = (index: number): string => {
    const moment = moments[index];
    return moment ? momentName(moment, snapshot, strings) : '';
  };
  const bringBack = ({ block, from }: Difference) => {
    if (from === null) return;
    session.keepBeforeRestoring();
    const { draft } = session;
    const present = new Set(readDraft(draft).map(({ id }) => id));
    const place = formerPlace(then, block, (id) => present.has(id));
    restoreBlock(draft, { ...from, id: block }, place, windowSources.ids, then, (id) => keptOut(id) === null);
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
            onChange={(event) => setChosen(moments[Number(event.target.value)]?.id ?? chosen)}
          />
        )}
      </Field>
      <Field label={words.against}>
        {(id) => (
          <select
            id={id}
            value={against ?? 'now'}
            onChange={(event) => setAgainst(event.target.value === 'now' ? null : event.target.value)}
          >
            <option value="now">{words.now}</option>
            {moments.map((moment) => (
              <option key={moment.id} value={moment.id}>
                {momentName(moment, snapshot, strings)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p role="status">{words.changed(changes.length)}</p>
      <ul ref={list} {...rowInFocus} className="cards timeline__changes" aria-label={words.changes}>
        {changes.map((difference) => (
          <DifferenceCard
            key={difference.block}
            difference={difference}
            mayRestore={canWrite && inWay.ofBlocks.get(difference.block) === null}
            onRestore={() => bringBack(difference)}
            onMoveBack={() => {
              session.keepBeforeRestoring();
              restorePlace(session.draft, difference.block, then);
            }}
          />
        ))}
      </ul>
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.close}</Button>
        {canWrite && (
          <Button
            look="primary"
            isDisabled={against !== null || changes.length === 0 || inWay.ofText !== null}
            onPress={() => {
              session.keepBeforeRestoring();
              restoreText(session.draft, then, windowSources.ids);
              onClose();
            }}
          >
            {words.restoreAll}
          </Button>
        )}
      </div>
      <p className="field__hint">{(locked && keptOut(locked)) ?? words.restoreHint}</p>
    </Dialog>
  );
}
