import type { ReadText } from './sourceLine';

/** What stands at the head of a web page for those who hear it, and comes along when the page is copied. */
const skipLink =
  /^(?:(?:hopp|gå|til|hoppa|spring) )?(?:rett |direkte )?(?:til )?(?:hoved|hovud|huvud)?inn?(?:holdet|hold|haldet|hald|ehållet|ehåll)$|^(?:skip|jump) to (?:main |the )?content$/i;

/** Lines at the head that are looked at. */
const HEAD = 4;

/** Takes such a line off; the report has it. */
export function withoutSkipLink(read: ReadText): ReadText {
  const at = read.lines.slice(0, HEAD).findIndex(({ text }) => skipLink.test(text) && / /.test(text));
  const line = read.lines[at];
  if (line === undefined) return read;
  return {
    ...read,
    lines: read.lines.toSpliced(at, 1),
    remarks: [...read.remarks, { code: 'page-frame-dropped', line: line.fromLine, text: line.text }],
  };
}
