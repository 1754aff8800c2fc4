import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { blockId, type BlockId } from '#shared/core/ids';
import { finishReview, isDoubtful, isPdf, wasDoubtful, type ImportedDocument, type ReviewBlock } from '#shared/import';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Toggles } from '../../ui/Toggles';
import { Notice, type Told } from '../../ui/Notice';
import { undoInField } from '../../ui/undoInField';
import { isFieldToWriteIn } from '../../ui/whereOneIs';
import { BlockList, type PartGroup } from './BlockList';
import { moveCaret, wordAt } from './caret';
import { blocksByLine } from './linking';
import { blockKey, viewKey, type KeyAction } from './reviewKeys';
import { ReviewReport } from './ReviewReport';
import { ReviewTools } from './ReviewTools';
import { SourcePane } from './SourcePane';
import { useReview } from './useReview';

export interface ImportViewProps {
  readonly name: string;
  /** The file itself, to look at. */
  readonly bytes: Uint8Array;
  readonly document: ImportedDocument;
  readonly platform: Platform;
  /** Gets the document as it stands after the corrections. */
  readonly onUse: (document: ImportedDocument) => void;
  readonly onCancel: () => void;
  /** Hears whether there are corrections that would be lost if the view were closed. */
  readonly onCorrected: (corrected: boolean) => void;
  /** Why it could not be used, or another file not be opened. */
  readonly problem: string | null;
}

type Order = 'doubtful' | 'file';

/** Parts that PageUp and PageDown pass. */
const PAGE = 10;

