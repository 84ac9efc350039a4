import type { MapBranch } from '#domain/layout/branch.ts';

/** Highlights on the map. */
export interface MapMarks {
  /** Search results, as far as they are visible. */
  readonly found: ReadonlySet<string>;
  /** Boxes that hide a search result. */
  readonly hiding: ReadonlySet<string>;
  /** The current search result. */
  readonly at: string | null;
  /** The only branch in view: all else is dimmed. */
  readonly branch: MapBranch | null;
}

export const UNMARKED: MapMarks = {
  found: new Set(),
  hiding: new Set(),
  at: null,
  branch: null,
};
