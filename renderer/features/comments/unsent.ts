import type { Thread } from '#shared/schema/threads';

/** What was begun and not sent. */
export interface Begun {
  readonly text: string;
  /** `null` without a proposal; none in an answer. */
  readonly suggestion: string | null;
  /** What it answers; `null` in a new comment. */
  readonly answers: Thread | null;
}

const NEW = 'new';

/** What one has begun to write and not sent: it outlives the panel, and the thread that it answers. */
export class Unsent {
  private readonly begun = new Map<string, Begun>();

  /** In a new comment, or in an answer to the thread with that id. */
  of(thread: string | null): Begun | null {
    return this.begun.get(thread ?? NEW) ?? null;
  }

  keep(begun: Begun): void {
    this.begun.set(begun.answers?.first.id ?? NEW, begun);
  }

  drop(thread: string | null): void {
    this.begun.delete(thread ?? NEW);
  }

  /** Those that are being answered, as they were when that was begun. */
  answered(): readonly Thread[] {
    return [...this.begun.values()].flatMap(({ answers }) => answers ?? []);
  }
}
