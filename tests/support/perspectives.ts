import { discloseOpinions } from '../../domain/analysis/opinions/disclosed-opinions.ts';
import { gatherOpinions } from '../../domain/analysis/opinions/gather-opinions.ts';
import {
  disclosedVotes,
  groupsBesideTeams,
  type PerspectiveSources,
} from '../../domain/analysis/perspectives/disclosed-perspectives.ts';
import {
  type GatheredPerspectives,
  gatherPerspectives,
} from '../../domain/analysis/perspectives/gather-perspectives.ts';
import type { PerspectiveOf } from '../../domain/analysis/perspectives/perspective.ts';
import { finish } from '../../domain/collections/steps.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { aDebate, agree, type DebateBuilder, newClaim } from './debate-builder.ts';

export const SHOW = { type: 'perspective.show', shown: true } as const;
export const EAST = { kind: 'team', id: 'east' } as const;
export const WEST = { kind: 'team', id: 'west' } as const;

/** A debate with a claim, `c-z`, that nobody voted on. */
export const begun = () => aDebate().does('olga', newClaim('z', 'east'));

/** Teams of these sizes, all of whom agree with `c-z`. */
export function teams(east: number, west: number): DebateBuilder {
  const debate = begun();
  const people = [...Array(east + west).keys()].map((nth) => `v-${nth}`);
  for (const [nth, participantId] of people.entries()) {
    debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
    debate.does(participantId, { type: 'team.choose', participantId, team: nth < east ? 'east' : 'west' });
    debate.does(participantId, agree('c-z'));
  }
  return debate;
}

/** The data from which the server makes perspectives; `before`: what it counted last. */
export function sourcesOf(
  state: DebateState,
  before: GatheredPerspectives | null = null,
): PerspectiveSources {
  const secret = state.head?.settings.ballots !== 'open';
  const moment = { ...finish(gatherOpinions(state)), totals: null };
  const opinions = discloseOpinions([moment], { secret, named: true });
  const groups = groupsBesideTeams(state, opinions);
  const gathered = secret ? null : finish(gatherPerspectives(state, groups, before));
  return { state, opinions, gathered };
}

/** The votes of a perspective by claim, as everyone may see them. */
export const votesIn = (sources: PerspectiveSources, of: PerspectiveOf) =>
  finish(disclosedVotes(sources, of));
/** Its votes on `c-z`. */
export const votesOf = (state: DebateState, of: PerspectiveOf) => votesIn(sourcesOf(state), of)?.get('c-z');

/** Two camps of ten, who answer eight claims. `team`: of each of these people. */
export function camps(team: (nth: number) => string | null = () => null): DebateBuilder {
  const debate = aDebate();
  const claims = [...Array(8).keys()].map((nth) => `k${nth}`);
  for (const id of claims) debate.does('dana', newClaim(id, 'east'));
  for (const nth of Array(20).keys()) {
    const participantId = `v-${nth}`;
    debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
    if (team(nth)) debate.does(participantId, { type: 'team.choose', participantId, team: team(nth) });
    for (const [at, id] of claims.entries()) {
      const answer = nth < 10 === at < 4 ? 'agree' : 'disagree';
      debate.does(participantId, { type: 'vote.cast', claimId: `c-${id}`, answer, wording: 1 });
    }
  }
  return debate;
}
