import type { Phase } from '../../debate/phases/agenda.ts';

/** The planned minutes of all phases together. */
export function plannedMinutes(agenda: readonly Pick<Phase, 'minutes'>[]): number {
  return agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
