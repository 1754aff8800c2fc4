import { useCallback, useMemo, useState } from 'react';
import { checkChange, type Standing } from '#shared/amendment';
import type { Amendment, TextChange } from '#shared/amendment/amendment';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { begunSettlings, type Settling } from './begunSettlings';
import { ChangesPreview } from './ChangesPreview';
import { CopyEditor } from './CopyEditor';
import { blockOfChange } from './places';
import { ToldChange } from './ToldChange';
import { scopeAround } from './scope';

interface SettleDialogProps {
  readonly session: ProgrammeSession;
  readonly amendment: Amendment;
  readonly standing: Standing;
  readonly begun: Settling;
  /** The name of the proposer, where that is somebody else than who writes. */
  readonly onBehalfOf: string | null;
  readonly onClose: () => void;
}

/** Where to begin writing: what stands now where the words were, else the beginning. */
function startIn(text: Revision, { textNow }: Standing): BlockId | null {
  const found = text.blocks.find((block) => textNow?.includes(block.text)) ?? text.blocks[0];
  return found?.id ?? null;
}

/** Old text, new text and amendment side by side, and the new text to write the amendment in. */
export function SettleDialog(props: SettleDialogProps) {
  const { session, amendment, standing, begun, onBehalfOf, onClose } = props;
  const { text, base } = begun;
  const strings = useStrings();
  const language = useLanguage();
  const [changes, setChanges] = useState<readonly TextChange[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [block] = useState(() => startIn(text, standing));
  const scope = useMemo(
    () => (block === null ? { start: 0, end: 0 } : scopeAround(text, block, 'chapter')),
    [block, text],
  );
  const unchanged = useMemo(() => text.blocks.slice(scope.start, scope.end), [scope, text]);
  const take = useCallback(
    (derived: readonly TextChange[], written: readonly Block[]) => {
      setChanges(derived);
      begunSettlings(session).set(amendment.id, { text, base, written: derived.length === 0 ? null : written });
    },
    [amendment.id, base, session, text],
  );
  const refusal = changes.map((change) => checkChange(text, change)).find((checked) => !checked.ok);
  const unfit = refusal ? describeFailure(refusal.failure, language) : null;

  const settle = async () => {
    setSaving(true);
    const settled = await session.perform({ type: 'settle', amendment: amendment.id, base, changes });
    setSaving(false);
    if (settled.ok) {
      begunSettlings(session).delete(amendment.id);
      onClose();
    } else setProblem(describeFailure(settled.failure, language));
  };

  return (
    <Dialog title={strings.filing.conflictTitle(amendment.number)} onClose={onClose} wide isKept={changes.length > 0}>
      <ConflictColumns standing={standing} heading="h3" />
      <p className="field__hint">
        {strings.filing.settleHint} {onBehalfOf !== null && strings.filing.onBehalfOf(onBehalfOf)}
      </p>
      {block !== null && (
        <CopyEditor revision={text} scope={scope} block={block} initial={begun.written ?? unchanged} onChanges={take} />
      )}
      <section className="preview" aria-label={strings.amendments.preview}>
        <h3>{strings.amendments.preview}</h3>
        <ChangesPreview revision={text} changes={changes} hasLines={text.id === base} />
        {unfit !== null && <p className="field__hint">{unfit}</p>}
      </section>
      {problem !== null && <Notice problem>{problem}</Notice>}
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.cancel}</Button>
        <Button
          look="primary"
          isDisabled={changes.length === 0 || unfit !== null || saving}
          onPress={() => void settle()}
        >
          {strings.filing.settleAction}
        </Button>
      </div>
    </Dialog>
  );
}

interface ConflictColumnsProps {
  readonly standing: Standing;
  /** One level below what stands above them. */
  readonly heading: 'h3' | 'h4';
}

/** The text as it was, the text as it is, and what the amendment made of the old one. */
export function ConflictColumns({ standing, heading: Heading }: ConflictColumnsProps) {
  const strings = useStrings();
  const { revision, wording, textNow } = standing;
  const named = new Set(wording.changes.map(blockOfChange));
  const then = revision?.blocks.filter(({ id }) => named.has(id)).map(({ text }) => text) ?? [];
  const now = textNow ?? [];
  return (
    <div className="conflict-columns">
      <section aria-label={strings.filing.oldText}>
        <Heading>{strings.filing.oldText}</Heading>
        {then.map((text, index) => (
          <p key={index}>{text}</p>
        ))}
      </section>
      <section aria-label={strings.filing.newText}>
        <Heading>{strings.filing.newText}</Heading>
        {now.length === 0 ? (
          <p className="field__hint">{strings.filing.gone}</p>
        ) : (
          now.map((text, index) => <p key={index}>{text}</p>)
        )}
      </section>
      <section aria-label={strings.filing.proposedText}>
        <Heading>{strings.filing.proposedText}</Heading>
        {revision &&
          wording.changes.map((change, index) => (
            <p key={index}>
              <ToldChange revision={revision} change={change} />
            </p>
          ))}
      </section>
    </div>
  );
}
