/** A live stretch of the debate, begun and ended by those who run it. */
export interface Meeting {
  /** Its number, from 1. */
  readonly id: string;
  /** The entries that began and ended it, and when; null: it goes on. */
  readonly from: number;
  readonly to: number | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** Who has the floor. */
export interface Speaker {
  readonly participantId: string;
  /** The position they speak for; null: none. */
  readonly positionId: string | null;
  /** Server time at which they began. */
  readonly since: number;
  /** How long they may speak, in seconds; null: without a limit. */
  readonly seconds: number | null;
}

/** Once that somebody had the floor. */
export interface Speech {
  /** The entry that ended it, as a name. */
  readonly id: string;
  readonly participantId: string;
  readonly positionId: string | null;
  readonly from: number;
  readonly to: number;
}

/** Who would speak, and who speaks. */
export interface Floor {
  /** Participants who have raised a hand, the first first; empty ones are of people one is not told of. */
  readonly hands: readonly string[];
  readonly speaker: Speaker | null;
}

/** The claim that everybody is shown: on the stage, and to whoever follows. */
export interface Spotlight {
  readonly on: string;
  /** The entry that put it there. */
  readonly seq: number;
  /** The entry that last brought everybody there; 0: none did. */
  readonly call: number;
}
