import type { Rejection } from '../../domain/debate/engine/rejections.ts';

/** Signs in as a guest with this name. Returns `null` on success; `unreachable` if the server did not answer. */
export async function signInAsGuest(name: string): Promise<Rejection | 'unreachable' | null> {
  const answer = await postJson('/api/guest', { name, returnTo: window.location.pathname });
  return answer === 'unreachable' ? answer : answer.ok ? null : answer.rejection;
}

/** Answer of a route: success with its result, or a rejection. */
export type RouteAnswer<Made extends object = { readonly debateId?: string }> =
  | ({ readonly ok: true } & Made)
  | { readonly ok: false; readonly rejection: Rejection };

/** Reads JSON from a route of this server. */
export async function getJson<Read extends object>(path: string): Promise<RouteAnswer<Read> | 'unreachable'> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' });
    return (await response.json()) as RouteAnswer<Read>;
  } catch {
    return 'unreachable';
  }
}

/** Posts JSON to a route of this server and reads its answer. */
export async function postJson<Made extends object = { readonly debateId?: string }>(
  path: string,
  body: unknown,
): Promise<RouteAnswer<Made> | 'unreachable'> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as RouteAnswer<Made>;
  } catch {
    return 'unreachable';
  }
}
