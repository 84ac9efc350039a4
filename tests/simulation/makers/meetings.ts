import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { STATUSES } from '../../../domain/debate/head/head.ts';
import { FLOOR_ORDERS } from '../../../domain/debate/meetings/meeting.ts';
import { DOINGS, HIDEABLE, type Phase } from '../../../domain/debate/phases/agenda.ts';
import { POLL_KINDS, type Poll } from '../../../domain/debate/polls/poll.ts';
import type { PollChoice, PollForm } from '../../../domain/debate/polls/poll-form.ts';
import { TASK_KINDS, type TaskDue } from '../../../domain/debate/tasks/task.ts';
import type { Chooser, MakersOf } from './chooser.ts';
import { CLAIM_MAKERS } from './claims.ts';

const FORMS: readonly (PollForm | undefined)[] = [
  undefined,
  undefined,
  { type: 'several', most: 2 },
  { type: 'ranking' },
  { type: 'points', budget: 5 },
  { type: 'scale', steps: 5 },
  { type: 'text' },
  { type: 'number', unit: '', min: null, max: 100 },
];
/** Answers in free text: a few, so that some are alike. */
const TEXTS = ['Rain', 'rain!', 'Sun', 'Thunderstorms', 'Thunderstorm'];

/** An answer that fits a poll. */
function choiceFor({ form }: Poll, { random }: Chooser): PollChoice {
  switch (form?.type) {
    case 'text':
      return random.pick(TEXTS) ?? 'Rain';
    case 'several':
    case 'ranking':
      return random.pick([[0], [1], form.type === 'several' ? [0, 1] : [1, 0]]) ?? [0];
    case 'points':
      return [random.below(3), 1 + random.below(3)];
    default:
      return random.below(2);
  }
}

/** Operations in meetings: agenda, polls, the floor, questions, tasks, the conclusion and small groups. */
export const MEETING_MAKERS: MakersOf<
  | 'agenda.set'
  | 'agenda.goTo'
  | 'agenda.setTimer'
  | 'meeting.setStatus'
  | 'poll.hideAnswer'
  | 'poll.open'
  | 'poll.setStatus'
  | 'poll.answer'
  | 'hand.raise'
  | 'hand.lower'
  | 'floor.give'
  | 'floor.order'
  | 'floor.invite'
  | 'floor.uninvite'
  | 'spotlight.set'
  | 'question.ask'
  | 'question.support'
  | 'question.withdraw'
  | 'question.merge'
  | 'question.pin'
  | 'question.answer'
  | 'task.add'
  | 'task.change'
  | 'task.remove'
  | 'conclusion.setStatus'
  | 'conclusion.sign'
  | 'conclusion.unsign'
  | 'conclusion.record'
  | 'group.form'
  | 'group.assign'
  | 'group.setStatus'
  | 'claim.promote'
