import type { PersonId } from '#shared/core/ids';
import type { Strings } from '../../i18n/nb';
import type { SessionSnapshot } from '../../session';

/** Who wrote something: by name, or «you» for who works alone and has given none. `isFirst`: it was there when the history began. */
export function writerName(
  person: PersonId | null,
  isFirst: boolean,
  { people, me }: Pick<SessionSnapshot, 'people' | 'me'>,
  strings: Strings,
): string {
  const words = strings.timeline;
  if (person === null) return isFirst ? words.before : words.unkept;
  return people[person]?.name ?? (person === me.person ? words.you : words.unknown);
}
