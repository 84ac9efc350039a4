import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { DEFAULT_SETTINGS } from '#domain/debate/head/head.ts';
import { type Agenda, NO_AGENDA, type Phase } from '#domain/debate/phases/agenda.ts';
import { reusedPolls } from '#domain/debate/polls/reused-polls.ts';
import { phaseTasks } from '#domain/debate/tasks/phase-tasks.ts';
import type { NewDebateInput } from './new-debate.ts';

/**
 * Operations that create a debate as requested. It has the settings, agenda with tasks, and quick polls of the one it is started from, as
 * its maker sees that; the polls wait until they are opened.
 */
export function creationOf(input: NewDebateInput, ownerId: string, from: DebateState | null): Operation[] {
  const { title, motion, visibility, positions, names, ballots, wording, pace } = input;
  const phases = phasesAgain(from?.agenda ?? NO_AGENDA, positionsOf(input));
  const settings = {
    ...DEFAULT_SETTINGS,
    ...from?.head?.settings,
    ...(names && { names }),
    ...(ballots && { ballots }),
    ...(wording && { wording }),
    ...(pace !== undefined && { pace }),
    template: false,
  };
  return [
    {
      type: 'debate.create',
      title,
      motion,
      visibility,
      settings,
      ownerId,
    },
    ...(phases.length > 0 ? [{ type: 'agenda.set', phases, base: 0 } as const] : []),
    ...phaseTasks(from),
    ...positions.map(
      ({ name, hue, summary }, index): Operation => ({
        type: 'position.add',
        positionId: positionId(index),
        name,
        hue,
        summary,
      }),
    ),
    ...(from === null ? [] : reusedPolls(from)).map(
      (poll, index): Operation => ({
        type: 'poll.open',
        pollId: `q_poll${index + 1}`,
        kind: 'quick',
        ...poll,
        prepared: true,
      }),
    ),
  ];
}

/** Phases for a new debate. A choice of who presents what names its positions; one that it doesn't take over is left out. */
function phasesAgain({ phases }: Agenda, positions: ReadonlyMap<string, string>): Phase[] {
  return phases.map(({ presents = [], ...phase }) => {
    const again = presents.flatMap((choice) => {
      const [team, position] = [positions.get(choice.team), positions.get(choice.position)];
      return team === undefined || position === undefined ? [] : [{ team, position }];
    });
    return again.length > 0 ? { ...phase, presents: again } : phase;
  });
}

/** Maps positions of the old debate to those of the new one that replace them. */
export function positionsOf({ positions }: NewDebateInput): Map<string, string> {
  return new Map(positions.flatMap(({ of }, index) => (of === undefined ? [] : [[of, positionId(index)]])));
}

function positionId(index: number): string {
  return `p_position${index + 1}`;
}
