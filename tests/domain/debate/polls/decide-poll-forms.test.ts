import { describe } from 'vitest';
import type { EffectOf } from '#domain/debate/engine/define-event.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { PollChoice, PollForm } from '#domain/debate/polls/poll-form.ts';
import { closePoll, type DebateBuilder } from '#tests/support/debate-builder.ts';
import {
  type DecisionCase,
  describeDecisions,
  describeMoreDecisions,
} from '#tests/support/decision-cases.ts';
import { formPoll, hideAnswer, numberPoll, textPoll } from '#tests/support/polls.ts';

type Open = OperationOf<'poll.open'>;
type SetStatus = OperationOf<'poll.setStatus'>;

const opened = ({ type: _, ...poll }: Open) => ({ type: 'poll.opened', since: null, ...poll }) as const;
const give = (choice: PollChoice | null) => ({ type: 'poll.answer', pollId: 'p-n', choice }) as const;
const given = (choice: PollChoice | null) => ({ type: 'poll.answered', pollId: 'p-n', choice }) as const;
const status = (open: boolean, more: Partial<SetStatus> = {}): SetStatus => ({
  type: 'poll.setStatus',
  pollId: 'p-n',
  open,
  ...more,
});
const changed = (open: boolean, more: Partial<EffectOf<'poll.statusChanged'>> = {}) =>
  ({ type: 'poll.statusChanged', pollId: 'p-n', open, ...more }) as const;
const long = (characters: number) => 'x'.repeat(characters + 1);

const SEVERAL: PollForm = { type: 'several', most: 2 };
const RANKING: PollForm = { type: 'ranking' };
const POINTS: PollForm = { type: 'points', budget: 10 };
const SCALE: PollForm = { type: 'scale', steps: 5 };
const bounded = (min: number | null, max: number | null, unit = ''): PollForm => ({
  type: 'number',
  unit,
  min,
  max,
});
const ends = { options: ['Not at all', 'Fully'] };
/** A poll of three options in this form is open. */
const asks =
  (form: PollForm, more: Partial<Open> = {}) =>
  (debate: DebateBuilder) =>
    debate.does('olga', formPoll('p-n', form, more));
const asksText = (debate: DebateBuilder) => debate.does('olga', textPoll('p-n'));
const asksNumber = (debate: DebateBuilder) => debate.does('olga', numberPoll('p-n'));
const closed = (asked: (debate: DebateBuilder) => DebateBuilder) => (debate: DebateBuilder) =>
  asked(debate).does('olga', closePoll('p-n'));

const accepted = (title: string, poll: Open): DecisionCase<Open> => [title, 'olga', poll, opened(poll)];

const OPEN_IN_FORMS: DecisionCase<Open>[] = [
  accepted('with several options', formPoll('p-n', SEVERAL)),
  accepted('with a ranking', formPoll('p-n', RANKING)),
  accepted('with points', formPoll('p-n', POINTS)),
  accepted('with a scale', formPoll('p-n', SCALE, ends)),
  accepted('with a text', textPoll('p-n')),
  accepted('with a number', numberPoll('p-n')),
  accepted('with a number within bounds', numberPoll('p-n', { form: bounded(-1, 1, 'km') })),
  accepted('with a time', textPoll('p-n', { closesAt: 8_000_000_000_000 })),
  accepted('prepared in a form', formPoll('p-n', RANKING, { prepared: true })),
  ['with more than all options', 'olga', formPoll('p-n', { type: 'several', most: 4 }), 'too_many_options'],
  ['with a ranking of one', 'olga', formPoll('p-n', RANKING, { options: ['x'] }), 'options_missing'],
  ['with a scale of one end', 'olga', formPoll('p-n', SCALE, { options: ['x'] }), 'options_missing'],
  ['with a scale of three ends', 'olga', formPoll('p-n', SCALE), 'invalid'],
  ['with a text and options', 'olga', textPoll('p-n', { options: ['x', 'y'] }), 'invalid'],
  ['with a number and options', 'olga', numberPoll('p-n', { options: ['x'] }), 'invalid'],
  ['with bounds the wrong way', 'olga', numberPoll('p-n', { form: bounded(2, 1) }), 'number_out_of_bounds'],
  [
    'with a long unit',
    'olga',
    numberPoll('p-n', { form: bounded(null, null, long(LIMITS.pollUnitCharacters)) }),
    'text_too_long',
  ],
  ['on the motion, in a form', 'olga', formPoll('p-n', RANKING, { kind: 'before' }), 'invalid'],
  ['with a time that has passed', 'olga', textPoll('p-n', { closesAt: 1 }), 'poll_time_past'],
  [
    'prepared with a time',
    'olga',
    textPoll('p-n', { prepared: true, closesAt: 8_000_000_000_000 }),
    'invalid',
  ],
  ['by a debater', 'dana', textPoll('p-n'), 'not_allowed'],
];

