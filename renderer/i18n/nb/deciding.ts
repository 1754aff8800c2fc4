/** From the recommendations to the adopted text, in bokmål. */
export const deciding = {
  history: {
    voteRuleSet: 'Flertallsregelen endret',
    separated: (number: string) => `Egen votering over forslag ${number} krevd`,
    joined: (number: string) => `Forslag ${number} kan igjen tas samlet`,
    opened: (numbers: string) => `Forslag ${numbers} tatt opp til votering`,
    counted: (numbers: string, counts: string) => `Opptelling, forslag ${numbers}: ${counts}`,
    leftUnfinished: (numbers: string) => `Må ferdigstilles: forslag ${numbers}`,
    finished: { corrected: 'Ferdigstilt med ny tekst', accepted: 'Godtatt slik teksten står' },
    textCorrected: (count: number) => `${count === 1 ? 'Én rettelse' : `${count} rettelser`} i vedtatt tekst`,
    takenBack: (numbers: string) => `Vedtaket om forslag ${numbers} angret`,
  },
};

export type DecidingStrings = typeof deciding;
