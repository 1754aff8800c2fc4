import { useCallback, useMemo, useState } from 'react';
import {
  advisedOf,
  amendmentPlace,
  describeProblem,
  explainItem,
  type Standing,
  type VotingItem,
} from '#shared/amendment';
import type { DecisionResult } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import { chaptersOf } from '#shared/domain/chapters';
import type { Revision } from '#shared/domain/revision';
import { describeFailure } from '#shared/messages/describe';
import { foreseeDecisions, ruleFor, type RegisterCommand, type VoteMade } from '#shared/register';
import { mayPerform } from '#shared/sync';
import { contradicts, judgeVote, type VoteRule } from '#shared/voting';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { afterPaint } from '../../ui/afterPaint';
import { useGradually } from '../../ui/useGradually';
import { FEW } from '../../ui/useNear';
import type { Told } from '../../ui/Notice';
import { countOf, nothingWritten, type Written } from './ballot';
import { CurrentVote } from './CurrentVote';
import { EnBloc } from './EnBloc';
import { PlanRow, type RowActions } from './PlanRow';
import { registerOf } from './registerData';
import { RuleDialog } from './RuleDialog';
import { useMeetingPlan } from './usePlan';

interface PlanSectionProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly revision: Revision;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
  readonly onNotice: (notice: Told | null) => void;
}

/** A screen of them: each is a form of its own. */
const FIRST_ROWS = 8;

const firstOf = ({ amendments }: VotingItem): AmendmentId | undefined => amendments[0];

