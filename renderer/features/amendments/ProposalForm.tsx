import { useCallback, useEffect, useMemo, useState } from 'react';
import { checkChange } from '#shared/amendment';
import { changeKinds, type Amendment, type ChangeKind, type TextChange } from '#shared/amendment/amendment';
import type { Block, BlockKind } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { isAfterDeadline, receiptFor, type Receipt, type RegisterEntry } from '#shared/register';
import { writeAmendmentFile } from '#shared/schema/amendmentFile';
import type { CopyScope, UnsentProposal } from '#shared/schema/unsentProposals';
import { windowSources } from '../../app/sources';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { afterPaint } from '../../ui/afterPaint';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { ChangesPreview } from './ChangesPreview';
import { CopyEditor } from './CopyEditor';
import { JointChoice } from './JointChoice';
import { blockChoices, blockOfChange } from './places';
import { changeOf, emptyProposal, isBegun } from './proposal';
import { ProposalInput } from './ProposalInput';
import { scopeAround, writtenIn } from './scope';

/** What a block can be moved behind. */
const destinationKinds: readonly BlockKind[] = ['point', 'leadIn', 'paragraph', 'heading'];

interface ProposalFormProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  /** What the amendment is filed against. */
  readonly revision: Revision;
  /** The words that it changes: those of `revision`, or of the amendment that it amends. */
  readonly text: Revision;
  /** Its place in `text`. */
  readonly index: number;
  readonly block: Block;
  readonly parent: Amendment | null;
  /** What stands in the form at first. */
  readonly begun: UnsentProposal;
  readonly onReceipt: (receipt: Receipt | null) => void;
  readonly onClose: () => void;
}

