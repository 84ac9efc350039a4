import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { DatabaseUnavailable } from '../../server/database/database-unavailable.ts';
import type { OperationLog } from '../../server/log/operation-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { addClaim, makeDebate, startLogNode, storedNumbers, submitAs, upTo } from '../support/log-node.ts';
import { gate, WatchedLog } from '../support/watched-log.ts';

/** Entries every debate here begins with: made, its owner, a position, Ann, Ben. */
const BEGINNING = 5;

let log: WatchedLog;

beforeEach(async () => {
  log = new WatchedLog();
  await makeDebate(log, 'd_one', ['m_ann', 'm_ben']);
  await makeDebate(log, 'd_two', ['m_ann', 'm_ben']);
});

describe('a group commit', () => {
  test('[LG1] answers an operation only once it is stored', async () => {
    const node = startLogNode(log);
    const room = await node.room('d_one');
    const written = gate();
    log.afterAppend = () => written.passed;
    let answered = false;
    const answer = submitAs(room, 'm_ann', 1, addClaim('a')).then((it) => {
      answered = true;
      return it;
    });
    await expect.poll(() => storedNumbers(log, 'd_one')).toHaveLength(BEGINNING + 1);
    expect(answered).toBe(false);
    expect(node.published.get('d_one')).toEqual([]);
    written.open();
    expect(await answer).toEqual({ ok: true, seq: BEGINNING + 1 });
    expect(node.published.get('d_one')).toHaveLength(1);
  });

  test('[LG2] takes what arrives in one turn, in whatever debate, and what arrives during it into the next', async () => {
    const node = startLogNode(log);
    const [one, two] = [await node.room('d_one'), await node.room('d_two')];
    const first = gate();
    log.beforeAppend = () => (log.appends.length === 1 ? first.passed : undefined);
    const early = [submitAs(one, 'm_ann', 1, addClaim('a')), submitAs(two, 'm_ann', 1, addClaim('b'))];
    await expect.poll(() => log.appends.length).toBe(1);
    const late = upTo(50).flatMap((n) => [
      submitAs(one, 'm_ben', n, addClaim(`one${n}`)),
      submitAs(two, 'm_ben', n, addClaim(`two${n}`)),
    ]);
    await new Promise(setImmediate);
    expect(log.appends).toHaveLength(1);
    first.open();
    for (const answer of await Promise.all([...early, ...late])) expect(answer.ok).toBe(true);
    expect(log.appends.map((requests) => requests.map(({ entries }) => entries.length))).toEqual([
      [1, 1],
      [50, 50],
    ]);
  });

  test('[LG3] keeps the order of arrival, and numbers entries without a hole', async () => {
    const node = startLogNode(log);
    const room = await node.room('d_one');
    const answers = await Promise.all(
      upTo(600).map((n) => submitAs(room, n % 2 ? 'm_ann' : 'm_ben', n, addClaim(`n${n}`))),
    );
    expect(answers.map((answer) => answer.ok && answer.seq)).toEqual(upTo(600).map((n) => BEGINNING + n));
    expect(await storedNumbers(log, 'd_one')).toEqual(upTo(BEGINNING + 600));
    expect(node.published.get('d_one')?.map(({ seq }) => seq)).toEqual(upTo(600).map((n) => BEGINNING + n));
  });

  test('[LG3] decides each operation on what the ones before it made, and stores refusals too', async () => {
    const room = await startLogNode(log).room('d_one');
    const answers = await Promise.all([
      submitAs(room, 'm_ann', 1, addClaim('a')),
      submitAs(room, 'm_ben', 1, addClaim('a')),
      submitAs(room, 'm_ben', 2, { type: 'claim.retract', claimId: 'c_a', reason: 'off_topic' }),
      submitAs(room, 'm_ann', 2, { type: 'claim.retract', claimId: 'c_a', reason: 'off_topic' }),
      submitAs(room, 'm_eve', 1, addClaim('e')),
    ]);
    expect(answers.map((answer) => (answer.ok ? answer.seq : answer.rejection.code))).toEqual([
      BEGINNING + 1,
      'id_taken',
      'not_allowed',
      BEGINNING + 2,
      'not_joined',
    ]);
    const kept = await log.answers('d_one', [{ clientId: 'm_ben:tab_one00', clientSeq: 1 }]);
    expect(kept.map(({ answer }) => answer)).toEqual([answers[1]]);
  });
});

