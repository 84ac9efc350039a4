import { groupBy } from '../../collections/group-by.ts';
import type { PersistentIndex } from '../../collections/persistent-index.ts';
import { removeAllFrom, removeFrom } from '../../collections/persistent-index.ts';
import type { DebateState } from '../engine/state.ts';
import type { Link } from './link.ts';

/** Adds a parent link to the index of its target, in order. */
export function placeParentLink(state: DebateState, link: Link): DebateState {
  const childLinks = fileLink(state.childLinks, link.target.id, link, state, bySibling);
  return { ...state, links: state.links.set(link.id, link), childLinks };
}

/** Removes a parent link from the index of its current target. */
export function unplaceParentLink(state: DebateState, link: Link): DebateState {
  return { ...state, childLinks: removeFrom(state.childLinks, link.target.id, link.id) };
}

/** Moves parent links to their new targets, in order. Each list of siblings is made once: thousands of links may leave or join it. */
export function moveParentLinks(state: DebateState, moved: readonly Link[]): DebateState {
  const links = state.links.withMutations((all) => {
    for (const link of moved) all.set(link.id, link);
  });
  const from = moved.flatMap(({ id }) => state.links.get(id)?.target.id ?? []);
  let childLinks = removeAllFrom(state.childLinks, from, new Set(moved.map(({ id }) => id)));
  for (const [targetId, arriving] of groupBy(moved, ({ target }) => target.id)) {
    const siblings = (childLinks.get(targetId) ?? []).flatMap((id) => links.get(id) ?? []);
    const inOrder = [...siblings, ...arriving].sort(bySibling);
    childLinks = childLinks.set(
      targetId,
      inOrder.map(({ id }) => id),
    );
  }
  return { ...state, links, childLinks };
}

/** Adds a cross-link to the indexes of both its ends. */
export function placeCrossLink(state: DebateState, link: Link): DebateState {
  let crossLinks = fileLink(state.crossLinks, link.target.id, link, state, byTime);
  if (link.from !== link.target.id) crossLinks = fileLink(crossLinks, link.from, link, state, byTime);
  return { ...state, links: state.links.set(link.id, link), crossLinks };
}

/** Orders any two links. */
export type LinkOrder = (a: Link, b: Link) => number;

/** Inserts a link after all that do not come after it: the place is the same whether links arrive one by one or in a snapshot. */
function fileLink(
  index: PersistentIndex,
  key: string,
  link: Link,
  state: DebateState,
  order: LinkOrder,
): PersistentIndex {
  const ids = index.get(key) ?? [];
  const before = ids.findLastIndex((id) => {
    const other = state.links.get(id);
    return other !== undefined && order(other, link) <= 0;
  });
  return index.set(key, ids.toSpliced(before + 1, 0, link.id));
}

/** The order of siblings under one target. */
export const bySibling: LinkOrder = (a, b) => compare(a.order, b.order) || compare(a.id, b.id);
/** The order of cross-links in lists. */
export const byTime: LinkOrder = (a, b) => a.at - b.at || compare(a.id, b.id);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
