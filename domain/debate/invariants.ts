import { isEarlier } from './earlier-vote.ts';
import type { DebateState, Tally } from './state.ts';
import { ancestorsOf, parentLinkOf, placeOf } from './tree.ts';

/**
 * What must hold of every state folded from a log [I8]; the broken ones, as sentences for a developer.
 * With `votes: 'own'` (a projection) tallies are not recounted.
 */
export function brokenInvariants(state: DebateState, votes: 'all' | 'own' = 'all'): string[] {
  return [...brokenPlaces(state), ...brokenIndexes(state), ...(votes === 'all' ? brokenTallies(state) : [])];
}

function* brokenPlaces(state: DebateState): Generator<string> {
  for (const link of state.links.values()) {
    if (!state.claims.has(link.from)) yield `link ${link.id} comes from nothing`;
    if (placeOf(state, link.target) === null) yield `link ${link.id} points at nothing`;
  }
  for (const claim of state.claims.values()) {
    const link = parentLinkOf(state, claim.id);
    if (!link?.parent || link.from !== claim.id) yield `claim ${claim.id} has no parent link of its own`;
    if (ancestorsOf(state, claim.id).includes(claim.id)) yield `claim ${claim.id} stands under itself`;
    if (claim.sources.some((id) => !state.sources.has(id))) yield `claim ${claim.id} cites nothing`;
  }
}

function* brokenIndexes(state: DebateState): Generator<string> {
  let placed = 0;
  for (const [targetId, linkIds] of state.childLinks) {
    placed += linkIds.length;
    const orders = linkIds.map((id) => state.links.get(id)?.order ?? '');
    if (orders.some((order, index) => index > 0 && order <= (orders[index - 1] ?? ''))) {
      yield `arguments under ${targetId} are out of order`;
    }
    for (const id of linkIds) {
      if (state.links.get(id)?.target.id !== targetId) yield `link ${id} is filed under the wrong target`;
    }
  }
  if (placed !== state.claims.size) yield `${state.claims.size} claims, ${placed} places`;
}

function* brokenTallies(state: DebateState): Generator<string> {
  for (const claim of state.claims.values()) {
    const counted = { agree: 0, disagree: 0, pass: 0, earlier: 0 };
    for (const vote of state.votes.get(claim.id)?.values() ?? []) {
      counted[vote.answer] += 1;
      if (isEarlier(vote, claim)) counted.earlier += 1;
    }
    if (JSON.stringify(counted) !== JSON.stringify(inOrder(claim.tally)))
      yield `tally of ${claim.id} is not a recount`;
  }
}

function inOrder({ agree, disagree, pass, earlier }: Tally): Tally {
  return { agree, disagree, pass, earlier };
}
