import { z } from 'zod';

/** Starts or stops updates on the progress of the debate's small groups. */
export const watchGroupsSchema = z.strictObject({ watching: z.boolean() });

export type WatchGroupsMessage = z.infer<typeof watchGroupsSchema>;

/** A claim of a group, for a moderator watching all groups at once. */
export interface LatestClaim {
  readonly id: string;
  readonly text: string;
  /** Empty if authors are hidden. */
  readonly author: string;
  readonly at: number;
  readonly promoted: boolean;
}

/** The progress of a group. */
export interface GroupOverview {
  readonly groupId: string;
  /** Participants who are there now; empty in an anonymous debate. */
  readonly here: readonly string[];
  readonly count: number;
  readonly claims: number;
  readonly comments: number;
  /** The most recent claims, newest first. */
  readonly latest: readonly LatestClaim[];
}
