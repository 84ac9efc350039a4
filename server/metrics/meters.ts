/** The points where the server measures its own work. Each is a counter in memory: nothing is kept of persons, debates or addresses. */
export interface Meters {
  /** An operation was answered: `accepted`, or the code of its rejection. */
  answered(type: string, outcome: string): void;
  /** The waiting operations of all debates were decided for one commit. */
  decided(milliseconds: number): void;
  /** One commit. */
  committed(milliseconds: number): void;
  /** A commit failed. What is in it is tried again, unless the database can't store it. */
  commitFailed(): void;
  /** Entries were sent to a debate's connections, so long after they were committed. */
  broadcast(milliseconds: number): void;
  /** A request or an event was refused. */
  refused(code: string): void;
  /** An email was handed over, or not. */
  mailed(outcome: 'sent' | 'failed'): void;
  /** A webhook's message was accepted, or not, or its receiver unsubscribed. */
  delivered(outcome: 'taken' | 'missed' | 'ended'): void;
  /** A request was answered. */
  requested(status: number, milliseconds: number): void;
}

const ignore = () => undefined;

/** Measures nothing. */
export const NO_METERS: Meters = {
  answered: ignore,
  decided: ignore,
  committed: ignore,
  commitFailed: ignore,
  broadcast: ignore,
  refused: ignore,
  mailed: ignore,
  delivered: ignore,
  requested: ignore,
};

/** A number that is read when the metrics are. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/** The metrics of a server, in the format of Prometheus. */
export interface Metrics {
  readonly meters: Meters;
  readonly contentType: string;
  /** Includes a number from now on. */
  include(readings: readonly Reading[]): void;
  /** All of them, as text. */
  text(): Promise<string>;
}
