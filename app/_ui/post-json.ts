import type { Rejection } from '../../domain/debate/rejections.ts';

/** Takes a name and becomes a guest by it. Null: done; `unreachable` where the server did not answer. */
export async function signInAsGuest(name: string): Promise<Rejection | 'unreachable' | null> {
  const answer = await postJson('/api/guest', { name, returnTo: window.location.pathname });
  return answer === 'unreachable' ? answer : answer.ok ? null : answer.rejection;
}

/** What a route answers: done, or refused. */
export type RouteAnswer =
  | { readonly ok: true; readonly debateId?: string }
  | { readonly ok: false; readonly rejection: Rejection };

/** What was read from a route, or why not. */
type ReadAnswer<Read> =
  | ({ readonly ok: true } & Read)
  | { readonly ok: false; readonly rejection: Rejection };

/** Reads JSON from a route of this server. */
export async function getJson<Read extends object>(path: string): Promise<ReadAnswer<Read> | 'unreachable'> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' });
    return (await response.json()) as ReadAnswer<Read>;
  } catch {
    return 'unreachable';
  }
}

/** Posts JSON to a route of this server and reads its answer. */
export async function postJson(path: string, body: unknown): Promise<RouteAnswer | 'unreachable'> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as RouteAnswer;
  } catch {
    return 'unreachable';
  }
}
