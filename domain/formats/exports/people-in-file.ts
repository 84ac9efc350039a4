import { withMentions, withoutNamingHistories } from '../../debate/comments/mentions.ts';
import { SYSTEM } from '../../debate/engine/entries.ts';
import { type DebateSnapshot, fromSnapshot, toSnapshot } from '../../debate/engine/snapshot.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { NOBODY } from '../../debate/visibility/viewer.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';

/** How authors appear in a file: with names as the debate shows them, as numbers, or not at all. */
export const PEOPLE_IN_FILE = ['names', 'pseudonyms', 'none'] as const;
export type PeopleInFile = (typeof PEOPLE_IN_FILE)[number];

/** A debate for a file with people named, numbered or left out. Names are those shown to the exporter. */
export function withPeople(
  state: DebateState,
  called: ReadonlyMap<string, string>,
  choice: PeopleInFile,
): ExchangedDebate {
  if (choice === 'names') return { state, names: called, kept: [] };
  const numbers = new Map([...state.participants.keys()].sort().map((id, at) => [id, `person-${at + 1}`]));
  const isNone = choice === 'none';
  const renamed = (id: string): string => {
    if (id === SYSTEM || id === NOBODY) return id;
    return isNone ? NOBODY : (numbers.get(id) ?? NOBODY);
  };
  const snapshot = toSnapshot(state);
  const { moderationLog, groups } = snapshot;
  // Sanctions are part of the participant's record.
  const measured = (id: string) => (numbers.has(id) ? renamed(id) : id);
  const named: DebateSnapshot = {
    ...(signedBy(toSnapshot(withoutNamingHistories(state)), renamed) as DebateSnapshot),
    comments: snapshot.comments.map((comment) => ({
      ...comment,
      author: renamed(comment.author),
      text: withMentions(comment.text, renamed),
    })),
    moderationLog: moderationLog.map((act) => ({
      ...act,
      by: renamed(act.by),
      on: act.on.map(measured).filter((id) => id !== NOBODY),
    })),
    groups: groups.map((group) => ({ ...group, members: isNone ? [] : group.members.map(renamed) })),
    participants: isNone
      ? []
      : snapshot.participants.map((person) => ({ ...person, id: renamed(person.id) })),
    votes: isNone
      ? []
      : snapshot.votes.map(([claimId, voter, ...vote]) => [claimId, renamed(voter), ...vote] as const),
    ratings: isNone
      ? []
      : snapshot.ratings?.map(([on, by, ...rating]) => [on, renamed(by), ...rating] as const),
    answers: isNone
      ? []
      : snapshot.answers?.map(([pollId, voter, choice]) => [pollId, renamed(voter), choice] as const),
    floor: { hands: [], speaker: null, order: 'raised', invited: [] },
  };
  const names = isNone
    ? new Map<string, string>()
    : new Map([...numbers.values()].map((id) => [id, id.replace('person-', 'Person ')]));
  return { state: fromSnapshot(named), names, kept: [] };
}

/** Replaces the ids of people in records, and in nested ones, wherever they are the author or actor. */
function signedBy(value: unknown, renamed: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => signedBy(each, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      // A steelman is by a position; its answers are by people.
      if (key === 'steelman') return [key, { ...each, answers: signedBy(each.answers, renamed) }];
      const isPerson =
        (key === 'author' || key === 'by' || key === 'participantId') && typeof each === 'string';
      return [key, isPerson ? renamed(each) : signedBy(each, renamed)];
    }),
  );
}
