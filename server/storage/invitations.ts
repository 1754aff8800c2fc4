import { createHash, randomBytes } from 'node:crypto';
import type { ProgrammeId } from '#shared/core/ids';
import { programmeId } from '#shared/core/ids';
import type { Clock, Timestamp } from '#shared/core/sources';
import { isRole, type Role } from '#shared/sync';
import type { Storage } from './database';

/** What an invitation opens. `programme: null` is the administrator's: every programme, as its secretariat. */
export interface Grant {
  /** SHA-256 of the token, in hex: the only form in which it is kept (SY6). */
  readonly tokenHash: string;
  readonly programme: ProgrammeId | null;
  readonly role: Role;
}

export interface Invitations {
  /** A new invitation. The token is told here and never again. */
  create(grant: Pick<Grant, 'programme' | 'role'>): string;
  /** What the token opens, or `null`. Looking up a hash leaks nothing of the token through time. */
  find(token: string): Grant | null;
  /** Every invitation to the programme that holds, oldest first. */
  issuedFor(programme: ProgrammeId): readonly (Omit<Grant, 'programme'> & { readonly createdAt: Timestamp })[];
  /** Whether there was such an invitation to the programme; it opens nothing from now on. */
  revoke(programme: ProgrammeId, tokenHash: string): boolean;
  /** Records whose invitation made `subject` (an amendment, a person); the first one stays. */
  claim(programme: ProgrammeId, subject: string, grant: Grant): void;
  /** From now on `subject` is this invitation's. */
  handOver(programme: ProgrammeId, subject: string, grant: Grant): void;
  owns(programme: ProgrammeId, subject: string, grant: Grant): boolean;
  /** Whether another invitation that still holds made `subject`. */
  isAnothers(programme: ProgrammeId, subject: string, grant: Grant): boolean;
}

const TOKEN_BYTES = 32;
/** 32 bytes in base64url without padding. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export function createInvitations({ database }: Storage, clock: Clock): Invitations {
  return {
    create: ({ programme, role }) => {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      database.run('INSERT INTO invitations (token_hash, programme, role, created_at) VALUES (?, ?, ?, ?)', [
        hashToken(token),
        programme,
        role,
        clock.now(),
      ]);
      return token;
    },
    find: (token) => {
      if (!tokenPattern.test(token)) return null;
      const tokenHash = hashToken(token);
      const row = database.get('SELECT programme, role FROM invitations WHERE token_hash = ?', [tokenHash]);
      if (!row || !isRole(row.role)) return null;
      const { programme } = row;
      return { tokenHash, programme: typeof programme === 'string' ? programmeId(programme) : null, role: row.role };
    },
    issuedFor: (programme) =>
      database
        .all(
          'SELECT token_hash, role, created_at FROM invitations WHERE programme = ? ORDER BY created_at, token_hash',
          [programme],
        )
        .flatMap(({ token_hash: tokenHash, role, created_at: createdAt }) =>
          typeof tokenHash === 'string' && isRole(role) && typeof createdAt === 'string'
            ? [{ tokenHash, role, createdAt }]
            : [],
        ),
    revoke: (programme, tokenHash) =>
      database.run('DELETE FROM invitations WHERE programme = ? AND token_hash = ?', [programme, tokenHash]).changes >
      0,
    claim: (programme, subject, { tokenHash }) => {
      database.run('INSERT OR IGNORE INTO owners (programme, subject, token_hash) VALUES (?, ?, ?)', [
        programme,
        subject,
        tokenHash,
      ]);
    },
    handOver: (programme, subject, { tokenHash }) => {
      database.run('INSERT OR REPLACE INTO owners (programme, subject, token_hash) VALUES (?, ?, ?)', [
        programme,
        subject,
        tokenHash,
      ]);
    },
    isAnothers: (programme, subject, { tokenHash }) =>
      database.get(
        'SELECT 1 AS held FROM owners JOIN invitations ON invitations.token_hash = owners.token_hash WHERE owners.programme = ? AND subject = ? AND owners.token_hash <> ?',
        [programme, subject, tokenHash],
      ) !== null,
    owns: (programme, subject, { tokenHash }) =>
      database.get('SELECT 1 AS held FROM owners WHERE programme = ? AND subject = ? AND token_hash = ?', [
        programme,
        subject,
        tokenHash,
      ]) !== null,
  };
}
