import { walkXml } from './xml';

/** All words of a part, in order; only those inside the element `within`, where it is given. */
export function wordsOf(bytes: Uint8Array, within: string | null = null): string {
  let text = '';
  let depth = within === null ? 1 : 0;
  walkXml(bytes, {
    open(name) {
      if (name === within) depth++;
      if (name === 'p' || name === 'tab') text += ' ';
    },
    text(piece) {
      if (depth > 0) text += piece;
    },
    close(name) {
      if (name === within) depth--;
    },
  });
  return text.replace(/\s+/g, ' ').trim();
}
