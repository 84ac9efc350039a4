import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { FloorOrder } from '#domain/debate/meetings/meeting.ts';
import { type DebateBuilder, hide, meet, retract } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';

const CLOSE = { type: 'debate.setStatus', status: 'closed' } as const;
const RAISE = { type: 'hand.raise' } as const;
const lower = (participantId: string) => ({ type: 'hand.lower', participantId }) as const;
const lowered = (participantId: string) => ({ type: 'hand.lowered', participantId }) as const;
const give = (to: string | null, seconds: number | null = null) =>
  ({ type: 'floor.give', to, seconds }) as const;
const giveFrom = (from: string | null, to: string | null) => ({ ...give(to), from });
const given = (to: string | null, seconds: number | null = null) =>
  ({ type: 'floor.given', to, seconds }) as const;
const order = (order: FloorOrder) => ({ type: 'floor.order', order }) as const;
const ordered = (order: FloorOrder) => ({ type: 'floor.ordered', order }) as const;
const invite = (participantId: string) => ({ type: 'floor.invite', participantId }) as const;
const invited = (participantId: string) => ({ type: 'floor.invited', participantId }) as const;
const uninvite = (participantId: string) => ({ type: 'floor.uninvite', participantId }) as const;
const uninvited = (participantId: string) => ({ type: 'floor.uninvited', participantId }) as const;
const light = (on: OperationOf<'spotlight.set'>['on'], call = false) =>
  ({ type: 'spotlight.set', on, call }) as const;
const lightOff = (from: string) => ({ ...light(null), from });

const gives =
  (...to: (string | null)[]) =>
  (debate: DebateBuilder) =>
    debate.does('olga', ...to.map((one) => give(one)));
const raised = (debate: DebateBuilder) => debate.does('dana', RAISE);
const lit = (debate: DebateBuilder) => debate.does('olga', light('c-a'));
/** So many have spoken, then Dana has the floor. */
const spoken = (speeches: number) => (debate: DebateBuilder) => {
  gives('emil', null)(debate);
  fillUp('speeches', speeches)(debate);
  gives('dana')(debate);
};

const SET_STATUS: DecisionCase<OperationOf<'meeting.setStatus'>>[] = [
  ['started', 'mona', meet(true), { type: 'meeting.started' }],
  ['ended', 'mona', meet(false), { type: 'meeting.ended' }, (d) => d.does('olga', meet(true))],
  [
    'ended during a speech',
    'mona',
    meet(false),
    [lowered('dana'), lowered('susi'), given(null), { type: 'meeting.ended' }],
    (d) => raised(d.does('olga', meet(true), give('emil'))).does('susi', RAISE),
  ],
  ['started in a closed debate', 'olga', meet(true), 'debate_closed', (d) => d.does('olga', CLOSE)],
  ['started by a debater', 'dana', meet(true), 'not_allowed'],
  ['started during one', 'olga', meet(true), 'nothing_changed', (d) => d.does('olga', meet(true))],
  [
    'ended without one',
    'olga',
    meet(false),
    'nothing_changed',
    (d) => d.does('olga', meet(true), meet(false)),
  ],
  [
    'started after as many as may be',
    'olga',
    meet(true),
    'too_many',
    (d) => fillUp('meetings', LIMITS.meetings)(d.does('olga', meet(true), meet(false))),
  ],
];

const HAND_RAISE: DecisionCase<OperationOf<'hand.raise'>>[] = [
  ['behind another', 'susi', RAISE, { type: 'hand.raised' }, raised],
  ['after speaking', 'dana', RAISE, { type: 'hand.raised' }, gives('dana', 'emil')],
  ['of an observer', 'otto', RAISE, 'not_allowed'],
  ['again', 'dana', RAISE, 'nothing_changed', raised],
  ['while speaking', 'dana', RAISE, 'nothing_changed', gives('dana')],
];

const HAND_LOWER: DecisionCase<OperationOf<'hand.lower'>>[] = [
  ['one’s own', 'dana', lower('dana'), lowered('dana'), raised],
  ['another’s', 'mona', lower('dana'), lowered('dana'), raised],
  ['another’s, by a debater', 'emil', lower('dana'), 'not_allowed', raised],
  ['that is not raised', 'dana', lower('dana'), 'nothing_changed'],
];

