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
export class Matching {
  private readonly ofBase: (Group | undefined)[];
  private readonly ofCurrent: (Group | undefined)[];

  /** @param forbids Whether a person said that these two are strangers. */
  constructor(
    baseCount: number,
    currentCount: number,
    readonly forbids: (base: number, current: number) => boolean,
  ) {
    this.ofBase = Array.from({ length: baseCount });
    this.ofCurrent = Array.from({ length: currentCount });
  }

  groupOfBase(index: number): Group | undefined {
    return this.ofBase[index];
  }

  groupOfCurrent(index: number): Group | undefined {
    return this.ofCurrent[index];
  }

  /** The current block a base block continues in: where it was split, the first. −1 when there is none yet. */
  partnerOfBase(index: number): number {
    return this.ofBase[index]?.current[0] ?? -1;
  }

  partnerOfCurrent(index: number): number {
    return this.ofCurrent[index]?.base[0] ?? -1;
  }

  /** Makes a group of these; groups that they were in are dissolved. Does nothing where a person has said otherwise. */
  put(group: Group): void {
    if (this.contradictsAPerson(group)) return;
    for (const index of group.base) this.dissolve(this.ofBase[index]);
    for (const index of group.current) this.dissolve(this.ofCurrent[index]);
    for (const index of group.base) this.ofBase[index] = group;
    for (const index of group.current) this.ofCurrent[index] = group;
  }

  remove(group: Group): void {
    for (const index of group.base) if (this.ofBase[index] === group) this.ofBase[index] = undefined;
    for (const index of group.current) if (this.ofCurrent[index] === group) this.ofCurrent[index] = undefined;
  }

  pair(base: number, current: number): void {
    this.put({ base: [base], current: [current], byIdentity: false });
  }

  /** In current order. */
  groups(): readonly Group[] {
    const groups: Group[] = [];
    for (let index = 0; index < this.ofCurrent.length; index++) {
      const group = this.ofCurrent[index];
      if (group !== undefined && group.current[0] === index) groups.push(group);
    }
    return groups;
  }

  private dissolve(group: Group | undefined): void {
    if (group !== undefined) this.remove(group);
  }

  /** What a person linked is one change of just those blocks, and what a person unlinked is never together. */
  private contradictsAPerson({ base, current, byHand }: Group): boolean {
    return (
      base.some((index) => this.ofBase[index]?.byHand === true) ||
      current.some((index) => this.ofCurrent[index]?.byHand === true) ||
      (byHand !== true && base.some((index) => current.some((other) => this.forbids(index, other))))
    );
  }
}
