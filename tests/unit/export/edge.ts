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

/** 900 blocks in 30 chapters, one of them empty, and a point of 60 lines; the first points hold what texts are at their worst. */
const manyLines = [
  '= Program',
  '# Et tomt kapittel',
  ...Array.from({ length: 30 }, (_, chapter) => [
    `# Kapittel nummer ${chapter + 1}`,
    ': Forbundet vil arbeide for:',
    ...Array.from({ length: 28 }, (__, point) => {
      if (chapter === 3 && point === 4)
        return `1. ${'At et punkt på seksti linjer deles pent over sidene. '.repeat(88).trim()}`;
      const worst = point === 0 ? ` ${['שלום עולם', 'سلام', '👩🏽‍⚕️ 🇳🇴', 'čđŋšŧž', longWord][chapter % 5] ?? ''}` : '';
      return `1. At punkt ${point + 1} i kapittel ${chapter + 1} er der${worst}.`;
    }),
  ]).flat(),
];

/** The same meeting about 900 blocks, with 500 amendments, each to a point of its own, by people with such names. */
export function largeMeeting(decided = false): ExportInput {
  const newest = { ...revisionOf(manyLines), period: null };
  const points = newest.blocks.filter(({ kind }) => kind === 'point');
  const amendments = points.slice(0, 500).map(({ id, text }, at) =>
    amendmentOf(newest, at + 1, [{ kind: 'replacement', block: id, text: `${text} Og mer til.` }], {
      proposer: personId(`p${at % 4}`),
      body: `Havnelag ${at % 95}`,
      ...(decided && {
        decision: { result: 'adopted', tally: null, because: null, at: '2027-05-28T12:00:00.000Z' } as const,
      }),
    }),
  );
  const baseline = { ...revisionOf(manyLines.filter((_, at) => at % 40 !== 39)), period: null };
  return { ...meeting(), newest, baseline, amendments, people: names };
}

/** Texts and names at their worst; with `LARGE_PAPERS=1` (`npm run soak:edge`) 900 blocks and 500 amendments of them. */
export const worstMeeting = process.env['LARGE_PAPERS'] === '1' ? largeMeeting : edgeMeeting;
