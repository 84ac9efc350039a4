/** Every part of the article carries its start, and has its words in one text node. */
const STRETCH = '[data-start]';

/** Returns the place in an article, in UTF-16 units, of a point of the page; `null`: it is outside the article. */
export function placeAt(node: Node, offset: number): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const stretch = node.parentElement?.closest(STRETCH);
    return stretch ? startOf(stretch) + offset : null;
  }
  if (!(node instanceof Element)) return null;
  const inside = node.closest(STRETCH);
  if (inside) return startOf(inside) + (offset > 0 ? lengthOf(inside) : 0);
  const next = node.childNodes[offset];
  if (next instanceof Element) {
    const first = next.matches(STRETCH) ? next : next.querySelector(STRETCH);
    if (first) return startOf(first);
  }
  const last = [...node.querySelectorAll(STRETCH)].at(-1);
  return last ? startOf(last) + lengthOf(last) : null;
}

/** Selects the text between two places of the article shown in `root`. */
export function selectPlaces(root: Element, from: number, to: number): void {
  const [start, end] = [pointAt(root, from, false), pointAt(root, to, true)];
  const selection = window.getSelection();
  if (!start || !end || !selection) return;
  selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  start.node.parentElement?.scrollIntoView({ block: 'nearest' });
}

function pointAt(root: Element, place: number, isEnd: boolean): { node: Node; offset: number } | null {
  for (const stretch of root.querySelectorAll(STRETCH)) {
    const [start, length] = [startOf(stretch), lengthOf(stretch)];
    const isHere = isEnd
      ? place > start && place <= start + length
      : place >= start && place < start + length;
    const [node] = stretch.childNodes;
    if (isHere && node) return { node, offset: place - start };
  }
  return null;
}

function startOf(stretch: Element): number {
  return Number(stretch.getAttribute('data-start'));
}

function lengthOf(stretch: Element): number {
  return stretch.firstChild?.textContent?.length ?? 0;
}
