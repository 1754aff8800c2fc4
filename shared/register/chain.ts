import { canonicalJson, sha256Hex, type Json } from '../core/hash';
import { failure, type Failure } from '../core/failure';
import type { PersonId, RevisionId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { Timestamp } from '../core/sources';
import { revisionIdOf, type Revision } from '../domain/revision';
import type { RegisterEntry, RegisterEvent } from './events';
import type { ChainFailureCode } from './failures';
import type { RegisterData } from './state';

/** What the first entry holds in the place of a hash of the one before it. */
export const GENESIS_HASH = '0'.repeat(64);

/** Events are plain data all the way down, and a copy through JSON proves it to the compiler. */
const asJson = (event: RegisterEvent): Json => JSON.parse(JSON.stringify(event)) as Json;

/** H2. Yields the hash that `entry` must have. */
export const entryHash = (entry: Omit<RegisterEntry, 'hash'>): string =>
  sha256Hex(
    canonicalJson({
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      event: asJson(entry.event),
      previousHash: entry.previousHash,
    }),
  );

/** The new entries that `events` make after `entries`, in order; `entries` themselves are not repeated. */
export function appendEvents(
  entries: readonly RegisterEntry[],
  events: readonly RegisterEvent[],
  { at, actor }: { readonly at: Timestamp; readonly actor: PersonId | null },
): readonly RegisterEntry[] {
  let previousHash = entries.at(-1)?.hash ?? GENESIS_HASH;
  let seq = entries.at(-1)?.seq ?? 0;
  return events.map((event) => {
    seq += 1;
    const unsigned = { seq, at, actor, event, previousHash };
    previousHash = entryHash(unsigned);
    return { ...unsigned, hash: previousHash };
  });
}

/** Every revision an event refers to. */
export function revisionsNamedBy(event: RegisterEvent): readonly RevisionId[] {
  switch (event.type) {
    case 'frozen':
      return [event.revision];
    case 'revised':
      return [event.from, event.to];
    case 'submitted':
    case 'settled':
      return [event.base];
    case 'textCorrected':
      return [event.from, event.to];
    case 'takenBack':
      return event.to === null ? [] : [event.to];
    default:
      return [];
  }
}

/**
 * Recomputes every hash of the chain and of the revisions (H1–H4). A failure names the first entry (`seq`) that does not
 * hold, or, where no entry names it, the altered revision (`name`). The name and time that stand beside a revision are labels: what
 * a paper was called is told, under the hash, by the entry.
 */
export function verifyChain(
  entries: readonly RegisterEntry[],
  revisions: readonly Revision[],
): Result<null, Failure<ChainFailureCode>> {
  const contentHolds = new Map(revisions.map((revision) => [revision.id, revisionIdOf(revision) === revision.id]));
  let previousHash = GENESIS_HASH;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    if (entry.seq !== seq || entry.previousHash !== previousHash || entryHash(entry) !== entry.hash)
      return fail(failure('chain-broken', { seq, of: entries.length }));
    for (const revision of revisionsNamedBy(entry.event)) {
      const holds = contentHolds.get(revision);
      if (holds === undefined) return fail(failure('chain-revision-missing', { seq }));
      if (!holds) return fail(failure('chain-revision-altered', { seq }));
    }
    previousHash = entry.hash;
  }
  const altered = revisions.find((revision) => contentHolds.get(revision.id) !== true);
  return altered ? fail(failure('revision-altered', { name: altered.name })) : ok(null);
}

/**
 * The first revision that neither an entry nor the `baseline` accounts for; `null` where there is none. An entry that was taken off the
 * end leaves its revision behind, where whoever took it did not think of that (H18).
 */
export function strayRevision({ entries, revisions, baseline }: RegisterData): Revision | null {
  const named = new Set(entries.flatMap(({ event }) => revisionsNamedBy(event)));
  return revisions.find(({ id }) => id !== baseline && !named.has(id)) ?? null;
}
