import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import type { Restriction } from '#domain/debate/head/head.ts';
import { CREATE, type DebateBuilder } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';

type Edit = OperationOf<'debate.edit'>;
type Configure = OperationOf<'debate.configure'>;
type Status = OperationOf<'debate.setStatus'>['status'];
type Visibility = OperationOf<'debate.setVisibility'>['visibility'];

const long = (characters: number) => 'x'.repeat(characters + 1);
const { type: _, ownerId, ...SETTINGS } = CREATE;
const CREATED = { type: 'debate.created', ...SETTINGS } as const;
const OWNER_JOINED = { type: 'participant.joined', participantId: ownerId, role: 'owner' } as const;
const edit = (more: Omit<Edit, 'type'>): Edit => ({ type: 'debate.edit', ...more });
const edited = (more: Omit<Edit, 'type'>) => ({ type: 'debate.edited', ...more }) as const;
const configure = (more: Omit<Configure, 'type'>): Configure => ({ type: 'debate.configure', ...more });
const configured = (more: Omit<Configure, 'type'>) => ({ type: 'debate.configured', ...more }) as const;
const show = (visibility: Visibility) => ({ type: 'debate.setVisibility', visibility }) as const;
const turn = (status: Status) => ({ type: 'debate.setStatus', status }) as const;
const turned = (status: Status) => ({ type: 'debate.statusChanged', status }) as const;
const remove = (deleted: boolean) => ({ type: 'debate.delete', deleted }) as const;
const removed = (deleted: boolean) => ({ type: 'debate.deleted', deleted }) as const;
const restrict = (restriction: Restriction, reason: string | null = 'Spam') =>
  ({ type: 'debate.restrict', restriction, reason }) as const;
const restricted = (restriction: Restriction, reason: string | null = 'Spam') =>
  ({ type: 'debate.restricted', restriction, reason }) as const;
const CLEAR = { type: 'debate.clear' } as const;

const nothing = (debate: DebateBuilder) => {
  debate.state = EMPTY_STATE;
};
const closed = (debate: DebateBuilder) => debate.does('olga', turn('closed'));
const deleted = (debate: DebateBuilder) => debate.does('olga', remove(true));
const configures = (more: Omit<Configure, 'type'>) => (debate: DebateBuilder) =>
  debate.does('olga', configure(more));
const restricts = (restriction: Restriction) => (debate: DebateBuilder) =>
  debate.does(SYSTEM, restrict(restriction));

const CREATES: DecisionCase<OperationOf<'debate.create'>>[] = [
  ['with its owner', SYSTEM, CREATE, [CREATED, OWNER_JOINED], nothing],
  [
    'of a group',
    SYSTEM,
    { ...CREATE, plenary: 'd-p' },
    [{ ...CREATED, plenary: 'd-p' }, OWNER_JOINED],
    nothing,
  ],
  ['without a title', SYSTEM, { ...CREATE, title: ' ' }, 'text_empty', nothing],
  ['with a long title', SYSTEM, { ...CREATE, title: long(LIMITS.titleCharacters) }, 'text_too_long', nothing],
  [
    'with a title in a hidden direction',
    SYSTEM,
    { ...CREATE, title: 'etabed A\u202e' },
    'text_malformed',
    nothing,
  ],
  ['without a motion', SYSTEM, { ...CREATE, motion: ' ' }, 'text_empty', nothing],
  [
    'with a long motion',
    SYSTEM,
    { ...CREATE, motion: long(LIMITS.motionCharacters) },
    'text_too_long',
    nothing,
  ],
  ['by the owner', 'olga', CREATE, 'not_allowed'],
  ['again', SYSTEM, CREATE, 'debate_exists'],
];

const EDIT: DecisionCase<Edit>[] = [
  ['its title', 'mona', edit({ title: 'Another' }), edited({ title: 'Another' })],
  ['its motion', 'olga', edit({ motion: 'So it is' }), edited({ motion: 'So it is' })],
  [
    'its motion, with its title',
    'olga',
    edit({ title: 'A debate', motion: 'So it is' }),
    edited({ motion: 'So it is' }),
  ],
  ['by a debater', 'dana', edit({ title: 'Another' }), 'not_allowed'],
  ['to no title', 'olga', edit({ title: ' ' }), 'text_empty'],
  ['to a long title', 'olga', edit({ title: long(LIMITS.titleCharacters) }), 'text_too_long'],
  ['to no motion', 'olga', edit({ motion: ' ' }), 'text_empty'],
  ['to a long motion', 'olga', edit({ motion: long(LIMITS.motionCharacters) }), 'text_too_long'],
  ['to its title', 'olga', edit({ title: 'A debate' }), 'nothing_changed'],
  ['in nothing', 'olga', edit({}), 'nothing_changed'],
];

