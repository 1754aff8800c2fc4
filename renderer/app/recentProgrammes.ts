import { sha256Hex } from '#shared/core/hash';
import { programmeId, type ProgrammeId } from '#shared/core/ids';
import type { Timestamp } from '#shared/core/sources';
import type { Platform } from '#shared/ipc/platform';
import type { ProgrammeSession } from '../session';
import { windowSources } from './sources';

/** A programme that this machine keeps, whether or not it was ever saved as a file. */
export interface RecentProgramme {
  readonly programme: ProgrammeId;
  readonly title: string;
  readonly at: Timestamp;
  /** Holds what was decided here alone, and is not in the room that this machine works in now. */
  readonly setAside: boolean;
}

const RECENT = 'recentProgrammes';
const MOST_SHOWN = 6;
/** A setting holds so many (`settings.write`). */
const MOST_KEPT = 300;
const importKey = (bytes: Uint8Array): string => `importedFrom.${sha256Hex(bytes)}`;

async function readSetting(platform: Platform, key: string): Promise<string | undefined> {
  const settings = await platform.readSettings();
  return settings.ok ? settings.value[key] : undefined;
}

function parseRecent(raw: string | undefined): readonly RecentProgramme[] {
  if (raw === undefined) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(raw);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { programme, title, at, setAside } = Object.fromEntries(Object.entries(item)) as Record<string, unknown>;
    return typeof programme === 'string' && typeof title === 'string' && typeof at === 'string'
      ? [{ programme: programmeId(programme), title, at, setAside: setAside === true }]
      : [];
  });
}

/** All programmes that this machine keeps, newest first: one that was never saved as a file stands nowhere else. */
export const recentProgrammes = async (platform: Platform): Promise<readonly RecentProgramme[]> =>
  parseRecent(await readSetting(platform, RECENT));

/** Those that are looked for first: the newest, and what was set aside. */
export function foremost(all: readonly RecentProgramme[]): readonly RecentProgramme[] {
  const newest = new Set(all.filter(({ setAside }) => !setAside).slice(0, MOST_SHOWN));
  return all.filter((one) => one.setAside || newest.has(one));
}

async function remember(platform: Platform, programme: ProgrammeId, title: string, setAside: boolean): Promise<void> {
  const known = await recentProgrammes(platform);
  const wasSetAside = known.some((one) => one.programme === programme && one.setAside);
  const own: RecentProgramme = { programme, title, at: windowSources.clock.now(), setAside: setAside || wasSetAside };
  const others = known.filter((one) => one.programme !== programme);
  await platform.writeSetting(RECENT, JSON.stringify([own, ...others].slice(0, MOST_KEPT)));
}

/** Puts the programme first in the list; beside it, now or when it happens, what a room's register sets aside of it. */
export async function rememberProgramme(platform: Platform, session: ProgrammeSession): Promise<void> {
  const { title } = session.getSnapshot();
  await remember(platform, session.programme, title, false);
  let noted = false;
  const noteSetAside = async (): Promise<void> => {
    const copy = session.setAside();
    if (copy === null || noted) return;
    noted = true;
    await remember(platform, copy, title, true);
  };
  session.subscribe(() => void noteSetAside());
  await noteSetAside();
}

/** The programme that was made of exactly this file before, so that opening it again goes on where one left. */
export async function programmeImportedFrom(platform: Platform, bytes: Uint8Array): Promise<ProgrammeId | null> {
  const known = await readSetting(platform, importKey(bytes));
  return known === undefined ? null : programmeId(known);
}

export async function rememberImport(platform: Platform, bytes: Uint8Array, programme: ProgrammeId): Promise<void> {
  await platform.writeSetting(importKey(bytes), programme);
}
