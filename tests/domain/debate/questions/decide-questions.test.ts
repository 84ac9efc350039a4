import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { bringBack, type DebateBuilder, hide } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';
import {
  ask,
  markAnswered,
  mergeQuestion,
  pin,
  support,
  withdrawQuestion,
} from '#tests/support/made-questions.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const asked = (questionId: string, more: { pendingApproval?: true; embargoed?: true } = {}) =>
  ({ ...ask(questionId), type: 'question.asked', ...more }) as const;
const longest = (length: number) => ask('u-n', 'x'.repeat(length));

const withdrawn = (debate: DebateBuilder) => debate.does('dana', withdrawQuestion('u-q'));
const answered = (debate: DebateBuilder) => debate.does('olga', markAnswered('u-q'));
const supported = (debate: DebateBuilder) => debate.does('emil', support('u-q'));
/** Emil's u-e asks the same as Dana's u-q, and stays. */
const merged = (debate: DebateBuilder) =>
  debate.does('emil', ask('u-e')).does('olga', mergeQuestion('u-q', 'u-e'));
const more = (debate: DebateBuilder) => debate.does('emil', ask('u-e'));
const hides = (id: string) => (debate: DebateBuilder) => more(debate).does('olga', hide(id));
const blind = (debate: DebateBuilder) => debate.does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
const closed = (debate: DebateBuilder) => debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
/** emil has asked as many as one person may, and withdrawn them. */
const usedUp = (debate: DebateBuilder) => {
  for (let made = 0; made < LIMITS.questionsOfOne; made += 1)
    debate.does('emil', ask(`u-${made}`), withdrawQuestion(`u-${made}`));
};

/** emil asks as many as may wait. */
const full = (debate: DebateBuilder) => {
  for (let made = 0; made < LIMITS.openQuestions; made += 1) debate.does('emil', ask(`u-${made}`));
  return debate;
};

/** As many as may be together: Emil's u-e with Dana's u-q and copies of it. */
const together = (debate: DebateBuilder) => {
  fillUp('questions', LIMITS.questionsTogether)(more(debate));
  const questions = debate.state.questions.map((one) => (one.id === 'u-e' ? one : { ...one, into: 'u-e' }));
  debate.state = { ...debate.state, questions };
  return debate.does('emil', ask('u-f'));
};

const ASK: DecisionCase<OperationOf<'question.ask'>>[] = [
  ['of a debater', 'emil', ask('u-n'), asked('u-n')],
  ['of a suggester', 'susi', ask('u-n'), asked('u-n')],
  ['of an observer', 'otto', ask('u-n'), 'not_allowed'],
  [
    'in a phase for voting alone',
    'emil',
    ask('u-n'),
    asked('u-n'),
    (d) => d.does('olga', setAgenda([VOTING]), turnTo('p-vote')),
  ],
  ['in a blind phase', 'emil', ask('u-n'), asked('u-n', { embargoed: true }), blind],
  [
    'where it is approved first',
    'emil',
    ask('u-n'),
    asked('u-n', { pendingApproval: true }),
    (d) => d.does('olga', { type: 'debate.configure', approval: ['debater'] }),
  ],
  ['without words', 'emil', ask('u-n', ' '), 'text_empty'],
  [
    'as long as may be',
    'emil',
    longest(LIMITS.questionCharacters),
    {
      ...asked('u-n'),
      text: 'x'.repeat(LIMITS.questionCharacters),
    },
  ],
  ['that is too long', 'emil', longest(LIMITS.questionCharacters + 1), 'text_too_long'],
  ['with an id of something else', 'emil', ask('m-a'), 'id_taken'],
  ['while as many of theirs wait as may', 'emil', ask('u-n'), 'questions_full', full],
  ['while as many of another’s wait', 'dana', ask('u-n'), asked('u-n'), full],
  ['once they have withdrawn as many as may be', 'emil', ask('u-n'), 'questions_used_up', usedUp],
  [
    'once one of theirs is answered',
    'emil',
    ask('u-n'),
    asked('u-n'),
    (d) => full(d).does('olga', markAnswered('u-3')),
  ],
  [
    'once one of theirs is withdrawn',
    'emil',
    ask('u-n'),
    asked('u-n'),
    (d) => full(d).does('emil', withdrawQuestion('u-3')),
  ],
  [
    'once one of theirs is merged',
    'emil',
    ask('u-n'),
    asked('u-n'),
    (d) => full(d).does('olga', mergeQuestion('u-3', 'u-4')),
  ],
  ['in a full debate', 'emil', ask('u-n'), 'too_many', fillUp('questions', LIMITS.questions)],
  ['in a closed debate', 'emil', ask('u-n'), 'debate_closed', closed],
];