/** An import before it is used: the file beside what it becomes, what is doubtful first. Nothing is kept until it is used. */
export function ImportView({
  name,
  bytes,
  document: imported,
  platform,
  problem,
  onUse,
  onCancel,
  onCorrected,
}: ImportViewProps) {
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.importing;
  const review = useReview(imported);
  const { blocks, current, history, choose: chooseBlock } = review;
  const [caret, setCaret] = useState(0);
  const [pointed, setPointed] = useState<BlockId | null>(null);
  const hasDoubts = useMemo(() => blocks.some(wasDoubtful), [blocks]);
  const [order, setOrder] = useState<Order>('doubtful');
  const [said, setSaid] = useState<Told>({ text: '', problem: false });
  const list = useRef<HTMLDivElement>(null);
  const numberField = useRef<HTMLInputElement>(null);
  const view = useRef<HTMLElement>(null);

  const chosen = blocks.find(({ id }) => id === current) ?? null;
  const doubtsLeft = useMemo(() => blocks.filter(isDoubtful).length, [blocks]);
  const blockOf = useMemo(() => blocksByLine(blocks), [blocks]);
  const spanOf = (id: BlockId | null) => blocks.find((block) => block.id === id)?.source ?? null;
  const caretHere = Math.min(caret, chosen?.text.length ?? 0);

  const groups = useMemo((): readonly PartGroup[] => {
    if (order === 'file' || !hasDoubts) return [{ name: words.blocks, blocks }];
    return [
      { name: words.doubtfulGroup, blocks: blocks.filter(wasDoubtful) },
      { name: words.otherGroup, blocks: blocks.filter((block) => !wasDoubtful(block)) },
    ].filter((group) => group.blocks.length > 0);
  }, [blocks, hasDoubts, order, words]);
  const shown = useMemo(() => groups.flatMap((group) => group.blocks), [groups]);

  const say = (text: string, problem = false) => setSaid({ text, problem });

  /** The chosen part has the focus whenever the list has it: the row of a part is drawn anew where it is moved. */
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current || current === null) return;
    wantsFocus.current = false;
    const row = list.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(current)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });

  const choose = useCallback(
    (block: BlockId, at: number) => {
      chooseBlock(block);
      setCaret(at);
    },
    [chooseBlock],
  );
  const goTo = (block: ReviewBlock | undefined) => {
    if (!block) return;
    wantsFocus.current = true;
    choose(block.id, 0);
  };

  const use = () => {
    const finished = finishReview(imported, history.present);
    if (finished.ok) onUse(finished.value);
    else say(describeFailure(finished.failure, language), true);
  };

  const stepTo = (by: Extract<KeyAction, { type: 'step' }>['by']) => {
    const at = shown.findIndex(({ id }) => id === current);
    const last = shown.length - 1;
    const to = { first: 0, last, pageDown: at + PAGE, pageUp: at - PAGE };
    goTo(shown[Math.max(0, Math.min(last, typeof by === 'number' ? at + by : to[by]))]);
  };

  const goToDoubt = (forward: boolean, from: readonly ReviewBlock[] = shown) => {
    const at = from.findIndex(({ id }) => id === current);
    const ahead = forward
      ? [...from.slice(at + 1), ...from.slice(0, at)]
      : [...from.slice(0, Math.max(0, at)).reverse(), ...from.slice(at + 1).reverse()];
    const next = ahead.find(isDoubtful);
    if (next) goTo(next);
    else {
      wantsFocus.current = true;
      say(words.noMoreDoubts);
    }
  };

  const correct = (correction: Parameters<typeof review.apply>[0], done: string) => {
    wantsFocus.current = true;
    const problem = review.apply(correction);
    say(problem ? describeFailure(problem, language) : done, problem !== null);
    return problem === null;
  };

  const perform = (action: KeyAction): void => {
    if (action.type === 'undo' || action.type === 'redo') {
      wantsFocus.current = true;
      if (review[action.type]()) say(action.type === 'undo' ? words.done.undone : words.done.redone);
      return;
    }
    if (action.type === 'nextDoubt' || action.type === 'previousDoubt') {
      goToDoubt(action.type === 'nextDoubt');
      return;
    }
    if (!chosen) return;
    const block = chosen.id;
    switch (action.type) {
      case 'step':
        stepTo(action.by);
        return;
      case 'caret': {
        const moved = moveCaret(chosen.text, caretHere, action.by, action.forward);
        setCaret(moved);
        say(moved < chosen.text.length ? words.caretBefore(wordAt(chosen.text, moved)) : '');
        return;
      }
      case 'kind': {
        const { kind, level } = action;
        const name = kind === 'heading' ? words.headingAt(level ?? chosen.level ?? 1) : words.kinds[kind];
        correct({ type: 'kind', block, kind, ...(level === undefined ? {} : { level }) }, words.done.kind(name));
        return;
      }
      case 'level':
        if (chosen.level !== null) {
          const level = chosen.level + action.by;
          correct(
            { type: 'kind', block, kind: 'heading', level },
            words.done.kind(words.headingAt(Math.max(1, Math.min(6, level)))),
          );
        }
        return;
      case 'number':
        numberField.current?.focus();
        numberField.current?.select();
        return;
      case 'join':
        correct({ type: 'join', block }, words.done.join);
        return;
      case 'split':
        if (correct({ type: 'split', block, offset: caretHere, newBlock: newId() }, words.done.split)) setCaret(0);
        return;
      case 'toggle':
        if (chosen.leftOut) correct({ type: 'takeIn', block }, words.done.takeIn);
        else correct({ type: 'leaveOut', block }, words.done.leaveOut);
        return;
      case 'look':
        correct({ type: 'look', block }, words.done.look);
        goToDoubt(true);
    }
  };

  const performLatest = useRef(perform);
  const useLatest = useRef(use);
  useEffect(() => {
    performLatest.current = perform;
    useLatest.current = use;
  });

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const action = viewKey(event);
      if (action === null || (isFieldToWriteIn(event.target) && action !== 'use')) return;
      event.preventDefault();
      if (action === 'use') useLatest.current();
      else performLatest.current(action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  useEffect(
    () =>
      platform.onMenuCommand((command) => {
        const type = command === 'edit.undo' ? 'undo' : command === 'edit.redo' ? 'redo' : null;
        if (type !== null && !undoInField(type)) performLatest.current({ type });
      }),
    [platform],
  );

  const corrected = history.past.length > 0;
  useEffect(() => {
    onCorrected(corrected);
    return () => onCorrected(false);
  }, [corrected, onCorrected]);

  useEffect(() => platform.setWindowState({ title: name, unsaved: false }), [name, platform]);

  // Where nothing is doubtful, Enter is all it takes.
  const firstStop = useRef(hasDoubts ? '[data-part][tabindex="0"]' : '.button--primary');
  useEffect(() => {
    view.current?.querySelector<HTMLElement>(firstStop.current)?.focus();
  }, []);

  const onListKey = (event: KeyboardEvent) => {
    const action = blockKey(event);
    if (!action) return;
    event.preventDefault();
    perform(action);
  };

  const count = (kind: ReviewBlock['kind']): number =>
    blocks.filter((block) => block.kind === kind && !block.leftOut).length;
  const { period, organisation, outcome } = imported;
  const leftOut = blocks.filter((block) => block.leftOut).length;

  return (
    <main className="import" ref={view}>
      {problem !== null && <Notice problem>{problem}</Notice>}
      <header className="import__head">
        <div className="import__about">
          <h1>{words.heading(name)}</h1>
          <p>{words.intro}</p>
          <ul className="import__facts">
            <li>{period ? words.facts.period(period.from, period.to) : words.facts.noPeriod}</li>
            <li>{words.language[imported.language]}</li>
            <li>{words.facts.headings(count('heading'))}</li>
            <li>{words.facts.paragraphs(count('paragraph'))}</li>
            <li>{words.facts.points(count('point'))}</li>
            {organisation !== null && <li>{words.facts.organisation(organisation)}</li>}
            {outcome !== null && <li>{words.facts.outcome(outcome)}</li>}
            {imported.previous !== null && <li>{words.facts.tracked}</li>}
            {leftOut > 0 && <li>{words.facts.leftOut(leftOut)}</li>}
          </ul>
        </div>
        <div className="import__actions">
          <Button look="quiet" onPress={onCancel}>
            {strings.app.cancel}
          </Button>
          <Button look="primary" onPress={use}>
            {words.use}
          </Button>
        </div>
      </header>
      <div className="import__bar">
        <p className="import__doubts" data-left={doubtsLeft}>
          {hasDoubts ? words.doubts(doubtsLeft) : words.clear}
        </p>
        {hasDoubts && (
          <Toggles
            label={words.order}
            options={[
              { key: 'doubtful', text: words.doubtfulFirst },
              { key: 'file', text: words.asInFile },
            ]}
            selected={order}
            onSelect={setOrder}
          />
        )}
        <ReviewReport
          report={imported.report}
          onGo={(line) => {
            const block = blockOf.get(line);
            goTo(blocks.find(({ id }) => id === block));
          }}
        />
      </div>
      <ReviewTools
        block={chosen}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        doubtsLeft={doubtsLeft}
        numberField={numberField}
        onAction={perform}
        onNumber={(number) => {
          if (!chosen) return;
          const given = number.trim();
          correct({ type: 'number', block: chosen.id, number: given }, words.done.number(given === '' ? null : given));
        }}
        onNumberDone={() => {
          wantsFocus.current = false;
          list.current?.querySelector<HTMLElement>('[data-part][tabindex="0"]')?.focus();
        }}
      />
      <div className="import__panes">
        <SourcePane
          pdf={isPdf(bytes) ? bytes : null}
          rows={history.present.rows}
          blockOf={blockOf}
          chosen={chosen?.source ?? null}
          pointed={spanOf(pointed)}
          onPoint={setPointed}
          onChoose={(block) => goTo(blocks.find(({ id }) => id === block))}
        />
        <BlockList
          groups={groups}
          chosen={current}
          pointed={pointed}
          caret={caretHere}
          onChoose={choose}
          onPoint={setPointed}
          onKey={onListKey}
          list={list}
        />
      </div>
      <footer className="import__foot">
        <p role="status" className={said.problem ? 'import__said import__said--problem' : 'import__said'}>
          {said.text}
        </p>
        <p className="import__keys">{words.keysHint}</p>
      </footer>
    </main>
  );
}

const newId = (): BlockId => blockId(crypto.randomUUID());
