/** Lists that every document has, and their levels; shared by `styles.xml` and `numbering.xml`. */
export const headingList = 1;
export const footnoteList = 2;
export const pointList = 3;

/** A lead-in stands one level above the points and prints nothing, but starts them anew. */
export const leadInLevel = 0;
export const pointLevel = 1;