const GIVE: DecisionCase<OperationOf<'floor.give'>>[] = [
  ['for any time', 'mona', give('dana'), given('dana')],
  ['for some time', 'olga', give('dana', 60), given('dana', 60)],
  ['to an observer', 'olga', give('otto'), given('otto')],
  ['to the next one', 'olga', give('emil'), given('emil'), gives('dana')],
  ['to the speaker, for some time', 'olga', give('dana', 60), given('dana', 60), gives('dana')],
  ['to nobody any longer', 'olga', give(null), given(null), gives('dana')],
  ['to nobody, for no time', 'olga', give(null, 60), given(null), gives('dana')],
  ['for the last time', 'olga', give('emil'), given('emil'), spoken(LIMITS.speeches - 2)],
  [
    'to the last speaker, for some time',
    'olga',
    give('dana', 60),
    given('dana', 60),
    spoken(LIMITS.speeches - 1),
  ],
  ['to nobody, after the last speaker', 'olga', give(null), given(null), spoken(LIMITS.speeches - 1)],
  ['to oneself, by a debater', 'dana', give('dana'), 'not_allowed'],
  ['to the speaker', 'olga', give('dana'), 'nothing_changed', gives('dana')],
  ['to nobody, as before', 'olga', give(null), 'nothing_changed'],
  ['to nobody, for some time', 'olga', give(null, 60), 'nothing_changed'],
  ['to a person who has not joined', 'olga', give('nina'), 'unknown_participant'],
  [
    'to an erased person',
    'olga',
    give('dana'),
    'unknown_participant',
    (d) => d.does('system', { type: 'participant.erase', participantId: 'dana', words: false }),
  ],
  [
    'to a removed person',
    'olga',
    give('dana'),
    'unknown_participant',
    (d) =>
      d.does('olga', {
        type: 'participant.setMembership',
        participantId: 'dana',
        membership: 'removed',
        reason: 'other',
      }),
  ],
  ['to the next one, from the speaker', 'olga', giveFrom('dana', 'emil'), given('emil'), gives('dana')],
  ['to the first one, from nobody', 'olga', giveFrom(null, 'emil'), given('emil')],
  [
    'from a person who no longer has it',
    'olga',
    giveFrom('dana', 'emil'),
    given('emil'),
    gives('dana', null),
  ],
  ['from nobody, once another has it', 'olga', giveFrom(null, 'emil'), 'floor_changed', gives('dana')],
  ['from another than the speaker', 'olga', giveFrom('susi', 'emil'), 'floor_changed', gives('dana')],
  [
    'to nobody, from another than the speaker',
    'olga',
    giveFrom('susi', null),
    'floor_changed',
    gives('dana'),
  ],
  [
    'to the speaker, for some time, from nobody',
    'olga',
    { ...give('dana', 60), from: null },
    given('dana', 60),
    gives('dana'),
  ],
  ['to the speaker, from nobody', 'olga', giveFrom(null, 'dana'), 'nothing_changed', gives('dana')],
  ['to the next one, after the last speaker', 'olga', give('emil'), 'too_many', spoken(LIMITS.speeches - 1)],
  [
    'to the first one, after as many speeches as may be',
    'olga',
    give('emil'),
    'too_many',
    (d) => fillUp('speeches', LIMITS.speeches)(gives('emil', null)(d)),
  ],
];

const ORDER: DecisionCase<OperationOf<'floor.order'>>[] = [
  ['those first who have spoken least', 'mona', order('least_spoken'), ordered('least_spoken')],
  ['as raised, as before', 'olga', order('raised'), 'nothing_changed'],
  ['as raised again', 'olga', order('raised'), ordered('raised'), (d) => d.does('olga', order('teams'))],
  ['by a debater', 'dana', order('teams'), 'not_allowed'],
];

