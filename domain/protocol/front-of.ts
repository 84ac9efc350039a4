import type { DebateState } from '../debate/engine/state.ts';
import { parentLinkOf } from '../debate/map/tree.ts';
import type { FrontExcerpt } from '../front/front-excerpt.ts';
import type { FrontOpening, InitialState } from './initial-state.ts';

/** The first part of a page: the excerpt of a reader's view, with their own votes and ratings on it. */
export function frontOf(view: DebateState, opening: InitialState, excerpt: FrontExcerpt): FrontOpening {
  const { debateId, cursor, participantId, people, votes, ratings } = opening;
  const claims = new Set(excerpt.branches.map(([id]) => id));
  const links = new Set([...claims].map((id) => parentLinkOf(view, id)?.id));
  return {
    debateId,
    participantId,
    people,
    excerpt,
    ...(cursor && { cursor }),
    votes: votes.filter(([claimId, voter]) => voter === participantId && claims.has(claimId)),
    ratings: ratings.filter(([on, rater]) => rater === participantId && (claims.has(on) || links.has(on))),
  };
}