const SUPPORT: DecisionCase<OperationOf<'question.support'>>[] = [
  ['of another’s', 'emil', support('u-q'), { ...support('u-q'), type: 'question.supported' }],
  ['of one’s own', 'dana', support('u-q'), { ...support('u-q'), type: 'question.supported' }],
  ['of an observer', 'otto', support('u-q'), 'not_allowed'],
  ['again', 'emil', support('u-q'), 'nothing_changed', supported],
  [
    'taken back',
    'emil',
    support('u-q', false),
    { ...support('u-q', false), type: 'question.supported' },
    supported,
  ],
  ['taken back by another', 'susi', support('u-q', false), 'nothing_changed', supported],
  ['of what was merged', 'susi', support('u-q'), { ...support('u-e'), type: 'question.supported' }, merged],
  [
    'of what it supported before the merge',
    'emil',
    support('u-e'),
    'nothing_changed',
    (d) => merged(supported(d)),
  ],
  ['of an answered one', 'emil', support('u-q'), 'question_answered', answered],
  ['of a withdrawn one', 'emil', support('u-q'), 'question_withdrawn', withdrawn],
  ['of a hidden one', 'emil', support('u-q'), 'unknown_question', (d) => d.does('olga', hide('u-q'))],
  [
    'of one restored',
    'emil',
    support('u-q'),
    { ...support('u-q'), type: 'question.supported' },
    (d) => d.does('olga', hide('u-q'), bringBack('u-q')),
  ],
  ['of none', 'emil', support('u-?'), 'unknown_question'],
];

const WITHDRAW: DecisionCase<OperationOf<'question.withdraw'>>[] = [
  [
    'of one’s own',
    'dana',
    withdrawQuestion('u-q'),
    { ...withdrawQuestion('u-q'), type: 'question.withdrawn' },
  ],
  ['of another’s', 'emil', withdrawQuestion('u-q'), 'not_allowed'],
  ['of another’s, as a moderator', 'olga', withdrawQuestion('u-q'), 'not_allowed'],
  ['again', 'dana', withdrawQuestion('u-q'), 'nothing_changed', withdrawn],
  [
    'asked again, while as many of theirs wait as may',
    'emil',
    withdrawQuestion('u-3', false),
    'questions_full',
    (d) => full(d).does('emil', withdrawQuestion('u-3'), ask('u-n')),
  ],
  [
    'asked again',
    'dana',
    withdrawQuestion('u-q', false),
    { ...withdrawQuestion('u-q', false), type: 'question.withdrawn' },
    withdrawn,
  ],
  ['of none', 'dana', withdrawQuestion('u-?'), 'unknown_question'],
];

