import type { DebateState } from '#domain/debate/engine/state.ts';
import { type PictureName, pictureNamed } from '#domain/debate/meetings/spotlight.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { askedPolls } from '#domain/debate/polls/polls.ts';

/** Content of the stage. */
export type OnStage =
  | { readonly kind: 'poll'; readonly pollId: string }
  | { readonly kind: 'result'; readonly pollId: string }
  | { readonly kind: 'noResult' }
  | { readonly kind: 'question'; readonly questionId: string }
  | { readonly kind: 'claim'; readonly claimId: string }
  | { readonly kind: 'picture'; readonly name: Exclude<PictureName, '~results'> }
  | { readonly kind: 'now' };

type Shown = Pick<DebateState, 'polls' | 'questions' | 'spotlight'>;

/**
 * The newest of these: the open poll that was opened last; the result of a poll that was just closed, or whose right number was just
 * revealed (`fresh`); and the claim, question or picture in the spotlight. Without any, the front of the debate.
 */
export function onStage(state: Shown, fresh: ReadonlySet<string>): OnStage {
  const all = [...askedPolls(state)].sort((a, b) => b.statusSeq - a.statusSeq);
  const open = all.find((poll) => poll.open);
  const results = all.filter(hasResult);
  const result = results.find(({ id }) => fresh.has(id));
  const lit = inSpotlight(state, results[0]);
  // An open poll is better than a result that isn't there.
  const isLitSince = (poll: Poll) =>
    lit !== null && lit.kind !== 'noResult' && (state.spotlight?.seq ?? 0) > poll.statusSeq;
  // A phase may close one poll and open another at once: then that one is asked.
  const polled = result && !(open && open.statusSeq >= result.statusSeq) ? result : open;
  if (!polled || isLitSince(polled)) return lit ?? { kind: 'now' };
  return { kind: polled.open ? 'poll' : 'result', pollId: polled.id };
}

/** The subject of the spotlight; null: none. `closed`: the last poll with a result. */
function inSpotlight({ questions, spotlight }: Shown, closed: Poll | undefined): OnStage | null {
  if (!spotlight) return null;
  const name = pictureNamed(spotlight.on);
  if (questions.has(spotlight.on)) return { kind: 'question', questionId: spotlight.on };
  if (name === null) return { kind: 'claim', claimId: spotlight.on };
  if (name !== '~results') return { kind: 'picture', name };
  return closed ? { kind: 'result', pollId: closed.id } : { kind: 'noResult' };
}

/** True if a closed poll has a result to show. A secret poll below its threshold has none but a correct answer, if that was revealed. */
function hasResult({ open, counts, flows, right }: Poll): boolean {
  return !open && (counts !== null || flows !== null || right !== undefined);
}
