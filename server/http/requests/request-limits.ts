import type { IncomingMessage } from 'node:http';
import { ALLOWANCES } from '../../limits/allowances.ts';
import { findRoute } from '../../limits/find-route.ts';
import type { Limiter } from '../../limits/limiter.ts';
import { ROUTE_COSTS, type RouteCost } from '../../limits/route-costs.ts';
import { countedFor, type Sender } from '../../limits/sender.ts';
import { senderAddress } from './sender-address.ts';

/** Headers that carry a credential. */
export interface SentCredential {
  readonly authorization?: string;
  readonly cookie?: string;
}

/** Finds the person a request is counted against. */
interface Senders {
  /** The person, as far as known; `null` for a reader, `undefined` if it has to be looked up. */
  known(sent: SentCredential): string | null | undefined;
  /** The person currently signed in; `null` for a reader, and while the database is unavailable. */
  lookUp(sent: SentCredential): Promise<string | null>;
}

/** The result of admitting a request. */
export interface Admission {
  readonly route: RouteCost;
  readonly sender: Sender;
  /** Seconds until it may be retried; 0: it is admitted. */
  readonly wait: number;
}

/**
 * Admits every request: the cost of its route is charged before anything is done for it. Finding its person costs a database query, so an
 * address that has nothing left is refused before that.
 */
export class RequestLimits {
  readonly #limiter: Limiter;
  readonly #senders: Senders;
  readonly #proxies: number;

  /** `proxies`: see `senderAddress`. */
  constructor(limiter: Limiter, senders: Senders, proxies: number) {
    this.#limiter = limiter;
    this.#senders = senders;
    this.#proxies = proxies;
  }

  async admit({ method = 'GET', url = '/', headers, socket }: IncomingMessage): Promise<Admission> {
    const route: RouteCost = ROUTE_COSTS[findRoute(method, url)];
    const forwarded = headers['x-forwarded-for']?.toString();
    const address = senderAddress(socket.remoteAddress ?? '', forwarded, this.#proxies);
    const isByPerson = route.takes.some((name) => 'person' in ALLOWANCES[name]);
    for (const name of isByPerson ? route.takes : []) {
      const wait = this.#limiter.peek(name, { address });
      if (wait > 0) return { route, sender: { person: null, address }, wait };
    }
    const { authorization, cookie } = headers;
    const sent = { ...(authorization && { authorization }), ...(cookie && { cookie }) };
    const person = isByPerson ? await this.#senderOf(sent, address) : null;
    const sender = { person, address };
    for (const name of route.takes) {
      const wait = this.#limiter.wait(name, countedFor(sender));
      if (wait > 0) return { route, sender, wait };
    }
    return { route, sender, wait: 0 };
  }

  /** The person of a request. Many routes act by the cookie, whatever token is beside it: one that is nobody's hides no person. */
  async #senderOf(sent: SentCredential, address: string): Promise<string | null> {
    const person = await this.#personOf(sent, address);
    if (person !== null || !sent.authorization || !sent.cookie) return person;
    return this.#personOf({ cookie: sent.cookie }, address);
  }

  /** Looks up the person of a credential; an address that sent too many unknown credentials counts as a reader for now. */
  async #personOf(sent: SentCredential, address: string): Promise<string | null> {
    const known = this.#senders.known(sent);
    if (known !== undefined) return known;
    if (!this.#limiter.take('lookUps', { address })) return null;
    const person = await this.#senders.lookUp(sent);
    if (person !== null) this.#limiter.giveBack('lookUps', { address });
    return person;
  }
}
