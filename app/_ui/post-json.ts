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
