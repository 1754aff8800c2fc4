/** Spaces that hold together, and dashes, on request. */
export const typography = {
  title: 'Mellomrom og tankestreker',
  command: 'Rett mellomrom og tankestreker …',
  intro:
    'Dette ville bli endret. ␣ er et vanlig mellomrom, ⍽ et hardt, som holder ordene på samme linje. Alt kan angres i ett steg.',
  none: 'Det er ingenting å endre: mellomrom og tankestreker står som de skal.',
  locked: (count: number) =>
    `${count === 1 ? '1 sted' : `${count} steder`} i kapitler som er låst for deg, blir stående som nå.`,
  places: (count: number) => (count === 1 ? '1 sted' : `${count} steder`),
  more: (count: number) => (count === 1 ? 'og 1 sted til' : `og ${count} steder til`),
  change: (count: number) => (count === 1 ? 'Endre 1 sted' : `Endre ${count} steder`),
  rules: {
    section: 'Paragraftegn: § 3',
    percent: 'Prosent: 10 %',
    money: 'Beløp: kr 500, 3 millioner',
    date: 'Datoer: 1. mai',
    thousands: 'Store tall: 10 000',
    reference: 'Henvisninger: pkt. 3, side 14',
    span: 'Fra og til: 2023–2025',
    dash: 'Tankestrek mellom ord: –',
  },
};
