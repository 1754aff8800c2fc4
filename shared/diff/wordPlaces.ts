/** Room for the places of the first text's words; each further list has twice that, as far as `LONGEST`. In numbers. */
const FIRST = 256;
const LONGEST = 1 << 16;

/** Where the words of some texts stand, in lists that many texts share: two lists for every block are dear. */
export class WordPlaces {
  private list = new Int32Array(FIRST);
  private used = 0;

  /** A list with room for the words of a text of so many UTF-16 units from `next` on. */
  roomFor(units: number): Int32Array {
    const needed = 2 * units;
    if (this.used + needed > this.list.length) {
      this.list = new Int32Array(Math.max(needed, Math.min(2 * this.list.length, LONGEST)));
      this.used = 0;
    }
    return this.list;
  }

  get next(): number {
    return this.used;
  }

  /** So many words of the text that room was asked for were written: the start and the end of each. */
  take(words: number): void {
    this.used += 2 * words;
  }
}
