import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { AnsweredRoute, RouteAnswer } from '#domain/protocol/route-answers.ts';
import { fetchWithParts } from '../lazy-component.ts';

/** Why a request did not do what it asks for: the server refused it, or did not answer. */
export type Failure = Rejection | 'unreachable';

/** The schemas of answers: no page starts with them. */
const fetchSchemas = () => import('#domain/protocol/route-answers.ts');
fetchWithParts(fetchSchemas);

/** The parts of a request that its route's name leaves open. */
interface Call {
  /** The parts of the path in brackets. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: URLSearchParams;
  /** JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Calls a route of this server, and returns its answer checked by its schema. */
export function callRoute<R extends AnsweredRoute>(
  route: R,
  { params = {}, query, body, signal }: Call = {},
): Promise<RouteAnswer<R> | 'unreachable'> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  return readAnswer(route, query ? `${path}?${query}` : path, {
    method,
    cache: 'no-store',
    ...(signal && { signal }),
    ...(method !== 'GET' && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
      // The request outlives a page that is left at once, and does nothing if it is repeated.
      keepalive: route === 'POST /api/notes/read',
    }),
  });
}

/**
 * Sends a request, and reads its answer as a route's. What must not be done twice is sent once the schemas are there: an update of the
 * server may have removed those of this page, which then couldn't read that it was done.
 */
export async function readAnswer<R extends AnsweredRoute>(
  route: R,
  path: string,
  { headers, ...request }: RequestInit,
): Promise<RouteAnswer<R> | 'unreachable'> {
  try {
    const schemas = fetchSchemas();
    const send = async () => {
      if (request.method === 'POST' && !request.keepalive) await schemas;
      return fetch(path, { ...request, headers: { accept: 'application/json', ...headers } });
    };
    const [response, { parseAnswer }] = await Promise.all([send(), schemas]);
    return parseAnswer(route, await response.json());
  } catch {
    return 'unreachable';
  }
}

/** Returns why a request for a file was refused; `null` if its answer doesn't say. */
export async function readRefusal(response: Response): Promise<Rejection | null> {
  try {
    const [body, { parseRefusal }] = await Promise.all([response.json(), fetchSchemas()]);
    return parseRefusal(body);
  } catch {
    return null;
  }
}

/** Signs in as a guest with this name. Returns `null` on success; `unreachable` if the server did not answer. */
export async function signInAsGuest(name: string): Promise<Failure | null> {
  const answer = await callRoute('POST /api/guest', { body: { name, returnTo: window.location.pathname } });
  return answer === 'unreachable' ? answer : answer.ok ? null : answer.rejection;
}
