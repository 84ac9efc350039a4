import type { Status } from '../settings/head.ts';

/** A debate of its own that some of those who take part in this one work in for a while. */
export interface Group {
  readonly id: string;
  /** Counts the groups of the debate as they are formed, from 1. */
  readonly number: number;
  readonly debateId: string;
  readonly name: string;
  /** Participants here, who are the same there; as many of them as one may know. */
  readonly members: readonly string[];
  /** Whoever is in a group that is open works there now. */
  readonly life: Status;
  readonly at: number;
}

/** A claim that was brought from a group to the plenary; it has the same id in both. */
export interface Promotion {
  /** The claim. */
  readonly id: string;
  /** The group it comes from, empty where one may not know; null: it was brought from here to the plenary. */
  readonly group: string | null;
  readonly at: number;
}
