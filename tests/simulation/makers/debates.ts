import type { OperationOf } from '../../../domain/debate/engine/operations.ts';
import { NAMES, STATUSES, VISIBILITIES } from '../../../domain/debate/head/head.ts';
import { MEMBERSHIPS, ROLES } from '../../../domain/debate/participants/participant.ts';
import type { Chooser, MakersOf } from './chooser.ts';

/** Operations on the debate as a whole, and on its people. */
export const DEBATE_MAKERS: MakersOf<
  | 'participant.mute'
  | 'participant.appoint'
  | 'participant.setMembership'
  | 'participant.rename'
  | 'debate.transfer'
  | 'debate.setVisibility'
  | 'debate.setStatus'
  | 'debate.delete'
  | 'debate.clear'
  | 'debate.configure'
  | 'debate.edit'
  | 'team.choose'
  | 'perspective.show'
> = {
  'participant.mute': (choose, view) => {
    const participantId = choose.participant(view);
    const muted = choose.random.chance(0.3);
    return participantId ? { type: 'participant.mute', participantId, muted, reason: 'other' } : null;
  },
  'participant.appoint': (choose, view) => {
    const participantId = choose.participant(view);
    const role = choose.random.pick(ROLES.filter((one) => one !== 'owner'));
    return participantId && role ? { type: 'participant.appoint', participantId, role } : null;
  },
  'participant.setMembership': (choose, view) => {
    const out = [...view.participants.values()].filter(({ membership }) => membership !== 'member');
    const back = choose.random.chance(0.7) ? choose.random.pick(out)?.id : undefined;
    const participantId = back ?? choose.participant(view);
    const membership = back ? 'member' : (choose.random.pick(MEMBERSHIPS) ?? 'member');
    return participantId
      ? { type: 'participant.setMembership', participantId, membership, reason: 'other' }
      : null;
  },
  'participant.rename': (choose, view) => {
    const participantId = choose.participant(view);
    return participantId ? { type: 'participant.rename', participantId, name: choose.text() } : null;
  },
  'debate.transfer': (choose, view) => {
    const participantId = choose.participant(view);
    return participantId ? { type: 'debate.transfer', participantId } : null;
  },
  'debate.setVisibility': (choose) => ({
    type: 'debate.setVisibility',
    visibility: choose.random.pick(VISIBILITIES) ?? 'public',
  }),
  'debate.setStatus': (choose, view) => ({
    type: 'debate.setStatus',
    status: view.head?.status === 'open' ? (choose.random.pick(STATUSES) ?? 'closed') : 'open',
  }),
  'debate.delete': (_, view) => ({ type: 'debate.delete', deleted: !view.head?.deleted }),
  'debate.clear': () => ({ type: 'debate.clear' }),
  'debate.configure': (choose) => ({ type: 'debate.configure', ...settingOf(choose) }),
  'debate.edit': (choose) =>
    choose.random.chance(0.5)
      ? { type: 'debate.edit', title: choose.text() }
      : { type: 'debate.edit', motion: choose.text() },
  'team.choose': (choose, view) => {
    const participantId = choose.participant(view);
    const team = choose.random.pick([null, ...view.positions.keys()]) ?? null;
    return participantId ? { type: 'team.choose', participantId, team } : null;
  },
  'perspective.show': (choose) => ({ type: 'perspective.show', shown: choose.random.chance(0.6) }),
};

function settingOf(choose: Chooser): Omit<OperationOf<'debate.configure'>, 'type'> {
  if (!choose.wordsOnly && choose.random.chance(0.05)) return { names: choose.random.pick(NAMES) };
  const kinds = { guests: 2, teams: 3, sides: 0.5, wording: 1, approval: choose.wordsOnly ? 0 : 3 };
  switch (choose.random.weighted(kinds)) {
    case 'guests':
      return { guests: choose.random.pick(['debater', 'suggester', 'observer', 'none'] as const) };
    case 'teams':
      return { teams: choose.random.pick(['off', 'chosen', 'assigned'] as const) };
    case 'sides':
      return { sides: choose.random.pick(['free', 'free', 'own'] as const) };
    case 'wording':
      return { wording: choose.random.pick(['shared', 'shared', 'own'] as const) };
    case 'approval':
      return { approval: choose.random.pick([[], ['debater'], ['suggester']] as const) };
  }
}
