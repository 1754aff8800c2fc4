import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { standingsInTurns, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { Language } from '#shared/core/failure';
import type { AmendmentId, RevisionId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';

/** What is spent on it at once, in milliseconds, before whatever was pressed meanwhile gets its turn. */
const TURN_MS = 12;

interface Stood {
  readonly newest: Revision | null;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
}

/** Goes on for one turn; `null` where there is more to do. */
function goOn(turns: ReturnType<typeof standingsInTurns>): Stood['standings'] | null {
  const until = performance.now() + TURN_MS;
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    if (performance.now() > until) return null;
  }
}

/**
 * Where each amendment stands, and against which text. At once where that is done in one turn, as it is after most changes, since what an amendment stands like is
 * worked out once for each text; with hundreds against a new text in several turns, and until then what stood before.
 */
export function useStandings(
  amendments: readonly Amendment[],
  newest: Revision | null,
  revisions: ReadonlyMap<RevisionId, Revision>,
  language: Language,
): Stood {
  const asked = useMemo(() => {
    const begin = () => standingsInTurns(amendments, newest, (id) => revisions.get(id), language);
    const standings = goOn(begin());
    return { begin, newest, done: standings && { newest, standings } };
  }, [amendments, language, newest, revisions]);
  const [later, setLater] = useState<{ readonly asked: object; readonly done: Stood } | null>(null);
  const done = asked.done ?? (later?.asked === asked ? later.done : null);
  const former = useRef<Stood>({ newest, standings: new Map() });
  useEffect(() => {
    if (done) former.current = done;
  }, [done]);
  useEffect(() => {
    if (asked.done) return undefined;
    const turns = asked.begin();
    let waiting: ReturnType<typeof setTimeout>;
    const next = () => {
      const standings = goOn(turns);
      if (standings) startTransition(() => setLater({ asked, done: { newest: asked.newest, standings } }));
      else waiting = setTimeout(next, 0);
    };
    waiting = setTimeout(next, 0);
    return () => clearTimeout(waiting);
  }, [asked]);
  return done ?? former.current;
}
