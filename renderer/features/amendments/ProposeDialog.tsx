import { useMemo, useState, useSyncExternalStore } from 'react';
import { describeChangePlace, groundOf } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import { amendmentId, type AmendmentId, type BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import { describeReceipt, type Receipt } from '#shared/register';
import { isSamePlace, type ProposalPlace, type UnsentProposal } from '#shared/schema/unsentProposals';
import { windowSources } from '../../app/sources';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { emptyProposal } from './proposal';
import { ProposalForm } from './ProposalForm';
import { PutAside } from './PutAside';
import { ReceiptView } from './ReceiptView';

interface ProposeDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  /** What the amendment is filed against: the one that is given first, also when a newer one comes. */
  readonly revision: Revision;
  readonly block: BlockId;
  /** The amendment that is to be amended, or `null`. */
  readonly parent?: Amendment | null;
  /** It is to be a joint text for this amendment, and for others that are chosen in the dialog. */
  readonly joint?: AmendmentId | null;
  readonly onClose: () => void;
}

const unwritten = (place: ProposalPlace, block: Block | undefined, name: string): UnsentProposal => ({
  ...place,
  amendment: amendmentId(windowSources.ids.next()),
  draft: block ? emptyProposal('replacement', block) : null,
  copy: { scope: 'chapter', blocks: null },
  rationale: '',
  name,
  isMember: true,
  others: '',
  body: '',
  alternativeTo: null,
  jointOf: place.joint === null ? [] : [place.joint],
  writtenAt: windowSources.clock.now(),
});

/** Writes one amendment, from where it was left where it was begun before; then gives the receipt. */
export function ProposeDialog(props: ProposeDialogProps) {
  const { session, snapshot, platform, block: target, joint = null, onClose } = props;
  // They stay as they were when it was opened: what one writes in is not made anew because others freeze or file.
  const [{ revision, parent }] = useState({ revision: props.revision, parent: props.parent ?? null });
  const strings = useStrings();
  const language = useLanguage();
  const text = useMemo(() => groundOf(revision, parent), [parent, revision]);
  const index = text.blocks.findIndex(({ id }) => id === target);
  const block = text.blocks[index];
  const place = { base: revision.id, block: target, parent: parent?.id ?? null, joint };
  /** What was left here the last time; `null` where there is nothing, or it was put aside. */
  const [left, setLeft] = useState(() => session.proposals.at(place));
  const { aside } = useSyncExternalStore(session.proposals.subscribe, session.proposals.get);
  const isAside = aside !== null && isSamePlace(aside, place);
  const [fresh, setFresh] = useState(() => unwritten(place, block, snapshot.me.name));
  const [receipt, setReceipt] = useState<Receipt | null>(null);

  if (!block) return null;

  const startOver = () => {
    const former = session.proposals.at(place);
    if (former) session.proposals.putAside(former);
    setLeft(null);
    setFresh(unwritten(place, block, snapshot.me.name));
  };
  const takeBack = () => {
    session.proposals.takeBack();
    setLeft(aside);
  };

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

  const begun = left ?? fresh;
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
      {left && (
        <div className="notice unsent" role="status">
          <span>{strings.filing.goneOnWith(formatMoment(left.writtenAt, strings))}</span>
          <Button onPress={startOver}>{strings.filing.startOver}</Button>
        </div>
      )}
      {isAside && <PutAside onTakeBack={takeBack} />}
      <ProposalForm
        key={begun.amendment}
        session={session}
        snapshot={snapshot}
        platform={platform}
        revision={revision}
        text={text}
        index={index}
        block={block}
        parent={parent}
        begun={begun}
        onReceipt={setReceipt}
        onClose={onClose}
      />
    </Dialog>
  );
}
