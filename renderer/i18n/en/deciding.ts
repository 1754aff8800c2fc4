import type { DecidingStrings } from '../nb/deciding';

export const deciding: DecidingStrings = {
  history: {
    voteRuleSet: 'Majority rule changed',
    separated: (number) => `Separate vote asked for on amendment ${number}`,
    joined: (number) => `Amendment ${number} may be taken en bloc again`,
    opened: (numbers) => `Amendment ${numbers} put to the vote`,
    counted: (numbers, counts) => `Count, amendment ${numbers}: ${counts}`,
    leftUnfinished: (numbers) => `To be finished: amendment ${numbers}`,
    finished: { corrected: 'Finished with new words', accepted: 'Accepted as the text stands' },
    textCorrected: (count) => `${count === 1 ? 'One correction' : `${count} corrections`} in the adopted text`,
    takenBack: (numbers) => `Decision on amendment ${numbers} taken back`,
  },
};
