/** Runs work that is done in turns to its end at once, for whoever has nothing else to do in between. */
export function finished<Result>(turns: Iterator<unknown, Result>): Result {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}