const CONFIGURE: DecisionCase<Configure>[] = [
  ['one setting', 'mona', configure({ wording: 'own' }), configured({ wording: 'own' })],
  ['one setting of two', 'olga', configure({ wording: 'shared', pace: 3 }), configured({ pace: 3 })],
  ['other reasons', 'olga', configure({ reasons: ['Rude'] }), configured({ reasons: ['Rude'] })],
  ['fewer names', 'olga', configure({ names: 'anonymous' }), configured({ names: 'anonymous' })],
  ['a secret ballot', 'olga', configure({ ballots: 'secret' }), configured({ ballots: 'secret' })],
  ['by a debater', 'dana', configure({ wording: 'own' }), 'not_allowed'],
  ['an empty reason', 'olga', configure({ reasons: ['Rude', ' '] }), 'text_empty'],
  ['a long reason', 'olga', configure({ reasons: [long(LIMITS.reasonCharacters)] }), 'text_too_long'],
  ['names again', 'olga', configure({ names: 'shown' }), 'names_kept', configures({ names: 'pseudonyms' })],
  [
    'an open ballot again',
    'olga',
    configure({ ballots: 'open' }),
    'ballots_kept',
    configures({ ballots: 'secret' }),
  ],
  ['as it is', 'olga', configure({ wording: 'shared' }), 'nothing_changed'],
  ['nothing', 'olga', configure({}), 'nothing_changed'],
];

const SHOW: DecisionCase<OperationOf<'debate.setVisibility'>>[] = [
  ['to invited people', 'olga', show('private'), { type: 'debate.visibilityChanged', visibility: 'private' }],
  ['by a moderator', 'mona', show('private'), 'not_allowed'],
  ['as before', 'olga', show('public'), 'nothing_changed'],
];

const TURN: DecisionCase<OperationOf<'debate.setStatus'>>[] = [
  ['closed', 'mona', turn('closed'), turned('closed')],
  ['archived', 'olga', turn('archived'), turned('archived')],
  ['opened again', 'olga', turn('open'), turned('open'), closed],
  [
    'archived, once an administrator closed it',
    'olga',
    turn('archived'),
    turned('archived'),
    restricts('closed'),
  ],
  ['closed by a debater', 'dana', turn('closed'), 'not_allowed'],
  [
    'opened, once an administrator closed it',
    'olga',
    turn('open'),
    'closed_by_administrator',
    restricts('closed'),
  ],
  ['closed again', 'olga', turn('closed'), 'nothing_changed', closed],
];

const DELETE: DecisionCase<OperationOf<'debate.delete'>>[] = [
  ['by its owner', 'olga', remove(true), removed(true)],
  ['restored', 'olga', remove(false), removed(false), deleted],
  ['once an administrator hid it', 'olga', remove(true), removed(true), restricts('hidden')],
  ['by a moderator', 'mona', remove(true), 'not_allowed'],
  [
    'restored, once an administrator deleted it',
    'olga',
    remove(false),
    'deleted_by_administrator',
    restricts('deleted'),
  ],
  ['again', 'olga', remove(true), 'nothing_changed', deleted],
  ['once an administrator deleted it', 'olga', remove(true), 'nothing_changed', restricts('deleted')],
  ['restored, as before', 'olga', remove(false), 'nothing_changed'],
];

const RESTRICT: DecisionCase<OperationOf<'debate.restrict'>>[] = [
  ['closed', SYSTEM, restrict('closed'), restricted('closed')],
  [
    'closed for another reason',
    SYSTEM,
    restrict('closed', 'Insults'),
    restricted('closed', 'Insults'),
    restricts('closed'),
  ],
  ['hidden, once it was closed', SYSTEM, restrict('hidden'), restricted('hidden'), restricts('closed')],
  ['opened again', SYSTEM, restrict('closed', null), restricted('closed', null), restricts('closed')],
  ['by the owner', 'olga', restrict('closed'), 'not_allowed'],
  ['closed again', SYSTEM, restrict('closed'), 'nothing_changed', restricts('closed')],
  ['opened, as before', SYSTEM, restrict('closed', null), 'nothing_changed', restricts('hidden')],
  ['closed without a reason', SYSTEM, restrict('closed', ' '), 'text_empty'],
  [
    'closed for a long reason',
    SYSTEM,
    restrict('closed', long(LIMITS.restrictionCharacters)),
    'text_too_long',
  ],
];

/** Everything but one source was there never. */
const bare = (debate: DebateBuilder) => {
  const { claims, links, comments } = debate.state;
  debate.state = {
    ...debate.state,
    claims: claims.clear(),
    links: links.clear(),
    comments: comments.clear(),
  };
};

const CLEARS: DecisionCase<OperationOf<'debate.clear'>>[] = [
  ['of claims', 'olga', CLEAR, { type: 'debate.cleared' }],
  ['of a source', 'olga', CLEAR, { type: 'debate.cleared' }, bare],
  ['by a moderator', 'mona', CLEAR, 'not_allowed'],
  ['again', 'olga', CLEAR, 'nothing_changed', (d) => d.does('olga', CLEAR)],
];

describeDecisions('debate.create', CREATES);
describeDecisions('debate.edit', EDIT);
describeDecisions('debate.configure', CONFIGURE);
describeDecisions('debate.setVisibility', SHOW);
describeDecisions('debate.setStatus', TURN);
describeDecisions('debate.delete', DELETE);
describeDecisions('debate.restrict', RESTRICT);
describeDecisions('debate.clear', CLEARS);
