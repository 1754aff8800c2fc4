/** A Typst string literal. Whatever the text holds, it can only ever be read as text. */
export function typstString(text: string): string {
  const escaped = text
    // White space of any sort is a space; what is no character cannot be printed, and PDF/UA would refuse the whole paper for it.
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/["\\]/g, (sign) => `\\${sign}`);
  return `"${escaped}"`;
}

export const typstInteger = (value: number): string => String(Math.trunc(value));

/** An array literal: one element needs its comma. */
export const typstArray = (items: readonly string[]): string => `(${items.map((item) => `${item},`).join(' ')})`;
