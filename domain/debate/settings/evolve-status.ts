import { PersistentMap } from '../../collections/persistent-map.ts';
import type { Effect, EntryFrame } from '../engine/entries.ts';
import { type DebateState, EMPTY_STATE } from '../engine/state.ts';
import { restrict } from '../head/restrictions.ts';
import { WHOLE_DEBATE } from '../locks/lock.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';

type LifeEffect = Extract<
  Effect,
  {
    type:
      | 'debate.visibilityChanged'
      | 'debate.statusChanged'
      | 'debate.deleted'
      | 'debate.cleared'
      | 'debate.restricted';
  }
>;

/** Folds who can find a debate, its status, and its end. */
export function evolveStatus(state: DebateState, effect: LifeEffect, entry: EntryFrame): DebateState {
  const { at } = entry;
  const { head } = state;
  if (head === null) return state;
  switch (effect.type) {
    case 'debate.visibilityChanged':
      return { ...state, head: { ...head, visibility: effect.visibility } };
    case 'debate.statusChanged':
      return { ...state, head: { ...head, status: effect.status, statusChangedAt: at } };
    case 'debate.deleted':
      return { ...state, head: { ...head, deleted: effect.deleted, statusChangedAt: at } };
    case 'debate.restricted': {
      const { restriction, reason } = effect;
      const next = { ...state, head: restrict(head, restriction, reason, at) };
      if (effect.unlogged) return next;
      const what = reason === null ? 'unrestricted' : 'restricted';
      return logModeration(next, entry, {
        what,
        on: [WHOLE_DEBATE],
        reason: restriction,
        note: reason ?? '',
      });
    }
    case 'debate.cleared':
      return clearBoard(state, at);
  }
}

/**
 * Keeps the motion, the positions with their summaries and locks, and the people; everything added since is removed, with all that was done
 * to it.
 */
function clearBoard(state: DebateState, at: number): DebateState {
  const { claims, links, sources, articles, citations, suggestions } = EMPTY_STATE;
  const { comments, childLinks, crossLinks, commentsOn, hidden } = EMPTY_STATE;
  const { merges, splits, reviews, reports, promotions, origins, lastChanges, embargoed } = EMPTY_STATE;
  const { polls, answers, questions, signatures, floor, speeches, spotlight } = EMPTY_STATE;
  const stays = (id: string) => id === WHOLE_DEBATE || state.positions.has(id);
  return {
    ...state,
    claims,
    links,
    sources,
    articles,
    citations,
    suggestions,
    comments,
    childLinks,
    crossLinks,
    commentsOn,
    hidden,
    embargoed,
    merges,
    splits,
    reviews,
    reports,
    promotions,
    origins,
    lastChanges,
    polls,
    answers,
    questions,
    conclusion: clearConclusion(state, at),
    signatures,
    floor,
    speeches,
    spotlight,
    locks: state.locks.filter(({ id }) => stays(id)),
    moderationLog: state.moderationLog.filter(({ on }) =>
      on.every((id) => stays(id) || state.participants.has(id)),
    ),
    votes: PersistentMap(),
    formerTeams: PersistentMap(),
    ratings: PersistentMap(),
    disclosedTotals: PersistentMap(),
    histories: state.histories.filter((_, text) => state.positions.has(text)),
  };
}

/** Its versions are counted on: a signature for one that was cleared must not be taken for one of the next conclusion. */
function clearConclusion({ conclusion }: DebateState, at: number): DebateState['conclusion'] {
  return (
    conclusion && {
      open: false,
      // Past states show a text only if it is of the conclusion that was begun last.
      begunAt: Math.max(at, conclusion.begunAt + 1),
      editedAt: null,
      revision: conclusion.revision + 1,
      agreements: '',
      differences: '',
      cruxes: '',
    }
  );
}
