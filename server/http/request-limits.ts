import type { IncomingMessage } from 'node:http';
import type { KnownSenders } from '../auth/known-senders.ts';
import { ALLOWANCES } from '../limits/allowances.ts';
import { findRoute } from '../limits/find-route.ts';
import type { Limiter } from '../limits/limiter.ts';
import { ROUTE_COSTS, type RouteCost } from '../limits/route-costs.ts';
import { countedFor, type Sender } from '../limits/sender.ts';
import { senderAddress } from './sender-address.ts';

/** What became of a request at the door. */
export interface Admission {
  readonly route: RouteCost;
  readonly sender: Sender;
  /** Seconds until it may come again; 0: it may come in. */
  readonly wait: number;
}

/** The door of every request: what its route costs is taken before anything is done for it. */
export class RequestLimits {
  readonly #limiter: Limiter;
  readonly #senders: KnownSenders;
  readonly #proxies: number;

  /** `proxies`: see `senderAddress`. */
  constructor(limiter: Limiter, senders: KnownSenders, proxies: number) {
    this.#limiter = limiter;
    this.#senders = senders;
    this.#proxies = proxies;
  }

  async admit({ method = 'GET', url = '/', headers, socket }: IncomingMessage): Promise<Admission> {
    const route: RouteCost = ROUTE_COSTS[findRoute(method, url)];
    const forwarded = headers['x-forwarded-for']?.toString();
    const address = senderAddress(socket.remoteAddress ?? '', forwarded, this.#proxies);
    const isByPerson = route.takes.some((name) => 'person' in ALLOWANCES[name]);
    const { authorization, cookie } = headers;
    const person = isByPerson
      ? await this.#senders.personOf({ ...(authorization && { authorization }), ...(cookie && { cookie }) })
      : null;
    const sender = { person, address };
    for (const name of route.takes) {
      const wait = this.#limiter.wait(name, countedFor(sender));
      if (wait > 0) return { route, sender, wait };
    }
    return { route, sender, wait: 0 };
  }
}