/** What is still open: in which order it is put to the vote, why, and what came of it. */
export function PlanSection({ session, snapshot, revision, standings, onOpenAmendment, onNotice }: PlanSectionProps) {
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.deciding.plan;
  const { register, revisions } = snapshot;
  const [written, setWritten] = useState<ReadonlyMap<AmendmentId, Written>>(new Map());
  const [keepOpen, setKeepOpen] = useState<ReadonlySet<AmendmentId>>(new Set());
  const [pendingOrder, setPendingOrder] = useState<readonly AmendmentId[] | null>(null);
  const [reason, setReason] = useState('');
  const [chapter, setChapter] = useState('');
  const [body, setBody] = useState('');
  const [onlyToDecide, setOnlyToDecide] = useState(false);
  /** For the whole programme, or for one item. */
  const [choosingRule, setChoosingRule] = useState<'programme' | AmendmentId | null>(null);
  const [despiteReason, setDespiteReason] = useState('');
  /** The first press on a result that the counts speak against says so; the second one records it. */
  const [warned, setWarned] = useState(false);
  const [isRecording, setRecording] = useState(false);
  const mayDecide = mayPerform(snapshot.me.role, 'decide');
  const mayAsk = mayPerform(snapshot.me.role, 'askSeparateVote');
  const meeting = useMeetingPlan(revision, standings, register, pendingOrder ?? register.votingOrder);
  const { plan, problems, enBloc, numberOf, amendmentNamed } = meeting;
  const { items } = plan;
  const rule = register.voteRule;
  const drawn = useGradually(items.length, 20, FIRST_ROWS);

  const perform = useCallback(
    async (command: RegisterCommand): Promise<boolean> => {
      const done = await session.perform(command);
      onNotice(done.ok ? null : { problem: true, text: describeFailure(done.failure, language) });
      return done.ok;
    },
    [language, onNotice, session],
  );

  const actions = useMemo((): RowActions => {
    const moveTo = (amendment: AmendmentId, place: (at: number) => number): void => {
      const order = items.map(({ amendments }) => amendments);
      const at = order.findIndex((ids) => ids.includes(amendment));
      const own = order[at];
      const to = place(at);
      if (!own || to < 0 || to >= order.length || to === at) return;
      setPendingOrder(order.toSpliced(at, 1).toSpliced(to, 0, own).flat());
    };
    return {
      open: onOpenAmendment,
      write: (amendment, change) => {
        setWarned(false);
        setWritten((before) =>
          new Map(before).set(amendment, { ...(before.get(amendment) ?? nothingWritten), ...change }),
        );
      },
      // What amends another stays right behind it: one goes past them together.
      move: (amendment, by) =>
        moveTo(amendment, (at) => {
          let to = at + by;
          if (items[at]?.parent === null) while (items[to]?.parent) to += by;
          return to;
        }),
      drop: (amendment, onto) =>
        moveTo(amendment, () => items.findIndex(({ amendments }) => amendments.includes(onto))),
      put: (amendments, ownRule) => void perform({ type: 'openVote', amendments, rule: ownRule }),
      chooseRule: setChoosingRule,
      askSeparate: (amendment, separate) =>
        void perform({ type: separate ? 'askSeparateVote' : 'joinEnBloc', amendment }),
    };
  }, [items, onOpenAmendment, perform]);

  const explanations = useMemo(() => {
    const manual = pendingOrder !== null ? '' : register.votingOrder === null ? null : (register.orderReason ?? '');
    return items.map((_, index) => explainItem(index, { items, numberOf, language, manual }));
  }, [items, language, numberOf, pendingOrder, register.orderReason, register.votingOrder]);
  const problemsOf = useMemo(() => {
    const told = new Map<AmendmentId, string[]>();
    for (const problem of problems.filter(({ kind }) => kind !== 'unplaced'))
      told.set(problem.item, [...(told.get(problem.item) ?? []), describeProblem(problem, numberOf, language)]);
    return told;
  }, [language, numberOf, problems]);
  const relationsOf = useMemo(() => {
    const numbers = (ids: readonly AmendmentId[]): string => ids.map(numberOf).join(', ');
    return new Map(
      items.map((item) => [
        item,
        [
          ...(item.against.length > 0 ? [strings.voting.against(numbers(item.against))] : []),
          ...(item.fallsIf.length > 0 ? [strings.voting.fallsIf(numbers(item.fallsIf))] : []),
          ...(item.sameAs.length > 0 ? [strings.voting.sameAs(numbers(item.sameAs))] : []),
        ],
      ]),
    );
  }, [items, numberOf, strings]);

  const chapters = useMemo(() => chaptersOf(revision.blocks), [revision]);
  const chapterOf = useMemo(() => {
    const byBlock = new Map<string, string>();
    for (const { heading, end } of chapters)
      for (const block of revision.blocks.slice(heading, end)) byBlock.set(block.id, String(heading));
    return byBlock;
  }, [chapters, revision]);
  const bodies = useMemo(
    () =>
      [
        ...new Set(items.flatMap(({ amendments }) => amendments.flatMap((id) => amendmentNamed(id)?.body ?? []))),
      ].sort(),
    [amendmentNamed, items],
  );
  const inEnBloc = useMemo(() => new Set(enBloc.flatMap(({ amendments }) => amendments)), [enBloc]);
  const isShown = (item: VotingItem): boolean => {
    const first = firstOf(item);
    if (first === undefined) return false;
    if (chapter !== '' && chapterOf.get(item.block ?? '') !== chapter) return false;
    if (body !== '' && !item.amendments.some((id) => amendmentNamed(id)?.body === body)) return false;
    return !(onlyToDecide && (standings.get(first)?.state === 'covered' || inEnBloc.has(first)));
  };

  const made = useMemo(
    () =>
      items.flatMap((item) => {
        const first = firstOf(item);
        const note = first === undefined ? undefined : written.get(first);
        const result = note?.result;
        return note && result ? [{ item, note, result, count: countOf(note) }] : [];
      }),
    [items, written],
  );
  const outvoted = made.filter(
    ({ result, count }) => count !== null && result === 'adopted' && count.for < count.against,
  );
  const contradicting = made.filter(
    ({ item, result, count, note }) =>
      count !== null && contradicts(result, judgeVote(note.rule ?? ruleFor(register, item.amendments), count).outcome),
  );
  const asksAgain = warned && contradicting.length > 0;
  /** What the authority would record besides, or why it would refuse: the same computation. The counts do not matter to it. */
  const resultsMade = JSON.stringify(
    made.map(({ item, result, note }) => [item.amendments, result, note.wording, note.despite]),
  );
  const foreseen = useMemo(() => {
    if (made.length === 0) return null;
    const { decisions } = decideCommand(made);
    return foreseeDecisions({ decisions }, revision, registerOf(snapshot), register);
    // `resultsMade` is `made` without the counts, which are typed digit by digit.
  }, [register, resultsMade, revision, snapshot]);
  const consequences = foreseen?.ok ? foreseen.value : [];
  const refusal = foreseen && !foreseen.ok ? foreseen.failure : null;
  const refused = refusal
    ? made.find(({ item }) => item.amendments.some((id) => numberOf(id) === refusal.params['number']))
    : undefined;

  const record = async () => {
    if (contradicting.length > 0 && !warned) {
      onNotice(null);
      setWarned(true);
      return;
    }
    setWarned(false);
    const spared = consequences.map(({ amendment }) => amendment).filter((id) => keepOpen.has(id));
    const command = decideCommand(made, spared);
    setRecording(true);
    await afterPaint();
    const isDone = await perform(command);
    setRecording(false);
    if (!isDone) return;
    setWritten(new Map());
    setKeepOpen(new Set());
    const newest = session.getSnapshot().register.newest;
    const name = newest === null ? '' : (session.getSnapshot().revisions.get(newest)?.name ?? '');
    onNotice({ problem: false, text: strings.voting.decided(name) });
  };

  const saveOrder = async () => {
    if (pendingOrder === null) return;
    const done = await perform({ type: 'reorder', amendments: pendingOrder, reason: reason.trim() });
    if (!done) return;
    setPendingOrder(null);
    setReason('');
  };

  const numbersIn = (all: readonly { readonly item: VotingItem }[]): string =>
    all.flatMap(({ item }) => item.amendments.map(numberOf)).join(', ');
  const redProblems = problems.filter(({ kind }) => kind === 'unplaced');

  return (
    <>
      <CurrentVote
        opened={register.opened}
        revision={revision}
        standings={standings}
        items={items}
        numberOf={numberOf}
      />
      <div className="voting__tools">
        <Field label={words.chapter}>
          {(id) => (
            <select id={id} value={chapter} onChange={(event) => setChapter(event.target.value)}>
              <option value="">{words.allChapters}</option>
              {chapters.map(({ heading, ordinal }) => (
                <option key={heading} value={String(heading)}>
                  {ordinal} {revision.blocks[heading]?.text}
                </option>
              ))}
            </select>
          )}
        </Field>
        {bodies.length > 0 && (
          <Field label={words.body}>
            {(id) => (
              <select id={id} value={body} onChange={(event) => setBody(event.target.value)}>
                <option value="">{words.allBodies}</option>
                {bodies.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        <label className="check">
          <input type="checkbox" checked={onlyToDecide} onChange={(event) => setOnlyToDecide(event.target.checked)} />
          {strings.voting.onlyOpen}
        </label>
        {mayDecide && (
          <Button onPress={() => setChoosingRule('programme')}>
            {words.rule(strings.deciding.rule.kinds[rule.majority.kind])}
          </Button>
        )}
      </div>
      {choosingRule !== null && (
        <RuleDialog
          title={
            choosingRule === 'programme'
              ? strings.deciding.rule.title
              : strings.deciding.rule.titleFor(numberOf(choosingRule))
          }
          action={strings.deciding.rule.action}
          rule={choosingRule === 'programme' ? rule : (written.get(choosingRule)?.rule ?? rule)}
          onChoose={(chosen: VoteRule) => {
            setChoosingRule(null);
            if (choosingRule === 'programme') void perform({ type: 'setVoteRule', rule: chosen });
            else actions.write(choosingRule, { rule: chosen });
          }}
          onClose={() => setChoosingRule(null)}
        />
      )}
      {redProblems.length > 0 && <p className="notice notice--problem">{words.unplacedCount(redProblems.length)}</p>}
      {pendingOrder !== null && (
        <div className="voting__order" role="group" aria-label={words.orderChanged}>
          <p>{words.orderChanged}</p>
          <Field label={words.orderReason}>
            {(id) => <input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <Button look="primary" isDisabled={reason.trim() === ''} onPress={() => void saveOrder()}>
            {words.saveOrder}
          </Button>
          <Button onPress={() => setPendingOrder(null)}>{words.dropOrder}</Button>
        </div>
      )}
      {mayDecide && enBloc.length > 1 && (
        <EnBloc
          items={enBloc}
          numberOf={numberOf}
          rule={ruleFor(
            register,
            enBloc.flatMap(({ amendments }) => amendments),
          )}
          onDecide={(command) => perform(command)}
          onPut={actions.put}
        />
      )}
      <ol className="voting">
        {items.slice(0, drawn).map((item, index) => {
          const first = firstOf(item);
          const amendment = first === undefined ? undefined : amendmentNamed(first);
          if (first === undefined || !amendment || !isShown(item)) return null;
          const base = revisions.get(amendment.base);
          const standing = standings.get(first);
          const filedPlace =
            base && base.id !== revision.id && standing?.state === 'carried'
              ? amendmentPlace(base, amendment, language)
              : '';
          return (
            <PlanRow
              key={item.amendments.join()}
              item={item}
              position={index + 1}
              amendment={amendment}
              advised={advisedOf(item.amendments.flatMap((id) => amendmentNamed(id) ?? [])) ?? amendment}
              title={item.amendments.map((id) => strings.amendments.number(numberOf(id))).join(', ')}
              standing={standing}
              newest={revision}
              filedPlace={filedPlace === item.place ? '' : filedPlace}
              explanation={explanations[index] ?? ''}
              problems={problemsOf.get(first)?.join(' ') ?? ''}
              relations={relationsOf.get(item) ?? []}
              written={mayDecide ? (written.get(first) ?? nothingWritten) : null}
              rule={written.get(first)?.rule ?? ruleFor(register, item.amendments)}
              isOpened={register.opened?.amendments.includes(first) ?? false}
              isSeparate={register.separate.has(first)}
              mayAskSeparate={mayAsk}
              isWhole={items.length <= FEW}
              actions={actions}
            />
          );
        })}
      </ol>
      {mayDecide && (
        <footer className="voting__foot">
          {consequences.length > 0 && (
            <fieldset className="voting__consequences">
              <legend>{words.consequences}</legend>
              {consequences.map(({ amendment, result, because }) => (
                <label key={amendment} className="check">
                  <input
                    type="checkbox"
                    checked={keepOpen.has(amendment)}
                    onChange={(event) => {
                      const next = new Set(keepOpen);
                      if (event.target.checked) next.add(amendment);
                      else next.delete(amendment);
                      setKeepOpen(next);
                    }}
                  />
                  <span>
                    {words.falls[result](numberOf(amendment), numberOf(because))} <em>{words.keepOpen}</em>
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          {refusal && (
            <div className="voting__refusal notice notice--problem" role="alert">
              <p>{describeFailure(refusal, language)}</p>
              {refused?.result === 'adopted' && (
                <div className="voting__decide">
                  <label className="voting__wide">
                    {words.despiteReason}
                    <input value={despiteReason} onChange={(event) => setDespiteReason(event.target.value)} />
                  </label>
                  <Button
                    isDisabled={despiteReason.trim() === ''}
                    onPress={() => {
                      const first = firstOf(refused.item);
                      if (first !== undefined) actions.write(first, { despite: despiteReason.trim() });
                      setDespiteReason('');
                    }}
                  >
                    {words.despite(refused.item.amendments.map(numberOf).join(', '))}
                  </Button>
                </div>
              )}
            </div>
          )}
          {asksAgain ? (
            <p className="notice notice--warning" role="alert">
              {outvoted.length === contradicting.length
                ? strings.voting.outvoted(numbersIn(outvoted))
                : words.contradicts(numbersIn(contradicting))}
            </p>
          ) : (
            <span className="field__hint">{made.length > 0 && strings.voting.recordHint(made.length)}</span>
          )}
          <Button
            look="primary"
            isDisabled={made.length === 0 || refusal !== null || isRecording}
            onPress={() => void record()}
          >
            {isRecording
              ? strings.voting.recording
              : asksAgain
                ? outvoted.length === contradicting.length
                  ? strings.voting.recordAnyway
                  : words.recordAnyway
                : strings.voting.record}
          </Button>
        </footer>
      )}
    </>
  );
}

interface MadeDecision {
  readonly item: VotingItem;
  readonly note: Written;
  readonly result: DecisionResult;
}

/** One command for all that was written down: each item with its count. */
function decideCommand(
  made: readonly MadeDecision[],
  keepOpen: readonly AmendmentId[] = [],
): Extract<RegisterCommand, { type: 'decide' }> {
  const votes = made.flatMap(({ item, note }): readonly VoteMade[] => {
    const count = countOf(note);
    return count ? [{ amendments: item.amendments, rule: note.rule, count }] : [];
  });
  return {
    type: 'decide',
    decisions: made.flatMap(({ item, note, result }) =>
      item.amendments.map((amendment) => ({
        amendment,
        result,
        tally: null,
        ...(result === 'adopted' && note.wording === 'filed' && { wording: 'filed' as const }),
        ...(result === 'adopted' && note.despite !== '' && { despite: true as const, reason: note.despite }),
      })),
    ),
    votes,
    keepOpen,
  };
}
