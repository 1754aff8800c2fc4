/** Names as a sentence tells them: «Kari, Ola og Siv». */
export const listedIn = (locale: string): ((names: readonly string[]) => string) => {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (names) => list.format(names);
};
