/** Spaces that hold together, and dashes, on request. */
export const typography = {
  title: 'Mellomrom og tankestrekar',
  command: 'Rett mellomrom og tankestrekar …',
  intro:
    'Dette ville bli endra. ␣ er eit vanleg mellomrom, ⍽ eit hardt, som held orda på same linje. Alt kan angrast i eitt steg.',
  none: 'Det er ingenting å endre: mellomrom og tankestrekar står som dei skal.',
  locked: (count: number) =>
    `${count === 1 ? '1 stad' : `${count} stader`} i kapittel som er låste for deg, blir ståande som no.`,
  places: (count: number) => (count === 1 ? '1 stad' : `${count} stader`),
  more: (count: number) => (count === 1 ? 'og 1 stad til' : `og ${count} stader til`),
  change: (count: number) => (count === 1 ? 'Endre 1 stad' : `Endre ${count} stader`),
  rules: {
    section: 'Paragrafteikn: § 3',
    percent: 'Prosent: 10 %',
    money: 'Beløp: kr 500, 3 millionar',
    date: 'Datoar: 1. mai',
    thousands: 'Store tal: 10 000',
    reference: 'Tilvisingar: pkt. 3, side 14',
    span: 'Frå og til: 2023–2025',
    dash: 'Tankestrek mellom ord: –',
  },
};
