/** People over which a room is quiet, and up to which one that was quiet is so no longer. */
const QUIET_OVER = 30;
const LOUD_AGAIN = 25;

/**
 * Is a room with so many people who take part quiet: no pointers, and who is where told once a second? Not at one number for both
 * ways, so that a room at its edge does not go to and fro.
 */
export function isQuietRoom(people: number, wasQuiet: boolean): boolean {
  return people > (wasQuiet ? LOUD_AGAIN : QUIET_OVER);
}
