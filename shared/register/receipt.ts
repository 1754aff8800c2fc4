import { amendmentPlace } from '../amendment';
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
}

/** The receipt for a submission; `null` for every other entry. `base` is the revision that it is filed against. */
export function receiptFor(entry: RegisterEntry, base: Revision): Receipt | null {
  if (entry.event.type !== 'submitted') return null;
  const { amendment: id, number } = entry.event;
  const amendment: Amendment | undefined = foldRegister([entry]).amendments.get(id);
  if (!amendment) return null;
  const place = amendmentPlace(base, amendment, base.language);
  return { amendment: id, number, place, revisionName: base.name, at: entry.at, hash: entry.hash };
}

const clockWord: Readonly<Record<Language, string>> = { nb: 'kl.', nn: 'kl.', en: 'at' };

/** «28.5.2027 kl. 08.15 (UTC)». Shared code knows no time zone, so it says which one it shows. */
export function describeTimestamp(at: Timestamp, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(at);
  if (!match) return at;
  const [, year = '', month = '', day = '', hour = '', minute = ''] = match;
  return `${Number(day)}.${Number(month)}.${year} ${clockWord[language]} ${hour}.${minute} (UTC)`;
}

/** The receipt as text, one fact a line, to show, copy or mail. */
export function describeReceipt(receipt: Receipt, language: Language): string {
  const { number, place, revisionName, hash } = receipt;
  const at = describeTimestamp(receipt.at, language);
  const sentences: Readonly<Record<Language, readonly string[]>> = {
    nb: [
      `Kvittering: endringsforslag ${number}`,
      `Gjelder «${revisionName}», ${place}`,
      `Mottatt ${at}`,
      `Kontrollsum ${hash}`,
    ],
    nn: [
      `Kvittering: endringsforslag ${number}`,
      `Gjeld «${revisionName}», ${place}`,
      `Motteke ${at}`,
      `Kontrollsum ${hash}`,
    ],
    en: [`Receipt: amendment ${number}`, `Concerns “${revisionName}”, ${place}`, `Received ${at}`, `Checksum ${hash}`],
  };
  return sentences[language].join('\n');
}
