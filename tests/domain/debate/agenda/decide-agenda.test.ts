import type { EffectOf } from '#domain/debate/engine/define-event.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { STANCES } from '#domain/debate/polls/poll.ts';
import {
  answer,
  closePoll,
  type DebateBuilder,
  meet,
  newClaim,
  stancePoll,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';
import { OPEN, POLLING, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const set = (phases: readonly Phase[], more: Partial<EffectOf<'agenda.set'>> = {}) =>
  ({ type: 'agenda.set', phases, ...more }) as const;
const changed = (to: string | null, more: Partial<EffectOf<'agenda.phaseChanged'>> = {}) =>
  ({ type: 'agenda.phaseChanged', to, ...more }) as const;
const time = (
  act: OperationOf<'agenda.setTimer'>['act'],
  seconds: number | null = null,
  phaseId: string | null = null,
) => ({ type: 'agenda.setTimer', phaseId, act, seconds }) as const;
const timed = (act: OperationOf<'agenda.setTimer'>['act'], seconds?: number) =>
  ({ type: 'agenda.timerChanged', act, ...(seconds && { seconds }) }) as EffectOf<'agenda.timerChanged'>;

const [STARTED, ENDED] = [{ type: 'meeting.started' }, { type: 'meeting.ended' }] as const;
const many = (count: number) => Array.from({ length: count }, (_, at): Phase => ({ ...OPEN, id: `p-${at}` }));
const long = (characters: number) => 'x'.repeat(characters + 1);

const CLOSING: Phase = { ...POLLING, id: 'p-end', kind: 'closing_poll' };
/** The phase for the opening poll, made one for the closing poll. */
const CLOSING_NOW: Phase = { ...POLLING, kind: 'closing_poll' };

/** An agenda of four phases, before the first. */
const planned = (debate: DebateBuilder) => debate.does('olga', setAgenda([WRITING, OPEN, VOTING, POLLING]));
const within = (phase: Phase) => (debate: DebateBuilder) => planned(debate).does('olga', turnTo(phase.id));
/** In a phase in which Dana has written what others do not see yet. */
const writing = (debate: DebateBuilder) => within(WRITING)(debate).does('dana', newClaim('n', 'east'));
const polled = (debate: DebateBuilder) => within(POLLING)(debate).does('olga', turnTo(OPEN.id, POLLING.id));
const met = (debate: DebateBuilder) => planned(debate).does('olga', meet(true));
const timing =
  (...acts: ReturnType<typeof time>[]) =>
  (debate: DebateBuilder) =>
    debate.does('olga', time('start', 60), ...acts);

const asOpened = (pollId: string) =>
  ({
    type: 'poll.opened',
    pollId,
    kind: 'before',
    since: null,
    question: '',
    options: STANCES,
    secret: true,
  }) as const;
const asTurned = (pollId: string, open: boolean) => ({ type: 'poll.statusChanged', pollId, open }) as const;

const SET: DecisionCase<OperationOf<'agenda.set'>>[] = [
  ['the first', 'mona', setAgenda([WRITING, OPEN]), set([WRITING, OPEN])],
  ['another', 'olga', setAgenda([OPEN], 1), set([OPEN]), planned],
  ['that keeps the running phase', 'olga', setAgenda([OPEN], 1), set([OPEN]), within(OPEN)],
  ['of no phases', 'olga', setAgenda([], 1), set([]), planned],
  ['as long as may be', 'olga', setAgenda(many(LIMITS.phases)), set(many(LIMITS.phases))],
  [
    'in which claims and tallies are shown',
    'olga',
    setAgenda([{ ...WRITING, hides: [] }], 1),
    set([{ ...WRITING, hides: [] }], { revealed: ['c-n'], tallies: true }),
    writing,
  ],
  [
    'in which claims stay hidden',
    'olga',
    setAgenda([{ ...WRITING, hides: ['claims'] }], 1),
    set([{ ...WRITING, hides: ['claims'] }], { tallies: true }),
    writing,
  ],
  [
    'in which tallies are hidden from now on',
    'olga',
    setAgenda([{ ...OPEN, hides: ['tallies'] }], 1),
    set([{ ...OPEN, hides: ['tallies'] }], { tallies: true }),
    within(OPEN),
  ],
  [
    'in which the running phase is no longer for its poll, which is closed',
    'olga',
    setAgenda([OPEN, { ...POLLING, kind: 'other' }], 1),
    [asTurned('p-poll_1', false), set([OPEN, { ...POLLING, kind: 'other' }])],
    within(POLLING),
  ],
  [
    'in which the running phase is for the other poll, which is opened',
    'olga',
    setAgenda([OPEN, CLOSING_NOW], 1),
    [
      asTurned('p-poll_1', false),
      set([OPEN, CLOSING_NOW]),
      { ...asOpened('p-poll_2'), kind: 'after', since: 'p-poll_1' },
    ],
    within(POLLING),
  ],
  [
    'in which another phase is for a poll',
    'olga',
    setAgenda([WRITING, OPEN, CLOSING_NOW], 1),
    set([WRITING, OPEN, CLOSING_NOW]),
    within(OPEN),
  ],
  ['by a debater', 'dana', setAgenda([OPEN]), 'not_allowed'],
  ['made on one that is over', 'olga', setAgenda([OPEN]), 'agenda_changed', planned],
  ['made on one that never was', 'olga', setAgenda([OPEN], 7), 'agenda_changed'],
  ['that is too long', 'olga', setAgenda(many(LIMITS.phases + 1)), 'too_many'],
  ['with a phase twice', 'olga', setAgenda([OPEN, OPEN]), 'id_taken'],
  [
    'with a long title',
    'olga',
    setAgenda([{ ...OPEN, title: long(LIMITS.phaseTitleCharacters) }]),
    'text_too_long',
  ],
  [
    'with a long task',
    'olga',
    setAgenda([OPEN, { ...VOTING, note: long(LIMITS.phaseNoteCharacters) }]),
    'text_too_long',
  ],
  ['without the running phase', 'olga', setAgenda([VOTING], 1), 'phase_running', within(OPEN)],
  ['as it was', 'olga', setAgenda([WRITING, OPEN, VOTING, POLLING], 1), 'nothing_changed', planned],
  ['of no phases, as before', 'olga', setAgenda([]), 'nothing_changed'],
];

const GO_TO: DecisionCase<OperationOf<'agenda.goTo'>>[] = [
  [
    'the first phase, in a meeting that starts',
    'mona',
    turnTo(OPEN.id),
    [STARTED, changed(OPEN.id)],
    planned,
  ],
  ['the first phase, in the present meeting', 'olga', turnTo(OPEN.id), changed(OPEN.id), met],
  [
    'the first phase, after as many meetings as may be',
    'olga',
    turnTo(OPEN.id),
    changed(OPEN.id),
    (d) => {
      met(d).does('olga', meet(false));
      fillUp('meetings', LIMITS.meetings)(d);
    },
  ],
  [
    'the next phase, after the meeting',
    'olga',
    turnTo(VOTING.id, OPEN.id),
    changed(VOTING.id, { tallies: true }),
    over,
  ],
  [
    'one that hides tallies',
    'olga',
    turnTo(VOTING.id, OPEN.id),
    changed(VOTING.id, { tallies: true }),
    within(OPEN),
  ],
  ['one that hides tallies too', 'olga', turnTo(VOTING.id, WRITING.id), changed(VOTING.id), within(WRITING)],
  [
    'one that shows claims and tallies',
    'olga',
    turnTo(OPEN.id, WRITING.id),
    changed(OPEN.id, { revealed: ['c-n'], tallies: true }),
    writing,
  ],
  ['none, which ends the meeting', 'olga', turnTo(null, OPEN.id), [changed(null), ENDED], within(OPEN)],
  ['none, after the meeting', 'olga', turnTo(null, OPEN.id), changed(null), over],
  [
    'one for a poll, which is opened',
    'olga',
    turnTo(POLLING.id, OPEN.id),
    [changed(POLLING.id), asOpened('p-poll_1')],
    within(OPEN),
  ],
  [
    'one for a poll, while another is open',
    'olga',
    turnTo(POLLING.id, OPEN.id),
    changed(POLLING.id),
    (d) =>
      within(OPEN)(d).does('olga', {
        type: 'poll.open',
        pollId: 'p-n',
        kind: 'before',
        question: '',
        options: [],
        secret: true,
      }),
  ],
  [
    'another, which closes the poll',
    'olga',
    turnTo(OPEN.id, POLLING.id),
    [asTurned('p-poll_1', false), changed(OPEN.id)],
    within(POLLING),
  ],
  [
    'back to one for a poll, which is opened again',
    'olga',
    turnTo(POLLING.id, OPEN.id),
    [changed(POLLING.id), asTurned('p-poll_1', true)],
    polled,
  ],
  [
    'back to one for a poll, which is another by now',
    'olga',
    turnTo(POLLING.id, OPEN.id),
    [changed(POLLING.id), { ...asOpened('p-poll_2'), kind: 'after', since: 'p-poll_1' }],
    (d) => polled(d).does('olga', setAgenda([OPEN, { ...POLLING, kind: 'closing_poll' }], 1)),
  ],
  [
    'back to one for a closing poll, which is over, although an earlier opening poll has none',
    'olga',
    turnTo(CLOSING.id, OPEN.id),
    changed(CLOSING.id),
    (d) => {
      d.does('olga', setAgenda([POLLING, OPEN, CLOSING]), stancePoll('p-old', 'before'), closePoll('p-old'));
      d.does('olga', turnTo(POLLING.id));
      for (const who of ['olga', 'mona', 'dana', 'emil', 'susi']) d.does(who, answer('p-poll_1', 0));
      d.does('olga', turnTo(CLOSING.id, POLLING.id), turnTo(OPEN.id, CLOSING.id));
    },
  ],
  ['by a debater', 'dana', turnTo(OPEN.id), 'not_allowed', planned],
  ['from one that is over', 'olga', turnTo(OPEN.id, WRITING.id), 'phase_changed', within(VOTING)],
  ['from none, during one', 'olga', turnTo(OPEN.id), 'phase_changed', within(VOTING)],
  ['the same', 'olga', turnTo(OPEN.id, OPEN.id), 'nothing_changed', within(OPEN)],
  ['none, from none', 'olga', turnTo(null), 'nothing_changed', planned],
  ['one of another agenda', 'olga', turnTo('p-none'), 'unknown_phase', planned],
  ['one, without an agenda', 'olga', turnTo(OPEN.id), 'unknown_phase'],
];

function over(debate: DebateBuilder): void {
  within(OPEN)(debate).does('olga', meet(false));
}

const SET_TIMER: DecisionCase<OperationOf<'agenda.setTimer'>>[] = [
  ['started without a phase', 'mona', time('start', 60), timed('start', 60)],
  ['started in a phase', 'olga', time('start', 60, OPEN.id), timed('start', 60), within(OPEN)],
  ['started again', 'olga', time('start', 30), timed('start', 30), timing()],
  ['extended', 'olga', time('extend', 30), timed('extend', 30), timing()],
  ['extended while it is paused', 'olga', time('extend', 30), timed('extend', 30), timing(time('pause'))],
  ['paused', 'olga', time('pause'), timed('pause'), timing()],
  ['resumed', 'olga', time('resume'), timed('resume'), timing(time('pause'))],
  ['stopped', 'olga', time('stop'), timed('stop'), timing()],
  ['started by a debater', 'dana', time('start', 60), 'not_allowed'],
  ['started in a phase that is over', 'olga', time('start', 60, OPEN.id), 'phase_changed', within(VOTING)],
  ['started in no phase, during one', 'olga', time('start', 60), 'phase_changed', within(VOTING)],
  ['started without a time', 'olga', time('start'), 'invalid'],
  ['extended without a time', 'olga', time('extend'), 'invalid', timing()],
  ['extended, without one', 'olga', time('extend', 30), 'nothing_changed'],
  ['stopped, without one', 'olga', time('stop'), 'nothing_changed'],
  ['paused, without one', 'olga', time('pause'), 'nothing_changed'],
  ['paused again', 'olga', time('pause'), 'nothing_changed', timing(time('pause'))],
  ['resumed, without one', 'olga', time('resume'), 'nothing_changed'],
  ['resumed while it runs', 'olga', time('resume'), 'nothing_changed', timing()],
];

describeDecisions('agenda.set', SET);
describeDecisions('agenda.goTo', GO_TO);
describeDecisions('agenda.setTimer', SET_TIMER);
