import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { AnsweredRoute, RouteAnswer } from '#domain/protocol/route-answers.ts';

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
      // The request outlives a page that is left at once.
      keepalive: route === 'POST /api/notes/read',
    }),
  });
}

/** Sends a form to its route, and returns the page it leads to. */
export function sendForm(path: string, fields: FormData): Promise<RouteAnswer<'form'> | 'unreachable'> {
  const texts = [...fields].map(([name, value]) => [name, String(value)]);
  return readAnswer('form', path, { method: 'POST', body: new URLSearchParams(texts) });
}

/** Sends a request, and reads its answer as a route's. The schemas are fetched meanwhile: no page starts with them. */
export async function readAnswer<R extends AnsweredRoute>(
  route: R,
  path: string,
  { headers, ...request }: RequestInit,
): Promise<RouteAnswer<R> | 'unreachable'> {
  try {
    const [response, { parseAnswer }] = await Promise.all([
      fetch(path, { ...request, headers: { accept: 'application/json', ...headers } }),
      import('#domain/protocol/route-answers.ts'),
    ]);
    return parseAnswer(route, await response.json());
  } catch {
    return 'unreachable';
  }
}

/** Signs in as a guest with this name. Returns `null` on success; `unreachable` if the server did not answer. */
export async function signInAsGuest(name: string): Promise<Rejection | 'unreachable' | null> {
  const answer = await callRoute('POST /api/guest', { body: { name, returnTo: window.location.pathname } });
  return answer === 'unreachable' ? answer : answer.ok ? null : answer.rejection;
}
