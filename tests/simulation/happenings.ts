import type { Outbox } from '../../domain/sync/outbox.ts';
import type { SimPerson } from './sim-person.ts';

/** How often what happens. */
export const HAPPENINGS = {
  act: 24,
  undo: 3,
  redo: 2.5,
  openEditor: 5,
  type: 16,
  closeEditor: 2,
  seal: 3,
  deliverUp: 24,
  deliverDown: 30,
  continueOpening: 16,
  commit: 16,
  flush: 14,
  catchUp: 6,
  drop: 1.5,
  connect: 5,
  loseHeart: 0.7,
  crash: 0.5,
  storeSnapshot: 0.5,
  overload: 1,
  retry: 3,
  join: 0.4,
  reload: 1,
  double: 2,
  overtake: 2,
  leave: 1,
  straggle: 3,
  partition: 0.7,
  cutDatabase: 0.7,
  closeTab: 0.5,
  takeOver: 3,
  mistake: 1,
  crashPage: 0.7,
  erase: 0.08,
  comeBack: 0,
} as const;

export type Happening = keyof typeof HAPPENINGS;

/** Tests whether this event can happen to a person, who finds what closed tabs have `left`. */
export function canHappen(
  happening: Happening,
  { wire, store, participantId }: SimPerson,
  left: readonly Outbox[],
): boolean {
  const [up, down] = [wire?.upWaiting ?? 0, wire?.downWaiting ?? 0];
  switch (happening) {
    case 'deliverUp':
      return up > 0;
    case 'deliverDown':
      return down > 0;
    case 'double':
      return up + down > 0;
    case 'overtake':
      return down > 1;
    case 'connect':
      return wire === null;
    case 'crashPage':
    case 'closeTab':
      return store.outbox() !== null;
    case 'mistake':
      return store.outbox() === null && participantId === 'dana';
    case 'comeBack':
      return wire !== null && store.state().standing?.membership === 'removed';
    case 'takeOver':
      return store.outbox() === null && left.some((outbox) => outbox.participantId === participantId);
    default:
      return true;
  }
}
