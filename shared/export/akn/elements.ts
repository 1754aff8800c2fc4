import { escapeXml } from '../xml/escape';

export type AknAttributes = Readonly<Record<string, string | null>>;

/** One element. `content` is mark-up, already escaped; attributes that are `null` are left out. */
export function element(name: string, attributes: AknAttributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${escapeXml(value)}"`))
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Gives out element ids as the naming convention has them («chp_3__list_1__point_2»), none of them twice. */
export interface IdGiver {
  /** `number` as printed, or `null` for what is only counted. */
  idFor(parent: string, abbreviation: string, number: string | null): string;
}

export function startIds(): IdGiver {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return {
    idFor(parent, abbreviation, number) {
      const prefix = parent === '' ? abbreviation : `${parent}__${abbreviation}`;
      const printed = (number ?? '')
        .toLowerCase()
        .replace(/[^0-9a-z.-]/g, '')
        .replace(/\./g, '-');
      if (printed !== '' && !used.has(`${prefix}_${printed}`)) {
        used.add(`${prefix}_${printed}`);
        return `${prefix}_${printed}`;
      }
      let count = counts.get(prefix) ?? 0;
      do count += 1;
      while (used.has(`${prefix}_${count}`));
      counts.set(prefix, count);
      used.add(`${prefix}_${count}`);
      return `${prefix}_${count}`;
    },
  };
}
