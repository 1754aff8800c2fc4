const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** What is never text. */
export const unread = set(
  'script style template noscript svg math object iframe canvas audio video select option textarea',
);

/** Round the text of a page: its words are told in the report. */
export const framing = set('head nav footer aside form dialog button');

/** Elements that begin and end a block. */
export const blocks = set(`
  address article aside blockquote body caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul
`);

/** Elements without content, which are never closed. */
export const empty = set('area base br col embed hr img input link meta source track wbr');

/** What was put in, or struck. */
export const isChange = (name: string): boolean => name === 'ins' || name === 'del';

export const headingDepth = (name: string): number | null => (/^h[1-6]$/.test(name) ? Number(name.slice(1)) : null);

/** Hidden from who reads the page. */
export const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes ||
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attributes['style'] ?? '');
