import type { OwnWords } from './ownWords';
import { spelledWords } from './words';

/** The words with a capital in a title, with the s of a possessor and without it, as own words are kept (SP7). */
export function namesIn(title: string): OwnWords {
  const isShouted = title === title.toLocaleUpperCase('nb');
  const words = spelledWords(isShouted ? title.toLocaleLowerCase('nb') : title).map(({ word }) => word);
  return new Set(
    words
      .filter((word) => isShouted || /^\p{Lu}/u.test(word))
      .flatMap((word) => {
        const [first = '', ...rest] = word;
        const name = first.toLocaleLowerCase('nb') + rest.join('');
        return name.length > 3 && name.endsWith('s') ? [name, name.slice(0, -1)] : [name];
      }),
  );
}
