import { useState } from 'react';
import { amendedText, awaitsSupport, type Standing } from '#shared/amendment';
import type { Amendment, Signatory } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import { standsBehind, type RegisterCommand } from '#shared/register';
import { mayPerform, mayPutJointText } from '#shared/sync';
import { useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { begunSettlings, type Settling } from './begunSettlings';
import { blockOfChange } from './places';
import { ProposeDialog } from './ProposeDialog';
import { isOwn } from './own';
import { SettleDialog } from './SettleDialog';
import { SignatoryForm } from './SignatoryForm';

interface FilingSectionProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly amendment: Amendment;
  readonly standing: Standing | undefined;
  readonly newest: Revision | null;
  readonly perform: (command: RegisterCommand) => Promise<unknown>;
}

/** The newest text as this amendment is about it: with its parent, where that is open and has a place there. */
function groundIn(newest: Revision, amendment: Amendment, snapshot: SessionSnapshot, parent: Standing | undefined) {
  const decision = amendment.parent && snapshot.register.amendments.get(amendment.parent.id)?.decision;
  const isOpen = amendment.parent !== null && decision === null;
  return isOpen && parent && parent.state !== 'conflict' ? amendedText(newest, parent.carried.changes) : newest;
}

/** What is being filled in. The text that one writes in stays the same while others change and freeze theirs. */
type Writing =
  | { readonly what: 'amend' | 'support' | 'takeOver' }
  | { readonly what: 'settle'; readonly begun: Settling }
  | { readonly what: 'joint'; readonly ground: Revision };

/** Who stands behind an amendment, what it belongs to, and what others can do about it before the vote. */
export function FilingSection(props: FilingSectionProps & { readonly parentStanding: Standing | undefined }) {
  const { session, snapshot, platform, amendment, standing, newest, perform, parentStanding } = props;
  const strings = useStrings();
  const [writing, setWriting] = useState<Writing | null>(null);
  const { register, people, me, revisions } = snapshot;
  const isOpen = amendment.decision === null;
  const numberOf = (id: AmendmentId): string => register.amendments.get(id)?.number ?? '';
  const namesOf = (all: readonly Signatory[]): string =>
    all.map(({ person }) => people[person]?.name ?? strings.filing.someone).join(', ');
  const base = revisions.get(amendment.base) ?? null;
  const first = amendment.changes.map(blockOfChange).find((block) => block !== null) ?? base?.blocks[0]?.id ?? null;
  // The joint text is written in the newest text, as long as that still has the place.
  const jointGround = newest?.blocks.some(({ id }) => id === first) === true ? newest : base;
  const isConflict = isOpen && standing?.state === 'conflict';
  const mayAlter = isOwn(snapshot, amendment);
  const settled = snapshot.entries.findLast(
    ({ event }) => event.type === 'settled' && event.amendment === amendment.id,
  )?.event;
  const settle = (text: Revision) => {
    const left = begunSettlings(session).get(amendment.id);
    const begun = { text: groundIn(text, amendment, snapshot, parentStanding), base: text.id, written: null };
    setWriting({ what: 'settle', begun: left?.base === text.id && left.written ? left : begun });
  };
  const support = (supporter: Signatory) => void perform({ type: 'support', amendment: amendment.id, supporter });
  const takeOver = (proposer: Signatory, body: string | null) =>
    void perform({ type: 'takeOver', amendment: amendment.id, proposer, body });
  // Who came with an invitation of their own acts for themselves; the secretariat for whoever asks.
  const self = me.role === 'secretariat' || me.name === '' ? null : { person: me.person, member: true };

  return (
    <section className="filing" aria-label={strings.amendments.title}>
      {amendment.coProposers.length > 0 && <p>{strings.filing.withOthers(namesOf(amendment.coProposers))}</p>}
      {amendment.supporters.length > 0 && <p>{strings.filing.supportedBy(namesOf(amendment.supporters))}</p>}
      {isOpen && awaitsSupport(amendment, register.filingRules.supportNeeded) && (
        <p className="notice notice--warning">{strings.filing.needsSupportHint}</p>
      )}
      {amendment.parent && <p>{strings.filing.inAmendment(numberOf(amendment.parent.id))}.</p>}
      {amendment.alternativeTo !== null && <p>{strings.filing.alternative(numberOf(amendment.alternativeTo))}</p>}
      {amendment.jointIn !== null && <p>{strings.filing.jointIn(numberOf(amendment.jointIn))}</p>}
      {amendment.jointOf.length > 0 && <p>{strings.filing.jointOf(amendment.jointOf.map(numberOf).join(', '))}</p>}
      {settled?.type === 'settled' && (
        <p>{settled.onBehalf ? strings.filing.settledOnBehalf : strings.filing.settledByProposer}</p>
      )}
      <div className="filing-tools">
        {isConflict && newest && mayAlter && (
          <Button look="primary" onPress={() => settle(newest)}>
            {strings.filing.settle}
          </Button>
        )}
        {isOpen && mayPerform(me.role, 'support') && !(self && standsBehind(amendment, me.person)) && (
          <Button onPress={() => (self ? support(self) : setWriting({ what: 'support' }))}>
            {strings.filing.support}
          </Button>
        )}
        {isOpen && !amendment.parent && base && first !== null && mayPerform(me.role, 'submit') && (
          <Button onPress={() => setWriting({ what: 'amend' })}>{strings.filing.amendThis}</Button>
        )}
        {isOpen && !amendment.parent && jointGround && first !== null && mayPutJointText(me.role) && (
          <Button onPress={() => setWriting({ what: 'joint', ground: jointGround })}>
            {strings.filing.writeJoint}
          </Button>
        )}
        {amendment.decision?.result === 'withdrawn' && mayPerform(me.role, 'takeOver') && (
          <Button onPress={() => (self ? takeOver(self, null) : setWriting({ what: 'takeOver' }))}>
            {strings.filing.takeOver}
          </Button>
        )}
      </div>
      {(writing?.what === 'support' || writing?.what === 'takeOver') && (
        <SignatoryForm
          key={writing.what}
          session={session}
          name={me.name}
          action={writing.what === 'support' ? strings.filing.recordSupport : strings.filing.recordTakeOver}
          hasBody={writing.what === 'takeOver'}
          onDone={(signatory, body) => {
            if (writing.what === 'support') support(signatory);
            else takeOver(signatory, body);
            setWriting(null);
          }}
          onCancel={() => setWriting(null)}
        />
      )}
      {writing?.what === 'settle' && standing && (
        <SettleDialog
          session={session}
          amendment={amendment}
          standing={standing}
          onBehalfOf={
            amendment.proposer === me.person ? null : (people[amendment.proposer]?.name ?? strings.filing.someone)
          }
          begun={writing.begun}
          onClose={() => setWriting(null)}
        />
      )}
      {writing?.what === 'amend' && base && first !== null && (
        <ProposeDialog
          session={session}
          snapshot={snapshot}
          platform={platform}
          revision={base}
          block={first}
          parent={amendment}
          onClose={() => setWriting(null)}
        />
      )}
      {writing?.what === 'joint' && first !== null && (
        <ProposeDialog
          session={session}
          snapshot={snapshot}
          platform={platform}
          revision={writing.ground}
          block={first}
          joint={amendment.id}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  );
}
