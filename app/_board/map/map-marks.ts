import type { Branch } from '../../../domain/layout/branch.ts';

/** What is marked out on the map among all that stands on it. */
export interface MapMarks {
  /** What a search found, as far as it is shown. */
  readonly found: ReadonlySet<string>;
  /** What hides something that was found. */
  readonly hiding: ReadonlySet<string>;
  /** The one of what was found that one has gone to. */
  readonly at: string | null;
  /** What one looks at alone: all else is dimmed. */
  readonly branch: Branch | null;
}

export const UNMARKED: MapMarks = {
  found: new Set(),
  hiding: new Set(),
  at: null,
  branch: null,
};
