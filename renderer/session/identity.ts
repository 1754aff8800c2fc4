import { personId, type PersonId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import type { Platform } from '#shared/ipc/platform';

/** Who works at this machine: an opaque id of its own, and the name they gave. Kept in the machine's settings. */
export interface Identity {
  readonly person: PersonId;
  readonly name: string;
}

const PERSON = 'me.person';
const NAME = 'me.name';

export async function rememberedIdentity(platform: Platform, ids: IdSource): Promise<Identity> {
  const settings = await platform.readSettings();
  const stored = settings.ok ? settings.value : {};
  const known = stored[PERSON];
  const person = known ?? ids.next();
  if (known === undefined) await platform.writeSetting(PERSON, person);
  return { person: personId(person), name: stored[NAME] ?? '' };
}

export async function rememberName(platform: Platform, name: string): Promise<void> {
  await platform.writeSetting(NAME, name);
}
