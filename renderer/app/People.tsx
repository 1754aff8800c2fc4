import { useStrings } from '../i18n/language';
import type { Peer } from '../session';
import { Button } from '../ui/Button';
import { facesFor } from '../ui/faces';

const ROOM = 8;

interface PeopleProps {
  readonly peers: readonly Peer[];
  readonly followed: Peer | null;
  readonly onFollow: (clientId: number | null) => void;
}

/** Who else is here: pressed or chosen, the page goes where they are. A colour, a line and a letter each, and the name for whoever rests on it. */
export function People({ peers, followed, onFollow }: PeopleProps) {
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
      {followed && (
        <span className="people__followed" role="status">
          {words.following(followed.name)}{' '}
          <Button look="quiet" onPress={() => onFollow(null)}>
            {words.stopFollowing}
          </Button>
        </span>
      )}
    </span>
  );
}
