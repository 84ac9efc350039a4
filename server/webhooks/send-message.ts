import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, lookupPublic } from './reachable-address.ts';

/** Milliseconds a receiver has to answer. */
const PATIENCE = 10_000;

/** Where webhooks may go: to the internet by https alone, or anywhere, which is for trying them out and for one's own network. */
export type WebhookReach = 'public' | 'any';

/** A message and what it is signed with. */
export interface WebhookMessage {
  /** The same for the same message each time it is sent. */
  readonly id: string;
  readonly body: string;
  readonly secret: string;
  /** Server time in milliseconds. */
  readonly now: number;
}

/** What comes before the Base64 of a secret's bytes. */
export const SECRET_PREFIX = 'whsec_';

/** The signature of a message, as the Standard Webhooks specification has it: `v1,` and HMAC-SHA-256 in Base64. */
function signatureOf({ id, body, secret, now }: WebhookMessage): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signed = `${id}.${secondsOf(now)}.${body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

/** Why no message may go to an address; null where it may. What its host's name leads to is looked at when it is sent. */
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
        // A connection of its own: what is sent next may have another address.
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
        // What it says besides is not read.
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
