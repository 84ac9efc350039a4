import { postJson } from '#app/_ui/post-json.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';

/** Promotes a group's claims to its plenary. Returns `null` if they are there, otherwise the reason. */
export async function promoteClaims(
  plenary: string,
  groupDebateId: string,
  claims: readonly string[],
): Promise<Rejection | null> {
  const path = `/api/debates/${encodeURIComponent(plenary)}/groups/${encodeURIComponent(groupDebateId)}/bring`;
  const answer = await postJson(path, { claims });
  if (answer === 'unreachable') return { code: 'unavailable' };
  return answer.ok ? null : answer.rejection;
}
