import { describe, expect, test } from 'vitest';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { MILESTONE_EVERY, type StoredEntry } from '../../server/log/operation-log.ts';
import { loadState, storeSnapshot } from '../../server/log/snapshots/snapshots.ts';
import { MomentsBusy, StateCheckpoints } from '../../server/log/snapshots/state-checkpoints.ts';
import { makeDebate } from '../support/log-node.ts';
import { WatchedLog } from '../support/watched-log.ts';

const ann = { person: 'ann', address: 'home' };

const ENTRIES = 3 * MILESTONE_EVERY + 500;

/** A debate in which a position was given another name over and over. */
async function aLongDebate() {
  const log = new WatchedLog();
  await makeDebate(log, 'd_long', []);
  const { head = 0 } = (await log.heads(['d_long'])).get('d_long') ?? {};
  const entries = Array.from({ length: ENTRIES - head }, (_, index): StoredEntry => {
    const seq = head + 1 + index;
    const payload = { title: `Title ${seq}` };
    return {
      seq,
      at: 1_000 * seq,
      actor: 'system',
      author: 'system',
      shape: ENTRY_SHAPE,
      type: 'debate.edited',
      payload,
    };
  });
  await log.append([{ debateId: 'd_long', head, entries, answers: [] }]);
  const present = (await loadState(log, 'd_long'))?.state ?? expect.fail('not there');
  let reads = 0;
  log.afterRead = (read) => {
    reads += read.length;
  };
  const failures: unknown[] = [];
  const newMoments = () => new StateCheckpoints(log, (error) => void failures.push(error));
  /** A request, and how many entries were read for it. */
  const at = async (moments: StateCheckpoints, seq: number): Promise<[DebateState, number]> => {
    reads = 0;
    const { state } = await moments.at('d_long', seq, present, ann);
    return [state, reads];
  };
  return { log, present, newMoments, at, failures };
}

describe('[HI1] moments of a long debate', () => {
  test('are folded from the nearest stored state; what is missing of these is stored on the way', async () => {
    const { log, newMoments, at, failures } = await aLongDebate();
    const last = ENTRIES - 100;
    const [, first] = await at(newMoments(), last);
    expect(first).toBe(last);
    for (const seq of [1, MILESTONE_EVERY - 1, MILESTONE_EVERY + 1, last]) {
      const [state, read] = await at(newMoments(), seq);
      expect(read, `of ${seq}`).toBeLessThan(MILESTONE_EVERY);
      const entries = await log.read('d_long', 0, seq);
      const fresh = evolveAll(
        EMPTY_STATE,
        entries.map((entry) => upcastEntry(entry, ENTRY_SHAPE)),
      );
      expect(toSnapshot(state)).toEqual(toSnapshot(fresh));
    }
    expect(failures).toEqual([]);
  });

  test('are found from the one before, when one after another is asked for', async () => {
    const { newMoments, at, present } = await aLongDebate();
    const moments = newMoments();
    await at(moments, 2_000);
    expect((await at(moments, 2_003))[1]).toBe(3);
    expect((await at(moments, 2_003))[1]).toBe(0);
    expect((await at(moments, ENTRIES))[0]).toBe(present);
  });

  test('are found by their time', async () => {
    const { newMoments, present } = await aLongDebate();
    const moments = newMoments();
    const of = (time: number) => moments.seqAt('d_long', time, present);
    expect(await of(1_000 * 7_777)).toBe(7_777);
    expect(await of(1_000 * 7_777 + 999)).toBe(7_777);
    expect(await of(Number.MAX_SAFE_INTEGER)).toBe(ENTRIES);
    expect(await of(0)).toBe(1);
  });

  test('that were cached before words were erased are read again', async () => {
    const { newMoments, at, present, log } = await aLongDebate();
    const moments = newMoments();
    await at(moments, 2_000);
    let reads = 0;
    log.afterRead = (read) => {
      reads += read.length;
    };
    const erased = {
      ...present,
      seq: ENTRIES + 1,
      numbering: present.numbering && { ...present.numbering, erasedAt: ENTRIES + 1 },
    };
    const { readAt } = await moments.at('d_long', 2_000, erased, ann);
    expect(reads).toBe(2_000);
    expect(readAt).toBe(ENTRIES);
  });

  test('wait in a bounded number; more are asked for again, and what waits is made', async () => {
    const { newMoments, present } = await aLongDebate();
    const moments = newMoments();
    const asked = Array.from({ length: 250 }, (_, n) =>
      moments.at('d_long', 2_000, present, { person: `guest${n}`, address: `home${n}` }),
    );
    const outcomes = await Promise.allSettled(asked);
    const busy = outcomes.filter((one) => one.status === 'rejected' && one.reason instanceof MomentsBusy);
    expect(busy).toHaveLength(50);
    expect((await moments.at('d_long', 2_000, present, ann)).state.seq).toBe(2_000);
  });

  test('do not make the present wait, which is known', async () => {
    const { newMoments, present } = await aLongDebate();
    const moments = newMoments();
    const done: string[] = [];
    const past = moments.at('d_long', 2_000, present, ann).then(() => done.push('past'));
    const now = moments.at('d_long', ENTRIES, present, ann).then(() => done.push('present'));
    await Promise.all([past, now]);
    expect(done).toEqual(['present', 'past']);
  });

  test('that one address asks for leave places to others, and to people at the same address', async () => {
    const { newMoments, present } = await aLongDebate();
    const moments = newMoments();
    const flood = Array.from({ length: 250 }, (_, n) =>
      moments.at('d_long', 2_000, present, { person: n % 2 ? 'mallory' : null, address: 'flood' }),
    );
    const others = [ann, { person: 'ben', address: 'flood' }, { person: null, address: 'cafe' }];
    const asked = others.map((sender) => moments.at('d_long', 2_000, present, sender));
    const outcomes = await Promise.allSettled(flood);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(120);
    for (const { state } of await Promise.all(asked)) expect(state.seq).toBe(2_000);
  });

  test('do not take the place of the newest stored state', async () => {
    const { log, newMoments, at, present } = await aLongDebate();
    await storeSnapshot(log, 'd_long', present);
    await at(newMoments(), ENTRIES - 1);
    expect((await log.latestSnapshot('d_long'))?.seq).toBe(ENTRIES);
  });
});
