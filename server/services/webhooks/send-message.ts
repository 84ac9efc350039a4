import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, lookupPublic } from './reachable-address.ts';

/** Milliseconds a receiver has to answer. */
const PATIENCE = 10_000;

/** Addresses webhooks may use: only the internet by https, or any, for trials and private networks. */
export type WebhookReach = 'public' | 'any';

/** A message and its signing secret. */
export interface WebhookMessage {
  /** The same each time the message is sent. */
  readonly id: string;
  readonly body: string;
  readonly secret: string;
  /** Server time in milliseconds. */
  readonly now: number;
}

/** The prefix of the Base64 of a secret's bytes. */
export const SECRET_PREFIX = 'whsec_';

/** The signature of a message, according to the Standard Webhooks specification: `v1,` and HMAC-SHA-256 in Base64. */
function signatureOf({ id, body, secret, now }: WebhookMessage): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signed = `${id}.${secondsOf(now)}.${body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

/** Why no message may be sent to an address; `null` if it may. The addresses of its host are checked when it is sent. */
export function addressProblem(url: string, reach: WebhookReach): 'invalid' | null {
  if (!URL.canParse(url)) return 'invalid';
  const { protocol, hostname, username, password } = new URL(url);
  if (username || password) return 'invalid';
  if (reach === 'any') return /^https?:$/.test(protocol) ? null : 'invalid';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:' || (isIP(host) && !isPublicAddress(host))) return 'invalid';
  return null;
}

/**
 * Sends a message by POST, once. Returns the receiver's status, or null if it gave none within ten seconds or `stopped` was
 * aborted. Redirections are not followed.
 */
export function sendMessage(
  url: string,
  message: WebhookMessage,
  reach: WebhookReach,
  stopped?: AbortSignal,
): Promise<number | null> {
  if (addressProblem(url, reach)) return Promise.resolve(null);
  const send = new URL(url).protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const request = send(
      url,
      {
        method: 'POST',
        // A separate connection: the next message may go to another address.
        agent: false,
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(stopped ? [stopped] : [])]),
        ...(reach === 'public' && { lookup: lookupPublic }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          'user-agent': 'Parley',
          'webhook-id': message.id,
          'webhook-timestamp': String(secondsOf(message.now)),
          'webhook-signature': signatureOf(message),
        },
      },
      (answer) => {
        resolve(answer.statusCode ?? null);
        // The body of the answer is ignored.
        answer.destroy();
      },
    );
    request.on('error', () => resolve(null));
    request.end(message.body);
  });
}

function secondsOf(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}
