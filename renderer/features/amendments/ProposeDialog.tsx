import { useMemo, useState } from 'react';
import { checkChange, describeChange, describeChangePlace } from '#shared/amendment';
import type { ChangeKind } from '#shared/amendment/amendment';
import { amendmentId, type BlockId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { gazetteerOf, describePlace } from '#shared/domain/places';
import { describeFailure } from '#shared/messages/describe';
import { describeReceipt, receiptFor, type Receipt } from '#shared/register';
import { windowSources } from '../../app/sources';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { ChangeText } from './ChangeText';
import { changeOf, emptyProposal, type ProposalDraft } from './proposal';
import { ReceiptView } from './ReceiptView';

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

interface ProposeDialogProps {
  readonly session: ProgrammeSession;
  readonly revision: Revision;
  readonly block: BlockId;
  readonly proposerName: string;
  readonly onClose: () => void;
}

/** Writes one amendment to one block: the change, how it will stand on paper, why, and by whom; then gives the receipt. */
export function ProposeDialog({ session, revision, block: target, proposerName, onClose }: ProposeDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const index = revision.blocks.findIndex(({ id }) => id === target);
  const block = revision.blocks[index];
  const next = revision.blocks[index + 1] ?? null;
  const [draft, setDraft] = useState<ProposalDraft | null>(block ? emptyProposal('replacement', block) : null);
  const [rationale, setRationale] = useState('');
  const [name, setName] = useState(proposerName);
  const [body, setBody] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [sending, setSending] = useState(false);

  const destinations = useMemo(() => {
    const places = gazetteerOf(revision.blocks);
    return revision.blocks.flatMap((candidate, at) =>
      candidate.id === target || !['point', 'leadIn', 'paragraph', 'heading'].includes(candidate.kind)
        ? []
        : [
            {
              id: candidate.id,
              text: `${describePlace(places.placeOf(at), null, language)}: ${candidate.text.slice(0, 60)}`,
            },
          ],
    );
  }, [revision, target, language]);

  if (!block || !draft) return null;
  const change = changeOf(draft, block, next);
  const checked = change && checkChange(revision, change);
  const ready = change !== null && checked?.ok === true;

  if (receipt) {
    return (
      <Dialog title={strings.amendments.receiptTitle} onClose={onClose}>
        <ReceiptView receipt={receipt} text={describeReceipt(receipt, language, formatMoment(receipt.at, strings))} />
        <div className="dialog__actions">
          <Button look="primary" onPress={onClose} autoFocus>
            {strings.app.close}
          </Button>
        </div>
      </Dialog>
    );
  }

  const submit = async () => {
    if (!change) return;
    setSending(true);
    setProblem(null);
    const submitted = await session.perform({
      type: 'submit',
      amendment: amendmentId(windowSources.ids.next()),
      base: revision.id,
      changes: [change],
      proposer: session.addPerson(name.trim()),
      body: body.trim() === '' ? null : body.trim(),
      rationale: rationale.trim(),
    });
    setSending(false);
    if (!submitted.ok) {
      setProblem(describeFailure(submitted.failure, language));
      return;
    }
    const entry = submitted.value.entries.find(({ event }) => event.type === 'submitted');
    setReceipt(entry ? receiptFor(entry, revision) : null);
  };

  return (
    <Dialog
      title={strings.amendments.proposeHere(
        describeChangePlace(revision, { kind: 'deletion', block: target }, language),
      )}
      onClose={onClose}
      wide
    >
      <Field label={strings.amendments.change}>
        {(id) => (
          <select
            id={id}
            value={draft.kind}
            onChange={(event) => {
              const kind = kinds.find((candidate) => candidate === event.target.value);
              if (kind) setDraft(emptyProposal(kind, block));
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind} disabled={kind === 'join' && next?.kind !== block.kind}>
                {strings.amendments.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ProposalInput draft={draft} destinations={destinations} onDraft={setDraft} />
      <section className="preview" aria-label={strings.amendments.preview}>
        <h3>{strings.amendments.preview}</h3>
        {change && checked?.ok ? (
          <>
            <p className="preview__place">{describeChangePlace(revision, change, language)}</p>
            <p className="preview__instruction">{describeChange(revision, change, language)}</p>
            <p className="preview__text">
              <ChangeText revision={revision} change={change} />
            </p>
          </>
        ) : (
          <p className="field__hint">{checked && !checked.ok ? describeFailure(checked.failure, language) : '…'}</p>
        )}
      </section>
      <Field label={strings.amendments.rationale} hint={strings.amendments.rationaleHint}>
        {(id, hint) => (
          <textarea
            id={id}
            aria-describedby={hint}
            rows={3}
            value={rationale}
            onChange={(event) => setRationale(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Field label={strings.amendments.proposer}>
          {(id) => <input id={id} value={name} required onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={strings.amendments.body} hint={strings.amendments.bodyHint}>
          {(id, hint) => (
            <input id={id} aria-describedby={hint} value={body} onChange={(event) => setBody(event.target.value)} />
          )}
        </Field>
      </div>
      {problem !== null && (
        <p className="notice notice--problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.cancel}</Button>
        <Button look="primary" isDisabled={!ready || sending || name.trim() === ''} onPress={() => void submit()}>
          {strings.amendments.submit}
        </Button>
      </div>
    </Dialog>
  );
}

interface ProposalInputProps {
  readonly draft: ProposalDraft;
  readonly destinations: readonly { readonly id: BlockId; readonly text: string }[];
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
    case 'replacement':
    case 'insertion':
    case 'split':
    case 'programme':
    case 'editorial': {
      const labels = {
        replacement: strings.amendments.newText,
        insertion: strings.amendments.insertedText,
        split: strings.amendments.newText,
        editorial: strings.amendments.instruction,
        programme: strings.amendments.instruction,
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
