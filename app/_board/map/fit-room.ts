/** A length and a height in pixels of the screen. */
interface Size {
  readonly width: number;
  readonly height: number;
}

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
  readonly overview: Size;
}

/** Edges to leave free in a wide view, so that the whole map is covered by nothing and still as large as can be. */
export function coveredOf(view: Size, whole: Size, { names, toolbar, overview }: Tools): Covered {
  const over = { above: names, below: Math.max(toolbar, overview.height), beside: 0 };
  const next = { above: names, below: toolbar, beside: overview.width };
  return zoomIn(view, whole, next) > zoomIn(view, whole, over) ? next : over;
}

function zoomIn(view: Size, whole: Size, { above, below, beside }: Covered): number {
  return Math.min(1, (view.width - beside) / whole.width, (view.height - above - below) / whole.height);
}
