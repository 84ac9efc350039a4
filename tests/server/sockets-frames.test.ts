import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeDebate, vote, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';

withTestServer();

describe('frames', () => {
  test('[SK7] follow each other without a gap for all, with writers and joiners at once; all end alike', async () => {
    const debateId = await makeDebate();
    const writers = await Promise.all(['Ann', 'Ben', 'Cem'].map((name) => join(debateId, name)));
    const joiners: LiveClient[] = [];
    const joining = async () => {
      for (const _ of upTo(15)) {
        const joiner = await connect();
        await joiner.open(debateId);
        joiners.push(joiner);
      }
    };
    const writing = writers.map(async (writer, index) => {
      for (const n of upTo(25)) {
        const key = `w${index}_${n}`;
        const answers = await Promise.all([
          writer.submit(claim(key)),
          writer.submit(vote(key, 'agree')),
          writer.submit(vote(`w${index}_1`, n % 2 ? 'pass' : 'disagree')),
        ]);
        expect(answers.filter(({ ok }) => !ok)).toEqual([]);
      }
    });
    await Promise.all([joining(), ...writing]);
    const last = Math.max(...writers.map((writer) => writer.snapshot().seq));
    const fresh = await connect();
    await fresh.open(debateId);
    expect(fresh.snapshot().seq).toBeGreaterThanOrEqual(last);
    for (const client of [...writers, ...joiners]) {
      await client.seen(fresh.snapshot().seq);
      expect(client.gaps()).toEqual([]);
      expect({ ...client.snapshot(), votes: [] }).toEqual(fresh.snapshot());
    }
  });

  test('[SK8] catching up, by entries or by a snapshot, equals a fresh load', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    const tabs = await Promise.all(upTo(6).map(() => connect({ cookie: ann.cookie })));
    await Promise.all(tabs.map((tab) => tab.open(debateId)));
    const operations: Operation[] = [
      claim('a', 'First'),
      vote('a', 'agree'),
      { type: 'claim.edit', claimId: 'c_a', base: 1, change: [5, [0, '!']] },
      claim('b'),
      { type: 'vote.withdraw', claimId: 'c_a' },
      vote('b', 'pass'),
      { type: 'claim.retract', claimId: 'c_b', reason: 'off_topic' },
    ];
    for (const [index, operation] of operations.entries()) {
      const answer = await ann.submit(operation);
      if (!answer.ok) throw new Error(answer.rejection.code);
      const leaver = tabs[index];
      await leaver?.seen(answer.seq);
      leaver?.close();
    }
    const fresh = await connect({ cookie: ann.cookie });
    await fresh.open(debateId);
    for (const tab of tabs) {
      const left = tab.snapshot().seq;
      tab.socket.connect();
      const welcome = await tab.open(debateId, left);
      expect(welcome).toMatchObject({ state: { kind: 'entries', frame: { after: left } } });
      expect(tab.snapshot()).toEqual(fresh.snapshot());
    }
    expect(await fresh.open(debateId, 1_000_000)).toMatchObject({ state: { kind: 'snapshot' } });
  });

  test('[SK8] far behind, a snapshot is sent instead, and equals a fresh load', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    await ann.submit(claim('a'));
    await ann.submit(claim('b'));
    const [behind, fresh] = [await connect(), await connect()];
    expect(await fresh.open(debateId)).toMatchObject({ state: { kind: 'snapshot' } });
    const { seq } = fresh.snapshot();
    await ann.seen(seq);
    const welcome = await behind.open(debateId, seq - 2, [], ann.timeOf(seq - 2));
    expect(welcome).toMatchObject({ state: { kind: 'entries' } });
    expect(await behind.open(debateId, 0)).toMatchObject({ state: { kind: 'snapshot' } });
    expect(behind.snapshot()).toEqual(fresh.snapshot());
  });

  test('[SK8] behind by many long texts, a snapshot is sent too', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    await ann.submit(claim('a'));
    const known = ann.snapshot().seq;
    const texts = { excerpt: 'x'.repeat(5_000), note: 'y'.repeat(5_000) };
    for (const n of upTo(51)) {
      const source = { sourceId: `s_${n}`, title: 'Report', url: '', locator: '', ...texts };
      expect(await ann.submit({ type: 'source.add', ...source })).toMatchObject({ ok: true });
    }
    const { seq } = ann.snapshot();
    const behind = await connect();
    const few = await behind.open(debateId, seq - 2, [], ann.timeOf(seq - 2));
    expect(few).toMatchObject({ state: { kind: 'entries' } });
    const many = await behind.open(debateId, known, [], ann.timeOf(known));
    expect(many).toMatchObject({ state: { kind: 'snapshot', rewound: false } });
    expect(behind.snapshot()).toEqual({ ...ann.snapshot(), votes: [] });
  });

  test('[SK19] a client that followed another log learns so, and gets this one', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    await ann.submit(claim('a'));
    const last = await ann.submit(claim('b'));
    await ann.seen(last.ok ? last.seq : Infinity);
    const { seq, at } = ann.snapshot();
    const rewound = { state: { kind: 'snapshot', rewound: true, frame: { to: seq } } };
    expect(await ann.open(debateId, seq + 5, [], at)).toMatchObject(rewound);
    expect(await ann.open(debateId, seq, [], at + 1)).toMatchObject(rewound);
    expect(await ann.open(debateId, seq - 1, [], ann.timeOf(seq - 1) + 1)).toMatchObject(rewound);
    expect(await ann.open(debateId, seq - 1)).toMatchObject({ state: { kind: 'entries' } });
    expect(await ann.open(debateId, seq)).toMatchObject({ state: { kind: 'entries' } });
  });
});

