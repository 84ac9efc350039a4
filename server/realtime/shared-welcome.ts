import type { SentSnapshot, WelcomeWire } from '../../domain/protocol/welcome-wire.ts';
import type { LiveSocket } from './connection.ts';
import { idleStreamOf, textFrame, textHeader } from './shared-frame.ts';

/** The parts after a packed snapshot in a welcome's text: the ends of the string, the state, the welcome and the arguments. */
const END = '"}}]';
/** The type of a Socket.IO packet that acknowledges an event. */
const ACKNOWLEDGEMENT = 3;

/** A packed snapshot as text, and as the bytes that end each welcome with it: made once for all who are sent it. */
export class PackedText {
  readonly ending: string;
  readonly bytes: Buffer;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.ending = text + END;
    this.bytes = Buffer.from(this.ending);
  }

  get length(): number {
    return this.#text.length;
  }

  toJSON(): string {
    return this.#text;
  }
}

/** An answer to `open` whose snapshot, if any, others are sent too. */
export type SharedWelcome = WelcomeWire<PackedText>;

type PackedWelcome = SharedWelcome & { readonly state: SentSnapshot<PackedText> };

interface Packet {
  readonly type: number;
  readonly nsp?: string;
  readonly id?: number;
  readonly data?: readonly unknown[];
}

interface Encoder {
  encode(packet: Packet): readonly unknown[];
}

const texts = new WeakMap<object, string>();

/** The JSON of something that never changes and that many are sent: made once. */
function jsonOnce(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

const sharing = new WeakSet<LiveSocket['client']>();

/**
 * Sends a connection its welcomes with a snapshot's bytes as they are, and with what else others are sent too (people, those present and
 * the entries since) as it was encoded for the first of them. Encoding hundreds of kilobytes for each newcomer took most of the time of
 * sending them. Other answers are written as one frame each, where nothing else waits. It depends on the internals of Socket.IO: a test
 * compares it with what is sent without it, and `SHARED_FRAMES=off` disables it.
 */
export function shareWelcomes({ client, conn }: LiveSocket): void {
  // Also each time a client connects again over the same connection.
  if (sharing.has(client)) return;
  sharing.add(client);
  const plain = Reflect.get(client, 'encoder') as Encoder;
  const encode = (packet: Packet) => {
    const welcome = welcomeOf(packet);
    if (welcome === null) return isWritten(packet, conn) ? [] : plain.encode(packet);
    const { packed } = welcome.state;
    const start = `${ACKNOWLEDGEMENT}${packet.id}[${beforePacked(welcome)}`;
    conn.write(start + packed.ending, preEncoded(start, packed));
    return [];
  };
  Reflect.set(client, 'encoder', { encode });
}

/** Writes an answer to a connection itself, if nothing else waits there. Answers contain no bytes (`domain/protocol/events.ts`). */
function isWritten({ type, nsp, id, data }: Packet, conn: LiveSocket['conn']): boolean {
  if (type !== ACKNOWLEDGEMENT || nsp !== '/') return false;
  const stream = idleStreamOf(conn);
  stream?.write(textFrame(`4${ACKNOWLEDGEMENT}${id}${JSON.stringify(data)}`));
  return stream !== null;
}

/** The JSON of a welcome up to the text of its snapshot, which goes last. */
function beforePacked({ people, present, state, ...welcome }: PackedWelcome): string {
  const { packed, frame, ...own } = state;
  const { entries, ...cursors } = frame;
  const listed = [
    `"people":${jsonOnce(people)}`,
    `"present":[${present.map(jsonOnce).join(',')}]`,
    `"state":${open(own)},"frame":${open(cursors)},"entries":${jsonOnce(entries)}},"packed":"`,
  ];
  return `${open(welcome)},${listed.join(',')}`;
}

/** The JSON of an object that isn't empty, without the bracket that closes it. */
function open(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}

/** Options of Engine.IO for a message that is already a WebSocket frame: its text, after the 4 of a message, in two parts. */
function preEncoded(start: string, { bytes }: PackedText) {
  const message = Buffer.from(`4${start}`);
  return {
    compress: false,
    wsPreEncodedFrame: [Buffer.concat([textHeader(message.length + bytes.length), message]), bytes],
  };
}

/** The welcome with a shared snapshot in a packet; null if it has none. */
function welcomeOf({ type, data }: Packet): PackedWelcome | null {
  if (type !== ACKNOWLEDGEMENT) return null;
  const [answer] = data as [Partial<SharedWelcome> | undefined];
  const { state } = answer ?? {};
  const isShared = state?.kind === 'packed' && state.packed instanceof PackedText;
  return isShared ? (answer as PackedWelcome) : null;
}
