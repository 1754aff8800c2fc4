import { programmeId, type ProgrammeId } from '#shared/core/ids';
import type { Clock } from '#shared/core/sources';
import type { Storage } from './database';

/** Which programmes this server keeps. Their titles stand in their rooms alone. */
export interface Programmes {
  add(programme: ProgrammeId): void;
  has(programme: ProgrammeId): boolean;
  /** The one that was shared last, `null` where there is none. */
  newest(): ProgrammeId | null;
}

export function createProgrammes({ database }: Storage, clock: Clock): Programmes {
  return {
    add: (programme) => {
      database.run('INSERT OR IGNORE INTO programmes (id, created_at) VALUES (?, ?)', [programme, clock.now()]);
    },
    has: (programme) => database.get('SELECT 1 AS held FROM programmes WHERE id = ?', [programme]) !== null,
    newest: () => {
      const row = database.get('SELECT id FROM programmes ORDER BY created_at DESC, id LIMIT 1');
      return typeof row?.id === 'string' ? programmeId(row.id) : null;
    },
  };
}
