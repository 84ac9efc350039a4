import type { EffectOf } from '#domain/debate/engine/define-event.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { STANCES } from '#domain/debate/polls/poll.ts';
import {
  answer,
  closePoll,
  type DebateBuilder,
  quickPoll,
  stancePoll,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';
import { setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';

type Open = OperationOf<'poll.open'>;

const opened = ({ type: _, ...poll }: Open, more: Partial<EffectOf<'poll.opened'>> = {}) =>
  ({ type: 'poll.opened', since: null, ...poll, ...more }) as const;
const onMotion = (more: Partial<EffectOf<'poll.opened'>> = {}) =>
  opened(stancePoll('p-n', 'before'), { options: STANCES, ...more });
const turn = (open: boolean, threshold?: 1 | 3 | 5) =>
  ({ type: 'poll.setStatus', pollId: 'p-n', open, ...(threshold && { threshold }) }) as const;
const turned = (open: boolean, threshold?: 1 | 3 | 5) =>
  ({ ...turn(open, threshold), type: 'poll.statusChanged' }) as const;
const answered = (choice: number | null) => ({ type: 'poll.answered', pollId: 'p-n', choice }) as const;
const long = (characters: number) => 'x'.repeat(characters + 1);

const quick = (debate: DebateBuilder) => debate.does('olga', quickPoll('p-n'));
const secret = (debate: DebateBuilder) => debate.does('olga', quickPoll('p-n', { secret: true }));
const stance = (debate: DebateBuilder) => debate.does('olga', stancePoll('p-n', 'before'));
const closed = (debate: DebateBuilder) => debate.does('olga', closePoll('p-n'));
/** A poll on the motion that was closed before the debate, opened with these choices. */
const before =
  (more: Partial<Open> = {}) =>
  (debate: DebateBuilder) =>
    debate.does('olga', { ...stancePoll('p-b', 'before'), ...more }, closePoll('p-b'));
const after = (debate: DebateBuilder) => before()(debate).does('olga', stancePoll('p-n', 'after'));
/** So many people have answered. */
const answers = (debate: DebateBuilder, count: number, pollId = 'p-n') => {
  for (const who of ['olga', 'mona', 'dana', 'emil', 'susi'].slice(0, count))
    debate.does(who, answer(pollId, 0));
  return debate;
};

const OPEN: DecisionCase<Open>[] = [
  ['on the motion', 'mona', stancePoll('p-n', 'before'), onMotion()],
  [
    'on the motion, whatever is asked',
    'olga',
    { ...stancePoll('p-n', 'before'), question: 'Why?', options: ['x'] },
    onMotion(),
  ],
  [
    'on the motion, with a threshold',
    'olga',
    { ...stancePoll('p-n', 'before'), threshold: 3 },
    onMotion({ threshold: 3 }),
  ],
  [
    'on the motion, not secret, so without a threshold',
    'olga',
    { ...stancePoll('p-n', 'before'), secret: false, threshold: 3 },
    onMotion({ secret: false }),
  ],
  [
    'after the debate',
    'olga',
    stancePoll('p-n', 'after'),
    onMotion({ kind: 'after', since: 'p-b' }),
    before(),
  ],
  [
    'after the debate, as open as before it',
    'olga',
    stancePoll('p-n', 'after'),
    onMotion({ kind: 'after', since: 'p-b', secret: false }),
    before({ secret: false }),
  ],
  [
    'after the debate, with the threshold from before it',
    'olga',
    { ...stancePoll('p-n', 'after'), threshold: 1 },
    onMotion({ kind: 'after', since: 'p-b', threshold: 3 }),
    before({ threshold: 3 }),
  ],
  [
    'after the debate, without a threshold before it',
    'olga',
    { ...stancePoll('p-n', 'after'), threshold: 1 },
    onMotion({ kind: 'after', since: 'p-b' }),
    before(),
  ],
  ['on anything', 'olga', quickPoll('p-n'), opened(quickPoll('p-n'))],
  [
    'on anything, while one on the motion is open',
    'olga',
    quickPoll('p-m'),
    opened(quickPoll('p-m')),
    stance,
  ],
  [
    'on anything, secretly',
    'olga',
    quickPoll('p-n', { secret: true, threshold: 3 }),
    opened(quickPoll('p-n', { secret: true, threshold: 3 })),
  ],
  [
    'on anything, not secret, so without a threshold',
    'olga',
    quickPoll('p-n', { threshold: 3 }),
    opened(quickPoll('p-n')),
  ],
  [
    'on two options',
    'olga',
    quickPoll('p-n', { options: ['x', 'y'] }),
    opened(quickPoll('p-n', { options: ['x', 'y'] })),
  ],
  [
    'on anything, prepared',
    'olga',
    quickPoll('p-n', { prepared: true }),
    opened(quickPoll('p-n', { prepared: true })),
  ],
  ['on the motion, prepared', 'olga', { ...stancePoll('p-n', 'before'), prepared: true }, 'invalid'],
  ['by a debater', 'dana', quickPoll('p-n'), 'not_allowed'],
  ['with the id of a claim', 'olga', quickPoll('c-a'), 'id_taken'],
  ['one too many', 'olga', quickPoll('p-m'), 'too_many', (d) => fillUp('polls', LIMITS.polls)(quick(d))],
  ['on the motion, while one is open', 'olga', stancePoll('p-m', 'before'), 'poll_open', stance],
  ['after the debate, while one is open', 'olga', stancePoll('p-m', 'after'), 'poll_open', stance],
  ['after the debate, without one before it', 'olga', stancePoll('p-n', 'after'), 'no_opening_poll'],
  [
    'after the debate, a second time',
    'olga',
    stancePoll('p-m', 'after'),
    'no_opening_poll',
    (d) => closed(after(d)),
  ],
  ['on one option', 'olga', quickPoll('p-n', { options: ['x'] }), 'options_missing'],
  ['without a question', 'olga', quickPoll('p-n', { question: ' ' }), 'text_empty'],
  [
    'with a long question',
    'olga',
    quickPoll('p-n', { question: long(LIMITS.pollQuestionCharacters) }),
    'text_too_long',
  ],
  ['with an empty option', 'olga', quickPoll('p-n', { options: ['x', ' '] }), 'text_empty'],
  [
    'with a long option',
    'olga',
    quickPoll('p-n', { options: ['x', long(LIMITS.pollOptionCharacters)] }),
    'text_too_long',
  ],
];

const SET_STATUS: DecisionCase<OperationOf<'poll.setStatus'>>[] = [
  ['closed', 'mona', turn(false), turned(false), quick],
  ['opened again', 'olga', turn(true), turned(true), (d) => closed(quick(d))],
  [
    'opened again, where answers are open',
    'olga',
    turn(true),
    turned(true),
    (d) => closed(answers(quick(d), 5)),
  ],
  [
    'opened again below its threshold',
    'olga',
    turn(true),
    turned(true),
    (d) => closed(answers(secret(d), 4)),
  ],
  [
    'opened again, while one on the motion is open',
    'olga',
    turn(true),
    turned(true),
    (d) => {
      closed(quick(d)).does('olga', stancePoll('p-m', 'before'));
    },
  ],
  ['opened again, on the motion, by itself', 'olga', turn(true), turned(true), (d) => closed(stance(d))],
  ['with another threshold', 'olga', turn(true, 3), turned(true, 3), secret],
  ['with another threshold, on the motion', 'olga', turn(true, 1), turned(true, 1), stance],
  ['closed, with its threshold', 'olga', turn(false, 5), turned(false), secret],
  ['closed, by a debater', 'dana', turn(false), 'not_allowed', quick],
  ['of none', 'olga', turn(false), 'unknown_poll'],
  ['closed again', 'olga', turn(false), 'nothing_changed', (d) => closed(quick(d))],
  ['opened while it is open', 'olga', turn(true), 'nothing_changed', quick],
  ['with its threshold', 'olga', turn(true, 5), 'nothing_changed', secret],
  [
    'with another threshold, once it is closed',
    'olga',
    turn(true, 3),
    'poll_closed',
    (d) => closed(secret(d)),
  ],
  [
    'opened again, on the motion, while another is open',
    'olga',
    turn(true),
    'poll_open',
    (d) => {
      closed(stance(d)).does('olga', stancePoll('p-m', 'before'));
    },
  ],
  [
    'opened again, once its totals are known',
    'olga',
    turn(true),
    'poll_disclosed',
    (d) => closed(answers(secret(d), 5)),
  ],
  [
    'opened again, with one after it',
    'olga',
    turn(true),
    'poll_disclosed',
    (d) => {
      closed(stance(d)).does('olga', stancePoll('p-m', 'after'), closePoll('p-m'));
    },
  ],
  [
    'opened again, once the totals before it are known',
    'olga',
    turn(true),
    'poll_disclosed',
    (d) => {
      d.does('olga', stancePoll('p-b', 'before'));
      closed(answers(d, 5, 'p-b').does('olga', closePoll('p-b'), stancePoll('p-n', 'after')));
    },
  ],
  ...[0, 5].map(
    (given): DecisionCase<OperationOf<'poll.setStatus'>> => [
      `opened again, while a phase hides that ${given} people answered`,
      'olga',
      turn(true),
      'phase_closed',
      (d) => closed(answers(secret(d), given)).does('olga', setAgenda([VOTING]), turnTo(VOTING.id)),
    ],
  ),
  ['closed, with another threshold', 'olga', turn(false, 3), 'invalid', secret],
  ['with a threshold, where answers are open', 'olga', turn(true, 3), 'invalid', quick],
  ['with another threshold than before the debate', 'olga', turn(true, 3), 'invalid', after],
  [
    'with another threshold, once it is answered',
    'olga',
    turn(true, 3),
    'poll_answered',
    (d) => answers(secret(d), 1),
  ],
  [
    'with another threshold, once as many have answered as it asks for',
    'olga',
    turn(true, 3),
    'poll_answered',
    (d) => answers(secret(d), 5),
  ],
  [
    'with another threshold, while answers are hidden',
    'olga',
    turn(true, 3),
    'poll_answered',
    (d) => {
      secret(d).does('olga', setAgenda([VOTING]), turnTo(VOTING.id));
    },
  ],
];

const ANSWER: DecisionCase<OperationOf<'poll.answer'>>[] = [
  ['with the first option', 'dana', answer('p-n', 0), answered(0), quick],
  ['with the last option', 'susi', answer('p-n', 2), answered(2), quick],
  ['with another option', 'olga', answer('p-n', 1), answered(1), (d) => answers(quick(d), 1)],
  ['with none any longer', 'olga', answer('p-n', null), answered(null), (d) => answers(quick(d), 1)],
  ['under its threshold', 'dana', { ...answer('p-n', 0), threshold: 5 }, answered(0), secret],
  ['under a lower threshold', 'dana', { ...answer('p-n', 0), threshold: 3 }, answered(0), secret],
  ['by an observer', 'otto', answer('p-n', 0), 'not_allowed', quick],
  ['to none', 'dana', answer('p-n', 0), 'unknown_poll'],
  ['once it is closed', 'dana', answer('p-n', 0), 'poll_closed', (d) => closed(quick(d))],
  ['with an option too many', 'dana', answer('p-n', 3), 'unknown_option', quick],
  [
    'under a higher threshold',
    'dana',
    { ...answer('p-n', 0), threshold: 5 },
    'poll_threshold_lowered',
    (d) => {
      secret(d).does('olga', turn(true, 3));
    },
  ],
  ['with the same option', 'olga', answer('p-n', 0), 'nothing_changed', (d) => answers(quick(d), 1)],
  ['with none, as before', 'dana', answer('p-n', null), 'nothing_changed', quick],
];

describeDecisions('poll.open', OPEN);
describeDecisions('poll.setStatus', SET_STATUS);
describeDecisions('poll.answer', ANSWER);
