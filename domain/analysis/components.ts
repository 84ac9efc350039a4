/**
 * The strongly connected parts of a directed graph (Tarjan 1972), each after all that lead to it, and its places in
 * ascending order. Iterative: how deep a debate goes is made by people.
 */
export function componentsOf(next: readonly (readonly number[])[]): number[][] {
  const size = next.length;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const looked = new Int32Array(size);
  const stack: number[] = [];
  const parts: number[][] = [];
  let reached = 0;
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    const path = [root];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      if (order[at] === -1) {
        order[at] = reached;
        low[at] = reached;
        reached += 1;
        stack.push(at);
        onStack[at] = 1;
      }
      const following = next[at]?.[looked[at] ?? 0];
      if (following !== undefined) {
        looked[at] = (looked[at] ?? 0) + 1;
        if (order[following] === -1) path.push(following);
        else if (onStack[following]) low[at] = Math.min(low[at] ?? 0, order[following] ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[at] ?? 0);
      if (low[at] !== order[at]) continue;
      const part = stack.splice(stack.lastIndexOf(at));
      for (const place of part) onStack[place] = 0;
      parts.push(part.sort((a, b) => a - b));
    }
  }
  // They are found from the far end on.
  return parts.reverse();
}
