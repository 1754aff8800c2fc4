/** A Typst string literal. Whatever the text holds, it can only ever be read as text. */
export function typstString(text: string): string {
  const escaped = text.replace(
    // eslint-disable-next-line no-control-regex -- control characters must not reach the source
    /["\\]|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => {
      if (character === '"' || character === '\\') return `\\${character}`;
      const code = character.charCodeAt(0);
      if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
      return code < 0x20 && code !== 9 ? ' ' : `\\u{${code.toString(16)}}`;
    },
  );
  return `"${escaped}"`;
}

export const typstInteger = (value: number): string => String(Math.trunc(value));

/** An array literal: one element needs its comma. */
export const typstArray = (items: readonly string[]): string => `(${items.map((item) => `${item},`).join(' ')})`;
