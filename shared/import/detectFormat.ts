export type TextFormat = 'text' | 'markdown';

const signatures: readonly { readonly bytes: readonly number[]; readonly format: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], format: 'PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], format: 'Word/ODT/ZIP' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], format: 'Word 97–2003' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], format: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], format: 'GIF' },
  { bytes: [0x1f, 0x8b], format: 'GZIP' },
];

/** Name of a format that cannot be read yet, told from the first bytes; else `null`. */
export function foreignFormat(bytes: Uint8Array): string | null {
  return signatures.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))?.format ?? null;
}

/** The signature may stand a little way into the file: scanners and mail programs put lines before it. */
export const isPdf = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < Math.min(bytes.length, 1024); at++)
    if (bytes[at] === 0x25 && [0x50, 0x44, 0x46, 0x2d].every((unit, i) => bytes[at + 1 + i] === unit)) return true;
  return false;
};

/** «{\rtf» */
export const isRtf = (bytes: Uint8Array): boolean =>
  [0x7b, 0x5c, 0x72, 0x74, 0x66].every((unit, i) => bytes[i] === unit);

export const startsLikeZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Word and Excel put a document with a password into a compound file whose directory names it in UTF-16. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
  const last = bytes.length - name.length * 2;
  for (let at = 512; at <= last; at += 64)
    if (name.every((unit, i) => bytes[at + 2 * i] === unit && bytes[at + 2 * i + 1] === 0)) return true;
  return false;
}

/** HTML told from how the text begins: as a page, or as a pasted piece of one, whose first element is closed again; then by the name. */
export function isHtml(name: string, text: string): boolean {
  const start = text.slice(0, 2_000).replace(/^(?:\s|<!--[^>]{0,500}-->|<\?xml[^>]{0,200}\?>){1,20}/, '');
  if (/^<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i.test(start)) return true;
  const piece =
    /^<(p|div|h[1-6]|ul|ol|table|article|section|main|header|span|meta|b|strong)(?:\s[^<>]{0,1000})?>/i.exec(start);
  if (
    piece !== null &&
    (/^meta$/i.test(piece[1] ?? '') || text.toLowerCase().includes(`</${(piece[1] ?? '').toLowerCase()}>`))
  )
    return true;
  return /\.x?html?$/i.test(name) && /<\/(?:p|div|li|h[1-6]|td|body)>/i.test(text);
}

/** An OpenDocument text in one XML file. */
export const looksLikeFlatOdt = (text: string): boolean =>
  /^\s{0,100}(?:<\?xml[^>]{0,200}\?>\s{0,100})?<office:document[\s>]/.test(text.slice(0, 600));

/** True when no human wrote it: NULs, or more control characters than a stray bullet from a PDF explains. */
export function looksBinary(text: string): boolean {
  const looked = Math.min(text.length, 65_536);
  let control = 0;
  for (let i = 0; i < looked; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) return true;
    if (unit < 0x20 ? unit < 0x09 || unit > 0x0d : (unit >= 0x7f && unit < 0xa0 && unit !== 0x85) || unit === 0xfffd)
      control++;
  }
  return control > 4 && control > looked * 0.02;
}

/** Markdown told by its strong signs (headings, bold, links); dashes and numbers begin lines in any text. Then by name. */
export function detectTextFormat(name: string, text: string): TextFormat {
  const sample = text.slice(0, 200_000);
  const headings = sample.match(/^ {0,3}#{1,6} +\S/gm)?.length ?? 0;
  const strong = sample.match(/(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*|(?<!_)__[^\s_][^_\n]{0,200}__(?!_)/g)?.length ?? 0;
  const links = sample.match(/(?<!\\)\[[^\]\n]{1,200}\]\([^)\s]{1,300}\)/g)?.length ?? 0;
  if (headings > 0 || strong > 1 || links > 1) return 'markdown';
  return /\.(md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : 'text';
}
