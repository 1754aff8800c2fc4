import type { DecidingStrings } from '../nb/deciding';

export const deciding: DecidingStrings = {
  history: {
    voteRuleSet: 'Fleirtalsregelen endra',
    separated: (number) => `Eiga røysting over framlegg ${number} kravd`,
    joined: (number) => `Framlegg ${number} kan igjen takast samla`,
    opened: (numbers) => `Framlegg ${numbers} teke opp til røysting`,
    counted: (numbers, counts) => `Oppteljing, framlegg ${numbers}: ${counts}`,
    leftUnfinished: (numbers) => `Må gjerast ferdig: framlegg ${numbers}`,
    finished: { corrected: 'Gjort ferdig med ny tekst', accepted: 'Godteke slik teksten står' },
    textCorrected: (count) => `${count === 1 ? 'Éi retting' : `${count} rettingar`} i vedteken tekst`,
    takenBack: (numbers) => `Vedtaket om framlegg ${numbers} angra`,
  },
};
