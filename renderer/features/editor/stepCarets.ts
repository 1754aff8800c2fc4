import type * as Y from 'yjs';
import type { AnchoredSelection } from './anchoredSelection';

/** Of a step of undo: where the caret goes when it is taken back, and where the step itself left it. */
const CARET = 'caret';
const LEFT_AT = 'left at';

type Meta = Map<unknown, unknown>;

/** What Yjs tells of a step of undo. */
interface StepEvent {
  readonly stackItem: { readonly meta: Meta };
}

export interface CaretOfPage {
  readonly now: () => AnchoredSelection | null;
  /** Whether what is being written was typed: the caret stands where it leaves it by then. An operation says itself where, when it is through. */
  readonly isTyping: () => boolean;
  /** A step was taken back, or done again. */
  readonly goTo: (caret: AnchoredSelection) => void;
}

/** Keeps with each step of undo where the caret was before it and after it, and says where it goes when the step is taken back or done again. */
export class StepCarets {
  /** The operation under way: where the caret was when it began, and the steps that it is, or is a part of. */
  private operation: { readonly from: AnchoredSelection | null; readonly steps: Set<Meta> } | null = null;
  private readonly undo: Y.UndoManager;
  private readonly page: CaretOfPage;

  constructor(undo: Y.UndoManager, page: CaretOfPage) {
    this.undo = undo;
    this.page = page;
    undo.on('stack-item-added', this.added);
    undo.on('stack-item-updated', this.updated);
    undo.on('stack-item-popped', this.popped);
  }

  dispose(): void {
    const { undo } = this;
    undo.off('stack-item-added', this.added);
    undo.off('stack-item-updated', this.updated);
    undo.off('stack-item-popped', this.popped);
  }

  /** Runs an operation that begins with the caret at `from`; `leftAt` tells where its outcome leaves it. */
  during<Outcome>(
    from: AnchoredSelection | null,
    act: () => Outcome,
    leftAt: (outcome: Outcome) => AnchoredSelection | null,
  ): Outcome {
    const steps = new Set<Meta>();
    this.operation = { from, steps };
    try {
      const outcome = act();
      const left = leftAt(outcome);
      if (left) for (const step of steps) step.set(LEFT_AT, left);
      return outcome;
    } finally {
      this.operation = null;
    }
  }

  private readonly added = ({ stackItem: { meta } }: StepEvent): void => {
    if (meta.has(CARET)) return;
    // The caret may have gone elsewhere before a step is taken back (or done again): what reverses it leads to where it left the caret.
    const reversed = this.undo.undoing || this.undo.redoing ? this.undo.currStackItem : null;
    const leftAt = reversed?.meta.get(LEFT_AT) as AnchoredSelection | undefined;
    meta.set(CARET, leftAt ?? this.operation?.from ?? this.page.now());
    if (reversed) meta.set(LEFT_AT, reversed.meta.get(CARET));
    else this.note(meta);
  };

  private readonly updated = ({ stackItem: { meta } }: StepEvent): void => this.note(meta);

  private note(meta: Meta): void {
    if (this.page.isTyping()) meta.set(LEFT_AT, this.page.now());
    else this.operation?.steps.add(meta);
  }

  private readonly popped = ({ stackItem: { meta } }: StepEvent): void => {
    const caret = meta.get(CARET) as AnchoredSelection | null | undefined;
    if (caret) this.page.goTo(caret);
  };
}
