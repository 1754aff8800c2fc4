import { useEffect, useRef } from 'react';
import { useStrings } from '../i18n/language';
import type { SessionSnapshot } from '../session';

/** Tells whoever locked a chapter that another locked it before hearing of that, where the other's lock is the one that stands. */
export function useOverruledLock({ blocks, locks, me, people }: SessionSnapshot, tell: (text: string) => void): void {
  const words = useStrings().together;
  const former = useRef(locks);
  useEffect(() => {
    const before = former.current;
    former.current = locks;
    if (before === locks) return;
    for (const [heading, { by }] of locks) {
      if (before.get(heading)?.by !== me.person || by === me.person) continue;
      const chapter = blocks.find(({ id }) => id === heading)?.text ?? '';
      tell(words.overruled(people[by]?.name ?? words.someone, chapter));
    }
  }, [blocks, locks, me.person, people, tell, words]);
}
