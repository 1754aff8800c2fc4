import { amendmentPlace, groundOf } from '../amendment';
import type { Amendment } from '../amendment/amendment';
import type { Language } from '../core/failure';
import type { AmendmentId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { Revision } from '../domain/revision';
import type { RegisterEntry } from './events';
import { foldRegister } from './state';

/** What the proposer keeps. `hash` is that of the register entry: whoever has the file can find it there. */
export interface Receipt {
  readonly amendment: AmendmentId;
  readonly number: string;
  /** «kap. 3 pkt. 2, linje 96–98», in the language of the revision. */
  readonly place: string;
  readonly revisionName: string;
  readonly at: Timestamp;
  readonly hash: string;
  /** Number of the amendment that this one amends; then `place` is in that one's text. */
  readonly amends: string | null;
  readonly isLate: boolean;
}

/** The receipt for a submission; `null` for every other entry. `base` is the revision that it is filed against, `parent` what it amends. */
export function receiptFor(entry: RegisterEntry, base: Revision, parent: Amendment | null = null): Receipt | null {
  if (entry.event.type !== 'submitted') return null;
  const { amendment: id, number } = entry.event;
  const amendment: Amendment | undefined = foldRegister([entry]).amendments.get(id);
  if (!amendment) return null;
  const text = groundOf(base, parent);
  return {
    amendment: id,
    number,
    place: amendmentPlace(text, amendment, base.language),
    revisionName: base.name,
    at: entry.at,
    hash: entry.hash,
    amends: parent?.number ?? null,
    isLate: amendment.isLate,
  };
}

const months: Readonly<Record<Language, readonly string[]>> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  nn: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** «28. mai 2027 kl. 08.15 (UTC)», for those that have no time zone of their own. Text that is no time comes back as it is. */
export function describeTimestamp(at: Timestamp, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(at);
  if (!match) return at;
  const [, year = '', month = '', day = '', hour = '', minute = ''] = match;
  const name = months[language][Number(month) - 1] ?? month;
  return language === 'en'
    ? `${Number(day)} ${name} ${year}, ${hour}:${minute} (UTC)`
    : `${Number(day)}. ${name} ${year} kl. ${hour}.${minute} (UTC)`;
}

/** The receipt as text, one fact a line, to show, copy or mail. `at` is its moment as the caller shows time: shared code knows no time zone. */
export function describeReceipt(receipt: Receipt, language: Language, at: string): string {
  const { number, place, revisionName, hash, amends, isLate } = receipt;
  const within = (words: string): string => (amends === null ? '' : `, ${words} ${amends}`);
  const late = (words: string): readonly string[] => (isLate ? [words] : []);
  const sentences: Readonly<Record<Language, readonly string[]>> = {
    nb: [
      `Kvittering: endringsforslag ${number}`,
      `Gjelder «${revisionName}»${within('endring i forslag')}, ${place}`,
      `Mottatt ${at}`,
      ...late('Kom etter fristen. Møtet avgjør om det behandles.'),
      `Kontrollsum ${hash}`,
    ],
    nn: [
      `Kvittering: endringsframlegg ${number}`,
      `Gjeld «${revisionName}»${within('endring i framlegg')}, ${place}`,
      `Motteke ${at}`,
      ...late('Kom etter fristen. Møtet avgjer om det blir handsama.'),
      `Kontrollsum ${hash}`,
    ],
    en: [
      `Receipt: amendment ${number}`,
      `Concerns “${revisionName}”${within('amending')}, ${place}`,
      `Received ${at}`,
      ...late('It came after the deadline. The meeting decides whether it is dealt with.'),
      `Checksum ${hash}`,
    ],
  };
  return sentences[language].join('\n');
}
