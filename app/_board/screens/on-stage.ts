import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { type PictureName, pictureNamed } from '../../../domain/debate/meetings/spotlight.ts';
import type { Poll } from '../../../domain/debate/polls/poll.ts';
import { pollsInOrder } from '../../../domain/debate/polls/polls.ts';

/** Content of the stage. */
export type OnStage =
  | { readonly kind: 'poll'; readonly pollId: string }
  | { readonly kind: 'result'; readonly pollId: string }
  | { readonly kind: 'claim'; readonly claimId: string }
  | { readonly kind: 'picture'; readonly name: Exclude<PictureName, '~results'> }
  | { readonly kind: 'now' };

/**
 * An open poll; otherwise what was done last: a poll that was just closed (`fresh`) and has a result to show, or the spotlight on a claim
 * or a picture; otherwise the front of the debate.
 */
export function onStage(
  { polls, light }: Pick<DebateState, 'polls' | 'light'>,
  fresh: ReadonlySet<string>,
): OnStage {
  const all = pollsInOrder({ polls });
  const open = all.findLast((poll) => poll.open);
  if (open) return { kind: 'poll', pollId: open.id };
  const [closed] = all.filter(hasResult).sort((a, b) => b.turned - a.turned);
  if (closed && fresh.has(closed.id) && closed.turned > (light?.seq ?? 0))
    return { kind: 'result', pollId: closed.id };
  if (!light) return { kind: 'now' };
  const name = pictureNamed(light.on);
  if (name === null) return { kind: 'claim', claimId: light.on };
  if (name !== '~results') return { kind: 'picture', name };
  return closed ? { kind: 'result', pollId: closed.id } : { kind: 'now' };
}

/** True if a closed poll has a result to show. A secret poll below its threshold has none. */
function hasResult({ open, counts, flows }: Poll): boolean {
  return !open && (counts !== null || flows !== null);
}
