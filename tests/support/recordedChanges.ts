import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Edits of the body of a Word document as a word processor records them. */
export type BodyEdit = (body: string) => string;

const by = (author: string): string => `w:id="9000" w:author="${author}" w:date="2027-03-01T10:00:00Z"`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

export const struck = (author: string, text: string): string =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
export const added = (author: string, text: string): string => `<w:ins ${by(author)}>${run(text)}</w:ins>`;

/** Does `edit` to the body of a file, and sets other parts beside it. Throws where nothing is changed. */
export function withEditedBody(
  docx: Uint8Array,
  edit: BodyEdit,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const parts = unzipSync(docx);
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const edited = edit(body);
  if (edited === body) throw new Error('the edit found nothing to change');
  const others = Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...parts, ...others, 'word/document.xml': strToU8(edited) });
}

/** Replaces words inside one run: the run is divided as Word does it. */
export const within =
  (words: string, put: string): BodyEdit =>
  (body) =>
    body.replace(
      new RegExp(`<w:r><w:t xml:space="preserve">([^<]*)${words}([^<]*)</w:t></w:r>`),
      (_, before: string, after: string) => run(before) + put + run(after),
    );

const paragraphWith = (words: string): RegExp => new RegExp(`<w:p>(?:(?!<w:p>).)*${words}.*?</w:p>`);

const onParagraph =
  (words: string, edit: BodyEdit): BodyEdit =>
  (body) =>
    body.replace(paragraphWith(words), edit);

const withMark =
  (element: 'ins' | 'del', author: string): BodyEdit =>
  (paragraph) =>
    paragraph.replace('</w:pPr>', `<w:rPr><w:${element} ${by(author)}/></w:rPr></w:pPr>`);

/** What stands in every run of a paragraph is put inside a recorded change. */
const wrapRuns =
  (element: 'ins' | 'del' | 'moveFrom' | 'moveTo', author: string): BodyEdit =>
  (paragraph) =>
    paragraph.replace(/<w:r><w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g, (whole, text: string) =>
      element === 'del' ? struck(author, text) : `<w:${element} ${by(author)}>${whole}</w:${element}>`,
    );

/** Strikes the paragraph in which the words stand, its end too. */
export const strikeParagraph = (author: string, words: string): BodyEdit =>
  onParagraph(words, (paragraph) => wrapRuns('del', author)(withMark('del', author)(paragraph)));

/** Strikes all words of a paragraph and writes others in their place. */
export const rewriteParagraph = (author: string, words: string, text: string): BodyEdit =>
  onParagraph(words, (paragraph) =>
    wrapRuns('del', author)(paragraph).replace('</w:del>', `</w:del>${added(author, text)}`),
  );

/** A new point after the paragraph in which the words stand. */
export const addPointAfter = (author: string, words: string, text: string): BodyEdit =>
  onParagraph(
    words,
    (paragraph) =>
      `${paragraph}<w:p><w:pPr><w:pStyle w:val="Point"/><w:rPr><w:ins ${by(author)}/></w:rPr></w:pPr>${added(author, text)}</w:p>`,
  );

/** The return key before the words, which begin the new paragraph. */
export const splitBefore = (author: string, words: string): BodyEdit =>
  onParagraph(words, (paragraph) => {
    const properties = /<w:pPr>.*?<\/w:pPr>/.exec(paragraph)?.[0] ?? '<w:pPr></w:pPr>';
    const divided = paragraph.replace(
      new RegExp(`<w:r><w:t xml:space="preserve">([^<]*)\\s(${words}[^<]*)</w:t></w:r>`),
      (_, before: string, after: string) => `${run(before)}${struck(author, ' ')}</w:p><w:p>${properties}${run(after)}`,
    );
    return divided === paragraph ? paragraph : withMark('ins', author)(divided);
  });

/** Takes the end off the paragraph in which the words stand, so that the next goes on in it. */
export const joinWithNext = (author: string, words: string): BodyEdit =>
  onParagraph(words, (paragraph) =>
    withMark('del', author)(paragraph).replace('</w:p>', `${added(author, ' ')}</w:p>`),
  );

/** Moves a whole paragraph to after another, as Word records a drag. */
export const moveAfter =
  (author: string, words: string, target: string): BodyEdit =>
  (body) => {
    const moved = paragraphWith(words).exec(body)?.[0] ?? '';
    const bare = moved.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
    const range = (side: 'From' | 'To', content: string): string =>
      `<w:move${side}RangeStart ${by(author).replace('9000', side === 'From' ? '9100' : '9101')} w:name="move9"/>${content}<w:move${side}RangeEnd w:id="${side === 'From' ? '9100' : '9101'}"/>`;
    const away = range('From', wrapRuns('moveFrom', author)(withMark('del', author)(moved)));
    const here = range('To', wrapRuns('moveTo', author)(withMark('ins', author)(bare)));
    return onParagraph(target, (paragraph) => paragraph + here)(body.replace(moved, away));
  };

export const inTurn =
  (...edits: readonly BodyEdit[]): BodyEdit =>
  (body) =>
    edits.reduce((so, edit, at) => {
      const edited = edit(so);
      if (edited === so) throw new Error(`edit ${String(at + 1)} found nothing to change`);
      return edited;
    }, body);
