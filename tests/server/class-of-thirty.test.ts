import { describe, expect, test } from 'vitest';
import { GET as exportDebate } from '../../app/api/debates/[id]/export/route.ts';
import { GET as countTasks } from '../../app/api/debates/[id]/tasks/route.ts';
import { POST as importFile } from '../../app/api/imports/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { fromSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { shownPositions } from '../../domain/debate/map/positions-in-order.ts';
import type { PhaseKind } from '../../domain/debate/phases/agenda.ts';
import { swingOf } from '../../domain/debate/polls/polls.ts';
import { progressOf } from '../../domain/debate/tasks/progress.ts';
import { revisionIn } from '../../domain/debate/texts/texts.ts';
import { guidedOrder } from '../../domain/debate/votes/guided-order.ts';
import { templateOfFormat } from '../../domain/formats/template/library.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import { connect, join, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';

const server = withTestServer();

type Student = Awaited<ReturnType<typeof join>> & { readonly number: number };

/** A class in the debate format of academic controversy: its teacher, thirty students, and what they do together. */
class Lesson {
  constructor(
    readonly debateId: string,
    readonly cookie: string,
    readonly teacher: Awaited<ReturnType<typeof connect>>,
    readonly students: readonly Student[],
  ) {}

  /** The debate as its teacher has received it. */
  get state(): DebateState {
    return fromSnapshot(this.teacher.snapshot());
  }

  viewOf(student: Student): DebateState {
    return fromSnapshot(student.snapshot());
  }

  /** The position that a student argues for. */
  sideOf({ number }: Student): string {
    return shownPositions(this.state)[number % 2]?.id ?? '';
  }

  otherSideOf(student: Student): string {
    return shownPositions(this.state).find(({ id }) => id !== this.sideOf(student))?.id ?? '';
  }

  async leads(...operations: Operation[]): Promise<void> {
    for (const operation of operations) await done(this.teacher, operation);
    await this.together();
  }

  /** Everyone does their own operations at once, one after the other. */
  async all(operationsOf: (student: Student) => readonly Operation[]): Promise<void> {
    await Promise.all(
      this.students.map(async (student) => {
        for (const operation of operationsOf(student)) await done(student, operation);
      }),
    );
    await this.together();
  }

  /** Waits until everyone has received all that everyone may see: what one person alone sees has parts of a number. */
  async together(): Promise<void> {
    const { seq } = this.state;
    const latest = Math.floor(Math.max(seq, ...this.students.map((student) => this.viewOf(student).seq)));
    await Promise.all([this.teacher, ...this.students].map((one) => one.seen(latest)));
  }

  /** Goes on to the next phase, of this kind. */
  async goTo(kind: PhaseKind): Promise<void> {
    const { agenda } = this.state;
    const phases = agenda?.phases ?? [];
    const next = phases[phases.findIndex(({ id }) => id === agenda?.at) + 1];
    expect(next?.kind).toBe(kind);
    await this.leads({ type: 'agenda.goTo', from: agenda?.at ?? null, to: next?.id ?? null });
    for (const student of this.students) expect(this.viewOf(student).agenda?.at).toBe(next?.id);
  }
}

async function done(by: Pick<Student, 'submit' | 'seen'>, operation: Operation): Promise<void> {
  const answer = await by.submit(operation);
  expect(answer, operation.type).toMatchObject({ ok: true });
  if (answer.ok) await by.seen(answer.seq);
}

/** Thirty students join a debate that their teacher started from the format, and get their sides. */
async function aClass(): Promise<Lesson> {
  const cookie = await server().signIn('Ida');
  const { origin } = server();
  const template = { ...templateOfFormat('academic-controversy'), motion: 'Homework should be abolished.' };
  const headers = { host: new URL(origin).host, origin, cookie };
  const file = new Request(`${origin}/api/imports?format=template&visibility=unlisted`, {
    method: 'POST',
    headers,
    body: JSON.stringify(template),
  });
  const { debateId } = (await (await importFile(file)).json()) as { debateId: string };
  const teacher = await connect({ cookie });
  await teacher.open(debateId);
  const students: Student[] = [];
  for (const number of upTo(30)) students.push({ ...(await join(debateId, `Student ${number}`)), number });
  const lesson = new Lesson(debateId, cookie, teacher, students);
  await lesson.together();
  await lesson.leads(
    ...students.map(
      (student): Operation => ({
        type: 'team.choose',
        participantId: student.id,
        team: lesson.sideOf(student),
      }),
    ),
  );
  return lesson;
}

function claimOf(
  key: string,
  under: string,
  text: string,
  more: Partial<Extract<Operation, { type: 'claim.add' }>> = {},
) {
  return {
    type: 'claim.add',
    claimId: `c_${key}`,
    linkId: `l_${key}`,
    target: { kind: 'position', id: under },
    relation: 'support',
    positionId: under,
    text,
    ...more,
  } as const satisfies Operation;
}

