import { PersistentMap } from '../collections/persistent-map.ts';
import type { Steps } from '../collections/steps.ts';
import { packSteps } from '../debate/engine/packed-snapshot.ts';
import { snapshotSteps } from '../debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../debate/engine/state.ts';
import { shownPositions } from '../debate/map/positions-in-order.ts';
import { parentLinkOf } from '../debate/map/tree.ts';
import { MOTION_ID } from '../layout/map-tree.ts';
import { ClaimsBelow } from './claims-below.ts';
import type { FrontExcerpt } from './front-excerpt.ts';
import { shareRows, shownOf } from './row-budget.ts';

/** Number of claims from which a debate's page sends an excerpt first. */
export const LARGE = 1_000;
/** Number of rows in an excerpt: more than the tallest screens show. */
const ROWS = 64;

/** Makes the excerpt of a debate as an audience sees it, in steps. Null for a debate that isn't large. */
export function* excerptSteps(view: DebateState): Steps<FrontExcerpt | null> {
  if (view.claims.size < LARGE) return null;
  const below = new ClaimsBelow();
  yield* below.follow(view);
  const positions = shownPositions(view).map(({ id }) => id);
  const rows = shareRows(
    ROWS,
    positions.map((id) => below.under(id).length),
  );
  // A list never omits exactly one claim.
  const lists = positions.map((id, at) => heaviest(view, below, id, (rows[at] ?? 0) + 2));
  const claims = lists.flat();
  const ids: [string, readonly string[]][] = [
    [MOTION_ID, positions],
    ...positions.map((id, at): [string, readonly string[]] => [id, lists[at] ?? []]),
    ...claims.map((id): [string, readonly string[]] => [id, []]),
  ];
  return {
    packed: yield* packSteps(yield* snapshotSteps(partOf(view, claims))),
    branches: ids.map(([id, children]) => {
      const { supports, attacks, below: all } = below.of(id);
      return [id, children, supports, attacks, all] as const;
    }),
  };
}

/** A position's claims that its list shows first, in order. */
function heaviest(view: DebateState, below: ClaimsBelow, position: string, most: number): readonly string[] {
  const ids = below.under(position);
  const kept = shownOf(
    ids.map((id) => {
      const tally = view.claims.get(id)?.tally;
      const votes = tally ? tally.agree + tally.disagree + tally.pass : 0;
      return { id, weight: below.of(id).below + votes, needed: false, wasShown: false };
    }),
    most,
  );
  return ids.filter((id) => kept.has(id));
}

/** The state with these claims only, and with what their rows show. */
function partOf(view: DebateState, claims: readonly string[]): DebateState {
  const links = claims.flatMap((id) => parentLinkOf(view, id) ?? []);
  return {
    ...view,
    claims: only(view.claims, claims),
    links: PersistentMap(links.map((link) => [link.id, link])),
    sources: EMPTY_STATE.sources,
    articles: EMPTY_STATE.articles,
    citations: EMPTY_STATE.citations,
    suggestions: EMPTY_STATE.suggestions,
    comments: EMPTY_STATE.comments,
    votes: EMPTY_STATE.votes,
    formerTeams: EMPTY_STATE.formerTeams,
    ratings: EMPTY_STATE.ratings,
    disclosedTotals: only(view.disclosedTotals, claims),
    hidden: only(view.hidden, claims),
    embargoed: only(view.embargoed, claims),
    splits: EMPTY_STATE.splits,
    reviews: only(view.reviews, claims),
    reports: EMPTY_STATE.reports,
    promotions: only(view.promotions, claims),
    origins: EMPTY_STATE.origins,
    lastChanges: EMPTY_STATE.lastChanges,
    moderationLog: EMPTY_STATE.moderationLog,
  };
}

function only<Value>(
  map: PersistentMap<string, Value>,
  ids: readonly string[],
): PersistentMap<string, Value> {
  return PersistentMap(
    ids.flatMap((id): [string, Value][] => {
      const value = map.get(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}
