import type { PlacedMap } from './placed-map.ts';

/** A part of the map one has chosen to look at alone. */
export interface Branch {
  readonly root: string;
  /** All that belongs to it: the root, what stands under it, and the way from it to the motion. */
  readonly ids: ReadonlySet<string>;
  /** The root and what stands under it. */
  readonly under: ReadonlySet<string>;
}

/** The branch that begins at a box; null where it is not on the map. */
export function branchOf({ byId }: Pick<PlacedMap, 'byId'>, root: string): Branch | null {
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