/** The change, how it will stand on paper, why, and by whom. What is begun is kept with each letter until it is filed. */
export function ProposalForm(props: ProposalFormProps) {
  const { session, snapshot, platform, revision, text, index, block, parent, begun, onReceipt, onClose } = props;
  const strings = useStrings();
  const language = useLanguage();
  const { proposals } = session;
  const next = text.blocks[index + 1] ?? null;
  const [form, setForm] = useState(begun);
  const { amendment: id, joint, draft, copy, rationale, name, isMember, others, body, alternativeTo, jointOf } = form;
  /** What is written in the copy amounts to. */
  const [written, setWritten] = useState<readonly TextChange[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const change = (part: Partial<UnsentProposal>): void => setForm((before) => ({ ...before, ...part }));

  /** What stood in the fields before one chose to write in the text itself. */
  const [fields, setFields] = useState(begun.draft);
  /** What was written for the former choice goes along to the new one. */
  const choose = (kind: ChangeKind | null): void => {
    const former = draft ?? fields;
    const isWritten = former !== null && former.text !== emptyProposal(former.kind, block).text;
    setFields(former);
    change({ draft: kind && { ...emptyProposal(kind, block), ...(isWritten && { text: former.text }) } });
  };

  useEffect(() => {
    if (form === begun) return;
    if (isBegun(form, block)) proposals.keep({ ...form, writtenAt: windowSources.clock.now() });
    else proposals.drop(form.amendment);
  }, [form, begun, block, proposals]);

  const destinations = useMemo(
    () =>
      blockChoices(text.blocks, language).filter(
        ({ id: own }, at) => own !== block.id && destinationKinds.includes(text.blocks[at]?.kind ?? 'title'),
      ),
    [text, block, language],
  );
  const scope = useMemo(() => scopeAround(text, block.id, copy.scope), [copy.scope, block, text]);
  const writtenAs = (wanted: CopyScope, blocks: readonly Block[]) =>
    writtenIn(text, scope, blocks, scopeAround(text, block.id, wanted));
  // Read when a copy is made: that of another stretch begins with the text, and one that is come back to with what was written in it.
  const unchanged = useMemo(() => text.blocks.slice(scope.start, scope.end), [scope, text]);
  const takeWritten = useCallback((changes: readonly TextChange[], blocks: readonly Block[]) => {
    setWritten(changes);
    setForm((before) => {
      const now = changes.length === 0 ? null : blocks;
      return now === before.copy.blocks ? before : { ...before, copy: { ...before.copy, blocks: now } };
    });
  }, []);

  const single = draft && changeOf(draft, block, next);
  const changes = draft === null ? written : single ? [single] : [];
  const checks = changes.map((one) => checkChange(text, one));
  const refused = checks.find((checked) => !checked.ok);
  const ready = changes.length > 0 && refused === undefined;
  const { register } = snapshot;
  const deadline = register.filingRules.deadlines[register.phase];
  const isLate = isAfterDeadline(register, windowSources.clock.now());
  const open = [...register.amendments.values()].filter(({ decision, parent: own }) => !decision && !own);
  // A joint text is mostly for those to the same place.
  const isHere = (one: Amendment): boolean => one.changes.some((made) => blockOfChange(made) === block.id);
  const nearFirst = [...open].sort((a, b) => Number(isHere(b)) - Number(isHere(a)));

  const coNames = [...new Set(others.split('\n').map((one) => one.trim()))].filter((one) => one !== '');

  const giveReceipt = (entries: readonly RegisterEntry[]): boolean => {
    const entry = entries.find(({ event }) => event.type === 'submitted' && event.amendment === id);
    const found = entry ? receiptFor(entry, revision, parent) : null;
    onReceipt(found);
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
      ...(jointOf.length === 0 ? {} : { jointOf }),
    });
    setSending(false);
    if (submitted.ok) {
      proposals.drop(id);
      giveReceipt(submitted.value.entries);
      return;
    }
    // An answer that was lost on the way: it is there already.
    if (submitted.failure.code === 'amendment-exists' && giveReceipt(session.getSnapshot().entries)) {
      proposals.drop(id);
      return;
    }
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
    <>
      {isLate && deadline !== undefined && (
        <p className="notice notice--warning">{strings.filing.lateHint(formatMoment(deadline, strings))}</p>
      )}
      {joint !== null && (
        <JointChoice
          open={nearFirst}
          revisions={snapshot.revisions}
          chosen={jointOf}
          onChoose={(chosen) => change({ jointOf: chosen })}
        />
      )}
      <div className="row">
        <Field label={strings.amendments.change}>
          {(field) => (
            <select
              id={field}
              value={draft?.kind ?? 'write'}
              onChange={(event) => {
                choose(changeKinds.find((candidate) => candidate === event.target.value) ?? null);
              }}
            >
              <option value="write">{strings.filing.write}</option>
              {changeKinds.map((kind) => (
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
                value={copy.scope}
                onChange={(event) => {
                  const wanted = event.target.value === 'all' ? 'all' : 'chapter';
                  change({ copy: { scope: wanted, blocks: copy.blocks && writtenAs(wanted, copy.blocks) } });
                }}
              >
                <option value="chapter" disabled={copy.blocks !== null && writtenAs('chapter', copy.blocks) === null}>
                  {strings.filing.scopeChapter}
                </option>
                <option value="all">{strings.filing.scopeAll}</option>
              </select>
            )}
          </Field>
        )}
      </div>
      {draft === null ? (
        <>
          <p className="field__hint">{strings.filing.writeHint}</p>
          <CopyEditor
            revision={text}
            scope={scope}
            block={block.id}
            initial={copy.blocks ?? unchanged}
            onChanges={takeWritten}
          />
        </>
      ) : (
        <ProposalInput draft={draft} destinations={destinations} onDraft={(wanted) => change({ draft: wanted })} />
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
            onChange={(event) => change({ rationale: event.target.value })}
          />
        )}
      </Field>
      <div className="row">
        <Field label={strings.amendments.proposer}>
          {(field) => (
            <input id={field} value={name} required onChange={(event) => change({ name: event.target.value })} />
          )}
        </Field>
        <Field label={strings.amendments.body} hint={strings.amendments.bodyHint}>
          {(field, hint) => (
            <input
              id={field}
              aria-describedby={hint}
              value={body}
              onChange={(event) => change({ body: event.target.value })}
            />
          )}
        </Field>
      </div>
      <label className="check">
        <input type="checkbox" checked={isMember} onChange={(event) => change({ isMember: event.target.checked })} />{' '}
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
              onChange={(event) => change({ others: event.target.value })}
            />
          )}
        </Field>
        {open.length > 0 && joint === null && (
          <Field label={strings.filing.alternativeTo}>
            {(field) => (
              <select
                id={field}
                value={alternativeTo ?? ''}
                onChange={(event) =>
                  change({ alternativeTo: open.find((one) => one.id === event.target.value)?.id ?? null })
                }
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
          isDisabled={!ready || sending || name.trim() === '' || (joint !== null && jointOf.length === 0)}
          onPress={() => void submit()}
        >
          {strings.amendments.submit}
        </Button>
      </div>
    </>
  );
}
