import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A valid id, as proxies create them; anything else is not repeated in a log. */
const ID = /^[\w.-]{8,128}$/;

/** The id of a request: the one from your own proxy (`proxies` says how many there are), otherwise a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>, proxies: number): string {
  const given = headers['x-request-id'];
  return proxies > 0 && typeof given === 'string' && ID.test(given) ? given : randomUUID();
}
