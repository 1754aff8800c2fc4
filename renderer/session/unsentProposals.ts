import type { Failure } from '#shared/core/failure';
import type { AmendmentId, ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import {
  isSamePlace,
  readUnsent,
  writeUnsent,
  type ProposalPlace,
  type UnsentProposal,
} from '#shared/schema/unsentProposals';
import { longSetting, settingOf } from './longSetting';
import { createStore } from './store';

export interface UnsentState {
  /** In the order in which they were begun. */
  readonly all: readonly UnsentProposal[];
  /** What was thrown away, or started over, last: it can be had back as long as the window is open. */
  readonly aside: UnsentProposal | null;
  /** Why this machine could not keep them; they are there as long as the window is. */
  readonly problem: Failure | null;
}

/** Amendments that were begun and are not filed: on this machine alone, until they are filed or thrown away. */
export interface UnsentProposals {
  readonly get: () => UnsentState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly at: (place: ProposalPlace) => UnsentProposal | null;
  readonly keep: (proposal: UnsentProposal) => void;
  /** It is filed. */
  readonly drop: (amendment: AmendmentId) => void;
  readonly putAside: (proposal: UnsentProposal) => void;
  /** What was put aside is begun again; what was begun there meanwhile is put aside in its place. */
  readonly takeBack: () => void;
}

const isOf =
  (one: UnsentProposal) =>
  ({ amendment }: UnsentProposal): boolean =>
    amendment === one.amendment;

/** `isFiled`: whether the register has an amendment. What was filed right before the program was killed may be kept as begun. */
export function createUnsentProposals(
  platform: Platform,
  programme: ProgrammeId,
  isFiled: (amendment: AmendmentId) => boolean,
): UnsentProposals & { readonly touch: () => void; dispose(): Promise<void> } {
  let all: readonly UnsentProposal[] = [];
  let aside: UnsentProposal | null = null;
  let problem: Failure | null = null;
  /** Those that this window has kept or thrown away; of the others another window knows more. */
  const own = new Set<AmendmentId>();
  const state = createStore<UnsentState>((former) => {
    const left = all.filter(({ amendment }) => !isFiled(amendment));
    const isSame = former?.all.length === left.length && left.every((one, nth) => one === former.all[nth]);
    return isSame && former.problem === problem && former.aside === aside ? former : { all: left, aside, problem };
  });
  const kept = longSetting(platform, settingOf('proposals', programme), {
    onRead: (stored) => {
      const mine = all.filter(({ amendment }) => own.has(amendment));
      const before = readUnsent(stored).filter((one) => !own.has(one.amendment) || mine.some(isOf(one)));
      all = [...before.map((one) => mine.find(isOf(one)) ?? one), ...mine.filter((one) => !before.some(isOf(one)))];
      state.refresh();
    },
    text: () => writeUnsent(state.get().all),
    onWritten: (failed) => {
      problem = failed;
      state.touch();
    },
  });
  const change = (amendment: AmendmentId, next: readonly UnsentProposal[]): void => {
    own.add(amendment);
    all = next;
    state.refresh();
    kept.touch();
  };
  const at: UnsentProposals['at'] = (place) => state.get().all.find((one) => isSamePlace(one, place)) ?? null;
  const without = (amendment: AmendmentId) => all.filter((one) => one.amendment !== amendment);
  return {
    get: state.get,
    subscribe: state.subscribe,
    touch: () => state.touch(),
    at,
    keep: (proposal) => {
      const at = all.findIndex(isOf(proposal));
      change(proposal.amendment, at < 0 ? [...all, proposal] : all.with(at, proposal));
    },
    drop: (amendment) => {
      const left = without(amendment);
      if (left.length < all.length) change(amendment, left);
    },
    putAside: (proposal) => {
      aside = proposal;
      change(proposal.amendment, without(proposal.amendment));
    },
    takeBack: () => {
      const back = aside;
      if (back === null) return;
      aside = at(back);
      if (aside !== null) own.add(aside.amendment);
      change(back.amendment, [...(aside === null ? all : without(aside.amendment)), back]);
    },
    dispose: async () => {
      await kept.settled();
      state.dispose();
    },
  };
}
