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
}

const RECENT = 'recentProgrammes';
const MOST_SHOWN = 6;
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
    const { programme, title, at } = Object.fromEntries(Object.entries(item)) as Record<string, unknown>;
    return typeof programme === 'string' && typeof title === 'string' && typeof at === 'string'
      ? [{ programme: programmeId(programme), title, at }]
      : [];
  });
}

/** The programmes that one worked with last, newest first. */
export const recentProgrammes = async (platform: Platform): Promise<readonly RecentProgramme[]> =>
  parseRecent(await readSetting(platform, RECENT)).slice(0, MOST_SHOWN);

export async function rememberProgramme(platform: Platform, session: ProgrammeSession): Promise<void> {
  const title = session.getSnapshot().title;
  const own: RecentProgramme = { programme: session.programme, title, at: windowSources.clock.now() };
  const others = (await recentProgrammes(platform)).filter(({ programme }) => programme !== own.programme);
  await platform.writeSetting(RECENT, JSON.stringify([own, ...others].slice(0, MOST_SHOWN)));
}

/** The programme that was made of exactly this file before, so that opening it again goes on where one left. */
export async function programmeImportedFrom(platform: Platform, bytes: Uint8Array): Promise<ProgrammeId | null> {
  const known = await readSetting(platform, importKey(bytes));
  return known === undefined ? null : programmeId(known);
}

export async function rememberImport(platform: Platform, bytes: Uint8Array, programme: ProgrammeId): Promise<void> {
  await platform.writeSetting(importKey(bytes), programme);
}
