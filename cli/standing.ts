import { standingOf as standingAgainst, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import { revisionNamed, type OpenProgramme } from './programme';

/** An amendment, open or decided, as it stands against the newest revision. */
export const standingOf = (programme: OpenProgramme, amendment: Amendment): Standing =>
  standingAgainst(amendment, revisionNamed(programme, amendment.base) ?? null, programme.newest);
