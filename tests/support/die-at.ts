import { DatabaseLog } from '../../server/log/database-log.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';

/** The places of the write path at which a process of a test can be made to die. */
export const DEATHS = ['before the commit', 'after the commit', 'after the answer'] as const;
export type Death = (typeof DEATHS)[number];

/**
 * Kills this process, as by `kill -9`, the next time it writes: before the transaction, after it, or between the answer and the
 * frames. For processes of tests: it takes the place of methods of the write path.
 */
export function dieAt(place: string): string {
  const die = () => process.kill(process.pid, 'SIGKILL');
  const { append } = DatabaseLog.prototype;
  switch (place as Death) {
    case 'before the commit':
      DatabaseLog.prototype.append = async () => {
        die();
        return new Promise(() => {});
      };
      return place;
    case 'after the commit':
      DatabaseLog.prototype.append = async function (requests) {
        await append.call(this, requests);
        die();
        return new Promise(() => {});
      };
      return place;
    case 'after the answer':
      // Answers are written in the turn after they are given, before any frame would be.
      DebateRoom.prototype.advance = () => void setImmediate(() => setImmediate(die));
      return place;
    default:
      throw new Error(`There is no place "${place}"`);
  }
}
