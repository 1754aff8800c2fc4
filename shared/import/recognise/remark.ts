import type { ReportCode } from '../report';

/** Something the recogniser guessed or found odd. */
export interface Remark {
  readonly code: ReportCode;
  readonly severity: 'info' | 'warning';
  readonly line: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}
