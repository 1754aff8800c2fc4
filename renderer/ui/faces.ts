/** Who gets a face where there is room for so many: of more, the last place is the number of those who have none. */
export const facesFor = <Someone>(
  everyone: readonly Someone[],
  room: number,
): { readonly faces: readonly Someone[]; readonly others: readonly Someone[] } => {
  const shown = everyone.length <= room ? room : room - 1;
  return { faces: everyone.slice(0, shown), others: everyone.slice(shown) };
};
