import { useCallback, useMemo, useState } from 'react';
import { checkChange, describeChangePlace, gistOf, groundOf } from '#shared/amendment';
import { programmeOutcomes, type Amendment, type ChangeKind, type TextChange } from '#shared/amendment/amendment';
import { amendmentId, type AmendmentId, type BlockId } from '#shared/core/ids';
import type { BlockKind } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { describeReceipt, isAfterDeadline, receiptFor, type Receipt, type RegisterEntry } from '#shared/register';
import { writeAmendmentFile } from '#shared/schema/amendmentFile';
import { windowSources } from '../../app/sources';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { afterPaint } from '../../ui/afterPaint';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { ChangesPreview } from './ChangesPreview';
import { ChangeText } from './ChangeText';
import { CopyEditor } from './CopyEditor';
import { blockChoices, blockOfChange, type BlockChoice } from './places';
import { changeOf, emptyProposal, type ProposalDraft } from './proposal';
import { ReceiptView } from './ReceiptView';
import { scopeAround, type CopyScope } from './scope';

const kinds: readonly ChangeKind[] = [
  'replacement',
  'insertion',
  'deletion',
  'move',
  'split',
  'join',
  'editorial',
  'programme',
];

/** What a block can be moved behind. */
const destinationKinds: readonly BlockKind[] = ['point', 'leadIn', 'paragraph', 'heading'];

interface ProposeDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  /** What the amendment is filed against. */
  readonly revision: Revision;
  readonly block: BlockId;
  /** The amendment that is to be amended, or `null`. */
  readonly parent?: Amendment | null;
  /** It is to be a joint text for this amendment, and for others that are chosen in the dialog. */
  readonly joint?: AmendmentId | null;
  readonly onClose: () => void;
}

