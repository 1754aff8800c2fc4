import { useCallback, useEffect, useState } from 'react';
import { recommendations, type Recommendation } from '#shared/amendment/amendment';
import { amendmentId, type AmendmentId, type ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';

export type Drafts = ReadonlyMap<AmendmentId, Recommendation>;

const keyOf = (programme: ProgrammeId): string => `recommendations/${programme}`;

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
 * has them before they come out together.
 */
export function useRecommendationDrafts(
  platform: Platform,
  programme: ProgrammeId,
): readonly [drafts: Drafts, write: (change: (before: Drafts) => Drafts) => void] {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  useEffect(() => {
    let isHere = true;
    void platform.readSettings().then((settings) => {
      const stored = settings.ok ? settings.value[keyOf(programme)] : undefined;
      if (isHere && stored !== undefined) setDrafts(readDrafts(stored));
    });
    return () => {
      isHere = false;
    };
  }, [platform, programme]);
  const write = useCallback(
    (change: (before: Drafts) => Drafts) => {
      setDrafts((before) => {
        const next = change(before);
        void platform.writeSetting(keyOf(programme), JSON.stringify(Object.fromEntries(next)));
        return next;
      });
    },
    [platform, programme],
  );
  return [drafts, write];
}