const INVITE: DecisionCase<OperationOf<'floor.invite'>>[] = [
  ['a debater', 'mona', invite('dana'), invited('dana')],
  ['a suggester', 'olga', invite('susi'), invited('susi')],
  ['another one', 'olga', invite('emil'), invited('emil'), (d) => d.does('olga', invite('dana'))],
  ['by a debater', 'dana', invite('emil'), 'not_allowed'],
  ['an observer', 'olga', invite('otto'), 'unknown_participant'],
  ['a moderator', 'olga', invite('mona'), 'unknown_participant'],
  ['someone who has not joined', 'olga', invite('nina'), 'unknown_participant'],
  [
    'someone muted',
    'olga',
    invite('dana'),
    'unknown_participant',
    (d) =>
      d.does('olga', { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' }),
  ],
  [
    'someone removed',
    'olga',
    invite('dana'),
    'unknown_participant',
    (d) =>
      d.does('olga', {
        type: 'participant.setMembership',
        participantId: 'dana',
        membership: 'removed',
        reason: 'other',
      }),
  ],
  [
    'one more than may be',
    'olga',
    invite('dana'),
    'too_many',
    (d) => {
      const invited = Array.from({ length: LIMITS.invitations }, (_, at) => `p-${at}`);
      d.state = { ...d.state, floor: { ...d.state.floor, invited } };
    },
  ],
  ['again', 'mona', invite('dana'), 'nothing_changed', (d) => d.does('olga', invite('dana'))],
  ['with a hand up', 'olga', invite('dana'), 'nothing_changed', raised],
  ['the speaker', 'olga', invite('dana'), 'nothing_changed', gives('dana')],
];

const UNINVITE: DecisionCase<OperationOf<'floor.uninvite'>>[] = [
  ['oneself', 'dana', uninvite('dana'), uninvited('dana'), (d) => d.does('olga', invite('dana'))],
  [
    'another, by a moderator',
    'mona',
    uninvite('dana'),
    uninvited('dana'),
    (d) => d.does('olga', invite('dana')),
  ],
  ['another, by a debater', 'emil', uninvite('dana'), 'not_allowed', (d) => d.does('olga', invite('dana'))],
  ['someone not invited', 'olga', uninvite('dana'), 'nothing_changed', (d) => d.does('olga', invite('emil'))],
  [
    'after raising a hand',
    'dana',
    uninvite('dana'),
    'nothing_changed',
    (d) => raised(d.does('olga', invite('dana'))),
  ],
];

const SPOTLIGHT: DecisionCase<OperationOf<'spotlight.set'>>[] = [
  ['a claim', 'mona', light('c-a'), light('c-a')],
  ['a claim, and everyone brought there', 'olga', light('c-a', true), light('c-a', true)],
  ['the same claim, and everyone brought there', 'olga', light('c-a', true), light('c-a', true), lit],
  ['another claim', 'olga', light('c-b'), light('c-b'), lit],
  ['a picture, where nobody can be brought', 'olga', light('~opinions', true), light('~opinions'), lit],
  ['nothing any longer', 'olga', light(null, true), light(null), lit],
  ['that claim no longer', 'olga', lightOff('c-a'), light(null), lit],
  [
    'that claim no longer, once another is in it',
    'olga',
    lightOff('c-a'),
    'nothing_changed',
    (d) => lit(d).does('mona', light('~results')),
  ],
  ['that claim no longer, once there is none', 'olga', lightOff('c-a'), 'nothing_changed'],
  ['a claim, by a debater', 'dana', light('c-a'), 'not_allowed'],
  ['nothing, as before', 'olga', light(null), 'nothing_changed'],
  ['the same claim', 'olga', light('c-a'), 'nothing_changed', lit],
  [
    'the same picture',
    'olga',
    light('~results', true),
    'nothing_changed',
    (d) => d.does('olga', light('~results')),
  ],
  ['no claim', 'olga', light('c-?'), 'unknown_claim'],
  ['a retracted claim', 'olga', light('c-d'), 'claim_retracted', (d) => d.does('olga', retract('c-d'))],
  ['a hidden claim', 'olga', light('c-a'), 'content_hidden', (d) => d.does('olga', hide('c-a'))],
  ['a claim of a hidden branch', 'olga', light('c-b'), 'content_hidden', (d) => d.does('olga', hide('c-a'))],
];

describeDecisions('meeting.setStatus', SET_STATUS);
describeDecisions('hand.raise', HAND_RAISE);
describeDecisions('hand.lower', HAND_LOWER);
describeDecisions('floor.give', GIVE);
describeDecisions('floor.order', ORDER);
describeDecisions('floor.invite', INVITE);
describeDecisions('floor.uninvite', UNINVITE);
describeDecisions('spotlight.set', SPOTLIGHT);
