export interface AifDocument {
  readonly nodes: readonly { readonly nodeID: string }[];
  readonly edges: readonly { readonly fromID: string; readonly toID: string }[];
  readonly locutions?: readonly object[];
}

/** A document as a graph: records in any order, without edges to what is not there. */
export function graphOf({ nodes, edges, locutions = [] }: AifDocument) {
  const ids = new Set(nodes.map(({ nodeID }) => nodeID));
  const sorted = (records: readonly object[]) =>
    records.map((record) => JSON.stringify(Object.entries(record).sort())).sort();
  return {
    nodes: sorted(nodes),
    edges: sorted(edges.filter(({ fromID, toID }) => ids.has(fromID) && ids.has(toID))),
    locutions: sorted(locutions),
  };
}
