/** A piece of text on a page of A4 (595 × 842 points); `y` counts from the top. */
export interface PdfWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: 'plain' | 'bold';
}

const faces = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const;

/** Windows-1252 as far as Latin-1 goes, and the bullet. */
const literal = (text: string): string =>
  text
    .replace(/•/g, '\u0095')
    .replace(/–/g, '\u0096')
    .replace(/[\\()]/g, '\\$&');

const contentOf = (words: readonly PdfWords[]): string =>
  words
    .map(
      ({ text, x, y, size = 11, font = 'plain' }) =>
        `BT /${font === 'plain' ? 'F1' : 'F2'} ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(842 - y)} Tm (${literal(text)}) Tj ET`,
    )
    .join('\n');

interface Extra {
  /** More entries of the trailer, and the objects they name (from the number given by `firstFree`). */
  readonly trailer?: (firstFree: number) => string;
  readonly objects?: readonly string[];
  /** The content of every page instead of its words, with the entries of its dictionary. */
  readonly stream?: { readonly dictionary: string; readonly data: string };
}

/** Writes a PDF 1.4 by hand: no library of ours or of others stands between the test and the bytes. */
export function plainPdf(pages: readonly (readonly PdfWords[])[], extra: Extra = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  for (const face of Object.values(faces))
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${face} /Encoding /WinAnsiEncoding >>`);
  const kids = pages.map((words) => {
    const { dictionary, data } = extra.stream ?? { dictionary: '', data: contentOf(words) };
    const content = add(`<< /Length ${String(data.length)} ${dictionary} >>\nstream\n${data}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(content)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${String(kids.length)} /Kids [${kids.map((kid) => `${String(kid)} 0 R`).join(' ')}] >>`;
  const trailer = extra.trailer?.(objects.length + 1) ?? '';
  for (const body of extra.objects ?? []) add(body);
  const parts = ['%PDF-1.4\n'];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, body] of objects.entries()) {
    places.push(length);
    const part = `${String(i + 1)} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    length += part.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R ${trailer} >>\nstartxref\n${String(length)}\n%%EOF\n`,
  );
  return Uint8Array.from(parts.join(''), (sign) => sign.charCodeAt(0));
}

/** Lines one under another, `leading` points apart. */
export const column = (
  lines: readonly string[],
  { x = 72, y = 90, leading = 14, ...face }: Omit<Partial<PdfWords>, 'text'> & { readonly leading?: number } = {},
): readonly PdfWords[] => lines.map((text, i) => ({ text, x, y: y + i * leading, ...face }));