> = {
  'agenda.set': (choose, view) => ({
    type: 'agenda.set',
    phases: phasesOf(choose),
    base: view.agenda?.revision ?? 0,
  }),
  'agenda.goTo': (choose, view) => {
    const { phases = [], at = null } = view.agenda ?? {};
    const to = choose.random.pick([null, null, ...phases.map(({ id }) => id)]) ?? null;
    return { type: 'agenda.goTo', from: at, to };
  },
  'agenda.setTimer': (choose, view) => {
    const act = choose.random.pick(['start', 'extend', 'pause', 'resume', 'stop'] as const) ?? 'start';
    return { type: 'agenda.setTimer', phaseId: view.agenda?.at ?? null, act, seconds: 60 };
  },
  'meeting.setStatus': (choose) => ({ type: 'meeting.setStatus', live: choose.random.chance(0.5) }),
  'poll.open': (choose) => {
    const kind = choose.random.pick(POLL_KINDS) ?? 'quick';
    const [pollId, secret] = [choose.id('p'), choose.random.chance(0.6)];
    const form = kind === 'quick' ? choose.random.pick(FORMS) : undefined;
    const isBare = kind !== 'quick' || form?.type === 'text' || form?.type === 'number';
    const options = isBare ? [] : [choose.text(), choose.text()];
    const question = kind === 'quick' ? choose.text() : '';
    return { type: 'poll.open', pollId, kind, ...(form && { form }), question, options, secret };
  },
  'poll.setStatus': (choose, view) => {
    const poll = choose.random.pick([...view.polls.values()]);
    return poll ? { type: 'poll.setStatus', pollId: poll.id, open: !poll.open } : null;
  },
  'poll.answer': (choose, view) => {
    const poll = choose.random.pick([...view.polls.values()].filter(({ open }) => open));
    if (!poll) return null;
    const choice = choose.random.chance(0.1) ? null : choiceFor(poll, choose);
    return { type: 'poll.answer', pollId: poll.id, choice };
  },
  'poll.hideAnswer': (choose, view) => {
    const poll = choose.random.pick([...view.polls.values()].filter(({ form }) => form?.type === 'text'));
    const text = choose.random.pick(TEXTS);
    return poll && text
      ? { type: 'poll.hideAnswer', pollId: poll.id, text, hidden: choose.random.chance(0.7) }
      : null;
  },
  'hand.raise': () => ({ type: 'hand.raise' }),
  'hand.lower': (choose, view) => {
    const participantId = choose.random.pick(view.floor.hands);
    return participantId ? { type: 'hand.lower', participantId } : null;
  },
  'floor.give': (choose, view) => {
    const to = choose.random.chance(0.3) ? null : (choose.random.pick([...view.participants.keys()]) ?? null);
    return { type: 'floor.give', to, seconds: choose.random.pick([null, 60, 120]) ?? null };
  },
  'floor.order': (choose) => ({
    type: 'floor.order',
    order: choose.random.pick(FLOOR_ORDERS) ?? 'raised',
  }),
  'floor.invite': (choose, view) => {
    const participantId = choose.random.pick([...view.participants.keys()]);
    return participantId ? { type: 'floor.invite', participantId } : null;
  },
  'floor.uninvite': (choose, view) => {
    const participantId = choose.random.pick(view.floor.invited);
    return participantId ? { type: 'floor.uninvite', participantId } : null;
  },
  'spotlight.set': (choose, view) => {
    const question = choose.random.pick([...view.questions.keys()]) ?? null;
    const on = choose.random.chance(0.2) ? question : (choose.claim(view)?.id ?? null);
    return { type: 'spotlight.set', on, call: choose.random.chance(0.5) };
  },
  'conclusion.setStatus': (choose) => ({ type: 'conclusion.setStatus', open: choose.random.chance(0.8) }),
  'conclusion.sign': (choose, view) => {
    const positionId = choose.random.pick([...view.positions.keys()]);
    if (positionId === undefined) return null;
    const revision = view.conclusion?.revision ?? 1;
    return { type: 'conclusion.sign', signatureId: choose.id('n'), positionId, revision };
  },
  'conclusion.unsign': () => ({ type: 'conclusion.unsign' }),
  'conclusion.record': (choose, view) => {
    const positionId = choose.random.pick([...view.positions.keys()]);
    if (positionId === undefined) return null;
    const revision = choose.random.chance(0.7) ? (view.conclusion?.revision ?? 1) : null;
    return { type: 'conclusion.record', signatureId: choose.id('n'), positionId, revision };
  },
  'question.ask': (choose) => ({ type: 'question.ask', questionId: choose.id('u'), text: choose.text() }),
  'question.support': (choose, view) => {
    const question = anyQuestion(choose, view);
    return question && { type: 'question.support', questionId: question.id, supported: question.is };
  },
  'question.withdraw': (choose, view) => {
    const question = anyQuestion(choose, view);
    return question && { type: 'question.withdraw', questionId: question.id, withdrawn: question.is };
  },
  'question.merge': (choose, view) => {
    const question = anyQuestion(choose, view);
    const into = question?.is ? (choose.random.pick([...view.questions.keys()]) ?? null) : null;
    return question && { type: 'question.merge', questionId: question.id, into };
  },
  'question.pin': (choose, view) => {
    const question = anyQuestion(choose, view);
    return question && { type: 'question.pin', questionId: question.id, pinned: question.is };
  },
  'question.answer': (choose, view) => {
    const question = anyQuestion(choose, view);
    return question && { type: 'question.answer', questionId: question.id, answered: question.is };
  },
  'task.add': (choose, view) => ({
    type: 'task.add',
    taskId: choose.id('t'),
    kind: choose.random.pick(TASK_KINDS) ?? 'claims',
    count: 1 + choose.random.below(3),
    due: dueOf(choose, view),
  }),
  'task.change': (choose, view) => {
    const taskId = choose.random.pick([...view.tasks.keys()]);
    if (taskId === undefined) return null;
    return { type: 'task.change', taskId, count: 1 + choose.random.below(3), due: dueOf(choose, view) };
  },
  'task.remove': (choose, view) => {
    const taskId = choose.random.pick([...view.tasks.keys()]);
    return taskId === undefined ? null : { type: 'task.remove', taskId };
  },
  'group.form': (choose, view) => {
    const free = [...view.participants.keys()].filter(() => choose.random.chance(0.5));
    const group = { groupId: choose.id('g'), debateId: choose.id('d'), name: choose.text() };
    return { type: 'group.form', groups: [{ ...group, members: free }] };
  },
  'group.assign': (choose, view) => {
    const participantId = choose.random.pick([...view.participants.keys()]);
    if (participantId === undefined) return null;
    const groupId = choose.random.chance(0.3) ? null : (choose.random.pick([...view.groups.keys()]) ?? null);
    return { type: 'group.assign', participantId, groupId };
  },
  'group.setStatus': (choose, view) => {
    const ids = [...view.groups.keys()].filter(() => choose.random.chance(0.5));
    const status = choose.random.pick(STATUSES);
    return ids.length === 0 || status === undefined ? null : { type: 'group.setStatus', ids, status };
  },
  'claim.promote': (choose, view) => {
    const groupId = choose.random.pick([...view.groups.keys()]);
    const added = CLAIM_MAKERS['claim.add'](choose, view);
    if (groupId === undefined || added === null) return null;
    const { after, ...claim } = added;
    return { ...claim, type: 'claim.promote', groupId };
  },
};

/** Always those three phases, each with other rights: the one that is on is among them. */
function phasesOf({ random }: Chooser): Phase[] {
  return ['p-1', 'p-2', 'p-3'].map((id) => ({
    id,
    kind: id === 'p-2' && random.chance(0.5) ? 'switch_sides' : 'other',
    title: '',
    note: '',
    minutes: random.pick([null, 5]) ?? null,
    may: DOINGS.filter(() => random.chance(0.8)),
    hides: HIDEABLE.filter(() => random.chance(0.5)),
  }));
}

/** A phase, if there is any, or a time: soon, or never reached. */
function dueOf({ random }: Chooser, { agenda, at }: DebateState): TaskDue {
  const phase = random.pick(agenda?.phases ?? []);
  if (phase && random.chance(0.6)) return { phaseId: phase.id };
  return { at: at + (random.pick([5_000, 4_000_000_000_000]) ?? 0) };
}

/** A question, and whether it shall be so or no longer. */
function anyQuestion({ random }: Chooser, { questions }: DebateState): { id: string; is: boolean } | null {
  const id = random.pick([...questions.keys()]);
  return id === undefined ? null : { id, is: random.chance(0.7) };
}
