import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Membership, Reason, Role } from '#domain/debate/participants/participant.ts';
import type { DebateBuilder } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';

type Mute = OperationOf<'participant.mute'>;
type SetMembership = OperationOf<'participant.setMembership'>;

const join = (participantId: string, role: Role) =>
  ({ type: 'participant.join', participantId, role }) as const;
/** A removed person comes back. */
const back = (participantId: string) =>
  ({ type: 'participant.membershipChanged', participantId, membership: 'member', reason: null }) as const;
const lowers = (participantId: string, role: Role) =>
  ({ type: 'participant.appointed', participantId, role, unlogged: true }) as const;
const joined = (participantId: string, role: Role) =>
  ({ type: 'participant.joined', participantId, role }) as const;
const appoint = (participantId: string, role: Exclude<Role, 'owner'>) =>
  ({ type: 'participant.appoint', participantId, role }) as const;
const appointed = (participantId: string, role: Exclude<Role, 'owner'>) =>
  ({ type: 'participant.appointed', participantId, role }) as const;
const transfer = (participantId: string) => ({ type: 'debate.transfer', participantId }) as const;
const mute = (participantId: string, muted = true, reason: Reason | null = 'flooding'): Mute => ({
  type: 'participant.mute',
  participantId,
  muted,
  reason,
});
const muted = (participantId: string, is = true, reason: Reason | null = 'flooding') =>
  ({ type: 'participant.muted', participantId, muted: is, reason }) as const;
const admit = (
  participantId: string,
  membership: Membership,
  reason: Reason | null = 'other',
): SetMembership => ({
  type: 'participant.setMembership',
  participantId,
  membership,
  reason,
});
const admitted = (participantId: string, membership: Membership, reason: Reason | null = 'other') =>
  ({ type: 'participant.membershipChanged', participantId, membership, reason }) as const;
const rename = (participantId: string, name: string) =>
  ({ type: 'participant.rename', participantId, name }) as const;
const renamed = (participantId: string) => ({ type: 'participant.renamed', participantId }) as const;
const erase = (participantId: string, words = false) =>
  ({ type: 'participant.erase', participantId, words }) as const;
const erasedAs = (participantId: string, words = false) =>
  ({ type: 'participant.erased', participantId, words }) as const;
const team = (participantId: string, position: string | null) =>
  ({ type: 'team.choose', participantId, team: position }) as const;
const chosen = (participantId: string, position: string | null) =>
  ({ type: 'team.chosen', participantId, team: position }) as const;

const HAND_LOWERED = { type: 'hand.lowered', participantId: 'dana' } as const;
const FLOOR_TAKEN = { type: 'floor.given', to: null, seconds: null } as const;

const removed = (debate: DebateBuilder) => debate.does('olga', admit('dana', 'removed'));
const lowered = (debate: DebateBuilder) => debate.does('olga', appoint('dana', 'observer'));
const banned = (debate: DebateBuilder) => debate.does('olga', admit('dana', 'banned'));
const silent = (debate: DebateBuilder) => debate.does('olga', mute('dana'));
const erased = (debate: DebateBuilder) => debate.does(SYSTEM, erase('dana'));
const asking = (debate: DebateBuilder) => debate.does('dana', { type: 'hand.raise' });
const speaking = (debate: DebateBuilder) =>
  debate.does('olga', { type: 'floor.give', to: 'dana', seconds: 60 });
const mutedBriefly = (debate: DebateBuilder) => debate.does('olga', { ...mute('dana'), minutes: 10 });
const bannedBriefly = (debate: DebateBuilder) =>
  debate.does('olga', { ...admit('dana', 'banned'), minutes: 10 });
