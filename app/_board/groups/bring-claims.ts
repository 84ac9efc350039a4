import type { Rejection } from '../../../domain/debate/engine/rejections.ts';
import { postJson } from '../../_ui/post-json.ts';

/** Brings claims of a group to its plenary. Null: they are there; else why not. */
export async function bringClaims(
  plenary: string,
  groupDebateId: string,
  claims: readonly string[],
): Promise<Rejection | null> {
  const path = `/api/debates/${encodeURIComponent(plenary)}/groups/${encodeURIComponent(groupDebateId)}/bring`;
  const answer = await postJson(path, { claims });
  if (answer === 'unreachable') return { code: 'unavailable' };
  return answer.ok ? null : answer.rejection;
}
