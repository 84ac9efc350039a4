import type { PlacedMap } from './placed-map.ts';

/** A part of the map selected to be viewed alone. */
export interface MapBranch {
  readonly root: string;
  /** Everything in it: the root, its descendants, and the path from it to the motion. */
  readonly ids: ReadonlySet<string>;
  /** The root and its descendants. */
  readonly under: ReadonlySet<string>;
}

/** The branch of a box; `null` if it is not on the map. */
export function mapBranchOf({ byId }: Pick<PlacedMap, 'byId'>, root: string): MapBranch | null {
  if (!byId.has(root)) return null;
  const under = new Set<string>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    under.add(id);
    open.push(...(byId.get(id)?.children ?? []));
  }
  const ids = new Set(under);
  for (let above = byId.get(root)?.parent ?? null; above !== null; above = byId.get(above)?.parent ?? null) {
    ids.add(above);
  }
  return { root, ids, under };
}
