import * as v from 'valibot';
import type { ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { roles, type Role } from '#shared/sync';
import type { RoomAddress } from '#shared/ipc/platform';

/**
 * Where a programme that one joined is shared. Kept in this machine's settings, so that who opens it again without the network
 * goes on in the room, and does not become an authority beside the server's.
 */
export type RememberedRoom = RoomAddress & { readonly role: Role };

const keyOf = (programme: ProgrammeId): string => `room.${programme}`;

const schema = v.object({ url: v.string(), invite: v.string(), role: v.picklist(roles) });

export async function rememberRoom(platform: Platform, programme: ProgrammeId, room: RememberedRoom): Promise<void> {
  const { url, invite, role } = room;
  await platform.writeSetting(keyOf(programme), JSON.stringify({ url, invite, role }));
}

export async function recallRoom(platform: Platform, programme: ProgrammeId): Promise<RememberedRoom | null> {
  const settings = await platform.readSettings();
  const stored = settings.ok ? settings.value[keyOf(programme)] : undefined;
  if (stored === undefined) return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(stored));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

const sharedHereKey = (programme: ProgrammeId): string => `sharedHere.${programme}`;

/** That this machine's own server has a room for the programme. */
export async function rememberSharing(platform: Platform, programme: ProgrammeId): Promise<void> {
  await platform.writeSetting(sharedHereKey(programme), 'true');
}

export async function wasSharedHere(platform: Platform, programme: ProgrammeId): Promise<boolean> {
  const settings = await platform.readSettings();
  return settings.ok && settings.value[sharedHereKey(programme)] !== undefined;
}
