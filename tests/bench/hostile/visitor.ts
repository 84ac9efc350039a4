import { Agent, request } from 'node:http';
import { PROTOCOL_VERSION } from '#domain/protocol/version.ts';
import { connectParley, type LightClient } from '../light-client.ts';

/** An HTTP answer, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly cookie: string;
  /** From the request to the last byte. */
  readonly milliseconds: number;
}

interface HttpRequest {
  readonly method?: string;
  readonly cookie?: string;
  readonly body?: string | Buffer;
  readonly type?: string;
  /** Milliseconds after which nobody waits for the answer any longer. */
  readonly patience?: number;
}

/** One network address from which requests and connections reach the server. Each 127.x.y.z address counts as a sender of its own. */
export class Visitor {
  readonly #origin: string;
  readonly #address: string;
  readonly #agent: Agent;

  constructor(origin: string, address: string) {
    this.#origin = origin;
    this.#address = address;
    this.#agent = new Agent({ keepAlive: true, localAddress: address, maxSockets: 4_000 });
  }

  /** Sends a request. Status 0: no answer came. */
  async ask(
    path: string,
    { method = 'GET', cookie, body, type = 'application/json', patience = 60_000 }: HttpRequest = {},
  ): Promise<HttpAnswer> {
    const began = performance.now();
    const answer = await new Promise<Omit<HttpAnswer, 'milliseconds'>>((resolve) => {
      const failed = () => resolve({ status: 0, body: '', cookie: '' });
      const headers = {
        origin: this.#origin,
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
      };
      const sent = request(
        this.#origin + path,
        { method, headers, agent: this.#agent, timeout: patience },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => void chunks.push(chunk));
          response.on('error', failed);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
              cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
            }),
          );
        },
      );
      sent.on('timeout', () => sent.destroy());
      sent.on('error', failed);
      sent.end(body);
    });
    return { ...answer, milliseconds: performance.now() - began };
  }

  /** Becomes a guest; the cookie. */
  async signIn(name: string): Promise<string> {
    let answer: HttpAnswer;
    let tries = 0;
    do {
      answer = await this.ask('/api/guest', { method: 'POST', body: JSON.stringify({ name }) });
      tries += 1;
      // Connections of before a restart end without an answer.
    } while (answer.status === 0 && tries < 20);
    if (answer.status !== 200) throw new Error(`no guest: ${answer.status} ${answer.body}`);
    return answer.cookie;
  }

  connect(cookie: string, hear: (text: string) => void = () => {}): Promise<LightClient> {
    return connectParley(this.#origin, cookie, hear, this.#address);
  }

  /** Goes away: every request without an answer is dropped. */
  leave(): void {
    this.#agent.destroy();
  }
}

/** The answer to an event. */
export interface EventAnswer {
  readonly ok: boolean;
  readonly rejection?: { readonly code: string };
}

/** Opens a debate on a connection; asks again while the server says that it is busy. Milliseconds between tries as the board has them. */
export async function openOn(client: LightClient, debateId: string, clientId: string): Promise<EventAnswer> {
  for (let tries = 0; ; tries += 1) {
    const answer = (await client.send('open', {
      protocol: PROTOCOL_VERSION,
      debateId,
      clientId,
      after: 0,
      at: 0,
      unanswered: [],
    })) as EventAnswer | undefined;
    if (!answer) return { ok: false, rejection: { code: 'disconnected' } };
    const isPassing = ['busy', 'too_fast', 'unavailable'].includes(answer.rejection?.code ?? '');
    if (answer.ok || !isPassing || tries >= 200) return answer;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
