import type { Limiter } from '../limits/limiter.ts';
import { type Droppable, drop } from './cut-off.ts';

/** Characters of a packet that is not an event: the longest connects, with an access token. */
const PLAIN_CHARACTERS = 1_024;
/** Brackets, braces and colons in an event, outside its texts. The most that a message of the protocol has is some 700. */
const MARKS = 2_000;

/** A packet of Engine.IO. */
interface EnginePacket {
  readonly type: string;
  readonly data?: unknown;
}

/** What is used of an Engine.IO connection over a WebSocket. */
export interface PacketSource extends Droppable {
  readonly id: string;
  readonly transport: Droppable['transport'] & {
    readonly socket: { on(event: 'ping', heard: () => void): unknown };
  };
  on(event: 'packet', heard: (packet: EnginePacket) => void): unknown;
}

/**
 * Ends a connection that sends what costs the server time before the price of an event is taken: packets that are not events
 * (connects, pongs, acknowledgements that nobody asked for, bytes, pings of the WebSocket itself), more than a client has to send,
 * and events that take long to parse. The packet that ends it is not parsed any more.
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

/** Whether a message has more parts than any of the protocol: thousands of brackets take milliseconds to parse. */
function isOvergrown(json: string): boolean {
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
