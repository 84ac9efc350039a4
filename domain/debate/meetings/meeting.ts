/** A live stretch of the debate, started and ended by moderators. */
export interface Meeting {
  /** Its number, from 1. */
  readonly id: string;
  /** The entries that started and ended it, and their times; null: it is still running. */
  readonly from: number;
  readonly to: number | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** The participant who has the floor. */
export interface Speaker {
  readonly participantId: string;
  /** The position they speak for; null: none. */
  readonly positionId: string | null;
  /** Server time at which they started. */
  readonly since: number;
  /** Their speaking time in seconds; null: no limit. */
  readonly seconds: number | null;
}

/** One time that a participant had the floor. */
export interface Speech {
  /** An id made from the entry that ended it. */
  readonly id: string;
  readonly participantId: string;
  readonly positionId: string | null;
  readonly from: number;
  readonly to: number;
}

/**
 * How raised hands are queued: as they were raised; least time spoken first; teams in turn; first-time speakers first.
 */
export const FLOOR_ORDERS = ['raised', 'least_spoken', 'teams', 'first_timers'] as const;
export type FloorOrder = (typeof FLOOR_ORDERS)[number];

/** Raised hands, and the current speaker. */
export interface Floor {
  /**
   * Participants who have raised a hand: in the log's state as they raised it, in a view as they are queued; an empty id is a person whom the
   * viewer may not know.
   */
  readonly hands: readonly string[];
  readonly speaker: Speaker | null;
  readonly order: FloorOrder;
  /** Participants whom a moderator has asked to speak; for people who don't moderate, at most themselves. */
  readonly invited: readonly string[];
}

/** The claim in the spotlight: on the stage, and for followers. */
export interface Spotlight {
  readonly on: string;
  /** The entry that set it. */
  readonly seq: number;
  /** The entry that last brought everyone there; 0: none. */
  readonly call: number;
}