const answerCase = (
  title: string,
  form: PollForm,
  choice: PollChoice,
  expected: 'accepted' | Extract<DecisionCase<OperationOf<'poll.answer'>>[3], string>,
  more: Partial<Open> = {},
): DecisionCase<OperationOf<'poll.answer'>> => [
  title,
  'dana',
  give(choice),
  expected === 'accepted' ? given(choice) : expected,
  asks(form, more),
];

const ANSWER_IN_FORMS: DecisionCase<OperationOf<'poll.answer'>>[] = [
  answerCase('two options', SEVERAL, [0, 2], 'accepted'),
  answerCase('three options, of at most two', SEVERAL, [0, 1, 2], 'too_many_options'),
  answerCase('no option', SEVERAL, [], 'invalid'),
  answerCase('an option twice', SEVERAL, [1, 1], 'invalid'),
  answerCase('options out of order', SEVERAL, [2, 0], 'invalid'),
  answerCase('an option it does not have, of several', SEVERAL, [0, 3], 'unknown_option'),
  answerCase('one option, where several are asked', SEVERAL, 1, 'invalid'),
  answerCase('a ranking', RANKING, [2, 0, 1], 'accepted'),
  answerCase('a ranking of one', RANKING, [2], 'accepted'),
  answerCase('a ranking with an option twice', RANKING, [2, 2], 'invalid'),
  answerCase('a ranking with an option it does not have', RANKING, [0, 3], 'unknown_option'),
  answerCase('a text, where a ranking is asked', RANKING, 'first', 'invalid'),
  answerCase('all points', POINTS, [0, 4, 6], 'accepted'),
  answerCase('some of the points', POINTS, [1, 0, 0], 'accepted'),
  answerCase('too many points', POINTS, [5, 5, 1], 'over_budget'),
  answerCase('no points', POINTS, [0, 0, 0], 'invalid'),
  answerCase('points for some options', POINTS, [5, 5], 'invalid'),
  answerCase('the last step', SCALE, 4, 'accepted', ends),
  answerCase('a step beyond', SCALE, 5, 'unknown_option', ends),
  answerCase('half a step', SCALE, 0.5, 'invalid', ends),
  answerCase('a text', { type: 'text' }, 'Buses', 'accepted', { options: [] }),
  answerCase('an empty text', { type: 'text' }, '   ', 'text_empty', { options: [] }),
  answerCase('a long text', { type: 'text' }, long(LIMITS.pollAnswerCharacters), 'text_too_long', {
    options: [],
  }),
  answerCase('two lines', { type: 'text' }, 'a\nb', 'invalid', { options: [] }),
  answerCase('two lines, by another sign', { type: 'text' }, 'a\u2028b', 'invalid', { options: [] }),
  answerCase('a tab', { type: 'text' }, 'a\tb', 'invalid', { options: [] }),
  answerCase('a change of direction', { type: 'text' }, 'a\u202eb', 'text_malformed', { options: [] }),
  answerCase('a stack of marks', { type: 'text' }, `a${'\u0301'.repeat(9)}`, 'text_malformed', {
    options: [],
  }),
  answerCase('a number, where a text is asked', { type: 'text' }, 1, 'invalid', { options: [] }),
  answerCase('a number', bounded(null, null), -2.5, 'accepted', { options: [] }),
  answerCase('the least number', bounded(0, 10), 0, 'accepted', { options: [] }),
  answerCase('a number below the least', bounded(0, 10), -1, 'number_out_of_bounds', { options: [] }),
  answerCase('a number above the greatest', bounded(0, 10), 10.5, 'number_out_of_bounds', { options: [] }),
  answerCase('a text, where a number is asked', bounded(0, 10), '5', 'invalid', { options: [] }),
  ['a text with spaces around it', 'dana', give(' Buses '), given('Buses'), asksText],
  [
    'the same text again',
    'dana',
    give('Buses'),
    'nothing_changed',
    (d) => asksText(d).does('dana', give('Buses')),
  ],
  [
    'the same list again',
    'dana',
    give([1]),
    'nothing_changed',
    (d) => asks(RANKING)(d).does('dana', give([1])),
  ],
  ['withdrawing a list', 'dana', give(null), given(null), (d) => asks(RANKING)(d).does('dana', give([1]))],
  [
    'a text by a muted person',
    'dana',
    give('Buses'),
    'muted',
    (d) =>
      asksText(d).does('olga', {
        type: 'participant.mute',
        participantId: 'dana',
        muted: true,
        reason: 'flooding',
      }),
  ],
  [
    'a number by a muted person',
    'dana',
    give(3),
    given(3),
    (d) =>
      asksNumber(d).does('olga', {
        type: 'participant.mute',
        participantId: 'dana',
        muted: true,
        reason: 'flooding',
      }),
  ],
];

