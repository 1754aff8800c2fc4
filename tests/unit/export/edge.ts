import type { TextChange } from '#shared/amendment/amendment';
import { personId } from '#shared/core/ids';
import type { ExportInput } from '#shared/export/input';
import { amendmentOf, meeting, revisedSampleLines } from './meeting';
import { revisionOf } from './programmes';

const longWord = 'loggbokføringspliktutvalgsmedlemskapsnemndasarkivnøkkelordliste'.repeat(3);

/** What texts and names are at their worst, all in one programme; its period is not known. */
const edgeLines = [
  '# Et tomt kapittel',
  '# Čáhci ja šaddu: čđŋšŧž ČĐŊŠŦŽ',
  '## Tomt under',
  ': Forbundet vil arbeide for:',
  '1. At eŋgelas, čađa, ŋuovvu og ŧuođđu skrives slik de skal.',
  '1. At 👩🏽‍⚕️, 🇳🇴 og 🙂 blir hele, og at a\u0301 og å blir som de ble skrevet.',
  `1. At ${longWord} deles, og at ingenting blir borte.`,
  `1. ${'At et punkt på seksti linjer deles pent over sidene. '.repeat(88).trim()}`,
  '# Siste tomme kapittel',
];

const names = {
  p0: { name: 'שושנה כהן' },
  p1: { name: 'Čálli Šuŋ-Đorđević Ŧ. Ž.' },
  p2: { name: 'محمد 👩🏽‍⚕️ & <Søn> "Ø"' },
  p3: { name: longWord },
} as const;

const bodies = ['سلام havnelag', 'Čáhci- ja áhcceovttastus', longWord, null] as const;

/** A meeting about such a programme, with amendments by such people of such bodies. */
export function edgeMeeting(decided = false): ExportInput {
  const plain = meeting(decided);
  const former = plain.newest.blocks.length;
  const newest = { ...revisionOf([...revisedSampleLines(), ...edgeLines], { name: 'Innstilling' }), period: null };
  const [points, more] = [newest.blocks.slice(former).filter(({ kind }) => kind === 'point'), plain.amendments.length];
  const edge = points.map(({ id, text }, at) => {
    const change: TextChange =
      at === 0 ? { kind: 'deletion', block: id } : { kind: 'replacement', block: id, text: `${text} Og 👩🏽‍⚕️ ŋuŧ.` };
    return amendmentOf(newest, more + at + 1, [change], {
      proposer: personId(`p${at % 4}`),
      body: bodies[at % bodies.length] ?? null,
      rationale: `${longWord} og čđŋšŧž: derfor.`,
      recommendation: { kind: 'adopt', text: null, reason: 'Til čáhci 👩🏽‍⚕️.' },
    });
  });
  const rebased = plain.amendments.map((amendment) => ({ ...amendment, base: newest.id }));
  return { ...plain, newest, amendments: [...rebased, ...edge], people: names };
}
