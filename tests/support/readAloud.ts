import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Node = NonNullable<Awaited<ReturnType<Awaited<ReturnType<typeof pageOf>>['getStructTree']>>>['children'][number];

async function pageOf(pdf: Awaited<ReturnType<typeof getDocument>['promise']>, number: number) {
  return pdf.getPage(number);
}

/**
 * What a screen reader says of a tagged PDF, page by page: the words of its structure tree in the tree's order. Read by pdf.js, since poppler's reading
 * of the tree loses what follows a non-breaking space. What is an artifact, or outside of the tree, is not in it.
 */
export async function readAloud(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pageOf(pdf, number);
    const words = new Map<string, string>();
    const open: (string | null)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (!('type' in item)) {
        const id = open.findLast((one) => one !== null);
        if (id !== undefined && id !== null) words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item ? (item.id ?? null) : null);
    }
    const said = (node: Node): string =>
      'children' in node ? node.children.map(said).join('') : 'id' in node ? (words.get(node.id) ?? '') : '';
    const tree = await page.getStructTree();
    pages.push(tree === null ? '' : tree.children.map(said).join(''));
  }
  await pdf.loadingTask.destroy();
  return pages;
}
