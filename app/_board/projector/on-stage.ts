import { type PictureName, pictureNamed } from '../../../domain/debate/light.ts';
import { pollsInOrder } from '../../../domain/debate/polls.ts';
import type { DebateState } from '../../../domain/debate/state.ts';

/** What the room looks at. */
export type OnStage =
  | { readonly kind: 'poll'; readonly pollId: string }
  | { readonly kind: 'result'; readonly pollId: string }
  | { readonly kind: 'claim'; readonly claimId: string }
  | { readonly kind: 'picture'; readonly name: PictureName }
  | { readonly kind: 'motion' };

/** A poll that is open; else what was done last: a poll that was closed, or the light that was put on a claim or a picture; else the motion. */
export function onStage({ polls, light }: Pick<DebateState, 'polls' | 'light'>): OnStage {
  const all = pollsInOrder({ polls });
  const open = all.findLast((poll) => poll.open);
  if (open) return { kind: 'poll', pollId: open.id };
  const [closed] = all.sort((a, b) => b.turned - a.turned);
  if (closed && closed.turned > (light?.seq ?? 0)) return { kind: 'result', pollId: closed.id };
  if (!light) return { kind: 'motion' };
  const name = pictureNamed(light.on);
  return name ? { kind: 'picture', name } : { kind: 'claim', claimId: light.on };
}
