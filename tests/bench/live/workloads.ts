/** People in debates who write at an even pace. All rooms together write `perSecond` operations a second. */
export interface Workload {
  readonly name: string;
  readonly rooms: number;
  /** Connections in each room. */
  readonly connections: number;
  /** Of these, the first so many write, in turn. */
  readonly writers: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * Seconds of the same writing before anything is measured, at most half a minute. V8 compiles what is often called, and has done so only
 * then: meanwhile a server's processor time falls by a third.
 */
export function warmUpSeconds({ perSecond }: Workload): number {
  return Math.min(30, WARM_UP_OPERATIONS / perSecond);
}

/** A hot room has written these in four seconds; more would measure a larger debate. */
const WARM_UP_OPERATIONS = 4_000;

export const SEMINAR: Workload = {
  name: 'seminar',
  rooms: 1,
  connections: 200,
  writers: 20,
  perSecond: 20,
  seconds: 20,
};

/**
 * A seminar; a lecture hall of people who mostly listen; a school with a hundred groups; and one room in which as much is
 * written as a debate allows.
 */
export const WORKLOADS: readonly Workload[] = [
  SEMINAR,
  { name: 'hall', rooms: 1, connections: 1_000, writers: 5, perSecond: 5, seconds: 20 },
  { name: 'rooms', rooms: 100, connections: 10, writers: 10, perSecond: 200, seconds: 15 },
  { name: 'hot', rooms: 1, connections: 200, writers: 200, perSecond: 1_000, seconds: 8 },
];
