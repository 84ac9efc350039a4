import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import type { DebateBuilder } from './debate-builder.ts';

type Mute = OperationOf<'participant.mute'>;
type SetMembership = OperationOf<'participant.setMembership'>;

export const joinAs = (participantId: string, role: OperationOf<'participant.join'>['role']) =>
  ({ type: 'participant.join', participantId, role }) as const;
export const appoint = (participantId: string, role: OperationOf<'participant.appoint'>['role']) =>
  ({ type: 'participant.appoint', participantId, role }) as const;
/** Mutes someone; `null` as the reason unmutes them. */
export const mute = (participantId: string, reason: Mute['reason']) =>
  ({ type: 'participant.mute', participantId, muted: reason !== null, reason }) as const;
/** Removes or bans someone, or makes them a member again. */
export const setMembership = (
  participantId: string,
  membership: SetMembership['membership'],
  reason: SetMembership['reason'] = membership === 'member' ? null : 'other',
) => ({ type: 'participant.setMembership', participantId, membership, reason }) as const;
/** Restricts a debate as an administrator does; `null` as the reason lifts the restriction. */
export const restrict = (
  restriction: OperationOf<'debate.restrict'>['restriction'],
  reason: string | null = 'Against the terms',
) => ({ type: 'debate.restrict', restriction, reason }) as const;

/** Lets so many debaters join, `v-0`, `v-1` and so on, and returns their ids. */
export function addVoters(debate: DebateBuilder, count: number): readonly string[] {
  const ids = Array.from({ length: count }, (_, nth) => `v-${nth}`);
  debate.does(SYSTEM, ...ids.map((id) => joinAs(id, 'debater')));
  return ids;
}