/** Writes one amendment: the change, how it will stand on paper, why, and by whom; then gives the receipt. */
export function ProposeDialog(props: ProposeDialogProps) {
  const { session, snapshot, platform, revision, block: target, parent = null, joint = null, onClose } = props;
  const strings = useStrings();
  const language = useLanguage();
  const text = useMemo(() => groundOf(revision, parent), [parent, revision]);
  const index = text.blocks.findIndex(({ id }) => id === target);
  const block = text.blocks[index];
  const next = text.blocks[index + 1] ?? null;
  // One id for the whole sitting: sent twice, it is one amendment.
  const [id] = useState<AmendmentId>(() => amendmentId(windowSources.ids.next()));
  /** `null`: written in the text itself. */
  const [draft, setDraft] = useState<ProposalDraft | null>(block ? emptyProposal('replacement', block) : null);
  const [written, setWritten] = useState<readonly TextChange[]>([]);
  const [copyScope, setCopyScope] = useState<CopyScope>('chapter');
  const [rationale, setRationale] = useState('');
  const [name, setName] = useState(snapshot.me.name);
  const [isMember, setMember] = useState(true);
  const [others, setOthers] = useState('');
  const [body, setBody] = useState('');
  const [alternativeTo, setAlternativeTo] = useState<AmendmentId | null>(null);
  const [jointOf, setJointOf] = useState<ReadonlySet<AmendmentId>>(new Set(joint === null ? [] : [joint]));
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [sending, setSending] = useState(false);

  const destinations = useMemo(
    () =>
      blockChoices(text.blocks, language).filter(
        ({ id: own }, at) => own !== target && destinationKinds.includes(text.blocks[at]?.kind ?? 'title'),
      ),
    [text, target, language],
  );
  const scope = useMemo(() => scopeAround(text, target, copyScope), [copyScope, target, text]);
  const initial = useMemo(() => text.blocks.slice(scope.start, scope.end), [scope, text]);
  const takeWritten = useCallback((changes: readonly TextChange[]) => setWritten(changes), []);

  if (!block) return null;
  const single = draft && changeOf(draft, block, next);
  const changes = draft === null ? written : single ? [single] : [];
  const checks = changes.map((change) => checkChange(text, change));
  const refused = checks.find((checked) => !checked.ok);
  const ready = changes.length > 0 && refused === undefined;
  const { register } = snapshot;
  const deadline = register.filingRules.deadlines[register.phase];
  const isLate = isAfterDeadline(register, windowSources.clock.now());
  const open = [...register.amendments.values()].filter(({ decision, parent: own }) => !decision && !own);
  // A joint text is mostly for those to the same place.
  const isHere = (one: Amendment): boolean => one.changes.some((change) => blockOfChange(change) === target);
  const nearFirst = [...open].sort((a, b) => Number(isHere(b)) - Number(isHere(a)));

  if (receipt) {
    return (
      <Dialog title={strings.amendments.receiptTitle} onClose={onClose} isKept>
        <ReceiptView
          receipt={receipt}
          text={describeReceipt(receipt, language, formatMoment(receipt.at, strings))}
          title={snapshot.title}
          platform={platform}
        />
        <div className="dialog__actions">
          <Button look="primary" onPress={onClose} autoFocus>
            {strings.app.close}
          </Button>
        </div>
      </Dialog>
    );
  }

  const coNames = [...new Set(others.split('\n').map((one) => one.trim()))].filter((one) => one !== '');

  const giveReceipt = (entries: readonly RegisterEntry[]): boolean => {
    const entry = entries.find(({ event }) => event.type === 'submitted' && event.amendment === id);
    const found = entry ? receiptFor(entry, revision, parent) : null;
    setReceipt(found);
    return found !== null;
  };

  const submit = async () => {
    setSending(true);
    setProblem(null);
    await afterPaint();
    const submitted = await session.perform({
      type: 'submit',
      amendment: id,
      base: revision.id,
      changes,
      proposer: session.addPerson(name.trim()),
      proposerIsMember: isMember,
      coProposers: coNames.map((one) => ({ person: session.addPerson(one), member: true })),
      body: body.trim() === '' ? null : body.trim(),
      rationale: rationale.trim(),
      ...(parent ? { parent: parent.id } : {}),
      ...(alternativeTo === null ? {} : { alternativeTo }),
      ...(jointOf.size === 0 ? {} : { jointOf: [...jointOf] }),
    });
    setSending(false);
    if (submitted.ok) {
      giveReceipt(submitted.value.entries);
      return;
    }
    // An answer that was lost on the way: it is there already.
    if (submitted.failure.code === 'amendment-exists' && giveReceipt(session.getSnapshot().entries)) return;
    setProblem(describeFailure(submitted.failure, language));
  };

  const saveFile = async () => {
    const bytes = writeAmendmentFile({
      programme: session.programme,
      amendment: id,
      base: revision.id,
      changes,
      parent: parent?.id ?? null,
      alternativeTo,
      proposer: { name: name.trim(), member: isMember },
      coProposers: coNames.map((one) => ({ name: one, member: true })),
      body: body.trim() === '' ? null : body.trim(),
      rationale: rationale.trim(),
      writtenAt: windowSources.clock.now(),
    });
    const suggestedName = `${strings.amendments.title} – ${name.trim().replace(/[\\/:*?"<>|]/g, ' ')}.amendment`;
    const saved = await platform.saveFile({ grant: null, suggestedName, bytes });
    if (!saved.ok) setProblem(describeFailure(saved.failure, language));
    else if (saved.value) setDone(strings.filing.fileSaved(saved.value.name));
  };

  return (
    <Dialog
      title={
        joint === null
          ? strings.amendments.proposeHere(
              parent
                ? strings.amendments.number(parent.number)
                : describeChangePlace(text, { kind: 'deletion', block: target }, language),
            )
          : strings.filing.writeJoint
      }
      onClose={onClose}
      wide
    >
      {isLate && deadline !== undefined && (
        <p className="notice notice--warning">{strings.filing.lateHint(formatMoment(deadline, strings))}</p>
      )}
      {joint !== null && (
        <JointChoice open={nearFirst} revisions={snapshot.revisions} chosen={jointOf} onChoose={setJointOf} />
      )}
      <div className="row">
        <Field label={strings.amendments.change}>
          {(field) => (
            <select
              id={field}
              value={draft?.kind ?? 'write'}
              onChange={(event) => {
                const kind = kinds.find((candidate) => candidate === event.target.value);
                setDraft(kind ? emptyProposal(kind, block) : null);
              }}
            >
              <option value="write">{strings.filing.write}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind} disabled={kind === 'join' && next?.kind !== block.kind}>
                  {strings.amendments.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {draft === null && (
          <Field label={strings.filing.scope}>
            {(field) => (
              <select
                id={field}
                value={copyScope}
                onChange={(event) => setCopyScope(event.target.value === 'all' ? 'all' : 'chapter')}
              >
                <option value="chapter">{strings.filing.scopeChapter}</option>
                <option value="all">{strings.filing.scopeAll}</option>
              </select>
            )}
          </Field>
        )}
      </div>
      {draft === null ? (
        <>
          <p className="field__hint">{strings.filing.writeHint}</p>
          <CopyEditor revision={text} scope={scope} block={target} initial={initial} onChanges={takeWritten} />
        </>
      ) : (
        <ProposalInput draft={draft} destinations={destinations} onDraft={setDraft} />
      )}
      <section className="preview" aria-label={strings.amendments.preview}>
        <h3>{strings.amendments.preview}</h3>
        {parent && <p className="preview__place">{strings.filing.inAmendment(parent.number)}</p>}
        {refused ? (
          <p className="field__hint">{describeFailure(refused.failure, language)}</p>
        ) : (
          <ChangesPreview revision={text} changes={changes} hasLines={parent === null} />
        )}
      </section>
      <Field label={strings.amendments.rationale} hint={strings.amendments.rationaleHint}>
        {(field, hint) => (
          <textarea
            id={field}
            aria-describedby={hint}
            rows={3}
            value={rationale}
            onChange={(event) => setRationale(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Field label={strings.amendments.proposer}>
          {(field) => <input id={field} value={name} required onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={strings.amendments.body} hint={strings.amendments.bodyHint}>
          {(field, hint) => (
            <input id={field} aria-describedby={hint} value={body} onChange={(event) => setBody(event.target.value)} />
          )}
        </Field>
      </div>
      <label className="check">
        <input type="checkbox" checked={isMember} onChange={(event) => setMember(event.target.checked)} />{' '}
        {strings.filing.isMember}
      </label>
      <div className="row">
        <Field label={strings.filing.coProposers} hint={strings.filing.coProposersHint}>
          {(field, hint) => (
            <textarea
              id={field}
              aria-describedby={hint}
              rows={2}
              value={others}
              onChange={(event) => setOthers(event.target.value)}
            />
          )}
        </Field>
        {open.length > 0 && joint === null && (
          <Field label={strings.filing.alternativeTo}>
            {(field) => (
              <select
                id={field}
                value={alternativeTo ?? ''}
                onChange={(event) => setAlternativeTo(open.find((one) => one.id === event.target.value)?.id ?? null)}
              >
                <option value="">{strings.filing.noAlternative}</option>
                {open.map((one) => (
                  <option key={one.id} value={one.id}>
                    {strings.amendments.number(one.number)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {problem !== null && <Notice problem>{problem}</Notice>}
      {done !== null && <Notice>{done}</Notice>}
      {joint === null && <p className="field__hint">{strings.filing.saveFileHint}</p>}
      <div className="dialog__actions">
        <span className="dialog__hint field__hint" role="status">
          {ready && name.trim() === '' && strings.filing.nameMissing}
        </span>
        <Button onPress={onClose}>{strings.app.cancel}</Button>
        {joint === null && (
          <Button isDisabled={!ready || name.trim() === ''} onPress={() => void saveFile()}>
            {strings.filing.saveFile}
          </Button>
        )}
        <Button
          look="primary"
          isDisabled={!ready || sending || name.trim() === '' || (joint !== null && jointOf.size === 0)}
          onPress={() => void submit()}
        >
          {strings.amendments.submit}
        </Button>
      </div>
    </Dialog>
  );
}

interface JointChoiceProps {
  readonly open: readonly Amendment[];
  readonly revisions: SessionSnapshot['revisions'];
  readonly chosen: ReadonlySet<AmendmentId>;
  readonly onChoose: (chosen: ReadonlySet<AmendmentId>) => void;
}

/** Which amendments the redaksjonskomité's text stands for. */
function JointChoice({ open, revisions, chosen, onChoose }: JointChoiceProps) {
  const strings = useStrings();
  return (
    <fieldset className="joint-choice">
      <legend>{strings.filing.jointFor}</legend>
      {open.map(({ id, number, base, changes }) => {
        const revision = revisions.get(base);
        const [change] = changes;
        return (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.target.checked) next.add(id);
                else next.delete(id);
                onChoose(next);
              }}
            />
            <span>
              {strings.amendments.number(number)}
              {revision && change && !chosen.has(id) && (
                <span className="field__hint"> {gistOf(revision, change)}</span>
              )}
              {revision &&
                chosen.has(id) &&
                changes.map((one, index) => (
                  <span key={index} className="joint-choice__words">
                    <ChangeText revision={revision} change={one} />
                  </span>
                ))}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

interface ProposalInputProps {
  readonly draft: ProposalDraft;
  readonly destinations: readonly BlockChoice[];
  readonly onDraft: (draft: ProposalDraft) => void;
}

/** The field that the kind of change needs; a deletion and a join need none. */
function ProposalInput({ draft, destinations, onDraft }: ProposalInputProps) {
  const strings = useStrings();
  const setText = (text: string) => onDraft({ ...draft, text });
  switch (draft.kind) {
    case 'deletion':
    case 'join':
      return null;
    case 'move':
      return (
        <Field label={strings.amendments.moveAfter}>
          {(id) => (
            <select
              id={id}
              value={draft.destination ?? ''}
              onChange={(event) =>
                onDraft({
                  ...draft,
                  destination: destinations.find((place) => place.id === event.target.value)?.id ?? null,
                })
              }
            >
              <option value="" disabled>
                …
              </option>
              {destinations.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.text}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case 'programme':
      return (
        <>
          <Field label={strings.filing.outcome}>
            {(id) => (
              <select
                id={id}
                value={draft.outcome}
                onChange={(event) =>
                  onDraft({
                    ...draft,
                    outcome: programmeOutcomes.find((one) => one === event.target.value) ?? 'reject',
                  })
                }
              >
                {programmeOutcomes.map((one) => (
                  <option key={one} value={one}>
                    {strings.filing.outcomes[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={strings.filing.outcomeText}>
            {(id) => <textarea id={id} rows={2} value={draft.text} onChange={(event) => setText(event.target.value)} />}
          </Field>
        </>
      );
    case 'replacement':
    case 'insertion':
    case 'split':
    case 'editorial': {
      const labels = {
        replacement: strings.amendments.newText,
        insertion: strings.amendments.insertedText,
        split: strings.amendments.newText,
        editorial: strings.amendments.instruction,
      };
      const hint = draft.kind === 'split' ? { hint: strings.amendments.splitText } : {};
      return (
        <Field label={labels[draft.kind]} {...hint}>
          {(id, described) => (
            <textarea
              id={id}
              className="proposal__text"
              aria-describedby={described}
              rows={4}
              value={draft.text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      );
    }
  }
}