const MERGE: DecisionCase<OperationOf<'question.merge'>>[] = [
  [
    'with another',
    'mona',
    mergeQuestion('u-q', 'u-e'),
    { ...mergeQuestion('u-q', 'u-e'), type: 'question.merged', into: 'u-e' },
    more,
  ],
  ['as a debater', 'dana', mergeQuestion('u-q', 'u-e'), 'not_allowed', more],
  ['with itself', 'olga', mergeQuestion('u-q', 'u-q'), 'merge_loop'],
  ['with none', 'olga', mergeQuestion('u-q', 'u-?'), 'unknown_question'],
  ['of none', 'olga', mergeQuestion('u-?', 'u-q'), 'unknown_question'],
  ['again', 'olga', mergeQuestion('u-q', 'u-e'), 'nothing_changed', merged],
  ['into what was merged into it', 'olga', mergeQuestion('u-e', 'u-q'), 'question_merged', merged],
  [
    'of what is merged, elsewhere',
    'olga',
    mergeQuestion('u-q', 'u-f'),
    'question_merged',
    (d) => merged(d).does('emil', ask('u-f')),
  ],
  [
    'of a withdrawn one',
    'olga',
    mergeQuestion('u-q', 'u-e'),
    'question_withdrawn',
    (d) => withdrawn(more(d)),
  ],
  [
    'into a withdrawn one',
    'olga',
    mergeQuestion('u-e', 'u-q'),
    'question_withdrawn',
    (d) => withdrawn(more(d)),
  ],
  ['into as many as may be together', 'olga', mergeQuestion('u-f', 'u-e'), 'too_many', together],
  ['of as many as may be together', 'olga', mergeQuestion('u-e', 'u-f'), 'too_many', together],
  [
    'of one fewer',
    'olga',
    mergeQuestion('u-e', 'u-f'),
    { ...mergeQuestion('u-e', 'u-f'), type: 'question.merged', into: 'u-f' },
    (d) => together(d).does('olga', mergeQuestion('u-q', null)),
  ],
  ['of a hidden one', 'olga', mergeQuestion('u-q', 'u-e'), 'content_hidden', hides('u-q')],
  ['into a hidden one', 'olga', mergeQuestion('u-q', 'u-e'), 'content_hidden', hides('u-e')],
  [
    'undone',
    'olga',
    mergeQuestion('u-q', null),
    { type: 'question.unmerged', questionId: 'u-q', from: 'u-e' },
    merged,
  ],
  ['undone on its own', 'olga', mergeQuestion('u-q', null), 'nothing_changed'],
  [
    'undone while the other is hidden',
    'olga',
    mergeQuestion('u-q', null),
    { type: 'question.unmerged', questionId: 'u-q', from: 'u-e' },
    (d) => merged(d).does('olga', hide('u-e')),
  ],
  [
    'elsewhere while the other is withdrawn',
    'olga',
    mergeQuestion('u-q', 'u-f'),
    [
      { type: 'question.unmerged', questionId: 'u-q', from: 'u-e' },
      { type: 'question.merged', questionId: 'u-q', into: 'u-f' },
    ],
    (d) => merged(d).does('emil', withdrawQuestion('u-e'), ask('u-f')),
  ],
  [
    'undone of a hidden one',
    'olga',
    mergeQuestion('u-q', null),
    'content_hidden',
    (d) => merged(d).does('olga', hide('u-q')),
  ],
];

const PIN: DecisionCase<OperationOf<'question.pin'>>[] = [
  ['by a moderator', 'mona', pin('u-q'), { ...pin('u-q'), type: 'question.pinned' }],
  ['by its author', 'dana', pin('u-q'), 'not_allowed'],
  ['again', 'olga', pin('u-q'), 'nothing_changed', (d) => d.does('olga', pin('u-q'))],
  [
    'undone',
    'olga',
    pin('u-q', false),
    { ...pin('u-q', false), type: 'question.pinned' },
    (d) => d.does('olga', pin('u-q')),
  ],
  ['of a withdrawn one', 'olga', pin('u-q'), 'question_withdrawn', withdrawn],
  ['of a merged one', 'olga', pin('u-q'), 'question_merged', merged],
  ['of none', 'olga', pin('u-?'), 'unknown_question'],
];

const ANSWER: DecisionCase<OperationOf<'question.answer'>>[] = [
  ['by a moderator', 'mona', markAnswered('u-q'), { ...markAnswered('u-q'), type: 'question.answered' }],
  [
    'on the stage',
    'mona',
    markAnswered('u-q'),
    [
      { ...markAnswered('u-q'), type: 'question.answered' },
      { type: 'spotlight.set', on: null, call: false },
    ],
    (d) => d.does('olga', { type: 'spotlight.set', on: 'u-q', call: false }),
  ],
  ['by its author', 'dana', markAnswered('u-q'), 'not_allowed'],
  ['again', 'olga', markAnswered('u-q'), 'nothing_changed', answered],
  [
    'undone',
    'olga',
    markAnswered('u-q', false),
    { ...markAnswered('u-q', false), type: 'question.answered' },
    answered,
  ],
  ['of a withdrawn one', 'olga', markAnswered('u-q'), 'question_withdrawn', withdrawn],
  ['of a merged one', 'olga', markAnswered('u-q'), 'question_merged', merged],
  ['of none', 'olga', markAnswered('u-?'), 'unknown_question'],
];

describeDecisions('question.ask', ASK);
describeDecisions('question.support', SUPPORT);
describeDecisions('question.withdraw', WITHDRAW);
describeDecisions('question.merge', MERGE);
describeDecisions('question.pin', PIN);
describeDecisions('question.answer', ANSWER);
