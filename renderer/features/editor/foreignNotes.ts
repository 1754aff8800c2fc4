/** What a footnote is called by: «1», «[1]», «iv», «*». */
const sign = /^[[(]?(?:\d{1,3}|[ivxlc]{1,6}|[\p{L}*†‡§])[\])]?\.?$/iu;

/** No box of one footnote has more. */
const MOST_PARAGRAPHS = 20;

/** So many links are looked at, two for each footnote: what surrounds each is read, and no paste may stall the window. */
const MOST_LINKS = 1_000;

/** Where a link leads within its page; `null` for any other. */
function targetOf(link: Element): string | null {
  const address = link.getAttribute('href') ?? '';
  const at = address.lastIndexOf('#');
  return at < 0 || at === address.length - 1 ? null : address.slice(at + 1);
}

const namesOf = (link: Element): readonly string[] =>
  [link.id, link.getAttribute('name') ?? ''].filter((name) => name !== '');

/** What holds the footnote that a link begins: the box of it alone, else its paragraph. */
function boxOf(link: Element, body: Element): Element | null {
  const paragraph = link.closest('p, li, dd, td');
  const box = (paragraph ?? link).parentElement?.closest('div, aside, section, li, dd');
  const isAlone =
    box &&
    box !== body &&
    box.childElementCount <= MOST_PARAGRAPHS &&
    body.contains(box) &&
    box.querySelectorAll('a[href*="#"]').length === 1;
  return isAlone ? box : paragraph;
}

/**
 * Takes the footnotes out of a page that was copied from a word processor: each is known by two links that lead to each other, of which the first stands in the
 * text, the second begins the footnote, and both are no more than its sign. Yields what each of the former calls; a footnote that is not on the page stays a sign in the text.
 */
export function takeNotes(body: Element): ReadonlyMap<Node, Element> {
  const links = [...body.querySelectorAll('a[href*="#"]')]
    .filter((link) => sign.test(link.textContent.trim()))
    .slice(0, MOST_LINKS);
  const named = new Map(links.flatMap((link) => namesOf(link).map((name) => [name, link] as const)));
  const notes = new Map<Node, Element>();
  const begun = new Set<Element>();
  for (const call of links) {
    const start = named.get(targetOf(call) ?? '');
    if (start === undefined || start === call || begun.has(call) || begun.has(start)) continue;
    if (named.get(targetOf(start) ?? '') !== call) continue;
    const box = boxOf(start, body);
    if (box === null || box.contains(call) || !box.textContent.trim().startsWith(start.textContent.trim())) continue;
    begun.add(start);
    start.remove();
    box.remove();
    notes.set(call, box);
  }
  return notes;
}
