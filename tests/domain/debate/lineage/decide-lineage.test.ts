import { expect } from 'vitest';
import type { EffectOf } from '#domain/debate/engine/define-event.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { diffText } from '#domain/ot/text-change.ts';
import {
  type DebateBuilder,
  editTo,
  hide,
  hold,
  join,
  lock,
  merge,
  move,
  newClaim,
  retract,
  seal,
  split,
  unmerge,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';

type Split = OperationOf<'claim.split'>;

const SAID = 'one two three';
const long = 'x'.repeat(LIMITS.wordingCharacters + 1);
const inTwo = split('c-a', [SAID, 'one two'], { key: 'p', text: 'three', takes: ['c-b'] });
const inThree: Split = {
  ...inTwo,
  text: 'one',
  parts: [...partsOf({ key: 'q', text: 'two' }), ...inTwo.parts],
};
const toOne = (...parts: Parameters<typeof split>[2][]): Split => ({
  ...inTwo,
  parts: parts.flatMap(partsOf),
});
const bothTake = (...takes: string[]) =>
  toOne({ key: 'p', text: 'two', takes }, { key: 'q', text: 'three', takes });
const taking = (...takes: string[]) => toOne({ key: 'p', text: 'three', takes });

function partsOf(part: Parameters<typeof split>[2]): Split['parts'] {
  return split('', ['', ''], part).parts;
}

const merged = (claimId: string, into: string) => ({ type: 'claim.merged', claimId, into }) as const;
const unmerged = (claimId: string, from: string) => ({ type: 'claim.unmerged', claimId, from }) as const;
const placed = (linkId: string, under: string) => ({ linkId, under, order: expect.any(String) });
/** The effect of a split whose parts take these arguments. */
const divided = (
  { claimId, text, parts }: Split,
  more: Partial<EffectOf<'claim.split'>> = {},
): EffectOf<'claim.split'> => ({
  type: 'claim.split',
  claimId,
  change: diffText(SAID, text),
  parts: parts.map(({ takes: _, ...part }) => ({ ...part, order: expect.any(String) })),
  taken: [placed('l-b', 'c-p')],
  ...more,
});
const joined = (more: Partial<EffectOf<'claim.joined'>> = {}): EffectOf<'claim.joined'> => ({
  type: 'claim.joined',
  claimId: 'c-a',
  parts: ['c-p'],
  change: diffText('one two', SAID),
  returned: [placed('l-b', 'c-a')],
  back: { wording: 1, earlier: 0 },
  ...more,
});

type Change = (debate: DebateBuilder) => unknown;

const olga =
  (...operations: Parameters<DebateBuilder['does']>[1][]): Change =>
  (debate) =>
    debate.does('olga', ...operations);
const parted = (next?: Change) => (debate: DebateBuilder) => {
  debate.does('olga', inTwo);
  next?.(debate);
};
const rejoined = olga(inTwo, join('c-a', 'c-p'));
const reworded = (text: string) => (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-a', text));
const configured = (more: Partial<OperationOf<'debate.configure'>>) =>
  ({ type: 'debate.configure', ...more }) as const;
const ofSides = configured({ sides: 'own' });
const danaOf = (team: string) => ({ type: 'team.choose', participantId: 'dana', team }) as const;
/** Claims under each other from the west down: the lowest is `c-e<levels>`. */
const goDown = (levels: number, next?: Change) => (debate: DebateBuilder) => {
  for (let level = 1; level <= levels; level += 1)
    debate.does('dana', newClaim(`e${level}`, level === 1 ? 'west' : `c-e${level - 1}`));
  next?.(debate);
};

const MERGE: DecisionCase<OperationOf<'claim.merge'>>[] = [
  ['into one elsewhere', 'mona', merge('c-a', 'c-d'), merged('c-a', 'c-d')],
  ['into what it replies to', 'olga', merge('c-b', 'c-a'), merged('c-b', 'c-a')],
  ['into a merged one', 'olga', merge('c-b', 'c-a'), merged('c-b', 'c-a'), olga(merge('c-a', 'c-d'))],
  ['as deep as may be', 'olga', merge('c-a', 'c-e58'), merged('c-a', 'c-e58'), goDown(LIMITS.depth - 2)],
  [
    'so deep that its replies would be too deep',
    'olga',
    merge('c-a', 'c-e59'),
    'too_deep',
    goDown(LIMITS.depth),
  ],
  ['by a debater', 'dana', merge('c-a', 'c-d'), 'not_allowed'],
  ['into itself', 'olga', merge('c-a', 'c-a'), 'merge_loop'],
  ['into its reply', 'olga', merge('c-a', 'c-b'), 'merge_loop'],
  ['into an undercut of its reply', 'olga', merge('c-a', 'c-u'), 'merge_loop'],
  ['into one that is merged into it', 'olga', merge('c-d', 'c-a'), 'merge_loop', olga(merge('c-a', 'c-d'))],
  ['of a retracted one', 'olga', merge('c-a', 'c-d'), 'claim_retracted', olga(retract('c-a'))],
  ['into a retracted one', 'olga', merge('c-a', 'c-d'), 'target_retracted', olga(retract('c-d'))],
  ['of a merged one', 'olga', merge('c-a', 'c-b'), 'claim_merged', olga(merge('c-a', 'c-d'))],
  ['of a hidden one', 'olga', merge('c-a', 'c-d'), 'content_hidden', olga(hide('c-a'))],
  ['of a reply to a hidden one', 'olga', merge('c-b', 'c-d'), 'content_hidden', olga(hide('c-a'))],
  ['into a hidden one', 'olga', merge('c-a', 'c-d'), 'content_hidden', olga(hide('c-d'))],
  ['into one that waits', 'olga', merge('c-d', 'c-a'), 'content_hidden', olga(hold('c-a'))],
  ['of none', 'olga', merge('c-?', 'c-a'), 'unknown_claim'],
  ['into none', 'olga', merge('c-a', 'c-?'), 'unknown_target'],
];

/** c-r replies to c-s, which is merged into c-a and replies to c-t, which is moved under `c-e<level>`. */
const deep = (level: number) =>
  goDown(LIMITS.depth - 2, (debate) => {
    debate
      .does('emil', newClaim('t', 'west'), newClaim('s', 'c-t'), newClaim('r', 'c-s'))
      .does('olga', merge('c-s', 'c-a'), move('c-t', `c-e${level}`));
  });

const UNMERGE: DecisionCase<OperationOf<'claim.unmerge'>>[] = [
  ['from what it was merged into', 'mona', unmerge('c-b'), unmerged('c-b', 'c-d'), olga(merge('c-b', 'c-d'))],
  [
    'from a hidden one',
    'olga',
    unmerge('c-b'),
    { ...unmerged('c-b', 'c-d'), wasHidden: true },
    olga(merge('c-b', 'c-d'), hide('c-d')),
  ],
  [
    'back to where its replies are as deep as may be',
    'olga',
    unmerge('c-s'),
    unmerged('c-s', 'c-a'),
    deep(LIMITS.depth - 3),
  ],
  ['back to where its replies are too deep', 'olga', unmerge('c-s'), 'too_deep', deep(LIMITS.depth - 2)],
  ['by a debater', 'emil', unmerge('c-b'), 'not_allowed', olga(merge('c-b', 'c-d'))],
  ['of none', 'olga', unmerge('c-?'), 'unknown_claim'],
  ['of one that is not merged', 'olga', unmerge('c-d'), 'nothing_changed', olga(merge('c-b', 'c-d'))],
];

const rest = [SAID, 'one two'] as const;
const byModerator = { byModerator: true } as const;

/** The wording that the split had left. */
const BACK = { back: { wording: 2, earlier: 1 } };

const SPLIT: DecisionCase<Split>[] = [
  ['by its author', 'dana', inTwo, divided(inTwo)],
  ['for its author', 'mona', inTwo, divided(inTwo, byModerator)],
  ['into three', 'dana', inThree, divided(inThree)],
  ['with no arguments', 'dana', taking(), divided(taking(), { taken: [] })],
  ['with an argument elsewhere', 'dana', taking('c-d'), divided(inTwo, { taken: [] })],
  ['with an argument for both parts', 'dana', bothTake('c-b'), divided(bothTake('c-b'))],
  ['with a locked argument', 'dana', inTwo, divided(inTwo, { taken: [] }), olga(lock('c-b'))],
  ['with a locked argument, by a moderator', 'olga', inTwo, divided(inTwo, byModerator), olga(lock('c-b'))],
  ['with a merged argument', 'dana', inTwo, divided(inTwo, { taken: [] }), olga(merge('c-b', 'c-d'))],
  ['with a hidden argument', 'dana', inTwo, divided(inTwo, { taken: [] }), olga(hide('c-b'))],
  ['with a hidden argument, by a moderator', 'olga', inTwo, divided(inTwo, byModerator), olga(hide('c-b'))],
  [
    'of what was reworded meanwhile',
    'dana',
    inTwo,
    divided(inTwo, { change: diffText('one long two three', 'one long two') }),
    reworded('one long two three'),
  ],
  [
    'that restores the wording before',
    'dana',
    inTwo,
    divided(inTwo, BACK),
    (d) => {
      for (const text of ['one two', SAID]) reworded(text)(d).does(SYSTEM, seal('c-a'));
    },
  ],
  ['into the same parts again', 'dana', inTwo, divided(inTwo, BACK), rejoined],
  [
    'into a part again that was reworded in between',
    'dana',
    inTwo,
    divided({ ...inTwo, parts: partsOf({ key: 'p', text: 'thirdly' }) }, BACK),
    (d) => {
      d.does('dana', inTwo);
      d.does('dana', { ...editTo(d.state, 'c-p', 'thirdly') }, join('c-a', 'c-p'));
    },
  ],
  [
    'into the same parts again, beyond the pace',
    'dana',
    inTwo,
    divided(inTwo, BACK),
    (d) => {
      d.does('olga', configured({ pace: 3 })).does('dana', inTwo, join('c-a', 'c-p'));
    },
  ],
  ['of none', 'dana', split('c-?', rest, { key: 'p', text: 'three' }), 'unknown_claim'],
  ['of another’s', 'emil', inTwo, 'not_allowed'],
  [
    'by an author whose claims wait',
    'dana',
    inTwo,
    'not_allowed',
    olga(configured({ approval: ['debater'] })),
  ],
  ['of a locked claim', 'dana', inTwo, 'locked', olga(lock('c-a'))],
  ['of a retracted claim', 'dana', inTwo, 'claim_retracted', olga(retract('c-a'))],
  ['of a merged claim', 'olga', inTwo, 'claim_merged', olga(merge('c-a', 'c-d'))],
  ['of a hidden claim', 'olga', inTwo, 'content_hidden', olga(hide('c-a'))],
  ['without a side', 'dana', inTwo, 'no_team', olga(ofSides)],
  ['of another side', 'dana', inTwo, 'other_side', olga(ofSides, danaOf('west'))],
  ['into the id of a claim', 'dana', toOne({ key: 'b', text: 'three' }), 'id_taken'],
  [
    'into the link of a claim',
    'dana',
    { ...inTwo, parts: [{ claimId: 'c-p', linkId: 'l-b', text: 'three', takes: [] }] },
    'id_taken',
  ],
  ['into one id twice', 'dana', toOne({ key: 'p', text: 'two' }, { key: 'p', text: 'three' }), 'id_taken'],
  ['into a part that was joined and a new one', 'olga', inThree, 'id_taken', rejoined],
  [
    'into a part that was joined to another',
    'olga',
    split('c-d', ['seven', 'six'], { key: 'p', text: 'three' }),
    'id_taken',
    rejoined,
  ],
  [
    'into a part that was joined and unmerged',
    'olga',
    inTwo,
    'id_taken',
    olga(inTwo, join('c-a', 'c-p'), unmerge('c-p')),
  ],
  ['into a part that was merged, not joined', 'olga', inTwo, 'id_taken', olga(inTwo, merge('c-p', 'c-a'))],
  [
    'into more claims than may be',
    'olga',
    inThree,
    'too_many',
    (d) => fillUp('claims', LIMITS.claims - 1)(d),
  ],
  ['into nothing', 'dana', toOne({ key: 'p', text: ' ' }), 'text_empty'],
  [
    'into a later part that is too long',
    'dana',
    toOne({ key: 'p', text: 'two' }, { key: 'q', text: long }),
    'text_too_long',
  ],
  ['of nothing', 'dana', split('c-a', ['', 'one two'], { key: 'p', text: 'three' }), 'text_empty'],
  ['of too much', 'dana', split('c-a', [long, 'one two'], { key: 'p', text: 'three' }), 'text_too_long'],
  ['that leaves nothing', 'dana', split('c-a', [SAID, ''], { key: 'p', text: 'three' }), 'text_empty'],
  [
    'that left nothing of what was read',
    'dana',
    split('c-a', [SAID, ''], { key: 'p', text: 'three' }),
    'text_empty',
    reworded(`${SAID} four`),
  ],
  [
    'that leaves nothing by now',
    'dana',
    split('c-a', [`${SAID} four`, 'four'], { key: 'p', text: SAID }),
    'text_empty',
  ],
  ['that leaves all', 'olga', split('c-a', [SAID, SAID], { key: 'p', text: 'three' }), 'nothing_changed'],
  [
    'as another has split it',
    'mona',
    split('c-a', rest, { key: 'q', text: 'three' }),
    'nothing_changed',
    parted(),
  ],
  [
    'beyond the pace',
    'dana',
    inTwo,
    'claim_rate_exceeded',
    (d) => {
      d.does('olga', configured({ pace: 3 })).does('dana', newClaim('n', 'east'));
    },
  ],
];

const rejoin = join('c-a', 'c-p');

const JOIN: DecisionCase<OperationOf<'claim.join'>>[] = [
  ['by its author', 'dana', rejoin, joined(), parted()],
  ['for its author', 'mona', rejoin, joined(), parted()],
  ['a part named twice', 'olga', join('c-a', 'c-p', 'c-p'), joined(), parted()],
  ['by an author of the side', 'dana', rejoin, joined(), parted(olga(ofSides, danaOf('east')))],
  [
    'two parts',
    'olga',
    join('c-a', 'c-q', 'c-p'),
    joined({ parts: ['c-q', 'c-p'], change: diffText('one', SAID) }),
    olga(inThree),
  ],
  [
    'to what was reworded meanwhile',
    'olga',
    rejoin,
    { ...joined({ change: diffText('zero one two', `zero ${SAID}`) }), back: undefined },
    parted(reworded('zero one two')),
  ],
  [
    'to what says all of it by now',
    'olga',
    rejoin,
    joined({ change: null }),
    (d) => reworded(SAID)(d.does('olga', { ...inTwo, text: `${SAID} four` })),
  ],
  [
    'and the arguments stay that came since',
    'olga',
    rejoin,
    joined(),
    parted((d) => {
      d.now += 10;
      d.does('emil', newClaim('n', 'c-p'));
    }),
  ],
  ['and a locked argument stays', 'dana', rejoin, joined({ returned: [] }), parted(olga(lock('c-b')))],
  ['and a locked argument returns, by a moderator', 'olga', rejoin, joined(), parted(olga(lock('c-b')))],
  [
    'where its replies are as deep as may be',
    'olga',
    rejoin,
    joined(),
    parted(goDown(57, olga(move('c-a', 'c-e57')))),
  ],
  [
    'where its replies are too deep',
    'olga',
    rejoin,
    'too_deep',
    parted(goDown(58, olga(move('c-a', 'c-e58')))),
  ],
  ['to none', 'olga', join('c-?', 'c-p'), 'unknown_claim', parted()],
  ['to another’s', 'emil', rejoin, 'not_allowed', parted()],
  ['to a locked claim', 'dana', rejoin, 'locked', parted(olga(lock('c-a')))],
  ['a locked part', 'dana', rejoin, 'locked', parted(olga(lock('c-p')))],
  ['no part', 'olga', join('c-a'), 'nothing_changed', parted()],
  ['a part and no claim', 'olga', join('c-a', 'c-p', 'c-?'), 'nothing_changed', parted()],
  ['a claim that is no part', 'olga', join('c-a', 'c-b'), 'nothing_changed', parted()],
  ['again', 'olga', rejoin, 'nothing_changed', rejoined],
  ['to another claim', 'olga', join('c-b', 'c-p'), 'nothing_changed', parted()],
  [
    'parts of two splits',
    'olga',
    join('c-a', 'c-p', 'c-q'),
    'nothing_changed',
    parted(olga(split('c-a', ['one two', 'one'], { key: 'q', text: 'two' }))),
  ],
  ['to a retracted claim', 'olga', rejoin, 'claim_retracted', parted(olga(retract('c-a')))],
  ['a retracted part', 'olga', rejoin, 'claim_retracted', parted(olga(retract('c-p')))],
  ['to a merged claim', 'olga', rejoin, 'claim_merged', parted(olga(merge('c-a', 'c-d')))],
  ['a merged part', 'olga', rejoin, 'claim_merged', parted(olga(merge('c-p', 'c-d')))],
  ['to a hidden claim', 'olga', rejoin, 'content_hidden', parted(olga(hide('c-a')))],
  ['a hidden part', 'olga', rejoin, 'content_hidden', parted(olga(hide('c-p')))],
  ['without a side', 'dana', rejoin, 'no_team', parted(olga(ofSides))],
  ['of another side', 'dana', rejoin, 'other_side', parted(olga(ofSides, danaOf('west')))],
  ['under a part', 'olga', rejoin, 'cycle', parted(olga(move('c-a', 'c-p')))],
  [
    'to more than a claim may say',
    'olga',
    rejoin,
    'text_too_long',
    parted(reworded(`one two${'!'.repeat(LIMITS.wordingCharacters - 7)}`)),
  ],
];

describeDecisions('claim.merge', MERGE);
describeDecisions('claim.unmerge', UNMERGE);
describeDecisions('claim.split', SPLIT);
describeDecisions('claim.join', JOIN);
