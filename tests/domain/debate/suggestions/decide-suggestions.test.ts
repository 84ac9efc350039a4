import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { wordChange } from '#domain/ot/word-difference.ts';
import {
  acceptWording,
  type DebateBuilder,
  editTo,
  hide,
  lock,
  merge,
  newClaim,
  reopenWording,
  retract,
  returnWording,
  seal,
  suggest,
  unsuggest,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';

type Make = OperationOf<'suggestion.make'>;
type Settle = OperationOf<'suggestion.settle'>;

const [SAID, WANTED] = ['one two three', 'one two and three'];
const long = (characters: number) => 'x'.repeat(characters + 1);
const says = (text: string, note?: string) => suggest('w-1', 'c-a', [SAID, text], note);
const made = (text: string, note = 'Plainer') =>
  ({
    type: 'suggestion.made',
    suggestionId: 'w-1',
    claimId: 'c-a',
    change: wordChange(SAID, text),
    note,
  }) as const;
const settled = (
  outcome: Settle['outcome'],
  change: readonly [was: string, text: string] | null = null,
  note = '',
) =>
  ({
    type: 'suggestion.settled',
    suggestionId: 'w-1',
    claimId: 'c-a',
    outcome,
    change: change && wordChange(...change),
    note,
  }) as const;

const suggested = (debate: DebateBuilder) => debate.does('susi', says(WANTED));
const accepted = (debate: DebateBuilder) => suggested(debate).does('dana', acceptWording('w-1', SAID));
const sentBack = (debate: DebateBuilder) => suggested(debate).does('dana', returnWording('w-1'));
const reworded = (text: string) => (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-a', text));
const keepSides = (team: string | null) => (debate: DebateBuilder) => {
  suggested(debate).does('olga', { type: 'debate.configure', sides: 'own' });
  if (team) debate.does('dana', { type: 'team.choose', participantId: 'dana', team });
};
/** Emil has suggested so many wordings of c-a. */
const many = (count: number) => (debate: DebateBuilder) => {
  for (let at = 0; at < count; at += 1)
    debate.does('emil', suggest(`w-e${at}`, 'c-a', [SAID, `wording ${at}`]));
};
/** Susi and others have suggested so many wordings of c-a. */
const filled = (count: number) => (debate: DebateBuilder) => fillUp('suggestions', count)(suggested(debate));
/** Susi has suggested wordings of so many claims. */
const patient = (count: number) => (debate: DebateBuilder) => {
  for (let at = 0; at < count; at += 1)
    debate
      .does('dana', newClaim(`s${at}`, 'east'))
      .does('susi', suggest(`w-s${at}`, `c-s${at}`, [`claim s${at}`, 'x']));
};

const MAKE: DecisionCase<Make>[] = [
  ['by a suggester', 'susi', says(WANTED), made(WANTED)],
  ['without a note', 'mona', says(WANTED, ''), made(WANTED, '')],
  [
    'as another has',
    'emil',
    says(WANTED),
    made(WANTED),
    (d) => d.does('susi', { ...says(WANTED), suggestionId: 'w-0' }),
  ],
  [
    'again, after its answer',
    'susi',
    { ...says(WANTED), suggestionId: 'w-2' },
    { ...made(WANTED), suggestionId: 'w-2' },
    sentBack,
  ],
  [
    'in other words too',
    'susi',
    { ...says('four'), suggestionId: 'w-2' },
    { ...made('four'), suggestionId: 'w-2' },
    suggested,
  ],
  [
    'in the words of another claim',
    'susi',
    says(WANTED),
    made(WANTED),
    (d) => {
      d.does('dana', newClaim('n', 'east', { text: SAID })).does(
        'susi',
        suggest('w-0', 'c-n', [SAID, WANTED]),
      );
    },
  ],
  [
    'of what was reworded meanwhile',
    'susi',
    says(WANTED),
    { ...made(WANTED), change: wordChange(`zero ${SAID}`, `zero ${WANTED}`) },
    reworded(`zero ${SAID}`),
  ],
  [
    '[SU1] the last for a claim from everyone: others’ make no difference until then',
    'emil',
    { ...says(WANTED), suggestionId: 'w-2' },
    { ...made(WANTED), suggestionId: 'w-2' },
    filled(LIMITS.openSuggestionsPerClaim - 1),
  ],
  [
    '[SU1] the last for a claim by a person',
    'emil',
    says(WANTED),
    made(WANTED),
    many(LIMITS.ownSuggestionsPerClaim - 1),
  ],
  ['the last by a person', 'susi', says(WANTED), made(WANTED), patient(LIMITS.openSuggestions - 1)],
  ['of one’s own claim', 'dana', says(WANTED), 'not_allowed'],
  ['by an observer', 'otto', says(WANTED), 'not_allowed'],
  ['of no claim', 'susi', suggest('w-1', 'c-?', [SAID, WANTED]), 'unknown_claim'],
  ['of a hidden claim', 'susi', says(WANTED), 'unknown_claim', (d) => d.does('olga', hide('c-a'))],
  ['of a locked claim', 'susi', says(WANTED), 'locked', (d) => d.does('olga', lock('c-a'))],
  ['of a retracted claim', 'susi', says(WANTED), 'claim_retracted', (d) => d.does('olga', retract('c-a'))],
  ['of a merged claim', 'susi', says(WANTED), 'claim_merged', (d) => d.does('olga', merge('c-a', 'c-d'))],
  ['with an id of something else', 'susi', { ...says(WANTED), suggestionId: 'm-a' }, 'id_taken'],
  ['without words', 'susi', says(' '), 'text_empty'],
  ['in too many words', 'susi', says(long(LIMITS.wordingCharacters)), 'text_too_long'],
  ['without words of what was read', 'susi', says(''), 'text_empty', reworded(`${SAID} four`)],
  [
    'of what nobody can have read',
    'susi',
    suggest('w-1', 'c-a', [long(LIMITS.wordingCharacters), WANTED]),
    'text_too_long',
  ],
  [
    'that became too long meanwhile',
    'susi',
    says(`${'x'.repeat(300)} ${SAID}`),
    'text_too_long',
    reworded(`${SAID} ${'x'.repeat(300)}`),
  ],
  ['with a long note', 'susi', says(WANTED, long(LIMITS.noteCharacters)), 'text_too_long'],
  ['as it is', 'susi', says(SAID), 'nothing_changed'],
  ['as one has already', 'susi', { ...says(WANTED), suggestionId: 'w-2' }, 'nothing_changed', suggested],
  [
    'one too many for a claim',
    'emil',
    { ...says(WANTED), suggestionId: 'w-2' },
    'suggestions_full',
    filled(LIMITS.openSuggestionsPerClaim),
  ],
  [
    '[SU1] one too many for a claim by a person',
    'emil',
    says(WANTED),
    'suggestions_full',
    many(LIMITS.ownSuggestionsPerClaim),
  ],
  ['one too many by a person', 'susi', says(WANTED), 'suggestions_full', patient(LIMITS.openSuggestions)],
  [
    'one too many in a debate',
    'susi',
    { ...says(WANTED), suggestionId: 'w-2' },
    'too_many',
    (d) => fillUp('suggestions', LIMITS.suggestions)(sentBack(d)),
  ],
];

const WITHDRAW: DecisionCase<OperationOf<'suggestion.withdraw'>>[] = [
  [
    'one’s own',
    'susi',
    unsuggest('w-1'),
    { type: 'suggestion.withdrawn', suggestionId: 'w-1', claimId: 'c-a' },
    suggested,
  ],
  ['another’s', 'emil', unsuggest('w-1'), 'not_allowed', suggested],
  ['another’s, as a moderator', 'olga', unsuggest('w-1'), 'not_allowed', suggested],
  ['none', 'susi', unsuggest('w-?'), 'nothing_changed'],
  ['that was accepted', 'susi', unsuggest('w-1'), 'nothing_changed', accepted],
  [
    'of a hidden claim',
    'susi',
    unsuggest('w-1'),
    'unknown_suggestion',
    (d) => suggested(d).does('olga', hide('c-a')),
  ],
];

const ACCEPTED = settled('accepted', [SAID, WANTED]);
const REOPENED = settled(null, [WANTED, SAID]);

const SETTLE: DecisionCase<Settle>[] = [
  ['accepted by the claim’s author', 'dana', acceptWording('w-1', SAID), ACCEPTED, suggested],
  ['accepted for the claim’s author', 'mona', acceptWording('w-1', SAID), ACCEPTED, suggested],
  ['accepted by an author of the side', 'dana', acceptWording('w-1', SAID), ACCEPTED, keepSides('east')],
  [
    'accepted as it was reworded meanwhile',
    'dana',
    acceptWording('w-1', `zero ${SAID}`),
    settled('accepted', [`zero ${SAID}`, `zero ${WANTED}`]),
    (d) => reworded(`zero ${SAID}`)(suggested(d)),
  ],
  [
    'accepted where it restores the wording before',
    'dana',
    acceptWording('w-2', 'four'),
    { ...settled('accepted', ['four', SAID]), suggestionId: 'w-2', back: { wording: 1, earlier: 0 } },
    (d) =>
      reworded('four')(d)
        .does('system', seal('c-a'))
        .does('susi', suggest('w-2', 'c-a', ['four', SAID])),
  ],
  [
    'sent back',
    'dana',
    returnWording('w-1'),
    settled('sent_back', null, 'It says something else'),
    suggested,
  ],
  [
    'reopened once it was accepted',
    'dana',
    reopenWording('w-1'),
    { ...REOPENED, back: { wording: 1, earlier: 0 } },
    accepted,
  ],
  [
    'reopened once it was accepted and sealed',
    'dana',
    reopenWording('w-1'),
    { ...REOPENED, back: { wording: 1, earlier: 0 } },
    (d) => accepted(d).does('system', seal('c-a')),
  ],
  ['reopened once it was sent back', 'dana', reopenWording('w-1'), settled(null), sentBack],
  ['none', 'dana', acceptWording('w-?', SAID), 'unknown_suggestion'],
  ['accepted by another', 'emil', acceptWording('w-1', SAID), 'not_allowed', suggested],
  ['sent back by its author', 'susi', returnWording('w-1'), 'not_allowed', suggested],
  [
    'of a claim that one may not see',
    'emil',
    returnWording('w-1'),
    'unknown_suggestion',
    (d) => suggested(d).does('olga', hide('c-a')),
  ],
  [
    'for a locked claim',
    'dana',
    acceptWording('w-1', SAID),
    'locked',
    (d) => suggested(d).does('olga', lock('c-a')),
  ],
  [
    'for a retracted claim',
    'dana',
    acceptWording('w-1', SAID),
    'claim_retracted',
    (d) => suggested(d).does('olga', retract('c-a')),
  ],
  [
    'for a merged claim',
    'dana',
    acceptWording('w-1', SAID),
    'claim_merged',
    (d) => suggested(d).does('olga', merge('c-a', 'c-d')),
  ],
  ['by an author of another side', 'dana', acceptWording('w-1', SAID), 'other_side', keepSides('west')],
  ['by an author of no side', 'dana', acceptWording('w-1', SAID), 'no_team', keepSides(null)],
  ['sent back after it was accepted', 'dana', returnWording('w-1'), 'nothing_changed', accepted],
  ['reopened while it waits', 'dana', reopenWording('w-1'), 'nothing_changed', suggested],
  ['sent back without a reason', 'dana', returnWording('w-1', ' '), 'text_empty', suggested],
  [
    'sent back for a long reason',
    'dana',
    returnWording('w-1', long(LIMITS.noteCharacters)),
    'text_too_long',
    suggested,
  ],
  [
    'accepted in words that changed',
    'dana',
    acceptWording('w-1', SAID),
    'suggestion_stale',
    (d) => reworded('four')(suggested(d)),
  ],
  [
    'reopened once the claim was reworded',
    'dana',
    reopenWording('w-1'),
    'suggestion_stale',
    (d) => reworded('four')(accepted(d)),
  ],
  [
    'reopened once the claim was reworded and sealed',
    'dana',
    reopenWording('w-1'),
    'suggestion_stale',
    (d) => reworded('four')(accepted(d)).does('system', seal('c-a')),
  ],
  [
    'accepted where the claim says so by now',
    'dana',
    acceptWording('w-1', 'one two'),
    'nothing_changed',
    (d) => reworded('one two')(d.does('susi', says('one two'))),
  ],
  [
    'accepted in too many words by now',
    'dana',
    acceptWording('w-1', `${SAID} ${'y'.repeat(300)}`),
    'text_too_long',
    (d) => reworded(`${SAID} ${'y'.repeat(300)}`)(d.does('susi', says(`${'x'.repeat(300)} ${SAID}`))),
  ],
];

describeDecisions('suggestion.make', MAKE);
describeDecisions('suggestion.withdraw', WITHDRAW);
describeDecisions('suggestion.settle', SETTLE);
