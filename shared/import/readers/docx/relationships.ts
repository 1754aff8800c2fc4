import type { Archive } from '../package/archive';
import { walkXml } from '../package/xml';

/** One thing that a part of a package names. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type's address: `styles`, `footnotes`, `hyperlink`. */
  readonly type: string;
  /** Name of the part inside the package; an address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** Relationships of a part, from the file that lies beside it. Empty where there is none. */
export function relationshipsOf(archive: Archive, part: string): readonly Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const bytes = archive.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return bytes instanceof Uint8Array ? readRelationships(bytes, part.slice(0, slash)) : [];
}

/** `folder`: where relative targets begin, with its slash. A target can only be the name of a part in the same file. */
export function readRelationships(bytes: Uint8Array, folder: string): readonly Relationship[] {
  const found: Relationship[] = [];
  walkXml(bytes, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const external = attribute('TargetMode') === 'External';
      found.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : target.startsWith('/') ? target.slice(1) : folder + target,
        external,
      });
    },
  });
  return found;
}
