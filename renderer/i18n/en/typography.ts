/** Spaces that hold together, and dashes, on request. */
export const typography = {
  title: 'Spaces and dashes',
  command: 'Correct spaces and dashes …',
  intro:
    'This would be changed. ␣ is an ordinary space, ⍽ a no-break one, which keeps words on one line. All of it is one step of undo.',
  none: 'There is nothing to change: spaces and dashes are as they should be.',
  locked: (count: number) =>
    `${count === 1 ? '1 place' : `${count} places`} in chapters that are locked for you will stay as now.`,
  places: (count: number) => (count === 1 ? '1 place' : `${count} places`),
  more: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  change: (count: number) => (count === 1 ? 'Change 1 place' : `Change ${count} places`),
  rules: {
    section: 'Section signs: § 3',
    percent: 'Per cent: 10 %',
    money: 'Amounts: kr 500, 3 millioner',
    date: 'Dates: 1. mai',
    thousands: 'Large numbers: 10 000',
    reference: 'References: pkt. 3, side 14',
    span: 'From and to: 2023–2025',
    dash: 'Dash between words: –',
  },
};
