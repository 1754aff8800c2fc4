import type { Failure } from '#shared/core/failure';
import type { BlockId } from '#shared/core/ids';
import type { SpelledLanguage, SpellingHost } from '#shared/ipc/platform';
import { draftMetaOf, type DraftReader } from '#shared/schema/draft';
import {
  addOwnWord,
  followPlaces,
  formsOf,
  isOwnWord,
  namesIn,
  spelledWords,
  type OwnWords,
  type SpelledWord,
} from '#shared/spelling';

/** A pause in the writing before words are asked about: nobody wants to be told that half a word is wrong. */
const PAUSE_MS = 400;
/** Blocks read at once; the window answers between two such helpings. */
const HELPING = 150;

interface CheckerSetup {
  readonly reader: DraftReader;
  readonly host: SpellingHost;
  readonly language: SpelledLanguage;
  readonly own: OwnWords;
}

/**
 * What is misspelled in a draft, kept up to date: after a change only the blocks it touched are read again, and a word is asked about once.
 * `dispose` ends it.
 */
export class SpellingChecker {
  private readonly setup: CheckerSetup;
  private own: OwnWords;
  /** The names in the title, as it was when words were last asked about (SP7). */
  private names: OwnWords = new Set();
  private title = '';
  private readonly verdicts = new Map<string, boolean>();
  private readonly wrongIn = new Map<BlockId, readonly SpelledWord[]>();
  private readonly textOf = new Map<BlockId, string>();
  private readonly stale = new Set<BlockId>();
  private readonly listeners = new Set<(blocks: ReadonlySet<BlockId>) => void>();
  private readonly stopReading: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;
  /** Why nothing can be checked, where that is so. */
  failure: Failure | null = null;
  /** Everything that was there has been asked about. */
  isSettled = false;
  /** Grows by one each time that something is told. */
  version = 0;

  constructor(setup: CheckerSetup) {
    this.setup = setup;
    this.own = setup.own;
    const { reader } = setup;
    this.stopReading = reader.subscribe(({ changed }) => {
      const moved = new Set<BlockId>();
      for (const id of changed) {
        const text = reader.block(id)?.text;
        const before = this.textOf.get(id);
        if (text === before) continue;
        this.stale.add(id);
        const wrong = this.wrongIn.get(id);
        if (wrong === undefined || before === undefined) continue;
        this.keep(id, text === undefined ? [] : follow(before, text, wrong));
        if (text === undefined) this.textOf.delete(id);
        else this.textOf.set(id, text);
        moved.add(id);
      }
      if (moved.size > 0) this.tell(moved);
      if (this.stale.size > 0) this.checkLater(PAUSE_MS);
    });
    for (const { id } of reader.blocks) this.stale.add(id);
    this.checkLater(0);
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.stopReading();
  }

  subscribe = (listener: (blocks: ReadonlySet<BlockId>) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The words that no dictionary knows, block by block in reading order. */
  misspelled(): readonly { readonly block: BlockId; readonly word: SpelledWord }[] {
    return this.setup.reader.blocks.flatMap(({ id }) =>
      (this.wrongIn.get(id) ?? []).map((word) => ({ block: id, word })),
    );
  }

  misspelledIn(block: BlockId): readonly SpelledWord[] {
    return this.wrongIn.get(block) ?? [];
  }

  /** Right from now on, wherever it stands. Yields all own words. */
  learn(word: string): OwnWords {
    this.own = addOwnWord(this.own, word);
    this.passOver(word);
    return this.own;
  }

  /** Right until the window is closed. */
  passOver(word: string): void {
    this.verdicts.set(word, true);
    const touched = new Set<BlockId>();
    for (const [block, wrong] of this.wrongIn) {
      const left = wrong.filter((one) => !this.isRight(one));
      if (left.length === wrong.length) continue;
      this.keep(block, left);
      touched.add(block);
    }
    this.tell(touched);
  }

  suggest(word: string): ReturnType<SpellingHost['suggest']> {
    return this.setup.host.suggest(this.setup.language, word);
  }

  private checkLater(delay: number): void {
    this.isSettled = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), delay);
  }

  private async check(): Promise<void> {
    const { reader, host, language } = this.setup;
    this.readTitle();
    const read = [...this.stale].slice(0, HELPING).flatMap((id) => {
      this.stale.delete(id);
      const text = reader.block(id)?.text;
      return text === undefined ? [] : [{ id, text, words: spelledWords(text) }];
    });
    const asked = [...new Set(read.flatMap(({ words }) => words.flatMap(formsOf)))].filter(
      (form) => !this.verdicts.has(form),
    );
    if (asked.length > 0) {
      const answer = await host.unknown(language, asked);
      if (this.isDisposed) return;
      if (!answer.ok) {
        this.failure = answer.failure;
        this.isSettled = true;
        this.tell(new Set());
        return;
      }
      const unknown = new Set(answer.value);
      for (const form of asked) this.verdicts.set(form, !unknown.has(form));
    }
    const touched = new Set<BlockId>();
    for (const { id, text, words } of read) {
      // Written in meanwhile: it is stale again, and will be asked about after the next pause.
      if (reader.block(id)?.text !== text) continue;
      const before = this.wrongIn.get(id)?.length ?? 0;
      this.textOf.set(id, text);
      this.keep(
        id,
        words.filter((word) => !this.isRight(word)),
      );
      if (before + this.misspelledIn(id).length > 0) touched.add(id);
    }
    this.isSettled = this.stale.size === 0;
    this.tell(touched);
    if (!this.isSettled) this.checkLater(0);
  }

  private readTitle(): void {
    const { reader } = this.setup;
    const title = reader.blocks.find(({ kind }) => kind === 'title')?.text ?? draftMetaOf(reader.doc).title;
    if (title !== this.title) this.names = namesIn(title);
    this.title = title;
  }

  private isRight(word: SpelledWord): boolean {
    return formsOf(word).some(
      (form) => this.verdicts.get(form) === true || isOwnWord(this.own, form) || isOwnWord(this.names, form),
    );
  }

  private keep(block: BlockId, wrong: readonly SpelledWord[]): void {
    if (wrong.length === 0) this.wrongIn.delete(block);
    else this.wrongIn.set(block, wrong);
  }

  private tell(blocks: ReadonlySet<BlockId>): void {
    this.version += 1;
    for (const listener of this.listeners) listener(blocks);
  }
}

function follow(before: string, after: string, words: readonly SpelledWord[]): readonly SpelledWord[] {
  return words.flatMap((word) =>
    followPlaces(before, after, [word.rangeInText]).map((rangeInText) => ({ ...word, rangeInText })),
  );
}
