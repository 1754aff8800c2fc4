import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure';
import { recommendations, type Recommendation } from '#shared/amendment/amendment';
import { amendmentId, type AmendmentId, type ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';

export type Drafts = ReadonlyMap<AmendmentId, Recommendation>;

/** What one setting holds at most is 100 000 units (`settings.write`); 500 recommendations with their texts may be more. */
const PART_LENGTH = 90_000;

const keyOf = (programme: ProgrammeId, part: number): string =>
  `recommendations.${programme.replaceAll('_', '.')}.${part}`;

/** The parts in a row, up to the first that is empty or not there. */
function storedIn(settings: Readonly<Record<string, string>>, programme: ProgrammeId): string {
  let stored = '';
  for (let part = 0; ; part++) {
    const value = settings[keyOf(programme, part)] ?? '';
    if (value === '') return stored;
    stored += value;
  }
}

async function store(platform: Platform, programme: ProgrammeId, drafts: Drafts): Promise<Failure | null> {
  const text = JSON.stringify(Object.fromEntries(drafts));
  const parts = Math.ceil(text.length / PART_LENGTH);
  // One more, empty: a longer text of before ends there.
  for (let part = 0; part <= parts; part++) {
    const value = text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
    const written = await platform.writeSetting(keyOf(programme, part), value);
    if (!written.ok) return written.failure;
  }
  return null;
}

/** What was kept of a draft; `null` for anything else. */
function readDraft(raw: unknown): Recommendation | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const field = (name: string): unknown => Reflect.get(raw, name);
  const kind = recommendations.find((one) => one === field('kind'));
  const [text, reason, by] = [field('text'), field('reason'), field('by')];
  if (!kind || typeof reason !== 'string') return null;
  const named = typeof by === 'string' && by !== '' ? { by: amendmentId(by) } : {};
  return { kind, reason, text: typeof text === 'string' ? text : null, ...named };
}

function readDrafts(stored: string): Drafts {
  if (stored === '') return new Map();
  try {
    const parsed: unknown = JSON.parse(stored);
    if (typeof parsed !== 'object' || parsed === null) return new Map();
    return new Map(
      Object.entries(parsed).flatMap(([id, raw]) => {
        const draft = readDraft(raw);
        return draft ? [[amendmentId(id), draft] as const] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

/**
 * Recommendations that are not published. They lie on this machine alone, beside the programme and not in it: neither the file, the room nor the register
 * has them before they come out together. What cannot be kept is told to `onProblem`, and stays on the screen.
 */
export function useRecommendationDrafts(
  platform: Platform,
  programme: ProgrammeId,
  onProblem: (failure: Failure) => void,
): readonly [drafts: Drafts, write: (change: (before: Drafts) => Drafts) => void] {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const latest = useRef<Drafts>(drafts);
  /** One write at a time; what came meanwhile goes with the next. */
  const changes = useRef(0);
  const isWriting = useRef(false);
  useEffect(() => {
    let isHere = true;
    void platform.readSettings().then((settings) => {
      // Whoever has begun to write again is not written over.
      if (!isHere || !settings.ok || latest.current.size > 0) return;
      latest.current = readDrafts(storedIn(settings.value, programme));
      setDrafts(latest.current);
    });
    return () => {
      isHere = false;
    };
  }, [platform, programme]);
  const keep = useCallback(async () => {
    changes.current += 1;
    if (isWriting.current) return;
    isWriting.current = true;
    for (let kept = 0; kept !== changes.current;) {
      kept = changes.current;
      const problem = await store(platform, programme, latest.current);
      if (problem) onProblem(problem);
    }
    isWriting.current = false;
  }, [onProblem, platform, programme]);
  const write = useCallback(
    (change: (before: Drafts) => Drafts) => {
      latest.current = change(latest.current);
      setDrafts(latest.current);
      void keep();
    },
    [keep],
  );
  return [drafts, write];
}
