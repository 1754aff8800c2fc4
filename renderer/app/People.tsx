import { useLayoutEffect, useRef } from 'react';
import { useStrings } from '../i18n/language';
import type { Peer } from '../session';
import { Button } from '../ui/Button';
import { facesFor } from '../ui/faces';
import type { Mode } from './TopBar';

/** More would take the room of the programme's title. */
const ROOM = 5;

interface PeopleProps {
  readonly peers: readonly Peer[];
  /** What each view is called here. */
  readonly views: Readonly<Record<Mode, string>>;
  readonly followed: Peer | null;
  readonly onFollow: (clientId: number | null) => void;
}

/** Who else is here: pressed or chosen, the page goes where they are. A colour, a line and a letter each, and the name for whoever rests on it. */
export function People({ peers, views, followed, onFollow }: PeopleProps) {
  const strings = useStrings();
  const words = strings.together;
  if (peers.length === 0) return null;
  const { faces, others } = facesFor(peers, ROOM);
  return (
    <span className="people" title={strings.frame.people(peers.map(({ name }) => name))}>
      {faces.map((peer) => {
        const isFollowed = peer.clientId === followed?.clientId;
        return (
          <button
            key={peer.clientId}
            type="button"
            className="person"
            style={{ borderColor: peer.colour, borderStyle: peer.pattern }}
            aria-pressed={isFollowed}
            aria-label={words.follow(peer.name)}
            onClick={() => onFollow(isFollowed ? null : peer.clientId)}
          >
            {peer.name.slice(0, 1).toLocaleUpperCase(strings.locale) || '?'}
          </button>
        );
      })}
      {others.length > 0 && (
        <select
          className="person people__others"
          aria-label={words.followAnother}
          value={others.some(({ clientId }) => clientId === followed?.clientId) ? followed?.clientId : ''}
          onChange={(event) => onFollow(event.target.value === '' ? null : Number(event.target.value))}
        >
          <option value="">+{others.length}</option>
          {others.map(({ clientId, name }) => (
            <option key={clientId} value={clientId}>
              {name}
            </option>
          ))}
        </select>
      )}
      {followed && <Followed peer={followed} views={views} onStop={() => onFollow(null)} />}
    </span>
  );
}

interface FollowedProps extends Pick<PeopleProps, 'views'> {
  readonly peer: Peer;
  readonly onStop: () => void;
}

/** Whom one follows, where they are if it is not in the draft, and how to end it. Whoever was at the button when it ends is back where they came to it from. */
function Followed({ peer, views, onStop }: FollowedProps) {
  const words = useStrings().together;
  const stop = useRef<HTMLSpanElement>(null);
  const from = useRef<Element>(null);
  useLayoutEffect(() => {
    const told = stop.current;
    return () => {
      if (!told?.contains(document.activeElement)) return;
      queueMicrotask(() => {
        const back = from.current?.isConnected ? from.current : document.querySelector('main');
        if (back instanceof HTMLElement) back.focus({ preventScroll: true });
      });
    };
  }, []);
  const elsewhere = Object.entries(views).find(([view]) => view === peer.view && view !== 'draft')?.[1];
  return (
    <span
      className="people__followed"
      role="status"
      ref={stop}
      onFocus={({ relatedTarget }) => {
        if (relatedTarget !== null) from.current = relatedTarget;
      }}
    >
      {words.following(peer.name)} {elsewhere !== undefined && words.isInView(peer.name, elsewhere)}{' '}
      <Button look="quiet" onPress={onStop}>
        {words.stopFollowing}
      </Button>
    </span>
  );
}
