import * as v from 'valibot';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

export const smallestWindow = { width: 720, height: 480 } as const;
const firstSize = { width: 1360, height: 900 } as const;
/** So much of the window must be on a screen for it to be found and dragged. */
const visiblePixels = 100;

const side = v.pipe(v.number(), v.integer());
const placeParser = v.object({
  bounds: v.object({ x: side, y: side, width: side, height: side }),
  maximized: v.boolean(),
});

const overlap = (startA: number, lengthA: number, startB: number, lengthB: number): number =>
  Math.min(startA + lengthA, startB + lengthB) - Math.max(startA, startB);

const isWithinReach = (bounds: Rectangle, screen: Rectangle): boolean =>
  overlap(bounds.x, bounds.width, screen.x, screen.width) >= visiblePixels &&
  overlap(bounds.y, bounds.height, screen.y, screen.height) >= visiblePixels;

/**
 * Where the window goes: where it was last, if that can still be reached on one of `screens` (work areas; the first is the main one),
 * otherwise in the middle of the main one. `saved` is what was read from the disk, in any state.
 */
export function placeWindow(saved: unknown, screens: readonly [Rectangle, ...Rectangle[]]): WindowPlace {
  const [main] = screens;
  const parsed = v.safeParse(placeParser, saved);
  if (parsed.success) {
    const { bounds, maximized } = parsed.output;
    const isLargeEnough = bounds.width >= smallestWindow.width && bounds.height >= smallestWindow.height;
    if (isLargeEnough && screens.some((screen) => isWithinReach(bounds, screen))) return { bounds, maximized };
  }
  const width = Math.min(firstSize.width, main.width);
  const height = Math.min(firstSize.height, main.height);
  return {
    bounds: {
      x: main.x + Math.floor((main.width - width) / 2),
      y: main.y + Math.floor((main.height - height) / 2),
      width,
      height,
    },
    maximized: false,
  };
}
