import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree as pdf.js hands it over, which its types tell only in part: an element, or words by the id of their marked content. */
interface Node {
  readonly id?: string;
  readonly children?: readonly Node[];
}

/**
 * What a screen reader says of a tagged PDF, page by page: the words of its structure tree in the tree's order. Read by pdf.js, since poppler's reading
 * of the tree loses what follows a non-breaking space. What is an artifact, or outside of the tree, is not in it.
 */
export async function readAloud(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const words = new Map<string, string>();
    const open: (string | undefined)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== undefined);
        if (id !== undefined) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id);
    }
    const said = ({ id, children = [] }: Node): string =>
      (id === undefined ? '' : (words.get(id) ?? '')) + children.map(said).join('');
    pages.push(said(await page.getStructTree()));
  }
  await pdf.loadingTask.destroy();
  return pages;
}