const teams = (how: 'off' | 'assigned') => (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', teams: how });

const JOIN: DecisionCase<OperationOf<'participant.join'>>[] = [
  ['a new one', SYSTEM, join('nina', 'observer'), joined('nina', 'observer')],
  ['in a higher role', SYSTEM, join('dana', 'moderator'), joined('dana', 'moderator')],
  ['[RO7] after being removed', SYSTEM, join('dana', 'debater'), [back('dana')], removed],
  [
    '[RO7] in a lower role, after being removed',
    SYSTEM,
    join('dana', 'suggester'),
    [lowers('dana', 'suggester'), back('dana')],
    removed,
  ],
  [
    'in a higher role, of many',
    SYSTEM,
    join('dana', 'moderator'),
    joined('dana', 'moderator'),
    fillUp('participants', LIMITS.participants),
  ],
  [
    'the last one',
    SYSTEM,
    join('nina', 'debater'),
    joined('nina', 'debater'),
    fillUp('participants', LIMITS.participants - 1),
  ],
  ['one too many', SYSTEM, join('nina', 'debater'), 'too_many', fillUp('participants', LIMITS.participants)],
  ['by the owner', 'olga', join('nina', 'debater'), 'not_allowed'],
  ['after being banned', SYSTEM, join('dana', 'debater'), 'banned', banned],
  ['in the same role', SYSTEM, join('dana', 'debater'), 'already_joined'],
  ['in a higher role, after being lowered', SYSTEM, join('dana', 'debater'), 'already_joined', lowered],
  [
    'in a higher role, after being lowered and removed',
    SYSTEM,
    join('dana', 'debater'),
    [back('dana')],
    (debate) => removed(lowered(debate)),
  ],
  [
    'as a moderator, after being removed as one',
    SYSTEM,
    join('mona', 'moderator'),
    [lowers('mona', 'debater'), back('mona')],
    (debate) => debate.does('olga', admit('mona', 'removed')),
  ],
  [
    'as a moderator, after coming back as none',
    SYSTEM,
    join('mona', 'moderator'),
    'already_joined',
    (debate) => debate.does('olga', admit('mona', 'removed')).does(SYSTEM, join('mona', 'debater')),
  ],
  ['in a lower role', SYSTEM, join('dana', 'observer'), 'already_joined'],
];

const APPOINT: DecisionCase<OperationOf<'participant.appoint'>>[] = [
  ['a moderator', 'olga', appoint('dana', 'moderator'), appointed('dana', 'moderator')],
  ['a moderator no longer', 'olga', appoint('mona', 'debater'), appointed('mona', 'debater')],
  ['a debater', 'mona', appoint('otto', 'debater'), appointed('otto', 'debater')],
  [
    'an observer, after being removed',
    'mona',
    appoint('dana', 'observer'),
    appointed('dana', 'observer'),
    removed,
  ],
  ['a person who has not joined', 'olga', appoint('nina', 'debater'), 'unknown_participant'],
  ['an erased person', 'olga', appoint('dana', 'observer'), 'unknown_participant', erased],
  ['by a debater', 'dana', appoint('susi', 'debater'), 'not_allowed'],
  ['a moderator, by a moderator', 'mona', appoint('dana', 'moderator'), 'not_allowed'],
  ['a moderator no longer, by one', 'mona', appoint('mona', 'debater'), 'not_allowed'],
  ['the owner no longer', 'olga', appoint('olga', 'moderator'), 'not_allowed'],
  ['in the same role', 'olga', appoint('dana', 'debater'), 'nothing_changed'],
];

const TRANSFER: DecisionCase<OperationOf<'debate.transfer'>>[] = [
  ['to a debater', 'olga', transfer('dana'), { type: 'debate.transferred', participantId: 'dana' }],
  ['to a moderator, by one', 'mona', transfer('mona'), 'not_allowed'],
  ['to the owner', 'olga', transfer('olga'), 'nothing_changed'],
  ['to a person who has not joined', 'olga', transfer('nina'), 'unknown_participant'],
  ['to a removed person', 'olga', transfer('dana'), 'unknown_participant', removed],
  ['to an erased person', 'olga', transfer('dana'), 'unknown_participant', erased],
];

const MUTE: DecisionCase<Mute>[] = [
  ['a debater', 'mona', mute('dana'), muted('dana')],
  ['a moderator', 'olga', mute('mona'), muted('mona')],
  ['for some time', 'mona', { ...mute('dana'), minutes: 10 }, { ...muted('dana'), minutes: 10 }],
  ['without an end', 'mona', { ...mute('dana'), minutes: null }, muted('dana')],
  ['a person who raises a hand', 'mona', mute('dana'), [muted('dana'), HAND_LOWERED], asking],
  ['the speaker', 'mona', mute('dana'), [muted('dana'), FLOOR_TAKEN], speaking],
  ['while another speaks', 'mona', mute('emil'), muted('emil'), speaking],
  ['no longer', 'mona', mute('dana', false, null), muted('dana', false, null), silent],
  [
    'no longer, for a reason and some time',
    'mona',
    { ...mute('dana', false), minutes: 10 },
    muted('dana', false, null),
    silent,
  ],
  ['a person who has not joined', 'olga', mute('nina'), 'unknown_participant'],
  ['an erased person', 'olga', mute('dana'), 'unknown_participant', erased],
  ['by a debater', 'emil', mute('dana'), 'not_allowed'],
  ['a moderator, by one', 'mona', mute('mona'), 'not_allowed'],
  ['the owner', 'mona', mute('olga'), 'not_allowed'],
  ['without a reason', 'mona', mute('dana', true, null), 'invalid'],
  ['again', 'mona', mute('dana'), 'nothing_changed', silent],
  ['again, without an end', 'mona', mute('dana'), muted('dana'), mutedBriefly],
  ['again, with an end', 'mona', { ...mute('dana'), minutes: 5 }, { ...muted('dana'), minutes: 5 }, silent],
  ['no longer, as before', 'mona', mute('dana', false, null), 'nothing_changed'],
];

const SET_MEMBERSHIP: DecisionCase<SetMembership>[] = [
  ['removed', 'mona', admit('dana', 'removed'), admitted('dana', 'removed')],
  ['a moderator removed', 'olga', admit('mona', 'removed'), admitted('mona', 'removed')],
  [
    'banned for some time',
    'mona',
    { ...admit('dana', 'banned'), minutes: 10 },
    { ...admitted('dana', 'banned'), minutes: 10 },
  ],
  ['banned after being removed', 'mona', admit('dana', 'banned'), admitted('dana', 'banned'), removed],
  [
    'removed while raising a hand',
    'mona',
    admit('dana', 'removed'),
    [admitted('dana', 'removed'), HAND_LOWERED],
    asking,
  ],
  [
    'removed while showing their votes',
    'mona',
    admit('dana', 'removed'),
    [admitted('dana', 'removed'), { type: 'perspective.shown', participantId: 'dana', shown: false }],
    (debate) => debate.does('dana', { type: 'perspective.show', shown: true }),
  ],
  [
    'banned while speaking',
    'mona',
    admit('dana', 'banned'),
    [admitted('dana', 'banned'), FLOOR_TAKEN],
    speaking,
  ],
  ['admitted again', 'mona', admit('dana', 'member', null), admitted('dana', 'member', null), banned],
  [
    'admitted, for a reason and some time',
    'mona',
    { ...admit('dana', 'member'), minutes: 10 },
    admitted('dana', 'member', null),
    banned,
  ],
  ['of a person who has not joined', 'olga', admit('nina', 'banned'), 'unknown_participant'],
  ['of an erased person', 'olga', admit('dana', 'banned'), 'unknown_participant', erased],
  ['by a debater', 'emil', admit('dana', 'removed'), 'not_allowed'],
  ['of a moderator, by one', 'mona', admit('mona', 'removed'), 'not_allowed'],
  ['of the owner', 'mona', admit('olga', 'banned'), 'not_allowed'],
  ['removed without a reason', 'mona', admit('dana', 'removed', null), 'invalid'],
  ['banned without a reason', 'mona', admit('dana', 'banned', null), 'invalid'],
  ['banned again', 'mona', admit('dana', 'banned'), 'nothing_changed', banned],
  [
    'banned again, without an end',
    'mona',
    admit('dana', 'banned'),
    admitted('dana', 'banned'),
    bannedBriefly,
  ],
  [
    'banned again, for some time',
    'mona',
    { ...admit('dana', 'banned'), minutes: 60 },
    { ...admitted('dana', 'banned'), minutes: 60 },
    bannedBriefly,
  ],
  ['admitted, as before', 'mona', admit('dana', 'member', null), 'nothing_changed'],
];

const RENAME: DecisionCase<OperationOf<'participant.rename'>>[] = [
  ['a debater', 'mona', rename('dana', 'Dana D.'), renamed('dana')],
  ['a moderator', 'olga', rename('mona', 'Mona M.'), renamed('mona')],
  [
    'in as many characters as may be',
    'mona',
    rename('dana', '論'.repeat(LIMITS.nameCharacters)),
    renamed('dana'),
  ],
  ['a person who has not joined', 'olga', rename('nina', 'Nina'), 'unknown_participant'],
  ['an erased person', 'olga', rename('dana', 'Dana'), 'unknown_participant', erased],
  ['oneself', 'dana', rename('dana', 'Dana D.'), 'not_allowed'],
  ['a moderator, by one', 'mona', rename('mona', 'Mona M.'), 'not_allowed'],
  ['the owner', 'mona', rename('olga', 'Olga O.'), 'not_allowed'],
  ['to no name', 'mona', rename('dana', ' '), 'text_empty'],
  ['to a long name', 'mona', rename('dana', 'x'.repeat(LIMITS.nameCharacters + 1)), 'text_too_long'],
  ['to a name in a hidden direction', 'mona', rename('dana', 'anaD\u202e'), 'text_malformed'],
];

const ERASE: DecisionCase<OperationOf<'participant.erase'>>[] = [
  ['a debater', SYSTEM, erase('dana'), erasedAs('dana')],
  ['a debater, with the words', SYSTEM, erase('dana', true), erasedAs('dana', true)],
  ['a removed person', SYSTEM, erase('dana'), erasedAs('dana'), removed],
  ['a person who raises a hand', SYSTEM, erase('dana'), [erasedAs('dana'), HAND_LOWERED], asking],
  ['the speaker', SYSTEM, erase('dana'), [erasedAs('dana'), FLOOR_TAKEN], speaking],
  ['a person who has not joined', SYSTEM, erase('nina'), 'unknown_participant'],
  ['oneself', 'dana', erase('dana'), 'not_allowed'],
  ['by the owner', 'olga', erase('dana'), 'not_allowed'],
  ['the owner', SYSTEM, erase('olga'), 'owns_debate'],
  ['again', SYSTEM, erase('dana', true), 'nothing_changed', erased],
];

const CHOOSE: DecisionCase<OperationOf<'team.choose'>>[] = [
  ['one’s own', 'dana', team('dana', 'east'), chosen('dana', 'east')],
  ['an observer’s own', 'otto', team('otto', 'east'), chosen('otto', 'east')],
  ['another’s', 'mona', team('dana', 'east'), chosen('dana', 'east')],
  [
    'another’s, where teams are assigned',
    'mona',
    team('dana', 'east'),
    chosen('dana', 'east'),
    teams('assigned'),
  ],
  [
    'none any longer',
    'dana',
    team('dana', null),
    chosen('dana', null),
    (d) => d.does('dana', team('dana', 'east')),
  ],
  ['of a person who has not joined', 'olga', team('nina', 'east'), 'unknown_participant'],
  ['of an erased person', 'olga', team('dana', 'east'), 'unknown_participant', erased],
  ['another’s, by a debater', 'emil', team('dana', 'east'), 'not_allowed'],
  ['one’s own, where teams are assigned', 'dana', team('dana', 'east'), 'not_allowed', teams('assigned')],
  ['where there are no teams', 'mona', team('dana', 'east'), 'teams_off', teams('off')],
  ['for no position', 'dana', team('dana', 'north'), 'unknown_position'],
  ['the same', 'dana', team('dana', 'east'), 'nothing_changed', (d) => d.does('dana', team('dana', 'east'))],
  ['none, as before', 'dana', team('dana', null), 'nothing_changed'],
];

describeDecisions('participant.join', JOIN);
describeDecisions('participant.appoint', APPOINT);
describeDecisions('debate.transfer', TRANSFER);
describeDecisions('participant.mute', MUTE);
describeDecisions('participant.setMembership', SET_MEMBERSHIP);
describeDecisions('participant.rename', RENAME);
describeDecisions('participant.erase', ERASE);
describeDecisions('team.choose', CHOOSE);
