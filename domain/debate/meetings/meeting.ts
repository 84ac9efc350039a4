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

/** Raised hands, and the current speaker. */
export interface Floor {
  /** Participants who have raised a hand, in order; an empty id is a person whom the viewer may not know. */
  readonly hands: readonly string[];
  readonly speaker: Speaker | null;
}

/** The claim in the spotlight: on the stage, and for followers. */
export interface Spotlight {
  readonly on: string;
  /** The entry that set it. */
  readonly seq: number;
  /** The entry that last brought everyone there; 0: none. */
  readonly call: number;
}
