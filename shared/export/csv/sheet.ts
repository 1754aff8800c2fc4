/** A cell whose first character makes a spreadsheet compute it, or run a program (OWASP, «CSV Injection»). */
const readsAsFormula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function writeCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const line = value.replace(/\r\n?/g, '\n').replace(/\u0000/g, '');
  // An apostrophe says «text» to Excel and LibreOffice.
  const harmless = readsAsFormula.test(line) ? `'${line}` : line;
  return /[";\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** One row for each of `rows`, under `head`. Every row has as many cells as the head. */
export interface Sheet {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A sheet as Norwegian Excel opens it by a double click: cells parted by semicolons, UTF-8 with a byte order mark (without it Excel takes æ, ø and å
 * for something else), quotation marks doubled (RFC 4180). No cell is computed, whatever it holds.
 */
export const writeSheet = ({ head, rows }: Sheet): string =>
  `\ufeff${[head, ...rows].map((row) => `${row.map(writeCell).join(';')}\r\n`).join('')}`;
