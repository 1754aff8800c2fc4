import { useMemo, useState, type ReactNode } from 'react';
import { amendmentPlace, asAdopted, groundOf } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { BlockId, AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { openUnfinished, type CorrectionKind, type RegisterCommand, type Unfinished } from '#shared/register';
import { mayPerform } from '#shared/sync';
import { nameOfNext, nextPeriodOf } from '#shared/schema/nextPeriod';
import { writeProgramFile } from '#shared/schema/programFile';
import { wordDiff } from '#shared/diff';
import type { Clock, IdSource } from '#shared/core/sources';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { asFileName } from '../../ui/asFileName';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { MarkedText } from '../../ui/MarkedText';
import type { Told } from '../../ui/Notice';
import { blockChoices, ToldChange, type BlockChoice } from '../amendments';
import { registerOf } from './registerData';

interface OutcomeSectionProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly sources: { readonly clock: Clock; readonly ids: IdSource };
  readonly newest: Revision;
  readonly numberOf: (id: AmendmentId) => string;
  readonly onNotice: (notice: Told | null) => void;
  /** Leaves this programme, and opens another one. */
  readonly onOpenFile: (file: OpenedFile) => void;
}

/** The adopted text: what a person must finish in it, what is put right in it, and how it becomes next period's. */
export function OutcomeSection(props: OutcomeSectionProps) {
  const { session, snapshot, platform, sources, newest, numberOf, onNotice, onOpenFile } = props;
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.deciding.outcome;
  const { register } = snapshot;
  const mayDecide = mayPerform(snapshot.me.role, 'correctText');
  const [reason, setReason] = useState('');
  /** The next period's programme, where it was saved. */
  const [made, setMade] = useState<OpenedFile | null>(null);
  const left = openUnfinished(register);
  const places = useMemo(() => blockChoices(newest.blocks, language), [language, newest]);
  const isAdopted = register.phase === 'adopted';
  const isAnythingDecided = [...register.amendments.values()].some(({ decision }) => decision !== null);

  const perform = async (command: RegisterCommand, done: string): Promise<boolean> => {
    const performed = await session.perform(command);
    onNotice(
      performed.ok
        ? { problem: false, text: done }
        : { problem: true, text: describeFailure(performed.failure, language) },
    );
    return performed.ok;
  };

  const toNextPeriod = async () => {
    const next = nextPeriodOf(registerOf(snapshot), { ...sources, papers: session.draft });
    if (!next.ok) {
      onNotice({ problem: true, text: describeFailure(next.failure, language) });
      return;
    }
    const suggestedName = `${asFileName(nameOfNext(next.value)) || words.nextPeriodFile}.program`;
    const bytes = writeProgramFile(next.value);
    const saved = await platform.saveFile({ grant: null, suggestedName, bytes });
    if (!saved.ok) onNotice({ problem: true, text: describeFailure(saved.failure, language) });
    else if (saved.value) {
      onNotice({ problem: false, text: words.nextPeriodDone(saved.value.name) });
      setMade({ ...saved.value, bytes });
    }
  };

  return (
    <section aria-label={words.title}>
      <h3>{words.unfinished(left.length)}</h3>
      {left.length === 0 ? (
        <p className="field__hint">{words.nothingUnfinished}</p>
      ) : (
        <ol className="voting">
          {left.map((item) => (
            <UnfinishedRow
              key={item.item}
              item={item}
              newest={newest}
              places={places}
              numberOf={numberOf}
              onPerform={mayDecide ? perform : null}
            >
              {item.amendments.flatMap((id) => {
                const amendment = register.amendments.get(id);
                const base = amendment && snapshot.revisions.get(amendment.base);
                return amendment && base ? [<AdoptedWords key={id} amendment={amendment} base={base} />] : [];
              })}
            </UnfinishedRow>
          ))}
        </ol>
      )}
      {mayDecide && isAnythingDecided && (
        <>
          <h3>{words.corrections}</h3>
          <CorrectionForm
            newest={newest}
            places={places}
            settles={null}
            kind="typing"
            action={words.correct}
            onPerform={perform}
          />
        </>
      )}
      {register.corrections.length > 0 && (
        <ul className="facts-list" aria-label={words.corrections}>
          {register.corrections.map((correction, index) => (
            <li key={index}>
              <span className="preview__text">
                <MarkedText tokens={wordDiff(correction.before, correction.after)} />
              </span>
              <span className="field__hint">
                {placeWithin(places, correction.block)}
                {words.kinds[correction.kind]}
                {correction.note === '' ? '' : ` · ${correction.note}`} · {formatMoment(correction.at, strings)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayDecide && isAnythingDecided && !isAdopted && (
        <>
          <h3>{words.takeBackTitle}</h3>
          <div className="voting__decide">
            <label className="voting__wide">
              {words.takeBackReason}
              <input value={reason} onChange={(event) => setReason(event.target.value)} />
            </label>
            <Button
              isDisabled={reason.trim() === ''}
              onPress={() =>
                void perform({ type: 'takeBackDecisions', reason: reason.trim() }, words.takenBack).then(
                  (done) => done && setReason(''),
                )
              }
            >
              {words.takeBack}
            </Button>
          </div>
        </>
      )}
      <h3>{words.nextPeriod}</h3>
      <p className="field__hint">{isAdopted ? words.nextPeriodHint : words.adoptFirst}</p>
      <div className="voting__foot">
        {mayDecide && !isAdopted && (
          <Button
            isDisabled={!isAnythingDecided}
            onPress={() => void perform({ type: 'setPhase', phase: 'adopted' }, words.adopted)}
          >
            {words.adopt}
          </Button>
        )}
        <Button look="primary" isDisabled={!isAdopted} onPress={() => void toNextPeriod()}>
          {words.nextPeriodAction}
        </Button>
        {made && <Button onPress={() => onOpenFile(made)}>{words.openNextPeriod(made.name)}</Button>}
      </div>
    </section>
  );
}

type Perform = (command: RegisterCommand, done: string) => Promise<boolean>;

/** «kap. 2 pkt. 3 · » for a block that is still there; else nothing. */
function placeWithin(places: readonly BlockChoice[], block: BlockId): string {
  const place = places.find(({ id }) => id === block)?.place;
  return place === undefined ? '' : `${place} · `;
}

/** What the meeting adopted, word by word, for whoever must write it into the text. */
function AdoptedWords({ amendment, base }: { readonly amendment: Amendment; readonly base: Revision }) {
  const strings = useStrings();
  const language = useLanguage();
  const text = groundOf(base, amendment.parent);
  return (
    <div className="voting__adopted">
      <p className="field__hint">
        {strings.amendments.number(amendment.number)} · {amendmentPlace(text, amendment, language)}
      </p>
      {asAdopted(amendment).changes.map((change, index) => (
        <p key={index} className="preview__text">
          <ToldChange revision={text} change={change} />
        </p>
      ))}
    </div>
  );
}

interface UnfinishedRowProps {
  readonly item: Unfinished;
  readonly newest: Revision;
  readonly places: readonly BlockChoice[];
  readonly numberOf: (id: AmendmentId) => string;
  readonly onPerform: Perform | null;
  /** What was adopted. */
  readonly children: ReactNode;
}

/** One thing that the decisions leave to a person: why, what was adopted, and the text to finish. */
function UnfinishedRow({ item, newest, places, numberOf, onPerform, children }: UnfinishedRowProps) {
  const words = useStrings().deciding.outcome;
  const [note, setNote] = useState('');
  return (
    <li className="voting__item" data-unplaced>
      <p className="voting__problem">{words.reasons[item.reason](item.amendments.map(numberOf).join(', '))}</p>
      {children}
      {onPerform && (
        <>
          <CorrectionForm
            newest={newest}
            places={places}
            settles={item.item}
            block={item.block}
            kind="finish"
            action={words.finish}
            onPerform={onPerform}
          />
          <div className="voting__decide">
            <label className="voting__wide">
              {words.acceptNote}
              <input value={note} onChange={(event) => setNote(event.target.value)} />
            </label>
            <Button
              isDisabled={note.trim() === ''}
              onPress={() =>
                void onPerform({ type: 'acceptUnfinished', item: item.item, note: note.trim() }, words.accepted)
              }
            >
              {words.accept}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

interface CorrectionFormProps {
  readonly newest: Revision;
  readonly places: readonly BlockChoice[];
  readonly settles: string | null;
  readonly block?: BlockId | null;
  readonly kind: CorrectionKind;
  readonly action: string;
  readonly onPerform: Perform;
}

const kinds = ['typing', 'number', 'reference'] as const satisfies readonly CorrectionKind[];

/** One block of the text with other words in its place, and why. */
function CorrectionForm(props: CorrectionFormProps) {
  const { newest, places, settles, block: given = null, kind: usual, action, onPerform } = props;
  const words = useStrings().deciding.outcome;
  const [chosen, setChosen] = useState<string>(given ?? '');
  const [kind, setKind] = useState<CorrectionKind>(usual);
  const [place, setPlace] = useState<'here' | 'after'>('here');
  const [note, setNote] = useState('');
  const block = newest.blocks.find(({ id }) => id === chosen);
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (place === 'here' ? (block?.text ?? '') : '');

  const perform = async () => {
    if (!block) return;
    const correction = { block: block.id, text: shown, kind, note: note.trim(), place };
    const settled = settles === null ? [] : [settles];
    if (!(await onPerform({ type: 'correctText', corrections: [correction], settles: settled }, words.corrected)))
      return;
    setText(null);
    setNote('');
  };

  return (
    <div className="correction">
      <Field label={words.block}>
        {(id) => (
          <select
            id={id}
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value);
              setText(null);
            }}
          >
            <option value="">{words.chooseBlock}</option>
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {place.text}
              </option>
            ))}
          </select>
        )}
      </Field>
      {block && (
        <>
          <div className="row">
            {settles === null ? (
              <Field label={words.kind}>
                {(id) => (
                  <select
                    id={id}
                    value={kind}
                    onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? usual)}
                  >
                    {kinds.map((one) => (
                      <option key={one} value={one}>
                        {words.kinds[one]}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ) : (
              <Field label={words.place}>
                {(id) => (
                  <select
                    id={id}
                    value={place}
                    onChange={(event) => {
                      setPlace(event.target.value === 'after' ? 'after' : 'here');
                      setText(null);
                    }}
                  >
                    <option value="here">{words.here}</option>
                    <option value="after">{words.after}</option>
                  </select>
                )}
              </Field>
            )}
            <Field label={words.note}>
              {(id) => <input id={id} value={note} onChange={(event) => setNote(event.target.value)} />}
            </Field>
          </div>
          <Field label={words.text}>
            {(id) => <textarea id={id} rows={3} value={shown} onChange={(event) => setText(event.target.value)} />}
          </Field>
          <Button isDisabled={shown.trim() === '' || shown === block.text} onPress={() => void perform()}>
            {action}
          </Button>
        </>
      )}
    </div>
  );
}
