/** Blocks that belong together: one to one, one to several (a split), or several to one (a join). */
export interface Group {
  readonly base: readonly number[];
  readonly current: readonly number[];
  /** Bound by identity, which content does not undo. */
  readonly byIdentity: boolean;
  /** Its parts continue each other in the order of their whole, however much they were reworded. */
  readonly inOrder?: true;
  /** Bound by a person, which nothing undoes. */
  readonly byHand?: true;
}

/** What has been matched so far. A block is in at most one group. */
export interface Matching {
  groupOfBase(index: number): Group | undefined;
  groupOfCurrent(index: number): Group | undefined;
  /** The current block a base block continues in: where it was split, the first. −1 when there is none yet. */
  partnerOfBase(index: number): number;
  partnerOfCurrent(index: number): number;
  /** Makes a group of these; groups that they were in are dissolved. Does nothing where a person has said otherwise. */
  put(group: Group): void;
  remove(group: Group): void;
  pair(base: number, current: number): void;
  groups(): readonly Group[];
  /** Whether a person said that these two are strangers. */
  readonly forbids: (base: number, current: number) => boolean;
}

export function createMatching(
  baseCount: number,
  currentCount: number,
  forbids: (base: number, current: number) => boolean,
): Matching {
  const ofBase: (Group | undefined)[] = Array.from({ length: baseCount });
  const ofCurrent: (Group | undefined)[] = Array.from({ length: currentCount });
  const remove = (group: Group): void => {
    for (const index of group.base) if (ofBase[index] === group) ofBase[index] = undefined;
    for (const index of group.current) if (ofCurrent[index] === group) ofCurrent[index] = undefined;
  };
  /** What a person linked is one change of just those blocks, and what a person unlinked is never together. */
  const contradictsAPerson = ({ base, current, byHand }: Group): boolean =>
    base.some((index) => ofBase[index]?.byHand === true) ||
    current.some((index) => ofCurrent[index]?.byHand === true) ||
    (byHand !== true && base.some((index) => current.some((other) => forbids(index, other))));
  const put = (group: Group): void => {
    if (contradictsAPerson(group)) return;
    for (const index of group.base) {
      const former = ofBase[index];
      if (former !== undefined) remove(former);
    }
    for (const index of group.current) {
      const former = ofCurrent[index];
      if (former !== undefined) remove(former);
    }
    for (const index of group.base) ofBase[index] = group;
    for (const index of group.current) ofCurrent[index] = group;
  };
  return {
    forbids,
    groupOfBase: (index) => ofBase[index],
    groupOfCurrent: (index) => ofCurrent[index],
    partnerOfBase: (index) => ofBase[index]?.current[0] ?? -1,
    partnerOfCurrent: (index) => ofCurrent[index]?.base[0] ?? -1,
    put,
    remove,
    pair: (base, current) => {
      put({ base: [base], current: [current], byIdentity: false });
    },
    groups() {
      const groups: Group[] = [];
      for (let index = 0; index < ofCurrent.length; index++) {
        const group = ofCurrent[index];
        if (group !== undefined && group.current[0] === index) groups.push(group);
      }
      return groups;
    },
  };
}
