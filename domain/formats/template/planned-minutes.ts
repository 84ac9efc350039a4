import type { Phase } from '../../debate/phases/agenda.ts';

/** The planned time of an agenda: the minutes of `all` its phases, of `some` of them, or of `none`, since a phase may have no end. */
export function plannedTime(agenda: readonly Pick<Phase, 'minutes'>[]) {
  const timed = agenda.filter(({ minutes }) => minutes !== null);
  const planned = timed.length === 0 ? 'none' : timed.length < agenda.length ? 'some' : 'all';
  return { minutes: plannedMinutes(timed), planned } as const;
}

/** The planned minutes of all phases together. */
export function plannedMinutes(agenda: readonly Pick<Phase, 'minutes'>[]): number {
  return agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