function sourceOf({ number }: Student): Operation[] {
  const empty = { url: '', locator: '', excerpt: '', note: '' };
  return [
    { type: 'source.add', sourceId: `s_${number}`, title: `Study ${number}`, ...empty },
    { type: 'claim.cite', claimId: `c_${number}a`, sourceId: `s_${number}` },
  ];
}

const OPEN_POLL = ({ polls }: DebateState) => [...polls.values()].find(({ open }) => open)?.id ?? '';

describe('a class of thirty in an academic controversy', () => {
  test('goes through every phase: prepares blind, switches sides, votes claim by claim, does its tasks and signs a conclusion', async () => {
    const lesson = await aClass();
    await startsWithPoll(lesson);
    await preparesBlind(lesson);
    await challenges(lesson);
    await switchesSides(lesson);
    await concludes(lesson);
    await votesClaimByClaim(lesson);
    await closesAndSigns(lesson);
    agreesEverywhere(lesson);
    await takesItAway(lesson);
  });
});

async function startsWithPoll(lesson: Lesson): Promise<void> {
  await lesson.goTo('opening_poll');
  await lesson.all((student) => [
    { type: 'poll.answer', pollId: OPEN_POLL(lesson.state), choice: student.number % 3 },
  ]);
  // The ballot is secret: thirty people answered, and nobody knows what, the teacher included.
  for (const one of [lesson.state, ...lesson.students.map((student) => lesson.viewOf(student))])
    expect([...one.polls.values()]).toMatchObject([{ answered: 30, counts: null }]);
}

/** Two claims and a source each, which nobody else sees until the reveal. */
async function preparesBlind(lesson: Lesson): Promise<void> {
  await lesson.goTo('silent_writing');
  await lesson.all((student) => [
    claimOf(`${student.number}a`, lesson.sideOf(student), `First reason of ${student.number}`),
    claimOf(`${student.number}b`, lesson.sideOf(student), `Second reason of ${student.number}`),
    ...sourceOf(student),
  ]);
  for (const student of lesson.students) {
    const view = lesson.viewOf(student);
    expect([...view.claims.keys()].sort()).toEqual([`c_${student.number}a`, `c_${student.number}b`].sort());
    const tasks = [...view.tasks.values()].filter(
      ({ due }) => 'phaseId' in due && due.phaseId === view.agenda?.at,
    );
    expect(tasks.map(({ kind }) => kind).sort()).toEqual(['claims', 'sources']);
    for (const task of tasks) expect(progressOf(view, task, student.id), task.kind).toBe(task.count);
  }
  expect(lesson.state.claims.size).toBe(0);
  await lesson.goTo('other');
  for (const student of lesson.students) expect(lesson.viewOf(student).claims.size).toBe(60);
}

async function challenges(lesson: Lesson): Promise<void> {
  await lesson.goTo('rebuttals');
  await lesson.all((student) =>
    [1, 3].map((step) => {
      const other = ((student.number - 1 + step) % 30) + 1;
      return claimOf(
        `${student.number}r${step}`,
        lesson.sideOf(student),
        `Against ${other}, by ${student.number}`,
        {
          target: { kind: 'claim', id: `c_${other}a` },
          relation: 'attack',
        },
      );
    }),
  );
  expect(lesson.state.claims.size).toBe(120);
}

/** Each writes the best case of the other side; nobody attacks it before a person of that side says that it is their view. */
async function switchesSides(lesson: Lesson): Promise<void> {
  await lesson.goTo('switch_sides');
  const [first, second] = lesson.students;
  if (!first || !second) throw new Error('there are thirty');
  expect(await first.submit(claimOf('own', lesson.sideOf(first), 'For my own side'))).toMatchObject({
    ok: false,
    rejection: { code: 'side_switched' },
  });
  await lesson.all((student) => [
    claimOf(
      `${student.number}s`,
      lesson.otherSideOf(student),
      `The best case of the others, by ${student.number}`,
    ),
  ]);
  const attack = claimOf('early', lesson.otherSideOf(second), 'Not at all', {
    target: { kind: 'claim', id: `c_${first.number}s` },
    relation: 'attack',
  });
  expect(await second.submit(attack)).toMatchObject({ ok: false, rejection: { code: 'steelman_waiting' } });
  await lesson.all(({ number }) => [
    // The neighbour speaks for the other side.
    {
      type: 'steelman.answer',
      claimId: `c_${(number % 30) + 1}s`,
      answerId: `a_${number}`,
      wording: 1,
      agrees: true,
    },
  ]);
  const waiting = [...lesson.state.claims.values()].filter(
    ({ steelman }) => steelman && steelman.recognized.length === 0,
  );
  expect(waiting).toEqual([]);
}

