import type { LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { gatherAnswers } from './gathered.ts';
import type { Poll } from './poll.ts';
import { closingPoll, hidesAnswers, thresholdOf } from './polls.ts';

/**
 * Polls as everyone may know them, including moderators, who alone know of prepared ones. An open ballot is shown as it goes. Nothing is shown of a secret one while it is
 * open, nor of one before the debate until the one after it is closed too; then totals from its threshold on, and no two whose difference
 * is the answers of fewer people. Of a total that is shown, no order, part of a histogram or text is shown that fewer people gave.
 */
export function projectPolls(
  state: DebateState,
  { seesAll }: { readonly seesAll: boolean },
): DebateState['polls'] {
  const known = seesAll ? state.polls : state.polls.filter(({ prepared }) => !prepared);
  return known.map((poll) => projectPoll(state, poll, seesAll));
}

function projectPoll(state: DebateState, poll: Poll, seesAll: boolean): Poll {
  const { hiddenAnswers, ...projected } = projectCounts(state, poll);
  if (projected.counts === null) return projected;
  const gathered = gatherAnswers(state, poll, poll.secret ? thresholdOf(poll) : 1);
  return {
    ...projected,
    ...(gathered && { gathered }),
    ...(seesAll && hiddenAnswers && { hiddenAnswers }),
  };
}

function projectCounts(state: DebateState, poll: Poll): Poll {
  if (hidesAnswers(state)) return { ...poll, answered: 0, counts: null, flows: null };
  const projected = { ...poll, counts: poll.secret ? null : poll.counts, flows: visibleFlows(state, poll) };
  if (!poll.secret || poll.open || poll.answered < thresholdOf(poll)) return projected;
  if (poll.kind === 'quick') return { ...projected, counts: poll.counts };
  const after = poll.kind === 'after' ? poll : closingPoll(state, poll.id);
  if (!after || after.open) return projected;
  const flows = visibleFlows(state, after);
  const others = flows ? poll.answered - sum(flows.flat()) : 0;
  return others === 0 || others >= thresholdOf(poll) ? { ...projected, counts: poll.counts } : projected;
}

/** For a poll after the debate, once both are closed. */
function visibleFlows(state: DebateState, after: Poll): Poll['flows'] {
  const before = state.polls.get(after.since ?? '');
  if (!before || before.open || after.open) return null;
  const [was, is] = [before, after].map(({ id }) => state.answers.get(id));
  const flows = before.options.map(() => after.options.map(() => 0));
  for (const [participantId, from] of was ?? []) {
    const to = is?.get(participantId);
    const row = typeof from === 'number' ? flows[from] : undefined;
    if (typeof to === 'number' && row) row[to] = (row[to] ?? 0) + 1;
  }
  const people = sum(flows.flat());
  return people > 0 && (!after.secret || people >= thresholdOf(after)) ? flows : null;
}

/** The projected polls that a viewer is sent for entries that led to `state`; null: none. */
export function projectPollsOf(
  entries: readonly LogEntry[],
  state: DebateState,
  { seesAll }: { readonly seesAll: boolean },
): Extract<ProjectedEffect, { type: 'poll.projected' }> | null {
  const touched = new Set(
    entries.flatMap(({ effect }) => {
      if (
        effect.type === 'poll.opened' ||
        effect.type === 'poll.answered' ||
        effect.type === 'poll.answerHidden'
      )
        return effect.pollId;
      // Phases may now hide more or less of polls.
      if (effect.type === 'agenda.set' || effect.type === 'agenda.phaseChanged')
        return [...state.polls.keys()];
      if (effect.type !== 'poll.statusChanged') return [];
      // The totals and the shift of two polls on the motion depend on whether both are closed.
      const { pollId } = effect;
      const other = state.polls.get(pollId)?.since ?? closingPoll(state, pollId)?.id;
      return other === undefined ? pollId : [pollId, other];
    }),
  );
  const polls = [...touched].flatMap((id) => {
    const poll = state.polls.get(id);
    return poll && (seesAll || !poll.prepared) ? projectPoll(state, poll, seesAll) : [];
  });
  return polls.length > 0 ? { type: 'poll.projected', polls } : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
