type Callback = (...args: unknown[]) => void;

/**
 * Stands in for the window's timers and frames: nothing that waits comes before `pass`, however long the machine takes, so that the same seed gives the same run.
 * What asked for its timers before goes on with those.
 */
export class StillClock {
  private waiting = new Map<number, () => void>();
  private ids = 1_000_000;
  private readonly real: Readonly<Record<string, unknown>>;

  constructor() {
    const wait = (act: () => void): number => {
      this.ids += 1;
      this.waiting.set(this.ids, act);
      return this.ids;
    };
    const callOff = (id = 0): void => void this.waiting.delete(id);
    const still = {
      setTimeout: (act: Callback, _ms?: number, ...args: unknown[]) => wait(() => act(...args)),
      clearTimeout: callOff,
      requestAnimationFrame: (act: FrameRequestCallback) => wait(() => act(performance.now())),
      cancelAnimationFrame: callOff,
    };
    this.real = Object.fromEntries(Object.keys(still).map((name) => [name, Reflect.get(window, name)]));
    Object.assign(window, still);
  }

  /** All that waits comes, and what that waits for in turn. */
  pass(): void {
    for (let turn = 0; turn < 3; turn += 1) {
      const due = this.waiting;
      this.waiting = new Map();
      for (const act of due.values()) act();
    }
  }

  /** The window has its own again; what waits comes at once. */
  end(): void {
    Object.assign(window, this.real);
    for (const act of this.waiting.values()) act();
  }
}
