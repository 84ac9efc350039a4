import type { Failure } from '#app/_ui/requests/call-route.ts';
import { changeChoice } from './fetch-choice.ts';
import { hasMuted } from './known-choices.ts';

/** Mutes the branch of a claim, or unmutes it; returns which of the two it did, or why neither. */
export async function toggleMute(debateId: string, branch: string): Promise<'muted' | 'unmuted' | Failure> {
  const muted = !hasMuted(debateId, branch);
  const problem = await changeChoice(debateId, { branch, muted });
  return problem ?? (muted ? 'muted' : 'unmuted');
}
