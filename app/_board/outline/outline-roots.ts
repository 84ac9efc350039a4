import { resolveMerge } from '#domain/debate/map/merged.ts';
import type { OutlineNode, OutlineTree } from '#domain/outline/outline-tree.ts';

/** Returns the roots of a page's outline: the positions, or the one claim whose branch it is about. */
export function rootsOf(tree: OutlineTree, branch: string | undefined): readonly OutlineNode[] {
  if (branch === undefined) return tree.positions;
  const node = tree.byId.get(resolveMerge(tree.state, branch));
  return node ? [node] : [];
}