/** Three students write it at the same time, in one text. */
async function concludes(lesson: Lesson): Promise<void> {
  await lesson.goTo('other');
  await lesson.leads({ type: 'conclusion.setStatus', open: true });
  const writers = lesson.students.slice(0, 3);
  await Promise.all(
    writers.map((student) =>
      done(student, {
        type: 'conclusion.edit',
        section: 'agreements',
        base: revisionIn(lesson.viewOf(student), 'agreements'),
        change: diffText('', `${student.number} agrees. `),
      }),
    ),
  );
  await lesson.together();
  const written = lesson.state.conclusion?.agreements ?? '';
  for (const { number } of writers) expect(written).toContain(`${number} agrees.`);
  for (const student of lesson.students) expect(lesson.viewOf(student).conclusion?.agreements).toBe(written);
}

/** Each votes on ten claims in an order of their own; nobody learns a tally, nor sees the order change with the votes. */
async function votesClaimByClaim(lesson: Lesson): Promise<void> {
  await lesson.goTo('guided_vote');
  const orderOf = (student: Student) =>
    guidedOrder(lesson.viewOf(student), { participantId: student.id, seed: student.id, branch: null });
  const orders = new Map(lesson.students.map((student) => [student, orderOf(student)]));
  expect(new Set([...orders.values()].map((order) => order.join())).size).toBe(30);
  await lesson.all((student) =>
    (orders.get(student) ?? []).slice(0, 10).map((claimId, at) => ({
      type: 'vote.cast',
      claimId,
      answer: (['agree', 'disagree', 'pass'] as const)[(student.number + at) % 3] ?? 'pass',
      wording: 1,
    })),
  );
  for (const student of lesson.students) {
    const view = lesson.viewOf(student);
    const known = [...view.claims.values()].reduce(
      (sum, { tally }) => sum + tally.agree + tally.disagree + tally.pass,
      0,
    );
    expect(known).toBe(0);
    const voters = [...view.votes.values()].flatMap((votes) => [...votes.keys()]);
    expect(voters).toEqual(Array.from({ length: 10 }, () => student.id));
    // Claims that one has voted on stay in the order: only votes were added.
    expect(orderOf(student)).toEqual(orders.get(student));
  }
}

async function closesAndSigns(lesson: Lesson): Promise<void> {
  await lesson.goTo('closing_poll');
  const votes = [...lesson.state.claims.values()].reduce(
    (sum, { tally }) => sum + tally.agree + tally.disagree + tally.pass,
    0,
  );
  expect(votes).toBe(300);
  await lesson.all(({ number }) => [
    { type: 'poll.answer', pollId: OPEN_POLL(lesson.state), choice: number <= 10 ? 0 : number % 3 },
  ]);
  await lesson.goTo('wrap_up');
  // Ten were for it at first; of the first ten students, seven were not, and all ten are now.
  const swing = swingOf(lesson.state);
  expect(swing).toMatchObject({ people: 30 });
  expect(swing?.to[0]).toBe((swing?.from[0] ?? 0) + 7);
  const { conclusion } = lesson.state;
  await lesson.all((student) => [
    {
      type: 'conclusion.sign',
      signatureId: `g_${student.number}`,
      positionId: lesson.sideOf(student),
      revision: conclusion?.revision ?? 0,
    },
  ]);
  expect(lesson.state.signatures.size).toBe(30);
  await lesson.leads({ type: 'conclusion.setStatus', open: false });
}

/** Every connection has received the same debate, without a gap; each knows its own votes besides. */
function agreesEverywhere(lesson: Lesson): void {
  const shared = ({
    claims,
    links,
    sources,
    positions,
    conclusion,
    signatures,
    polls,
    tasks,
  }: DebateState) => ({
    conclusion,
    parts: [claims, links, sources, positions, signatures, polls, tasks].map((part) => [...part.values()]),
  });
  const expected = shared(lesson.viewOf(lesson.students[0] as Student));
  for (const student of lesson.students) {
    expect(student.gaps()).toEqual([]);
    expect(shared(lesson.viewOf(student))).toEqual(expected);
  }
}

/** The teacher counts the tasks, and takes the debate away with its conclusion and its steelmen. */
async function takesItAway({ debateId, cookie, state }: Lesson): Promise<void> {
  const { origin } = server();
  const headers = { host: new URL(origin).host, cookie };
  const asked = (path: string) => new Request(`${origin}/api/debates/${debateId}/${path}`, { headers });
  const params = Promise.resolve({ id: debateId });
  const counts = await (await countTasks(asked('tasks'), { params })).json();
  expect(counts.ok).toBe(true);
  expect(counts.counts.length).toBe(state.tasks.size);
  for (const { people, done: finished } of counts.counts)
    expect([people, finished.done?.length ?? finished.count]).toEqual([30, 30]);
  const markdown = await (await exportDebate(asked('export?format=markdown'), { params })).text();
  expect(markdown).toContain('1 agrees.');
  expect(markdown).toContain('The best case of the others, by 30');
}
