import type { Answer, DebateState } from '../debate/state.ts';
import { countedVote } from '../debate/vote-count.ts';
import { withheldFrom } from '../debate/withheld.ts';
import type { Opinion, Opinions } from './opinions.ts';

/** An answer as a number. */
const OPINIONS: Readonly<Record<Answer, Opinion>> = { agree: 1, disagree: -1, pass: 0 };

/**
 * The votes of a debate as opinions: on claims that stand and that everybody sees, of people in the order they joined. A vote
 * on what was merged counts as it does for the claim it was merged into.
 */
export function opinionsOfDebate(state: DebateState): Opinions {
  const withheld = withheldFrom(state, { seesAll: false, participantId: null });
  const statements = [...state.claims.values()]
    .filter(({ id, retracted }) => !retracted && !withheld.has(id) && !state.merges.has(id))
    .map(({ id }) => id)
    .sort();
  const voters = new Set([...state.votes.values()].flatMap((votes) => [...votes.keys()]));
  const joinedAt = (id: string) => state.participants.get(id)?.joinedAt ?? Number.POSITIVE_INFINITY;
  const participants = [...voters].sort((a, b) => joinedAt(a) - joinedAt(b) || (a < b ? -1 : 1));
  const answers = participants.map((participant) =>
    statements.map((statement) => {
      const vote = countedVote(state, statement, participant);
      return vote ? OPINIONS[vote.answer] : null;
    }),
  );
  return { participants, statements, answers, leftOut: new Set() };
}
