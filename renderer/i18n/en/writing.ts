/** What one does to words while writing: formats, links. */
export const writing = {
  tools: 'Form of the words',
  bold: 'Bold',
  italic: 'Italic',
  link: 'Link',
  linkTitle: 'Link',
  linkFor: (words: string) => `“${words}” is to lead to`,
  linkNew: 'The address is written where the caret is',
  address: 'Address',
  addressHint: 'A web address or e-mail address, such as https://www.legeforeningen.no',
  badAddress: 'The address must begin with https://, http:// or mailto:, and cannot have spaces.',
  setLink: 'Insert the link',
  removeLink: 'Remove the link',
};
