import { callRoute, type Failure } from '#app/_ui/requests/call-route.ts';

/** Promotes a group's claims to its plenary. Returns `null` if they are there, otherwise the reason. */
export async function promoteClaims(
  plenary: string,
  groupDebateId: string,
  claims: readonly string[],
): Promise<Failure | null> {
  const answer = await callRoute('POST /api/debates/[id]/groups/[groupDebateId]/bring', {
    params: { id: plenary, groupDebateId },
    body: { claims },
  });
  if (answer === 'unreachable') return answer;
  return answer.ok ? null : answer.rejection;
}
