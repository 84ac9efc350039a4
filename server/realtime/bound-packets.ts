import type { Limiter } from '../limits/limiter.ts';
import { type Droppable, drop } from './disconnect-abuser.ts';

/** Most characters of a packet that isn't an event; the longest is a connect packet with an access token. */
const PLAIN_CHARACTERS = 1_024;
/** Most brackets, braces and colons in an event, outside its strings. The protocol's messages have about 700 at most. */
const MARKS = 2_000;

/** A packet of Engine.IO. */
interface EnginePacket {
  readonly type: string;
  readonly data?: unknown;
}

/** The part of an Engine.IO WebSocket connection used here. */
export interface PacketSource extends Droppable {
  readonly id: string;
  readonly transport: Droppable['transport'] & {
    readonly socket: { on(event: 'ping', heard: () => void): unknown };
  };
  on(event: 'packet', heard: (packet: EnginePacket) => void): unknown;
}

/**
 * Ends a connection whose packets cost the server time before the rate limit of events applies: too many or too long packets
 * that aren't events (connects, pongs, unrequested acknowledgements, bytes, WebSocket pings), or an event that takes long to
 * parse. The packet that ends it isn't parsed.
 */
export function boundPackets(connection: PacketSource, address: string, limiter: Limiter): void {
  const count = () => {
    if (!limiter.take('packets', { socket: connection.id, address })) drop(connection);
  };
  connection.transport.socket.on('ping', count);
  connection.on('packet', ({ type, data }) => {
    if (type === 'message' && typeof data === 'string' && data.startsWith('2')) {
      if (isOvergrown(data)) drop(connection);
    } else if (typeof data === 'string' && data.length > PLAIN_CHARACTERS) {
      drop(connection);
    } else {
      count();
    }
  });
}

/** True if a message has more parts than any in the protocol: thousands of brackets take milliseconds to parse. */
function isOvergrown(json: string): boolean {
  // Each part is at least a character.
  if (json.length <= MARKS) return false;
  let isText = false;
  let marks = 0;
  for (let at = 0; at < json.length && marks <= MARKS; at += 1) {
    const sign = json[at];
    if (sign === '"') isText = !isText;
    else if (isText && sign === '\\') at += 1;
    else if (!isText && (sign === '[' || sign === '{' || sign === ':')) marks += 1;
  }
  return marks > MARKS;
}
