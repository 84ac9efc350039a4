import type { DebateState } from '#domain/debate/engine/state.ts';
import { type PictureName, pictureNamed } from '#domain/debate/meetings/spotlight.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { askedPolls } from '#domain/debate/polls/polls.ts';

/** Content of the stage. */
export type OnStage =
  | { readonly kind: 'poll'; readonly pollId: string }
  | { readonly kind: 'result'; readonly pollId: string }
  | { readonly kind: 'question'; readonly questionId: string }
  | { readonly kind: 'claim'; readonly claimId: string }
  | { readonly kind: 'picture'; readonly name: Exclude<PictureName, '~results'> }
  | { readonly kind: 'now' };

/**
 * An open poll; otherwise what was done last: a poll that was just closed (`fresh`) and has a result to show, or the spotlight on a claim,
 * a question or a picture; otherwise the front of the debate.
 */
export function onStage(
  { polls, questions, spotlight }: Pick<DebateState, 'polls' | 'questions' | 'spotlight'>,
  fresh: ReadonlySet<string>,
): OnStage {
  const all = askedPolls({ polls });
  const open = all.findLast((poll) => poll.open);
  if (open) return { kind: 'poll', pollId: open.id };
  const [closed] = all.filter(hasResult).sort((a, b) => b.statusSeq - a.statusSeq);
  if (closed && fresh.has(closed.id) && closed.statusSeq > (spotlight?.seq ?? 0))
    return { kind: 'result', pollId: closed.id };
  if (!spotlight) return { kind: 'now' };
  const name = pictureNamed(spotlight.on);
  if (questions.has(spotlight.on)) return { kind: 'question', questionId: spotlight.on };
  if (name === null) return { kind: 'claim', claimId: spotlight.on };
  if (name !== '~results') return { kind: 'picture', name };
  return closed ? { kind: 'result', pollId: closed.id } : { kind: 'now' };
}

/** True if a closed poll has a result to show. A secret poll below its threshold has none but a correct answer, if that was revealed. */
function hasResult({ open, counts, flows, right }: Poll): boolean {
  return !open && (counts !== null || flows !== null || right !== undefined);
}