const LATER = 8_000_000_000_000;
const timed = (debate: DebateBuilder) => debate.does('olga', textPoll('p-n', { closesAt: LATER }));

const SET_TIME_OR_NUMBER: DecisionCase<SetStatus>[] = [
  ['sets a time', 'olga', status(true, { closesAt: LATER }), changed(true, { closesAt: LATER }), asksText],
  ['removes a time', 'olga', status(true, { closesAt: null }), changed(true, { closesAt: null }), timed],
  [
    'opens what is prepared with a time',
    'olga',
    status(true, { closesAt: LATER }),
    changed(true, { closesAt: LATER }),
    (d) => d.does('olga', textPoll('p-n', { prepared: true })),
  ],
  [
    'moves the time of one just closed',
    'olga',
    status(true, { closesAt: LATER }),
    'poll_closed',
    closed(timed),
  ],
  [
    'removes the time of a closed one',
    'olga',
    status(false, { closesAt: null }),
    'nothing_changed',
    closed(timed),
  ],
  [
    'reveals one out of bounds',
    'olga',
    status(false, { right: 11 }),
    'number_out_of_bounds',
    asks(bounded(0, 10), { options: [] }),
  ],
  ['sets the time it has', 'olga', status(true, { closesAt: LATER }), 'nothing_changed', timed],
  ['sets a time that has passed', 'olga', status(true, { closesAt: 1 }), 'poll_time_past', asksText],
  ['closes with a time', 'olga', status(false, { closesAt: LATER }), 'invalid', asksText],
  [
    'closes with the right number',
    'olga',
    status(false, { right: 7 }),
    changed(false, { right: 7 }),
    asksNumber,
  ],
  ['reveals it later', 'olga', status(false, { right: 7 }), changed(false, { right: 7 }), closed(asksNumber)],
  ['reveals it while it is open', 'olga', status(true, { right: 7 }), 'invalid', asksNumber],
  ['reveals it where no number is asked', 'olga', status(false, { right: 7 }), 'invalid', asksText],
  [
    'reveals another one',
    'olga',
    status(false, { right: 8 }),
    'invalid',
    (d) => asksNumber(d).does('olga', status(false, { right: 7 })),
  ],
  [
    'reveals the same one again',
    'olga',
    status(false, { right: 7 }),
    'nothing_changed',
    (d) => asksNumber(d).does('olga', status(false, { right: 7 })),
  ],
  [
    'opens it after that',
    'olga',
    status(true),
    'poll_disclosed',
    (d) => asksNumber(d).does('olga', status(false, { right: 7 })),
  ],
];

const hid = (text: string, hidden = true) =>
  ({ type: 'poll.answerHidden', pollId: 'p-n', text, hidden }) as const;
const hides = (debate: DebateBuilder) => asksText(debate).does('olga', hideAnswer('p-n', 'Rain'));

const hidesAll = (debate: DebateBuilder) => {
  asksText(debate);
  for (let at = 0; at < LIMITS.hiddenAnswers; at += 1) debate.does('olga', hideAnswer('p-n', `Text ${at}`));
};

const HIDE_ANSWER: DecisionCase<OperationOf<'poll.hideAnswer'>>[] = [
  ['a text', 'mona', hideAnswer('p-n', 'Rain'), hid('Rain'), asksText],
  ['another text', 'mona', hideAnswer('p-n', 'Snow'), hid('Snow'), hides],
  ['it again', 'mona', hideAnswer('p-n', ' rain!'), 'nothing_changed', hides],
  ['showing it again', 'mona', hideAnswer('p-n', 'RAIN', false), hid('RAIN', false), hides],
  ['showing what is not hidden', 'mona', hideAnswer('p-n', 'Snow', false), 'nothing_changed', hides],
  ['nothing', 'mona', hideAnswer('p-n', ' '), 'text_empty', asksText],
  ['of a poll on a number', 'mona', hideAnswer('p-n', 'Rain'), 'invalid', asksNumber],
  ['of a poll it does not have', 'mona', hideAnswer('p-x', 'Rain'), 'unknown_poll', asksText],
  ['by a debater', 'dana', hideAnswer('p-n', 'Rain'), 'not_allowed', asksText],
  ['one too many', 'mona', hideAnswer('p-n', 'Rain'), 'too_many', hidesAll],
];

describe('[PO10] polls are opened and answered in their forms', () => {
  describeMoreDecisions('poll.open', OPEN_IN_FORMS);
  describeMoreDecisions('poll.answer', ANSWER_IN_FORMS);
});
describe('[PO15] polls get a time and a right number', () => {
  describeMoreDecisions('poll.setStatus', SET_TIME_OR_NUMBER);
});
describe('[PO13] answers are hidden', () => {
  describeDecisions('poll.hideAnswer', HIDE_ANSWER);
});
