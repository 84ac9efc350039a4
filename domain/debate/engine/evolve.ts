import { evolveGroup } from '../groups/evolve-group.ts';
import { evolveFloor } from '../meetings/evolve-floor.ts';
import { withoutIdleSpotlight } from '../meetings/spotlight.ts';
import { evolveReport } from '../moderation/evolve-report.ts';
import { evolvePoll } from '../polls/evolve-poll.ts';
import { asLogged, nextAudienceSeq, withNumber } from '../projection/audience-sequence.ts';
import { mergeFragment, removeFragment } from '../projection/fragment.ts';
import { knowersOf } from '../projection/knowers.ts';
import { evolveSuggestion } from '../suggestions/evolve-suggestion.ts';
import { markDone } from '../tasks/mark-done.ts';
import { dependentsOf } from '../visibility/hidden-content.ts';
import { recordDisclosures } from '../votes/disclosed-totals.ts';
import { evolveRating } from '../votes/evolve-rating.ts';
import { evolveVote } from '../votes/evolve-vote.ts';
import type { EntryFrame, ProjectedEffect, ProjectedEntry } from './entries.ts';
import { definitionOf, isEntryType } from './events.ts';
import type { DebateState } from './state.ts';

/**
 * Folds one entry, of the log or of a projection. Never rejects: rules change over the years, the log does not. If the state lacks what an
 * entry names (a claim that this audience may not see), that is skipped.
 */
export function evolve(state: DebateState, entry: ProjectedEntry): DebateState {
  const { seq, at } = entry;
  // Only the log's own entries are numbered for audiences.
  if (state.numbering === null || isProjectedEffect(entry.effect)) return { ...fold(state, entry), seq, at };
  const logged = asLogged(entry);
  const { numbering } = state;
  let folded: DebateState | null = null;
  const asKnownToAll = () => {
    folded ??= fold(state, withNumber(entry, numbering.publicSeq + 1));
    return folded;
  };
  const knowers = knowersOf(state, logged, asKnownToAll);
  // The state records the number that viewers get, not the log's.
  const next = nextAudienceSeq(state, numbering, logged, knowers);
  const evolved = knowers === null ? asKnownToAll() : fold(state, withNumber(entry, next.seq));
  return recordDisclosures(state, { ...evolved, seq, at, numbering: next.numbering }, logged);
}

function fold(state: DebateState, entry: ProjectedEntry): DebateState {
  return withoutIdleSpotlight(markDone(apply(state, entry), entry), state);
}

/** Folds many entries. */
export function evolveAll(state: DebateState, entries: readonly ProjectedEntry[]): DebateState {
  return entries.reduce(evolve, state);
}

function apply(state: DebateState, entry: ProjectedEntry): DebateState {
  const { effect } = entry;
  if (isProjectedEffect(effect)) return evolveProjected(state, effect, entry);
  return definitionOf(effect).evolve(state, effect, entry);
}

function isProjectedEffect(effect: ProjectedEntry['effect']): effect is ProjectedEffect {
  return !isEntryType(effect.type);
}

/** Folds what a projection sends in place of what it may not disclose. */
function evolveProjected(state: DebateState, effect: ProjectedEffect, entry: EntryFrame): DebateState {
  switch (effect.type) {
    case 'vote.tallied':
    case 'vote.own':
    case 'votes.projected':
      return evolveVote(state, effect, entry);
    case 'rating.tallied':
    case 'rating.own':
      return evolveRating(state, effect, entry);
    case 'suggestion.projected':
      return evolveSuggestion(state, effect, entry);
    case 'report.projected':
      return evolveReport(state, effect, entry);
    case 'group.projected':
      return evolveGroup(state, effect, entry);
    case 'poll.projected':
    case 'poll.own':
      return evolvePoll(state, effect, entry);
    case 'floor.projected':
      return evolveFloor(state, effect, entry);
    case 'spotlight.projected':
      return { ...state, spotlight: effect.spotlight };
    case 'content.projected':
      return mergeFragment(removeFragment(state, dependentsOf(state, effect.roots)), effect.fragment);
  }
}
