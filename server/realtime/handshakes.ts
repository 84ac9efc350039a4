import type { IncomingMessage } from 'node:http';
import type { KnownSenders } from '../auth/known-senders.ts';
import type { SignedIn } from '../auth/sign-in/sign-ins.ts';
import { senderAddress } from '../http/requests/sender-address.ts';
import { CONNECTION_CAPS } from '../limits/allowances.ts';
import type { Limiter } from '../limits/limiter.ts';
import { boundPackets, type PacketSource } from './bound-packets.ts';
import type { LiveServer } from './connection.ts';
import { type ConnectionCaps, ConnectionSlots, type Slot } from './connection-slots.ts';

interface HandshakeParts {
  readonly limiter: Limiter;
  readonly senders: KnownSenders;
  /** See `senderAddress`. */
  readonly proxies: number;
}

/** The person a handshake authenticated, and `Authentication.endings` before the lookup. */
export interface Recognised {
  readonly person: SignedIn | null;
  readonly endings: number;
}

/** Decides on every handshake before anything is kept for it: each address has a rate limit and a bounded share of connections. */
export class Handshakes {
  readonly #parts: HandshakeParts;
  readonly #slots: ConnectionSlots;
  readonly #taken = new WeakMap<IncomingMessage, Slot>();
  readonly #recognised = new WeakMap<IncomingMessage, Recognised>();

  constructor(parts: HandshakeParts, caps: ConnectionCaps = CONNECTION_CAPS) {
    this.#parts = parts;
    this.#slots = new ConnectionSlots(caps);
  }

  /** Returns true if a connection may be made; then its slot is taken until it ends. */
  async admit(request: IncomingMessage): Promise<boolean> {
    const { limiter, senders, proxies } = this.#parts;
    const { authorization, cookie, 'x-forwarded-for': forwarded } = request.headers;
    const address = senderAddress(request.socket.remoteAddress ?? '', forwarded?.toString(), proxies);
    if (!limiter.take('handshakes', { address })) return false;
    const sent = { ...(authorization && { authorization }), ...(cookie && { cookie }) };
    // Checked now, not when it was last seen: an ended sign-in gets a reader's slot.
    const { endings } = senders;
    const person = await senders.recognise(sent);
    if (request.socket.destroyed) return false;
    const slot = this.#slots.take({ person: person?.id ?? null, address });
    if (slot === null) return false;
    this.#taken.set(request, slot);
    if (person !== undefined) this.#recognised.set(request, { person, endings });
    slot.end = () => request.socket.destroy();
    request.socket.once('close', () => this.#releaseUnused(request));
    return true;
  }

  /** The sender of a handshake; `null` if it was not looked up, or the database was unavailable. */
  recognised(request: IncomingMessage): Recognised | null {
    return this.#recognised.get(request) ?? null;
  }

  /** Assigns each connection the slot its handshake took, and limits its packets. */
  watch(io: LiveServer): void {
    io.engine.on('connection', (connection: EngineConnection) => {
      const slot = this.#taken.get(connection.request);
      this.#taken.delete(connection.request);
      if (!slot) return;
      slot.end = () => connection.close(true);
      boundPackets(connection, slot.address, this.#parts.limiter);
      connection.once('close', () => this.#slots.release(slot));
    });
  }

  /** Releases the slot of a handshake that failed. */
  #releaseUnused(request: IncomingMessage): void {
    const slot = this.#taken.get(request);
    if (slot) this.#slots.release(slot);
  }
}

/** The parts of an Engine.IO connection used here. */
interface EngineConnection extends PacketSource {
  readonly request: IncomingMessage;
  once(event: 'close', listener: () => void): void;
}
