import type { PerspectiveChoice } from '../analysis/perspectives/disclosed-perspectives.ts';

/** How many perspectives are sent at once: two stand side by side. */
export const COMPARED_AT_ONCE = 2;

/** A claim with the votes of a perspective on it. */
export type PerspectiveRow = readonly [claimId: string, agree: number, disagree: number, pass: number];

/** The perspectives as sent by the server; complete each time. Everyone's and one's own follow from what a viewer has anyway. */
export interface PerspectivesAnswer {
  readonly ok: true;
  readonly seq: number;
  /** True while tallies are hidden: there are none then. */
  readonly kept: boolean;
  readonly choices: readonly PerspectiveChoice[];
  /** By name, those asked for; `null`: not shown now, or never there. */
  readonly votes: Readonly<Record<string, readonly PerspectiveRow[] | null>>;
}
