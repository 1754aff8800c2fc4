import type { Language } from '#shared/core/failure';
import type { Block } from '#shared/domain/block';
import { followComparison, viewComparison, type Comparison, type Typed } from '../comparison';
import { isTyping, type Answer, type Question, type ToldChange } from './comparer';
import { applyEdit, editBetween, editInParts, type ListEdit } from './listEdit';

/** What a window needs of a worker. */
export interface ComparingWorker {
  postMessage(question: Question): void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** `none`: there is nothing to compare with. `stopped`: the person called it off, or the worker broke. */
export type ComparingState = 'none' | 'working' | 'ready' | 'stopped';

export interface LiveState {
  readonly state: ComparingState;
  /** The newest there is: a keystroke behind until it is answered. */
  readonly comparison: Comparison | null;
}

export interface ComparedTexts {
  readonly base: readonly Block[];
  readonly current: readonly Block[];
  readonly language: Language;
}

/** An answer that takes longer is told to be on its way. */
const SLOW_MS = 500;
/** Blocks of each text in one message: packing more of them at once would be felt in the window. */
const PART = 1_000;

/** Does something when the window has had time for what it owes its user; returns the way to call it off. */
export type Soon = (act: () => void) => () => void;

const soon: Soon = (act) => {
  const timer = setTimeout(act, 0);
  return () => clearTimeout(timer);
};

const atOnce: Soon = (act) => {
  act();
  return () => undefined;
};

const nothing: LiveState = { state: 'none', comparison: null };

/**
 * Keeps a comparison in step with a text, in a worker. One question is out at a time; what is typed meanwhile goes into the next one, as the
 * blocks that changed and nothing else.
 */
export class LiveComparison {
  private readonly startWorker: () => ComparingWorker;
  private readonly soon: Soon;
  private readonly begin: Soon;
  private callOffBeginning = (): void => undefined;
  private callOffSending = (): void => undefined;
  private worker: ComparingWorker | null = null;
  private wanted: ComparedTexts | null = null;
  /** What the worker knows. */
  private asked: ComparedTexts | null = null;
  private told: readonly ToldChange[] = [];
  /** What was typed in since what is shown; `null` where more than words are others, or an answer was not shown. */
  private typed: Typed<Block> | null = null;
  private turn = 0;
  private answered = 0;
  private shown: LiveState = nothing;
  private isStopped = false;
  private slow: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** Parts of a question are sent by `givesWay`; a comparison of whole texts begins by `begin`. */
  constructor(startWorker: () => ComparingWorker, givesWay: Soon = soon, begin: Soon = atOnce) {
    this.startWorker = startWorker;
    this.soon = givesWay;
    this.begin = begin;
  }

  readonly get = (): LiveState => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** The texts as they are now; `null` where there is nothing to compare. */
  follow(texts: ComparedTexts | null): void {
    const isSamePair = texts?.base === this.wanted?.base && texts?.language === this.wanted?.language;
    this.wanted = texts;
    if (texts === null) {
      this.end();
      this.show(nothing);
      return;
    }
    if (!isSamePair) this.isStopped = false;
    this.ask();
  }

  /** Ends a comparison that takes too long; what is shown stays as it is. */
  stop(): void {
    this.end();
    this.isStopped = true;
    this.show({ ...this.shown, state: 'stopped' });
  }

  resume(): void {
    this.isStopped = false;
    this.ask();
  }

  /** Ends the worker. The next `follow` starts anew. */
  dispose(): void {
    this.end();
    this.wanted = null;
    this.shown = nothing;
  }

  private ask(): void {
    const { wanted, asked } = this;
    if (wanted === null || this.isStopped || this.turn !== this.answered) return;
    if (asked?.base === wanted.base && asked.current === wanted.current && asked.language === wanted.language) return;
    const turn = ++this.turn;
    const edit =
      asked !== null && asked.base === wanted.base && asked.language === wanted.language
        ? editBetween(asked.current, wanted.current)
        : null;
    const goesOn = asked !== null && edit !== null && !isAnotherText(edit, asked.current, wanted.current);
    if (goesOn) {
      this.typed = isTyping(asked.current, edit) ? edit.items : null;
      const parts = editInParts(edit, PART);
      this.send(parts.map((part, index) => ({ kind: 'follow', turn, edit: part, isPart: index < parts.length - 1 })));
    } else {
      this.told = [];
      this.typed = null;
      this.callOffBeginning = this.begin(() => this.send(startInParts(wanted, turn)));
    }
    this.asked = wanted;
    if (!goesOn) this.show({ state: 'working', comparison: null });
    else
      this.slow = setTimeout(() => {
        this.show({ ...this.shown, state: 'working' });
      }, SLOW_MS);
  }

  /** A long question goes in parts, between which the window is free. */
  private send([first, ...rest]: readonly Question[]): void {
    const worker = (this.worker ??= this.start());
    if (first !== undefined) worker.postMessage(first);
    if (rest.length > 0) this.callOffSending = this.soon(() => this.send(rest));
  }

  private start(): ComparingWorker {
    const worker = this.startWorker();
    worker.onmessage = ({ data }) => {
      this.hear(data);
    };
    worker.onerror = () => {
      this.stop();
    };
    return worker;
  }

  private hear({ turn, edit, exact, isPart }: Answer): void {
    // What was thought over while the next question was under way is told again with its answer.
    this.told = applyEdit(this.told, edit);
    if (isPart) {
      // That much was not typed: all of it is to be viewed anew.
      this.typed = null;
      return;
    }
    this.answered = turn;
    const { asked, typed } = this;
    if (asked === null) return;
    if (turn !== this.turn) {
      this.typed = null;
      return;
    }
    clearTimeout(this.slow);
    const former = this.shown.comparison;
    const followed =
      former !== null && typed !== null && edit.kind === 'set' && former.exact === exact
        ? followComparison(former, asked.current, typed, edit.items)
        : null;
    this.typed = [];
    this.show({
      state: 'ready',
      comparison: followed ?? viewComparison(asked.base, asked.current, this.told, exact),
    });
    this.ask();
  }

  private end(): void {
    clearTimeout(this.slow);
    this.callOffBeginning();
    this.callOffSending();
    this.worker?.terminate();
    this.worker = null;
    this.asked = null;
    this.told = [];
    this.answered = this.turn;
  }

  private show(state: LiveState): void {
    this.shown = state;
    for (const listener of [...this.listeners]) listener();
  }
}

/** Of most of the text there was nothing before: what was told of the former one says nothing of it, and is not to be shown under its name. */
function isAnotherText(edit: ListEdit<Block>, before: readonly Block[], current: readonly Block[]): boolean {
  if (edit.kind === 'set' || edit.removed === 0 || 2 * edit.inserted.length <= current.length) return false;
  const gone = new Set(before.slice(edit.at, edit.at + edit.removed).map(({ id }) => id));
  return edit.inserted.filter(({ id }) => !gone.has(id)).length * 2 > current.length;
}

function startInParts({ base, current, language }: ComparedTexts, turn: number): readonly Question[] {
  const parts = Math.max(1, Math.ceil(Math.max(base.length, current.length) / PART));
  return Array.from({ length: parts }, (_, part): Question => {
    const of = (blocks: readonly Block[]): readonly Block[] => blocks.slice(part * PART, (part + 1) * PART);
    const own = { turn, base: of(base), current: of(current), isPart: part < parts - 1 };
    return part === 0 ? { kind: 'start', language, ...own } : { kind: 'more', ...own };
  });
}
