import { isAdded, isStruck, type Authorship, type Mark, type ProgrammeParagraph } from './document';

/** Names the author and date of each change in a tracked document. */
export interface AuthorshipSource {
  /** Of the change that is being written: `by` where the change says whose it is. */
  authorship(by?: Authorship): Authorship;
  /** To be called before each paragraph of a tracked text, in order. */
  enter(paragraph: ProgrammeParagraph): void;
}

type Side = 'added' | 'struck' | null;
const sideOf = (mark: Mark): Side => (isAdded(mark) ? 'added' : isStruck(mark) ? 'struck' : null);

/** Two minutes off, within the same hour. */
const twoMinutesOff = (timestamp: string): string =>
  timestamp.replace(/T(\d\d):(\d\d)/, (_, hour: string, minute: string) => {
    const other = Number(minute) < 58 ? Number(minute) + 2 : Number(minute) - 2;
    return `T${hour}:${String(other).padStart(2, '0')}`;
  });

/**
 * LibreOffice takes two changes for one when both are of one kind and author and at most a minute apart, and nothing but a paragraph's end lies between
 * them: it would then accept or reject that end with them, though it was never changed. Where this could happen the second is
 * therefore dated two minutes apart. (Seen in 7.4 with the seeds of tests/interop.)
 */
export function startAuthorship(changesBy: Authorship): AuthorshipSource {
  let isSecond = false;
  let previous: { readonly lastRun: Side; readonly end: Side } | null = null;
  return {
    authorship: (by = changesBy) => {
      const date = by.at.replace(/\.\d+(?=Z$)/, '');
      return { author: by.author, at: isSecond ? twoMinutesOff(date) : date };
    },
    enter: ({ runs, end }) => {
      const [first, last] = [runs[0], runs.at(-1)];
      const begins = sideOf(first?.mark ?? end);
      if (previous !== null && begins !== null && previous.lastRun === begins && previous.end !== begins) {
        isSecond = !isSecond;
      }
      previous = { lastRun: last === undefined ? null : sideOf(last.mark), end: sideOf(end) };
    },
  };
}
