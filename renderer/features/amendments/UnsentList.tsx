import { useState, useSyncExternalStore } from 'react';
import { describeChangePlace } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import type { UnsentProposal } from '#shared/schema/unsentProposals';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { ProposeDialog } from './ProposeDialog';
import { PutAside } from './PutAside';

interface UnsentListProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
}

interface Found {
  readonly proposal: UnsentProposal;
  /** `null` where the text is not here. */
  readonly revision: Revision | null;
  readonly parent: Amendment | null;
}

/** The words by which one knows again what one began: the new text, else the reason. */
function wordsOf({ draft, copy, rationale }: UnsentProposal): string {
  const text = draft ? draft.text : (copy.blocks ?? []).map((block) => block.text).join(' ');
  return rationale.trim() === '' ? text : rationale;
}

/** What was begun and is not filed: gone on with, or thrown away; nothing where there is nothing. */
export function UnsentList({ session, snapshot, platform }: UnsentListProps) {
  const strings = useStrings();
  const language = useLanguage();
  const { all, aside, problem } = useSyncExternalStore(session.proposals.subscribe, session.proposals.get);
  /** What is written on: it is in the list no longer when it is filed, and gives its receipt then. */
  const [writing, setWriting] = useState<Found | null>(null);
  const { amendments } = snapshot.register;
  const found = all.map((proposal): Found => {
    const revision = snapshot.revisions.get(proposal.base) ?? null;
    const parent = proposal.parent === null ? null : (amendments.get(proposal.parent) ?? null);
    return { proposal, revision, parent };
  });
  if (all.length === 0 && !aside && !writing) return null;
  return (
    <section className="unsent-list" aria-label={strings.filing.unsent}>
      {all.length > 0 && (
        <>
          <h3>{strings.filing.unsent}</h3>
          <p className="field__hint">{strings.filing.unsentHint}</p>
        </>
      )}
      {problem && <Notice problem>{strings.filing.unsentProblem}</Notice>}
      <ul className="cards">
        {found.map((one) => {
          const { proposal, revision, parent } = one;
          return (
            <li key={proposal.amendment} className="card">
              <span className="card__head">
                <span className="card__place">
                  {parent
                    ? strings.filing.inAmendment(parent.number)
                    : revision && describeChangePlace(revision, { kind: 'deletion', block: proposal.block }, language)}
                </span>
              </span>
              <span className="card__gist">{wordsOf(proposal)}</span>
              <span className="card__from">{formatMoment(proposal.writtenAt, strings)}</span>
              <span className="filing-tools">
                {revision && (proposal.parent === null || parent) && (
                  <Button onPress={() => setWriting(one)}>{strings.filing.writeOn}</Button>
                )}
                <Button onPress={() => session.proposals.putAside(proposal)}>{strings.filing.throwAway}</Button>
              </span>
            </li>
          );
        })}
      </ul>
      {aside && <PutAside onTakeBack={session.proposals.takeBack} />}
      {writing?.revision && (
        <ProposeDialog
          session={session}
          snapshot={snapshot}
          platform={platform}
          revision={writing.revision}
          block={writing.proposal.block}
          parent={writing.parent}
          joint={writing.proposal.joint}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  );
}
