/** What one does to words while writing: formats, links. */
export const writing = {
  tools: 'Form på orda',
  bold: 'Feit',
  italic: 'Kursiv',
  link: 'Lenkje',
  linkTitle: 'Lenkje',
  linkFor: (words: string) => `«${words}» skal føre til`,
  linkNew: 'Adressa blir skriven inn der du står',
  address: 'Adresse',
  addressHint: 'Ei nettadresse eller e-postadresse, til dømes https://www.legeforeningen.no',
  badAddress: 'Adressa må byrje med https://, http:// eller mailto:, og kan ikkje ha mellomrom.',
  setLink: 'Set inn lenkja',
  removeLink: 'Ta bort lenkja',
};
