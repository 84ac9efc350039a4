import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { type FlashMessage, readFlash } from '../../server/http/answers/flash-message.ts';
import { withRequestContext } from '../../server/http/requests/request-context.ts';

type Route = (request: Request) => Promise<Response>;

/** The result of a form. */
export interface Answer {
  readonly status: number;
  /** The page the browser is redirected to, and its flash message. */
  readonly to: string;
  readonly flash: FlashMessage | null;
  readonly refused: Rejection | null;
  /** The secret that the page shows once. */
  readonly secret: string | null;
}

/** A browser, as far as forms without scripts go: it keeps cookies and sends what a page's form would. */
export class TestBrowser {
  readonly #cookies = new Map<string, string>();
  readonly #origin: () => string;
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(
    origin: () => string,
    { address = '192.0.2.1', userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0' } = {},
  ) {
    this.#origin = origin;
    this.#address = address;
    this.#headers = { 'user-agent': userAgent };
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The headers this browser sends with every request. */
  get headers(): Headers {
    const { host } = new URL(this.#origin());
    return new Headers({ ...this.#headers, host, origin: this.#origin(), cookie: this.cookie });
  }

  /** Sends a form to a route. */
  async send(route: Route, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const headers = this.headers;
    headers.set('content-type', 'application/x-www-form-urlencoded');
    const body = new URLSearchParams(fields).toString();
    const request = new Request(`${this.#origin()}/api/form`, { method: 'POST', headers, body });
    const response = await askedFrom(this.#address, () => route(request));
    this.keep(response);
    const to = response.headers.get('location') ?? '';
    const flash = readFlash(new Headers({ cookie: this.cookie }), to.split('?')[0] ?? '');
    const person = flash?.shown ? await this.who() : null;
    const secret = person && (await parley().shownSecrets.take(person.id, flash?.shown));
    return { status: response.status, to, flash, refused: flash?.refused ?? null, secret };
  }

  /** Takes over the cookies of an answer. */
  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0(;|$)/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  /** The person signed in here. */
  who(): Promise<SignedIn | null> {
    return parley().auth.currentPerson(this.headers);
  }
}

/** Asks as the server does when it meets a request from this address. */
export function askedFrom<T>(address: string, ask: () => T): T {
  const request = comingFrom(address);
  return withRequestContext(request, new ServerResponse(request), ask);
}

function comingFrom(address: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  return new IncomingMessage(socket);
}
