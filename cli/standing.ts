import { standingOf as standingAgainst, standingsOf, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import { revisionNamed, type OpenProgramme } from './programme';

/** An amendment, open or decided, as it stands against the newest revision. */
export function standingOf(programme: OpenProgramme, amendment: Amendment): Standing {
  const { newest, state } = programme;
  // What amends another stands with that one, wherever it is.
  const within = amendment.parent
    ? standingsOf(state.amendments.values(), newest, (id) => revisionNamed(programme, id)).get(amendment.id)
    : undefined;
  return within ?? standingAgainst(amendment, revisionNamed(programme, amendment.base) ?? null, newest);
}
