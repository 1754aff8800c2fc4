/** The address outside the document that a field leads to; `null` for every other field. ECMA-376 part 1, 17.16.5.25. */
export function linkOfField(instruction: string): string | null {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction);
  if (found === null) return null;
  const place = /\\l\s+"([^"]*)"/i.exec(instruction)?.[1];
  const address = found[1] ?? found[2] ?? '';
  return address === '' ? null : place === undefined || address.includes('#') ? address : `${address}#${place}`;
}
