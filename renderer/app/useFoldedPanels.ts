import { useCallback, useEffect, useState } from 'react';
import type { Platform } from '#shared/ipc/platform';

const panels = ['outline', 'panel'] as const;
export type FoldablePanel = (typeof panels)[number];

const SETTING = 'foldedPanels';
/** Below this the text would have less than a line's room beside both panels. */
const ROOM_FOR_ALL_PX = 1080;
/** Below this the text would have a letter or two to the line beside both panels: a small window, or one zoomed to 200 %. */
const ROOM_FOR_BOTH_PX = 860;

/** Which side panels are folded away, always in the order of the screen; remembered on this machine. A small window begins with the right one folded; a smaller one has room for one at a time. */
export function useFoldedPanels(
  platform: Platform,
): readonly [readonly FoldablePanel[], (panel: FoldablePanel, isFolded: boolean) => void] {
  const [folded, setFolded] = useState<readonly FoldablePanel[]>(() => (innerWidth < ROOM_FOR_ALL_PX ? ['panel'] : []));

  useEffect(() => {
    void platform.readSettings().then((settings) => {
      const remembered = settings.ok ? settings.value[SETTING] : undefined;
      if (remembered === undefined || innerWidth < ROOM_FOR_ALL_PX) return;
      setFolded(panels.filter((panel) => remembered.split(' ').includes(panel)));
    });
  }, [platform]);

  // A window that is made small keeps its text readable; nothing is remembered of that.
  useEffect(() => {
    const onChange = ({ matches }: MediaQueryListEvent) => {
      if (matches) setFolded((before) => panels.filter((one) => one === 'panel' || before.includes(one)));
    };
    const limits = [ROOM_FOR_ALL_PX, ROOM_FOR_BOTH_PX].map((width) => matchMedia(`(width < ${width}px)`));
    for (const limit of limits) limit.addEventListener('change', onChange);
    return () => {
      for (const limit of limits) limit.removeEventListener('change', onChange);
    };
  }, []);

  const fold = useCallback(
    (panel: FoldablePanel, isFolded: boolean) => {
      setFolded((before) => {
        const chosen = panels.filter((one) => (one === panel ? isFolded : before.includes(one)));
        void platform.writeSetting(SETTING, chosen.join(' '));
        const givesWay = !isFolded && innerWidth < ROOM_FOR_BOTH_PX;
        return givesWay ? panels.filter((one) => one !== panel) : chosen;
      });
    },
    [platform],
  );
  return [folded, fold];
}
