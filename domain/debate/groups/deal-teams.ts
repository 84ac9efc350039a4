import type { OperationOf } from '../engine/operations.ts';
import { may } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { remainingPositions } from '../map/positions-in-order.ts';
import { isModerating } from '../participants/participant.ts';
import { canSwitchSides, keepsSides } from '../participants/teams.ts';
import { shuffled } from './draw-groups.ts';

/** True if people need a team to write, now or in a phase of the agenda. */
export function needsTeams(state: DebateState): boolean {
  const switches = state.agenda?.phases.some(({ kind }) => kind === 'switch_sides') ?? false;
  return keepsSides(state) || (switches && canSwitchSides(state));
}

/** The ids of participants who would write if they had a team. Moderators write without one. */
export function peopleWithoutTeam(state: DebateState): string[] {
  return [...state.participants.values()]
    .filter(
      ({ id, role, team, membership }) =>
        team === null &&
        membership === 'member' &&
        !isModerating(role) &&
        may(state, { id, role }, 'claim.add'),
    )
    .map(({ id }) => id);
}

/**
 * Deals people who have no team out over the positions at random: each goes to a position for which the fewest speak. A person who chooses
 * a team before the dealing arrives keeps it. `random` returns numbers from 0 up to 1.
 */
export function dealTeams(state: DebateState, random: () => number): OperationOf<'team.choose'>[] {
  const sizes = new Map(remainingPositions(state).map(({ id }) => [id, 0]));
  for (const { team, membership } of state.participants.values()) {
    const size = sizes.get(team ?? '');
    if (size !== undefined && membership === 'member') sizes.set(team ?? '', size + 1);
  }
  return shuffled(peopleWithoutTeam(state), random).flatMap((participantId) => {
    const [team] = [...sizes.entries()].sort(([, a], [, b]) => a - b)[0] ?? [];
    if (team === undefined) return [];
    sizes.set(team, (sizes.get(team) ?? 0) + 1);
    return { type: 'team.choose', participantId, team, ifNone: true } as const;
  });
}
