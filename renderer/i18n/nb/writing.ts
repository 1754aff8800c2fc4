/** What one does to words while writing: formats, links. */
export const writing = {
  tools: 'Form på ordene',
  bold: 'Fet',
  italic: 'Kursiv',
  link: 'Lenke',
  linkTitle: 'Lenke',
  linkFor: (words: string) => `«${words}» skal føre til`,
  linkNew: 'Adressen skrives inn der du står',
  address: 'Adresse',
  addressHint: 'En nettadresse eller e-postadresse, for eksempel https://www.legeforeningen.no',
  badAddress: 'Adressen må begynne med https://, http:// eller mailto:, og kan ikke ha mellomrom.',
  setLink: 'Sett inn lenken',
  removeLink: 'Ta bort lenken',
};
