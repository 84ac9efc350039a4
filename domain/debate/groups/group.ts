import type { Status } from '../head/head.ts';

/** A separate debate in which some participants of this one work for a while. */
export interface Group {
  readonly id: string;
  /** The number of the group in the order of creation, from 1. */
  readonly number: number;
  readonly debateId: string;
  readonly name: string;
  /** Participants of this debate, with the same ids there; those the viewer may know. */
  readonly members: readonly string[];
  /** While a group is open, its members work there. */
  readonly status: Status;
  readonly at: number;
}
