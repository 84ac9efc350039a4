import { phaseIn } from '#domain/debate/phases/phases.ts';
import { both, type Meeting, shares } from './meeting-conditions.ts';

/** How two operations on tasks meet. */
export const TASK_MEETINGS: Readonly<Record<string, Meeting>> = {
  'the same task': both((one, other) => shares(one, other, 'taskId')),
  'the same task, the same change': both(
    (one, other) => shares(one, other, 'taskId') && shares(one, other, 'count') && shares(one, other, 'due'),
  ),
  'of a phase that it removes': both(
    (one, other) =>
      one.type === 'agenda.set' &&
      'due' in other &&
      'phaseId' in other.due &&
      phaseIn(one, other.due.phaseId) === null,
  ),
};
