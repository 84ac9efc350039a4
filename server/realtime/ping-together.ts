import { everySecond } from '../timing/polling.ts';
import type { LiveServer } from './connection.ts';

/** A connection of engine.io, with what its types leave out. Another version may lack any of it. */
interface EngineConnection {
  /** Set when the connection opens; refreshed at each answer to a ping. */
  pingIntervalTimer?: { refresh(): unknown } | null;
  hasRefreshedPingTimeout?: boolean;
  sendPacket?(type: 'ping'): void;
  resetPingTimeout?(): void;
  once(event: 'close', listener: () => void): void;
}

/**
 * Pings all connections that are due within a second in one turn of the event loop, where engine.io has a timer for each. A thousand
 * connections would wake an idle processor dozens of times a second otherwise. A ping may be a second late. It depends on the internals of
 * engine.io: a connection that lacks them keeps its own timer. `interval`: milliseconds from an answer to the next ping. Returns a function
 * that stops it.
 */
export function pingTogether(io: LiveServer, interval: number, failed: (error: unknown) => void): () => void {
  /** When each connection that waits for no answer is due, in milliseconds of a monotonic clock; soonest first. */
  const due = new Map<EngineConnection, number>();
  const takeOver = (connection: EngineConnection) => {
    const { pingIntervalTimer: own, sendPacket, resetPingTimeout } = connection;
    if (!own || !sendPacket || !resetPingTimeout) return;
    clearTimeout(own as NodeJS.Timeout);
    const refresh = () => {
      due.delete(connection);
      due.set(connection, performance.now() + interval);
    };
    refresh();
    connection.pingIntervalTimer = { refresh };
    connection.once('close', () => due.delete(connection));
  };
  io.engine.on('connection', takeOver);
  const stop = everySecond(async () => {
    const now = performance.now();
    for (const [connection, at] of due) {
      if (at > now) return;
      due.delete(connection);
      connection.hasRefreshedPingTimeout = false;
      connection.resetPingTimeout?.();
      connection.sendPacket?.('ping');
    }
  }, failed);
  return () => {
    stop();
    io.engine.off('connection', takeOver);
  };
}
