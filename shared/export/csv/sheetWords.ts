import type { Language } from '../../core/failure';

/** Heads of columns that only the sheets have. */
export interface SheetWords {
  readonly firstLine: string;
  readonly lastLine: string;
  readonly body: string;
  readonly submitted: string;
  readonly change: string;
  readonly reason: string;
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  nb: {
    firstLine: 'Fra linje',
    lastLine: 'Til linje',
    body: 'Foreningsledd',
    submitted: 'Fremmet',
    change: 'Endring',
    reason: 'Grunn til innstillingen',
  },
  nn: {
    firstLine: 'Frå linje',
    lastLine: 'Til linje',
    body: 'Foreiningsledd',
    submitted: 'Fremja',
    change: 'Endring',
    reason: 'Grunn til innstillinga',
  },
  en: {
    firstLine: 'From line',
    lastLine: 'To line',
    body: 'Member body',
    submitted: 'Submitted',
    change: 'Change',
    reason: 'Reason for the recommendation',
  },
};
