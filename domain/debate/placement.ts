import type { PersistentIndex } from './persistent-index.ts';
import { appendTo, removeFrom } from './persistent-index.ts';
import type { DebateState, Link } from './state.ts';

/** Adds a parent link and files it, in order, under what it points at. */
export function placeParentLink(state: DebateState, link: Link): DebateState {
  const links = state.links.set(link.id, link);
  const siblings = state.childLinks.get(link.target.id) ?? [];
  const at = siblings.findIndex((id) => isBefore(link, state.links.get(id)));
  const index = at === -1 ? siblings.length : at;
  const childLinks = state.childLinks.set(link.target.id, siblings.toSpliced(index, 0, link.id));
  return { ...state, links, childLinks };
}

/** Takes a parent link out of the index under what it points at now. */
export function unplaceParentLink(state: DebateState, link: Link): DebateState {
  return { ...state, childLinks: removeFrom(state.childLinks, link.target.id, link.id) };
}

/** Adds a cross-link and files it at both its ends. */
export function placeCrossLink(state: DebateState, link: Link): DebateState {
  let crossLinks: PersistentIndex = appendTo(state.crossLinks, link.target.id, link.id);
  if (link.from !== link.target.id) crossLinks = appendTo(crossLinks, link.from, link.id);
  return { ...state, links: state.links.set(link.id, link), crossLinks };
}

function isBefore(link: Link, other: Link | undefined): boolean {
  if (!other) return false;
  return link.order < other.order || (link.order === other.order && link.id < other.id);
}
