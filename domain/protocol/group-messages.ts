import { z } from 'zod';

/** Asks to be told how the small groups of the debate go on, or not any more. */
export const watchGroupsSchema = z.strictObject({ watching: z.boolean() });

export type WatchGroupsMessage = z.infer<typeof watchGroupsSchema>;

/** A claim of a group, for who looks at all groups at once. */
export interface LatestClaim {
  readonly id: string;
  readonly text: string;
  /** Empty where that is told to nobody. */
  readonly author: string;
  readonly at: number;
  readonly brought: boolean;
}

/** How a group goes on. */
export interface GroupOverview {
  readonly groupId: string;
  /** Participants who are there now; none where nobody is named. */
  readonly here: readonly string[];
  readonly count: number;
  readonly claims: number;
  readonly comments: number;
  /** The claims that came last, the newest first. */
  readonly latest: readonly LatestClaim[];
}
