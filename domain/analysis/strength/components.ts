/**
 * The strongly connected components of a directed graph that are reachable from some places (Tarjan 1972), each after all that lead to it.
 * Iterative: debates may be arbitrarily deep.
 */
export function componentsOf(next: readonly (readonly number[])[], from: Iterable<number>): number[][] {
  const size = next.length;
  /** In which order they were reached, from 1; 0: not yet. */
  const order = new Int32Array(size);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const looked = new Int32Array(size);
  const stack: number[] = [];
  const parts: number[][] = [];
  let reached = 0;
  for (const root of from) {
    if (order[root] !== 0) continue;
    const path = [root];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      if (order[at] === 0) {
        reached += 1;
        order[at] = reached;
        low[at] = reached;
        stack.push(at);
        onStack[at] = 1;
      }
      const following = next[at]?.[looked[at] ?? 0];
      if (following !== undefined) {
        looked[at] = (looked[at] ?? 0) + 1;
        if (order[following] === 0) path.push(following);
        else if (onStack[following]) low[at] = Math.min(low[at] ?? 0, order[following] ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[at] ?? 0);
      if (low[at] !== order[at]) continue;
      const part = stack.splice(stack.lastIndexOf(at));
      for (const place of part) onStack[place] = 0;
      parts.push(part);
    }
  }
  // They are found starting from the far end.
  return parts.reverse();
}
