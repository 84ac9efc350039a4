import { describe, expect } from 'vitest';
import type { Effect } from '#domain/debate/engine/entries.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import {
  crossLink,
  type DebateBuilder,
  editTo,
  merge,
  move,
  newClaim,
  retract,
  seal,
} from '#tests/support/debate-builder.ts';
import {
  type DecisionCase,
  describeDecisions,
  describeMoreDecisions,
} from '#tests/support/decision-cases.ts';
import { agree, SWITCHED, steelman, switchSides } from '#tests/support/made-steelmen.ts';
import { turnTo } from '#tests/support/phased-debate.ts';

const over = (debate: DebateBuilder) => debate.does('olga', turnTo(null, SWITCHED.id));
const recognized = (debate: DebateBuilder) => steelman(debate).does('emil', agree('a-e'));
const reworded = (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-sm', 'east is better')).does('system', seal('c-sm'));
const configured = (settings: Partial<OperationOf<'debate.configure'>>) => (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', ...settings });
const both =
  (...steps: readonly ((debate: DebateBuilder) => unknown)[]) =>
  (debate: DebateBuilder) => {
    for (const step of steps) step(debate);
  };

const added = (by?: string, more: object = {}): Effect =>
  expect.objectContaining({ type: 'claim.added', ...more, ...(by ? { steelman: by } : {}) });
const ordinary = expect.not.objectContaining({ steelman: expect.anything() }) as Effect;
const to = (key: string, position: string | null, target = position ?? 'east', more = {}) =>
  newClaim(key, target, { positionId: position, ...more });

const ADD: DecisionCase<OperationOf<'claim.add'>>[] = [
  ['[SW3] for the position the team presents', 'dana', to('n', 'east'), added('west'), switchSides],
  ['for the other team’s', 'emil', to('n', 'west'), added('east'), switchSides],
  ['[SW2] for the own position', 'dana', to('n', 'west'), 'side_switched', switchSides],
  ['for no position', 'dana', to('n', null), 'side_switched', switchSides],
  ['without a team', 'susi', to('n', 'east'), 'not_allowed', switchSides],
  [
    'of a debater without a team',
    'dana',
    to('n', 'east'),
    'no_team',
    both(switchSides, (debate) =>
      debate.does('olga', { type: 'team.choose', participantId: 'dana', team: null }),
    ),
  ],
  ['that supports what another holds', 'dana', to('n', 'east', 'west'), 'side_switched', switchSides],
  ['that attacks it', 'dana', to('n', 'east', 'c-d', { relation: 'attack' }), added('west'), switchSides],
  ['of a moderator without a team', 'mona', to('n', 'west'), ordinary, switchSides],
  ['of a moderator, for the position the team presents', 'olga', to('n', 'west'), added('east'), switchSides],
  ['of a moderator, for the own', 'olga', to('n', 'east'), ordinary, switchSides],
  [
    'from a comment, by its author’s team',
    'mona',
    to('n', 'east', 'east', { text: 'Why?', comment: 'm-a' }),
    added('west', { byModerator: true }),
    switchSides,
  ],
  ['[SW1] without teams', 'dana', to('n', 'east'), ordinary, both(switchSides, configured({ teams: 'off' }))],
  ['after the phase', 'dana', to('n', 'east'), ordinary, both(switchSides, over)],
  [
    '[SM1] attacking a waiting one',
    'emil',
    to('n', 'west', 'c-sm', { relation: 'attack' }),
    'steelman_waiting',
    steelman,
  ],
  [
    'undercutting its link',
    'emil',
    to('n', 'west', 'l-sm', { relation: 'attack' }),
    'steelman_waiting',
    steelman,
  ],
  [
    'attacking it, by a moderator',
    'mona',
    to('n', null, 'c-sm', { relation: 'attack' }),
    'steelman_waiting',
    steelman,
  ],
  ['supporting it', 'dana', to('n', 'east', 'c-sm'), added('west'), steelman],
  [
    'attacking a recognized one',
    'emil',
    to('n', 'west', 'c-sm', { relation: 'attack' }),
    added('east'),
    recognized,
  ],
  [
    'attacking one that was reworded since',
    'emil',
    to('n', 'west', 'c-sm', { relation: 'attack' }),
    'steelman_waiting',
    both(recognized, reworded),
  ],
];
// The table of all claims is in `decide-claims.test.ts`.
const describeAdditions = describeDecisions<'claim.add'>;
describe('[SW2] [SW3] [SM1] while teams switch sides', () => describeAdditions('claim.add', ADD));

/** Dana's claims of the west, from before the teams switched sides: c-w and c-v. */
const withOwn = (debate: DebateBuilder) =>
  debate.does('dana', to('w', 'west', 'west', { text: 'west is cheap and near' }), to('v', 'west'));
const switched = (debate: DebateBuilder) => switchSides(withOwn(debate)).does('dana', to('y', 'east'));
const splitting = (claimId: string, was: string, text: string): OperationOf<'claim.split'> => ({
  type: 'claim.split',
  claimId,
  was,
  text,
  parts: [{ claimId: 'c-p', linkId: 'l-p', text: 'near', takes: [] }],
});
/** A recognized steelman that mona attacked with c-n, and that waits again. */
const attacked = both(
  recognized,
  (debate) => debate.does('mona', to('n', null, 'c-sm', { relation: 'attack', text: 'it is dear and far' })),
  reworded,
);
const done = (type: Effect['type']) => expect.objectContaining({ type }) as Effect;

const SPLIT: DecisionCase<OperationOf<'claim.split'>>[] = [
  [
    '[SW2] of the own position',
    'dana',
    splitting('c-w', 'west is cheap and near', 'west is cheap'),
    'side_switched',
    switched,
  ],
  [
    'before sides are switched',
    'dana',
    splitting('c-w', 'west is cheap and near', 'west is cheap'),
    done('claim.split'),
    withOwn,
  ],
  ['of a steelman', 'dana', splitting('c-sm', 'east is best', 'east is'), done('claim.split'), steelman],
  [
    'of a moderator',
    'mona',
    splitting('c-w', 'west is cheap and near', 'west is cheap'),
    done('claim.split'),
    switched,
  ],
  [
    '[SM1] of an attack on a steelman that waits again',
    'mona',
    splitting('c-n', 'it is dear and far', 'it is dear'),
    'steelman_waiting',
    attacked,
  ],
];

const MOVE: DecisionCase<OperationOf<'claim.move'>>[] = [
  ['[SW2] in support of the own position', 'dana', move('c-y', 'c-w'), 'side_switched', switched],
  [
    'among what supports it already',
    'dana',
    { ...move('c-v', 'west'), after: null },
    done('claim.moved'),
    switched,
  ],
  ['in support of the position presented', 'dana', move('c-y', 'c-a'), done('claim.moved'), switched],
];

const LINK: DecisionCase<OperationOf<'link.add'>>[] = [
  [
    '[SW2] in support of the own position',
    'dana',
    { ...crossLink('x-n', 'c-y', 'c-w'), relation: 'support' },
    'side_switched',
    switched,
  ],
  [
    'that attacks it',
    'dana',
    { ...crossLink('x-n', 'c-y', 'c-w'), relation: 'attack' },
    done('link.added'),
    switched,
  ],
  [
    'of a moderator',
    'mona',
    { ...crossLink('x-n', 'c-y', 'c-w'), relation: 'support' },
    done('link.added'),
    switched,
  ],
];

const RESTORE: DecisionCase<OperationOf<'claim.restore'>>[] = [
  [
    '[SM1] of an attack from before',
    'mona',
    { type: 'claim.restore', claimId: 'c-n' },
    done('claim.restored'),
    both(attacked, (debate) => debate.does('mona', retract('c-n'))),
  ],
];

const UNMERGE: DecisionCase<OperationOf<'claim.unmerge'>>[] = [
  [
    '[SM1] of an attack from before',
    'mona',
    { type: 'claim.unmerge', claimId: 'c-n' },
    done('claim.unmerged'),
    both(attacked, (debate) => debate.does('mona', merge('c-n', 'c-d'))),
  ],
];

describe('changes while teams switch sides, or a steelman waits', () => {
  describeMoreDecisions('claim.split', SPLIT);
  describeMoreDecisions('claim.move', MOVE);
  describeMoreDecisions('link.add', LINK);
  describeMoreDecisions('claim.restore', RESTORE);
  describeMoreDecisions('claim.unmerge', UNMERGE);
});
