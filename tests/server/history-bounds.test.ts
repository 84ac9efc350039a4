import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import { REVEALING } from '../../domain/history/activity.ts';
import type { QueueBounds } from '../../server/limits/fair-queue.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import type { SearchedEntries } from '../../server/log/operation-log.ts';
import { StateCheckpoints } from '../../server/log/snapshots/state-checkpoints.ts';
import { noTimes, readVoteTimes } from '../../server/services/analysis/vote-times.ts';
import { History } from '../../server/services/history/history.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { startDatabase, type TestDatabase } from '../support/database.ts';
import { editTo, seal } from '../support/debate-builder.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

/** A log that counts the agendas read of it. */
class CountedLog extends DatabaseLog {
  agendas = 0;
  most = 0;

  override async search(debateId: string, wanted: SearchedEntries, limit: number) {
    const found = await super.search(debateId, wanted, limit);
    const read = found.filter(({ type }) => REVEALING.some((one) => one === type)).length;
    this.agendas += read;
    this.most = Math.max(this.most, read);
    return found;
  }
}

const CLAIMS = { before: null, kind: 'claims', by: null, branch: null } as const;
/** Agendas set in alternation, each with a long note. */
const SET = 45;

let tested: TestDatabase;
let log: CountedLog;
let room: DebateRoom;
/** The number of the entry with which the blind phase began. */
let begun: number;
let historyWith: (bounds?: { bounds?: QueueBounds; wordings?: number }) => History;

beforeAll(async () => {
  tested = await startDatabase();
  log = new CountedLog(tested.database);
  await makeDebate(log, 'd_one', ['m_ann']);
  const node = startLogNode(log);
  room = await node.room('d_one');
  let nth = 0;
  const does = async (actor: string, operation: Operation) => {
    nth += 1;
    expect(await submitAs(room, actor, nth, operation)).toMatchObject({ ok: true });
  };
  const noted = (phase: Phase, note: string) => ({ ...phase, note: note.repeat(200) });
  for (let base = 0; base < SET; base += 1)
    await does('m_owner', setAgenda([noted(WRITING, base % 2 ? 'a' : 'b'), OPEN], base));
  await does('m_owner', turnTo(WRITING.id));
  begun = room.state.seq;
  await does('m_ann', addClaim('blind'));
  await does('m_owner', turnTo(OPEN.id, WRITING.id));
  await does('m_ann', addClaim('later'));
  for (const text of ['second', 'third', 'fourth', 'fifth']) {
    await does('m_ann', editTo(room.state, 'c_later', text));
    await does(SYSTEM, seal('c_later'));
  }
  const participants = new Participants(tested.database, () => undefined);
  const moments = new StateCheckpoints(log, () => undefined);
  historyWith = (bounds = {}) =>
    new History({
      log,
      rooms: node.rooms,
      participants,
      moments,
      address: () => 'home',
      ...bounds,
    });
});

afterAll(() => tested.stop());

const linesOf = async (history: History) => {
  const page = await history.activity('d_one', null, CLAIMS);
  return page.ok ? page.happenings.map(({ what, on }) => `${what} ${on}`) : page.rejection.code;
};

describe('[HI7] agendas are read', () => {
  test('a few at once and one time for all requests, with their reveals in order', async () => {
    const history = historyWith();
    Object.assign(log, { agendas: 0, most: 0 });
    const pages = await Promise.all([1, 2, 3, 4, 5].map(() => linesOf(history)));
    for (const lines of pages) expect(lines.slice(0, 2)).toEqual(['added c_later', 'added c_blind']);
    expect(log.agendas).toBe(SET + 2);
    expect(log.most).toBeLessThanOrEqual(20);
    expect((await linesOf(history)).slice(0, 2)).toEqual(['added c_later', 'added c_blind']);
    expect(log.agendas).toBe(SET + 2);
  });

  test('for the times of votes only where they were not read before', async () => {
    Object.assign(log, { agendas: 0, most: 0 });
    const half = await readVoteTimes(log, 'd_one', noTimes(), 20);
    const before = log.agendas;
    const times = await readVoteTimes(log, 'd_one', half, room.state.seq);
    expect(before).toBeGreaterThan(0);
    expect(log.agendas).toBe(SET + 2);
    expect(log.most).toBeLessThanOrEqual(20);
    expect(times.hidden.stretches).toEqual([
      { from: begun, shown: expect.objectContaining({ seq: begun + 2 }) },
    ]);
  });
});

test('[HI7] requests for the activity take turns, and too many are refused', async () => {
  const history = historyWith({ bounds: { held: { all: 3 }, running: { all: 1 } } });
  const pages = await Promise.all([1, 2, 3, 4, 5].map(() => linesOf(history)));
  expect(pages.filter((lines) => lines === 'busy')).toHaveLength(2);
  expect(pages.filter((lines) => lines.includes('added c_later'))).toHaveLength(3);
});

describe('[HI6] wordings', () => {
  const partOf = async (history: History, before: number | null = null) => {
    const read = await history.wordings('d_one', null, 'c_later', before);
    return read.ok ? [read.wordings.map(({ text }) => text), read.earlier] : read.rejection.code;
  };

  test('are answered in parts, the newest first', async () => {
    const history = historyWith({ wordings: 2 });
    expect(await partOf(history)).toEqual([['fourth', 'fifth'], 3]);
    expect(await partOf(history, 3)).toEqual([['second', 'third'], 1]);
    expect(await partOf(history, 1)).toEqual([['Claim later'], 0]);
  });

  test('are read in turns, and too many requests are refused', async () => {
    const history = historyWith({ bounds: { held: { all: 2 }, running: { all: 1 } } });
    const parts = await Promise.all([1, 2, 3].map(() => partOf(history)));
    expect(parts.filter((part) => part === 'busy')).toHaveLength(1);
  });
});
