import { useEffect, useRef, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { Thread } from '#shared/schema/threads';
import { useStrings } from '../i18n/language';
import type { SessionSnapshot } from '../session';

interface AnnouncementsProps {
  readonly snapshot: SessionSnapshot;
  readonly threads: readonly Thread[];
  readonly focusBlock: BlockId | null;
}

/** Says aloud what those who see the page notice by themselves: who comes and goes, who writes in the same point, a comment by another. */
export function Announcements({ snapshot, threads, focusBlock }: AnnouncementsProps) {
  const words = useStrings().together;
  const { peers, people, me } = snapshot;
  const [said, setSaid] = useState('');
  const here = peers.map(({ name }) => name).sort();
  const beside = peers.find(({ writes }) => writes !== null && writes === focusBlock)?.name ?? null;
  const remarks = threads
    .flatMap(({ first, answers }) => [first, ...answers])
    .filter(({ author }) => author !== me.person);
  const lastRemark = remarks.reduce<(typeof remarks)[number] | null>(
    (last, one) => (last === null || one.at > last.at ? one : last),
    null,
  );
  const known = useRef({ here, lastRemark: lastRemark?.id ?? null });
  const [hereText, remarkId] = [here.join('\n'), lastRemark?.id ?? null];
  const author = lastRemark ? (people[lastRemark.author]?.name ?? words.someone) : '';

  useEffect(() => {
    const now = hereText === '' ? [] : hereText.split('\n');
    const came = now.filter((name) => !known.current.here.includes(name));
    const left = known.current.here.filter((name) => !now.includes(name));
    known.current = { ...known.current, here: now };
    const news = [...came.map(words.came), ...left.map(words.left)];
    if (news.length > 0) setSaid(news.join(' '));
  }, [hereText, words]);
  useEffect(() => {
    if (beside !== null) setSaid(words.writes([beside]));
  }, [beside, words]);
  useEffect(() => {
    if (remarkId === null || remarkId === known.current.lastRemark) return;
    known.current = { ...known.current, lastRemark: remarkId };
    setSaid(words.commented(author));
  }, [author, remarkId, words]);

  return (
    <p className="visually-hidden" role="status" data-announced>
      {said}
    </p>
  );
}
