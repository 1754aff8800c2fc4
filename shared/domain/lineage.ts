import type { BlockId } from '../core/ids';
import type { Block } from './block';

export const linkVerdicts = ['linked', 'unlinked'] as const;
/** `linked`: it comes from there, whatever the words say. `unlinked`: it does not, however alike they are. */
export type LinkVerdict = (typeof linkVerdicts)[number];

/** What a person said of a block and a block of the previous period. It wins over everything that is computed, for ever. */
export interface HandLink {
  readonly origin: BlockId;
  readonly verdict: LinkVerdict;
}

type Lineage = Pick<Block, 'origins' | 'links'>;

/** Links in one order, each origin once: the same sayings are the same data. */
export const linksInOrder = (links: readonly HandLink[]): readonly HandLink[] =>
  [...new Map(links.map((link) => [link.origin, link])).values()].sort((a, b) => (a.origin < b.origin ? -1 : 1));

export const sameLinks = (a: readonly HandLink[] = [], b: readonly HandLink[] = []): boolean =>
  a.length === b.length &&
  a.every(({ origin, verdict }, index) => origin === b[index]?.origin && verdict === b[index].verdict);

/** The `links` field of a block: absent where nobody has said anything, so that older texts keep their hashes. */
export const withLinks = (links: readonly HandLink[]): Pick<Block, 'links'> => (links.length > 0 ? { links } : {});

/** The lineage of a block that several became: all their origins. Where one was linked to what another was unlinked from, it is linked. */
export function unitedLineage(parts: readonly Lineage[]): Lineage {
  const said = parts.flatMap(({ links = [] }) => links);
  const linked = said.filter(({ verdict }) => verdict === 'linked');
  return {
    origins: [...new Set(parts.flatMap(({ origins }) => origins))],
    ...withLinks(linksInOrder([...said, ...linked])),
  };
}