describe('the same operation again', () => {
  test('[LG4] on its way: waits for the same answer, and is stored once', async () => {
    const room = await startLogNode(log).room('d_one');
    const answers = await Promise.all(upTo(10).map(() => submitAs(room, 'm_ann', 1, addClaim('a'))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await storedNumbers(log, 'd_one')).toHaveLength(BEGINNING + 1);
  });

  test('[LG4] later, or through another node: gets the first answer, accepted or refused', async () => {
    const [one, other] = [startLogNode(log), startLogNode(log)];
    const [room, elsewhere] = [await one.room('d_one'), await other.room('d_one')];
    const accepted = await submitAs(room, 'm_ann', 1, addClaim('a'));
    const refused = await submitAs(room, 'm_ann', 2, addClaim('a'));
    expect(refused).toMatchObject({ rejection: { code: 'id_taken' } });
    for (const again of [room, elsewhere, room, elsewhere]) {
      expect(await submitAs(again, 'm_ann', 1, addClaim('a'))).toEqual(accepted);
      expect(await submitAs(again, 'm_ann', 2, addClaim('a'))).toEqual(refused);
    }
    expect(await storedNumbers(log, 'd_one')).toHaveLength(BEGINNING + 1);
  });

  test('[LG5] with another content: refused, on its way and later', async () => {
    const room = await startLogNode(log).room('d_one');
    const first = submitAs(room, 'm_ann', 1, addClaim('a'));
    const reused = { ok: false, rejection: { code: 'identity_reused' } };
    expect(await submitAs(room, 'm_ann', 1, addClaim('b'))).toEqual(reused);
    expect((await first).ok).toBe(true);
    expect(await submitAs(room, 'm_ann', 1, addClaim('c'))).toEqual(reused);
  });

  test("[LG5] someone else's identity is another one: nobody can take it", async () => {
    const room = await startLogNode(log).room('d_one');
    expect(await submitAs(room, 'm_ann', 1, addClaim('a'))).toMatchObject({ ok: true });
    expect(await submitAs(room, 'm_ben', 1, addClaim('b'))).toMatchObject({ ok: true });
  });
});

describe('two nodes on one log', () => {
  test('[LG6] one that is behind reads what it missed and decides again', async () => {
    const [one, other] = [startLogNode(log), startLogNode(log)];
    const [here, there] = [await one.room('d_one'), await other.room('d_one')];
    await submitAs(here, 'm_ann', 1, addClaim('a'));
    expect(await submitAs(there, 'm_ben', 1, addClaim('a'))).toMatchObject({
      rejection: { code: 'id_taken' },
    });
    expect(await submitAs(there, 'm_ben', 2, addClaim('b'))).toEqual({ ok: true, seq: BEGINNING + 2 });
    expect(other.published.get('d_one')?.map(({ seq }) => seq)).toEqual([BEGINNING + 1, BEGINNING + 2]);
  });

  test('[LG6] an operation for one state only is refused if another node has written since', async () => {
    const [one, other] = [startLogNode(log), startLogNode(log)];
    const [here, there] = [await one.room('d_one'), await other.room('d_one')];
    const only = (clientSeq: number) => ({
      ...toSubmission(SYSTEM, 'sweep', clientSeq, { type: 'debate.setStatus', status: 'archived' } as const),
      onlyAfter: BEGINNING,
    });
    await submitAs(here, 'm_ann', 1, addClaim('a'));
    expect(there.state.seq).toBe(BEGINNING);
    expect(await there.submit(only(1))).toMatchObject({ rejection: { code: 'busy' } });
    expect(await here.submit(only(2))).toMatchObject({ rejection: { code: 'busy' } });
    expect(there.state.head?.status).toBe('open');
    expect(await there.submit({ ...only(3), onlyAfter: BEGINNING + 1 })).toMatchObject({ ok: true });
  });

  test('[LG6] writing at once: all is accepted, once, without a hole, and both end alike', async () => {
    const nodes = [startLogNode(log), startLogNode(log)];
    const rooms = await Promise.all(nodes.map((node) => node.room('d_one')));
    const answers = await Promise.all(
      upTo(200).map(async (n) => {
        const room = rooms[n % 2];
        if (!room) throw new Error('no room');
        if (n % 10 === 0) await new Promise(setImmediate);
        return submitAs(room, n % 2 ? 'm_ann' : 'm_ben', n, addClaim(`n${n}`));
      }),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    await Promise.all(rooms.map((room) => room.catchUp()));
    expect(await storedNumbers(log, 'd_one')).toEqual(upTo(BEGINNING + 200));
    const fresh = await loadState(log, 'd_one');
    nodes.forEach((node, index) => {
      expect(node.published.get('d_one')?.map(({ seq }) => seq)).toEqual(upTo(200).map((n) => BEGINNING + n));
      expect(toSnapshot(rooms[index]?.state ?? expect.fail())).toEqual(
        toSnapshot(fresh?.state ?? expect.fail()),
      );
    });
  });

  test('[RO9] operations queued while their author is banned and let in again are refused, as they saw elsewhere', async () => {
    const [one, other] = [startLogNode(log), startLogNode(log)];
    const [here, there] = [await one.room('d_one'), await other.room('d_one')];
    const admit = (n: number, membership: 'member' | 'banned') =>
      submitAs(here, 'm_owner', n, {
        type: 'participant.setMembership',
        participantId: 'm_ben',
        membership,
        reason: 'other',
      });
    expect(await admit(1, 'banned')).toMatchObject({ ok: true });
    expect(await admit(2, 'member')).toMatchObject({ ok: true });
    expect(await submitAs(there, 'm_ben', 1, addClaim('a'))).toMatchObject({ rejection: { code: 'banned' } });
    expect(await submitAs(here, 'm_ben', 1, addClaim('a'))).toMatchObject({ rejection: { code: 'banned' } });
    expect(await submitAs(here, 'm_ben', 2, addClaim('a'))).toMatchObject({ ok: true });
  });

  test('[LG6] own entries read from the log before their commit is answered are published once', async () => {
    const [one, other] = [startLogNode(log), startLogNode(log)];
    const [here, there] = [await one.room('d_one'), await other.room('d_one')];
    const answered = gate();
    log.afterAppend = () => (log.appends.length === 1 ? answered.passed : undefined);
    const own = submitAs(here, 'm_ann', 1, addClaim('a'));
    await expect.poll(() => storedNumbers(log, 'd_one')).toHaveLength(BEGINNING + 1);
    await submitAs(there, 'm_ben', 1, addClaim('b'));
    await here.catchUp();
    answered.open();
    expect(await own).toEqual({ ok: true, seq: BEGINNING + 1 });
    expect(here.state.seq).toBe(BEGINNING + 2);
    expect(one.published.get('d_one')?.map(({ seq }) => seq)).toEqual([BEGINNING + 1, BEGINNING + 2]);
  });
});

describe('two nodes of which one is slower', () => {
  const slowly = async <T>(answer: () => Promise<T>) => {
    await pause(3);
    return answer();
  };

  test('[LG13] take turns: while one writes without a pause, the other gets its answers', async () => {
    log.beforeAppend = () => new Promise(setImmediate);
    const slowLog: OperationLog = {
      createDebate: (debate, entries) => log.createDebate(debate, entries),
      append: (requests) => slowly(() => log.append(requests)),
      erase: (request) => log.erase(request),
      read: (...asked) => slowly(() => log.read(...asked)),
      readPage: (...asked) => slowly(() => log.readPage(...asked)),
      search: (id, wanted, limit) => slowly(() => log.search(id, wanted, limit)),
      answers: (id, identities) => log.answers(id, identities),
      heads: (ids) => log.heads(ids),
      mentioning: (id, wanted, limit) => log.mentioning(id, wanted, limit),
      countByMinute: (id, type, after, upTo) => log.countByMinute(id, type, after, upTo),
      latestSnapshot: (id, upTo) => log.latestSnapshot(id, upTo),
      saveSnapshot: (id, snapshot, readAt) => log.saveSnapshot(id, snapshot, readAt),
    };
    const shared = () => true;
    const quick = startLogNode(log, Date.now, () => undefined, shared);
    const slow = startLogNode(slowLog, Date.now, () => undefined, shared);
    const [here, there] = [await quick.room('d_one'), await slow.room('d_one')];
    let done = false;
    const writing = upTo(3).map(async (writer) => {
      for (let n = writer; !done; n += 3) await submitAs(here, 'm_ann', n, addClaim(`q${n}`));
    });
    for (const n of upTo(5)) {
      expect(await submitAs(there, 'm_ben', n, addClaim(`s${n}`))).toMatchObject({ ok: true });
    }
    done = true;
    await Promise.all(writing);
    expect([...quick.failures, ...slow.failures]).toEqual([]);
  });
});

describe('with the database in trouble', () => {
  const lost = () => new DatabaseUnavailable(new Error('gone'));

  test.each(['before', 'after'] as const)(
    '[LG7] away %s the write: tried again under the same identities, nothing lost or doubled',
    async (moment) => {
      const node = startLogNode(log);
      const [one, two] = [await node.room('d_one'), await node.room('d_two')];
      const fail = () => {
        if (log.appends.length <= 2) throw lost();
      };
      if (moment === 'before') log.beforeAppend = fail;
      else log.afterAppend = fail;
      const answers = await Promise.all(
        upTo(20).flatMap((n) => [
          submitAs(one, 'm_ann', n, addClaim(`a${n}`)),
          submitAs(two, 'm_ben', n, addClaim(`b${n}`)),
        ]),
      );
      expect(answers.filter(({ ok }) => !ok)).toEqual([]);
      expect(node.failures.length).toBeGreaterThan(0);
      for (const id of ['d_one', 'd_two']) {
        expect(await storedNumbers(log, id)).toEqual(upTo(BEGINNING + 20));
        expect((await node.room(id)).state.seq).toBe(BEGINNING + 20);
        expect(node.published.get(id)?.map(({ seq }) => seq)).toEqual(upTo(20).map((n) => BEGINNING + n));
      }
    },
  );

  test('[LG7] away while a room reads what it missed: it decides again when the database is back', async () => {
    const [one, other] = [startLogNode(log), startLogNode(log)];
    const [here, there] = [await one.room('d_one'), await other.room('d_one')];
    await submitAs(here, 'm_ann', 1, addClaim('a'));
    let reads = 0;
    log.afterRead = () => {
      reads += 1;
      if (reads === 1) throw lost();
    };
    expect(await submitAs(there, 'm_ben', 1, addClaim('b'))).toEqual({ ok: true, seq: BEGINNING + 2 });
    expect(other.published.get('d_one')).toHaveLength(2);
  });

  test('[LG8] an operation it cannot accept is refused; others in the batch, and other debates, are written', async () => {
    const node = startLogNode(log);
    const [one, two] = [await node.room('d_one'), await node.room('d_two')];
    log.beforeAppend = (requests) => {
      if (JSON.stringify(requests).includes('poison')) throw new Error('cannot take this');
    };
    const answers = await Promise.all([
      ...upTo(5).map((n) => submitAs(one, 'm_ann', n, addClaim(`a${n}`))),
      submitAs(one, 'm_ben', 1, addClaim('bad', 'poison')),
      ...upTo(5).map((n) => submitAs(one, 'm_ann', 5 + n, addClaim(`b${n}`))),
      submitAs(two, 'm_ann', 1, addClaim('c')),
    ]);
    expect(answers.map((answer) => answer.ok || answer.rejection.code)).toEqual([
      ...upTo(5).map(() => true),
      'invalid',
      ...upTo(5).map(() => true),
      true,
    ]);
    expect(await storedNumbers(log, 'd_one')).toEqual(upTo(BEGINNING + 10));
  });

  test('[LG7] a debate whose rows a database fails at waits alone; the others are written', async () => {
    const node = startLogNode(log);
    const [one, two] = [await node.room('d_one'), await node.room('d_two')];
    let isBroken = true;
    log.beforeAppend = (requests) => {
      if (isBroken && JSON.stringify(requests).includes('d_one'))
        throw new DatabaseUnavailable({ code: '58030' });
    };
    const stuck = submitAs(one, 'm_ann', 1, addClaim('a'));
    expect(await submitAs(two, 'm_ann', 1, addClaim('b'))).toMatchObject({ ok: true });
    const before = log.appends.length;
    for (const n of upTo(5)) await submitAs(two, 'm_ann', 1 + n, addClaim(`b${n}`));
    expect(log.appends.slice(before).filter((requests) => requests.length > 1)).toEqual([]);
    expect(await storedNumbers(log, 'd_one')).toEqual(upTo(BEGINNING));
    isBroken = false;
    expect(await stuck).toMatchObject({ ok: true });
  });

  test('[LG7] a debate whose missed entries cannot be read waits alone; the others are written', async () => {
    const [one, other] = [startLogNode(log), startLogNode(log)];
    const [here, there] = [await one.room('d_one'), await other.room('d_one')];
    const unharmed = await other.room('d_two');
    await submitAs(here, 'm_ann', 1, addClaim('a'));
    let isBroken = true;
    log.afterRead = () => {
      if (isBroken) throw new DatabaseUnavailable({ code: '58030' });
    };
    const behind = submitAs(there, 'm_ben', 1, addClaim('b'));
    await expect.poll(() => other.failures.length).toBeGreaterThan(0);
    for (const n of upTo(40)) await submitAs(unharmed, 'm_ann', n, addClaim(`u${n}`));
    // It is tried a few times meanwhile, not with each of the others.
    expect(other.failures.length).toBeLessThan(20);
    isBroken = false;
    expect(await behind).toEqual({ ok: true, seq: BEGINNING + 2 });
  });

  test('[LG8] an operation on which the rules themselves break is refused alone', async () => {
    const node = startLogNode(log);
    const room = await node.room('d_one');
    const broken = new Proxy(addClaim('x'), {
      get: (operation, key) => {
        if (key === 'text') throw new Error('a fault in the rules');
        return Reflect.get(operation, key);
      },
    });
    const submission = {
      actor: 'm_ann',
      author: 'm_ann',
      clientId: 'm_ann:tab_one00',
      hash: 'h',
      characters: 9,
    };
    const answers = await Promise.all([
      submitAs(room, 'm_ben', 1, addClaim('a')),
      room.submit({ ...submission, clientSeq: 1, operation: broken }),
      submitAs(room, 'm_ben', 2, addClaim('b')),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  test('[LG9] a room takes only so many operations to wait, and refuses more in words that pass', async () => {
    const node = startLogNode(log);
    const room = await node.room('d_one');
    const back = gate();
    log.beforeAppend = () => back.passed;
    const answers = upTo(5_300).map((n) =>
      submitAs(room, 'm_ann', n, { type: 'claim.retract', claimId: 'c_no', reason: 'off_topic' }),
    );
    const last = await answers.at(-1);
    expect(last).toEqual({ ok: false, rejection: { code: 'unavailable' } });
    back.open();
    const codes = (await Promise.all(answers)).map((answer) => (answer.ok ? '' : answer.rejection.code));
    expect(codes.filter((code) => code === 'unavailable').length).toBe(300);
    expect(codes.slice(0, 5_000).every((code) => code === 'unknown_claim')).toBe(true);
  });
});
