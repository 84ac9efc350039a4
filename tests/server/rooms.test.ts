import { beforeEach, describe, expect, test } from 'vitest';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { DatabaseUnavailable } from '../../server/database/database-unavailable.ts';
import { loadState, storeSnapshot } from '../../server/log/snapshots/snapshots.ts';
import { watchHeads } from '../../server/log/watch-heads.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { gate, WatchedLog } from '../support/watched-log.ts';

/** Entries every debate here begins with: made, its owner, a position, Ann, Ben. */
const BEGINNING = 5;

let log: WatchedLog;

beforeEach(async () => {
  log = new WatchedLog();
  await makeDebate(log, 'd_one', ['m_ann', 'm_ben']);
  await makeDebate(log, 'd_two', ['m_ann', 'm_ben']);
});

describe('rooms', () => {
  test('[LG10] a state loaded from a snapshot and the entries after it equals one from the log alone', async () => {
    const room = await startLogNode(log).room('d_one');
    for (let n = 1; n <= 12; n += 1) {
      await submitAs(room, 'm_ann', n, addClaim(`n${n}`));
      await submitAs(room, 'm_ben', n, {
        type: 'vote.cast',
        claimId: `c_n${n}`,
        answer: 'agree',
        wording: 1,
      });
      if (n === 4 || n === 7) await storeSnapshot(log, 'd_one', room.state);
    }
    const loaded = await loadState(log, 'd_one');
    expect(loaded?.storedAt).toBe(BEGINNING + 14);
    expect(toSnapshot(loaded?.state ?? expect.fail())).toEqual(toSnapshot(room.state));
  });

  test('[LG10] a snapshot that cannot be read is passed over: the log makes the state', async () => {
    const room = await startLogNode(log).room('d_one');
    await submitAs(room, 'm_ann', 1, addClaim('a'));
    await log.saveSnapshot('d_one', { seq: BEGINNING, shape: 1, data: new Uint8Array([1, 2, 3]) });
    const loaded = await loadState(log, 'd_one');
    expect(toSnapshot(loaded?.state ?? expect.fail())).toEqual(toSnapshot(room.state));
  });

  test('[LG11] time in the log never runs backwards, whatever the clock does (F11)', async () => {
    let now = 5_000_000;
    const room = await startLogNode(log, () => now).room('d_one');
    for (const jump of [1, 3_600_000, -7_200_000, 0, -5_000_000, 19_000_000]) {
      now += jump;
      await submitAs(room, 'm_ann', now, addClaim(`at${now}`));
    }
    const times = (await log.read('d_one', 0, 100)).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBe(now);
  });

  test('[LG12] one nobody uses is closed after a while; one in use, or asked for again, stays', async () => {
    const { rooms } = startLogNode(log);
    const used = await rooms.enter('d_one');
    await rooms.enter('d_two');
    rooms.leave('d_two');
    const open = () => rooms.all().map(({ id }) => id);
    await rooms.sweep(Date.now() + 30_000);
    expect(open()).toEqual(['d_one', 'd_two']);
    await rooms.sweep(Date.now() + 61_000);
    expect(open()).toEqual(['d_one']);
    expect(await rooms.enter('d_one')).toBe(used);
    expect(await rooms.enter('d_none')).toBeNull();
    expect(open()).toEqual(['d_one']);
  });

  test('[LG12] one with operations still waiting is not closed', async () => {
    const node = startLogNode(log);
    const room = await node.room('d_one');
    const written = gate();
    log.beforeAppend = () => written.passed;
    const answer = submitAs(room, 'm_ann', 1, addClaim('a'));
    node.rooms.leave('d_one');
    await node.rooms.sweep(Date.now() + 61_000);
    expect(node.rooms.all()).toEqual([room]);
    written.open();
    expect((await answer).ok).toBe(true);
    await node.rooms.sweep(Date.now() + 61_000);
    expect(node.rooms.all()).toEqual([]);
  });

  test('one that is slow to open, and one that can’t be read on, hold up no other', async () => {
    await makeDebate(log, 'd_slow', []);
    const [here, there] = [startLogNode(log), startLogNode(log)];
    const [one, two] = [await here.room('d_one'), await here.room('d_two')];
    const opened = gate();
    log.afterRead = () => opened.passed;
    const slow = here.rooms.enter('d_slow');
    expect(here.rooms.all()).toEqual([one, two]);
    await here.rooms.sweep(Date.now());
    log.afterRead = () => {};
    for (const [debate, key] of [
      ['d_one', 'unread'],
      ['d_two', 'read'],
    ] as const)
      await submitAs(await there.room(debate), 'm_ann', 1, addClaim(key));
    const held = gate();
    log.afterRead = (entries) => (JSON.stringify(entries).includes('c_unread') ? held.passed : undefined);
    const stop = watchHeads(here.rooms, log, (error) => void here.failures.push(error));
    await expect.poll(() => two.state.claims.has('c_read')).toBe(true);
    await submitAs(await there.room('d_two'), 'm_ann', 2, addClaim('later'));
    await expect.poll(() => two.state.claims.has('c_later')).toBe(true);
    expect(one.state.claims.has('c_unread')).toBe(false);
    held.open();
    await expect.poll(() => one.state.claims.has('c_unread')).toBe(true);
    opened.open();
    expect(here.rooms.all()).toContain(await slow);
    stop();
  });

  test('[LG12] a failed opening is not remembered', async () => {
    const { rooms } = startLogNode(log);
    log.afterRead = () => {
      throw new DatabaseUnavailable(new Error('gone'));
    };
    await expect(Promise.all([rooms.enter('d_one'), rooms.enter('d_one')])).rejects.toThrow(
      DatabaseUnavailable,
    );
    log.afterRead = () => {};
    expect((await rooms.enter('d_one'))?.state.seq).toBe(BEGINNING);
  });
});
