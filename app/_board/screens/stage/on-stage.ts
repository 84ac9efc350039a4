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

type Shown = Pick<DebateState, 'polls' | 'questions' | 'spotlight'>;

/**
 * An open poll, unless the spotlight was set since; otherwise the result of a poll that was just closed (`fresh`), unless the spotlight was
 * set since; otherwise the claim, question or picture in the spotlight; otherwise the front of the debate.
 */
export function onStage(state: Shown, fresh: ReadonlySet<string>): OnStage {
  const all = askedPolls(state);
  const open = all.findLast((poll) => poll.open);
  const [closed] = all.filter(hasResult).sort((a, b) => b.statusSeq - a.statusSeq);
  const lit = inSpotlight(state, closed);
  const isLitSince = (poll: Poll) => lit !== null && (state.spotlight?.seq ?? 0) > poll.statusSeq;
  if (open && !isLitSince(open)) return { kind: 'poll', pollId: open.id };
  if (!open && closed && fresh.has(closed.id) && !isLitSince(closed))
    return { kind: 'result', pollId: closed.id };
  return lit ?? { kind: 'now' };
}

/** The subject of the spotlight; null: none that can be shown. `closed`: the last poll with a result. */
function inSpotlight({ questions, spotlight }: Shown, closed: Poll | undefined): OnStage | null {
  if (!spotlight) return null;
  const name = pictureNamed(spotlight.on);
  if (questions.has(spotlight.on)) return { kind: 'question', questionId: spotlight.on };
  if (name === null) return { kind: 'claim', claimId: spotlight.on };
  if (name !== '~results') return { kind: 'picture', name };
  return closed ? { kind: 'result', pollId: closed.id } : null;
}

/** True if a closed poll has a result to show. A secret poll below its threshold has none but a correct answer, if that was revealed. */
function hasResult({ open, counts, flows, right }: Poll): boolean {
  return !open && (counts !== null || flows !== null || right !== undefined);
}
