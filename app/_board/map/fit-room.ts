/** Pixels that stay free at the edges of a view. */
export interface Covered {
  readonly above: number;
  readonly below: number;
  readonly beside: number;
}

/** What stands over a wide view: names above, the toolbar and messages below, the overview in the lower right corner. */
export interface Tools {
  readonly names: number;
  readonly toolbar: number;
  readonly overview: { readonly width: number; readonly height: number };
}

/** Edges to leave free for these tools: over the overview or beside it, for the toolbar alone, for none of them. */
export function roomsFor({ names, toolbar, overview }: Tools): readonly (readonly Covered[])[] {
  const leave = (below: number, beside: number) => ({ above: names, below, beside });
  return [
    [leave(Math.max(toolbar, overview.height), 0), leave(toolbar, overview.width)],
    [leave(toolbar, 0)],
    [leave(0, 0)],
  ];
}

/**
 * The most room for the tools that costs no detail: the whole map is covered by nothing where that leaves its texts
 * readable, and by as little as can be elsewhere. Of equal rooms the one in which the map is larger.
 */
export function roomiest(
  rooms: readonly (readonly Covered[])[],
  zoomIn: (room: Covered) => number,
  detailAt: (zoom: number) => string,
): Covered {
  const largest = rooms.map((equal) => equal.toSorted((a, b) => zoomIn(b) - zoomIn(a))[0]);
  const bare = largest.at(-1);
  if (bare === undefined) return { above: 0, below: 0, beside: 0 };
  const detail = detailAt(zoomIn(bare));
  return largest.find((room) => room !== undefined && detailAt(zoomIn(room)) === detail) ?? bare;
}
