import type { MapLink } from './argument-map.ts';

/**
 * Words for a cross-link, without the claim it comes from: “attacks the link of 1.2”. `places` has the words for positions and claims, by
 * their ids, and those for a claim also by the id of its link.
 */
export function crossLinkWords(
  { relation, target }: MapLink,
  crossLinks: ReadonlyMap<string, MapLink>,
  places: ReadonlyMap<string, string>,
): string {
  return `${relation === 'support' ? 'supports' : 'attacks'} ${targetWords(target, crossLinks, places)}`;
}

/** Words for what a comment is on: “the link from 2.1 to 1.1” for a cross-link; a claim’s own link has those of the claim. */
export function commentPlaceWords(
  on: MapLink['target'],
  crossLinks: ReadonlyMap<string, MapLink>,
  places: ReadonlyMap<string, string>,
): string {
  return places.get(on.id) ?? targetWords(on, crossLinks, places);
}

function targetWords(
  target: MapLink['target'],
  crossLinks: ReadonlyMap<string, MapLink>,
  places: ReadonlyMap<string, string>,
): string {
  if (target.kind !== 'link') return places.get(target.id) ?? '';
  const denied = crossLinks.get(target.id);
  if (!denied) return `the link of ${places.get(target.id)}`;
  const further = crossLinks.get(denied.target.id);
  // No further than that: cross-links may attack each other in a circle.
  const to = further
    ? `a link from ${places.get(further.from)}`
    : targetWords(denied.target, crossLinks, places);
  return `the link from ${places.get(denied.from)} to ${to}`;
}
