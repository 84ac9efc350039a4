/** Number of people over which a room becomes quiet, and up to which a quiet room stops being so. */
const QUIET_OVER = 30;
const LOUD_AGAIN = 25;

/**
 * True if a room with this many participants is quiet: no pointers, and presence sent once a second. The two limits differ, so that a room
 * at the edge doesn't switch back and forth.
 */
export function isQuietRoom(people: number, wasQuiet: boolean): boolean {
  return people > (wasQuiet ? LOUD_AGAIN : QUIET_OVER);
}