describe('votes', () => {
  test('[SK9] carry no name in any frame; all tabs of the voter, and only they, see their own', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    const secondTab = await connect({ cookie: ann.cookie });
    await secondTab.open(debateId);
    const reader = await connect();
    await reader.open(debateId);
    await ann.submit(claim('a'));
    await ann.submit(vote('a', 'agree'));
    await ben.submit(vote('a', 'disagree'));
    await ann.submit(claim('z'));
    const seq = ann.snapshot().seq;
    const everyone = [ann, ben, secondTab, reader];
    await Promise.all(everyone.map((client) => client.seen(seq)));
    const tally = { agree: 1, disagree: 1, pass: 0, earlier: 0 };
    for (const client of everyone) {
      await expect.poll(() => client.snapshot().claims.find(({ id }) => id === 'c_a')?.tally).toEqual(tally);
      const effects = client.frames.flatMap(({ entries }) => entries);
      expect(effects.filter(({ effect }) => /^vote\.(cast|withdrawn|own)$/.test(effect.type))).toEqual([]);
      const tallies = effects.filter(({ effect }) => effect.type === 'vote.tallied');
      expect(new Set(tallies.flatMap(({ actor, author }) => [actor, author]))).toEqual(new Set(['']));
    }
    expect(ann.snapshot().votes).toEqual([['c_a', ann.id, 'agree', 1]]);
    expect(secondTab.snapshot().votes).toEqual([['c_a', ann.id, 'agree', 1]]);
    expect(ben.snapshot().votes).toEqual([['c_a', ben.id, 'disagree', 1]]);
    expect(reader.snapshot().votes).toEqual([]);
    for (const [client, others] of [
      [ben, ann.id],
      [reader, ann.id],
      [ann, ben.id],
    ] as const) {
      const votes = client.frames.flatMap(({ own = [] }) => own);
      expect(JSON.stringify(votes)).not.toContain(others);
    }
    const fresh = await connect({ cookie: ben.cookie });
    expect(JSON.stringify(await fresh.open(debateId))).not.toContain(`"${ann.id}","agree"`);
  });
});
