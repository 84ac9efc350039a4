import { describe, expect, test } from 'vitest';
import { MOTION_ID } from '../../domain/layout/map-tree.ts';
import type { PointerMessage } from '../../domain/protocol/pointer-messages.ts';
import { BATCHED_FOR } from '../../server/realtime/presence/pointer-board.ts';
import { bringBack, hide } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeDebate, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';
import { at, boxes } from '../support/pointing.ts';

withTestServer();

describe('pointers', () => {
  test('[PE2] are sent to the others in batches, relative to a claim, without naming the person', async () => {
    const debateId = await makeDebate();
    const [ann, ben, reader] = [await join(debateId, 'Ann'), await join(debateId, 'Ben'), await connect()];
    await reader.open(debateId);
    await add(ann, 'last', ...upTo(20).map((n) => `${100 + n}`));
    await Promise.all(upTo(20).map((n) => point(ann, at(`c_${100 + n}`))));
    await pointUntilSeen(ann, 'c_last', ben, reader);
    const [seen] = ben.pointers.filter(({ over }) => over?.box === 'c_last');
    expect(seen).toEqual({ connection: ann.connection, ...at('c_last') });
    expect(ben.pointers.filter(({ over }) => /c_1\d\d/.test(over?.box ?? '')).length).toBeLessThan(20);
    expect(JSON.stringify(ben.pointers)).not.toContain(ann.id);
  });

  test('[PE2] a newcomer gets the others’ pointers; an anonymous reader has none', async () => {
    const debateId = await makeDebate();
    const [ann, nobody] = [await join(debateId, 'Ann'), await connect()];
    await nobody.open(debateId);
    await add(ann, 'nobody', 'here', 'then');
    await point(nobody, at('c_nobody'));
    await point(ann, at('c_here'));
    const late = await connect();
    const welcome = await late.open(debateId);
    expect(welcome.ok && welcome.pointers).toEqual([{ connection: ann.connection, ...at('c_here') }]);
    await pointUntilSeen(ann, 'c_then', late);
    expect(boxes(late)).not.toContain('c_nobody');
  });

  test('[PE2] are gone with the connection', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    const connection = ann.connection;
    await add(ann, 'here');
    await pointUntilSeen(ann, 'c_here', ben);
    ann.close();
    await expect.poll(() => ben.presence.flatMap(({ gone }) => gone)).toContain(connection);
    const welcome = await ben.open(debateId);
    expect(welcome.ok && welcome.pointers).toEqual([]);
  });

  test('[PE5] an overloaded server drops their movements first, and later sends where they came to rest', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    for (let attempt = 1; ; attempt += 1) {
      const [behind, after] = [`behind${attempt}`, `after${attempt}`];
      await add(ann, behind, after);
      const before = performance.now();
      await point(ann, at(`c_${behind}`));
      const took = performance.now() - before;
      const until = performance.now() + 600;
      while (performance.now() < until);
      await point(ann, at(`c_${after}`));
      await expect.poll(() => boxes(ben)).toContain(`c_${after}`);
      // Only if the server was held before the batch was due does it show anything.
      if (took >= BATCHED_FOR) continue;
      expect(boxes(ben)).not.toContain(`c_${behind}`);
      return;
    }
  });
});

test('[PE7] a pointer at what is not in the debate is refused, and nobody sees it', async () => {
  const debateId = await makeDebate();
  const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
  await add(ann, 'here');
  await pointUntilSeen(ann, 'c_here', ben);
  const refused = { ok: false, rejection: { code: 'unknown_target' } };
  expect(await point(ann, at('c_nowhere'))).toEqual(refused);
  expect(await point(ann, { ...at('c_here'), look: at('c_nowhere').look })).toEqual(refused);
  for (const box of ['c_here', 'p_position1', MOTION_ID]) await pointUntilSeen(ann, box, ben);
  expect(boxes(ben)).not.toContain('c_nowhere');
});

describe('a room of more than thirty', () => {
  test('[PE3] has pointers muted: everyone is notified, nobody points, changes are sent once a second; and it ends', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await add(ann, 'quiet', 'loud', '110', '210', '310');
    const crowd = await Promise.all(upTo(29).map((n) => join(debateId, `Person ${n}`)));
    await expect.poll(() => [ann.quiet, ben.quiet]).toEqual([[true], [true]]);
    const late = await connect();
    const welcome = await late.open(debateId);
    expect(welcome).toMatchObject({ pointersMuted: true, pointers: [] });
    await point(ann, at('c_quiet'));

    const began = performance.now();
    const updates: number[] = [];
    ben.socket.on('presence', () => void updates.push(performance.now()));
    for (const round of upTo(3)) {
      const before = updates.length;
      for (const n of upTo(10)) {
        await ann.socket.emitWithAck('presence', { at: `c_${round * 100 + n}`, writing: false });
      }
      await expect.poll(() => updates.length).toBeGreaterThan(before);
    }
    // None is sent before the first change, and a busy machine only receives them later.
    expect((updates.at(-1) ?? 0) - began).toBeGreaterThan((updates.length - 1) * 1_000 - 100);
    await expect.poll(() => lastAt(ben, ann)).toBe('c_310');

    const leaving = crowd.slice(0, 5).map(({ connection }) => connection);
    for (const one of crowd.slice(0, 5)) one.close();
    const gone = () => ben.presence.flatMap((update) => update.gone);
    await expect.poll(gone).toEqual(expect.arrayContaining(leaving));
    expect(ben.quiet).toEqual([true]);
    crowd[5]?.close();
    await expect.poll(() => ben.quiet).toEqual([true, false]);
    await pointUntilSeen(ann, 'c_loud', ben);
    expect(boxes(ben)).not.toContain('c_quiet');
  });

  test("[PE8] readers without a name, and one person's tabs, make none quiet; such readers see no pointers then", async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await add(ann, 'one', 'other');
    const readers = await Promise.all(upTo(40).map(() => connect()));
    const tabs = await Promise.all(upTo(15).map(() => connect({ cookie: ben.cookie })));
    await pointUntilSeen(ann, 'c_one', ben);
    for (const one of [...readers, ...tabs]) await one.open(debateId);
    await pointUntilSeen(ann, 'c_other', ben, ...tabs);
    expect([...ann.quiet, ...ben.quiet]).toEqual([]);
    expect(readers.flatMap(boxes)).not.toContain('c_other');
  });

  test('[PE8] an anonymous reader who comes into a crowd gets no pointers before it has left', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await add(ann, 'here');
    await pointUntilSeen(ann, 'c_here', ben);
    const tabs = upTo(15).map(() => connect({ cookie: ben.cookie }));
    const crowd = await Promise.all([...tabs, ...upTo(15).map(() => connect())]);
    for (const one of crowd) await one.open(debateId);
    const welcomed = async (client: LiveClient) => {
      const welcome = await client.open(debateId);
      return welcome.ok && welcome.pointers.map(({ over }) => over?.box);
    };
    const [late, tab] = [await connect(), await connect({ cookie: ben.cookie })];
    expect(await welcomed(late)).toEqual([]);
    expect(await welcomed(tab)).toEqual(['c_here']);
    for (const one of crowd) one.close();
    await expect.poll(() => boxes(late)).toEqual(['c_here']);
  });
});

function point(client: LiveClient, message: PointerMessage) {
  return client.socket.emitWithAck('pointer', message);
}

/** Adds claims to point at. */
async function add(who: LiveClient, ...keys: readonly string[]): Promise<void> {
  const answers = await Promise.all(keys.map((key) => who.submit(claim(key))));
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
}

/** Points there repeatedly: earlier pointers may be sent first. */
async function pointUntilSeen(who: LiveClient, box: string, ...by: readonly LiveClient[]): Promise<void> {
  const seen = async () => {
    await point(who, at(box));
    return by.every((client) => boxes(client).includes(box));
  };
  await expect.poll(seen, { interval: 100 }).toBe(true);
}

/** A participant's last place, as another client received it. */
function lastAt(client: LiveClient, of: LiveClient): string | null | undefined {
  return client.presence
    .flatMap(({ here }) => here)
    .findLast(({ connection }) => connection === of.connection)?.at;
}

test('[PE6] activity at hidden content sends others nothing, and the place once it is shown', async () => {
  const { debateId, cookie } = await makeOwnDebate('public');
  const olga = await connect({ cookie });
  await olga.open(debateId);
  const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
  await add(ann, 'away');
  expect(await olga.submit(hide('c_away'))).toMatchObject({ ok: true });
  await expect.poll(() => lastAt(ben, ben)).toBe(null);
  const before = ben.presence.length;
  await ann.socket.emitWithAck('presence', { at: 'c_away', writing: true });
  for (const across of [0.2, 0.8])
    await point(ann, { over: { box: 'c_away', across, down: 0, dx: 0, dy: 0 }, look: null });
  await expect.poll(() => lastAt(olga, ann)).toBe('c_away');
  const cem = await join(debateId, 'Cem');
  await expect.poll(() => lastAt(ben, cem)).toBe(null);
  expect(ben.presence.slice(before).flatMap(({ here }) => here.map((one) => one.participantId))).toEqual([
    cem.id,
  ]);
  expect(ben.pointers).toEqual([]);
  expect(await olga.submit(bringBack('c_away'))).toMatchObject({ ok: true });
  await expect.poll(() => lastAt(ben, ann)).toBe('c_away');
});

test('[PE9] a connection that opens one debate after another is another one to others in each', async () => {
  const [first, second] = [await makeDebate(), await makeDebate()];
  const watching = async (debateId: string) => {
    const client = await connect();
    await client.open(debateId);
    return client;
  };
  const [here, there] = [await watching(first), await watching(second)];
  const seenBy = (client: LiveClient, participantId: string | null) =>
    client.presence.flatMap((update) => update.here).findLast((one) => one.participantId === participantId);
  const ann = await join(first, 'Ann');
  await expect.poll(() => seenBy(here, ann.id)?.connection).toBe(ann.connection);
  const welcome = await ann.open(second);
  const id = welcome.ok ? welcome.participantId : expect.fail('not in');
  await expect.poll(() => seenBy(there, id)?.connection).toBeTruthy();
  await expect.poll(() => here.presence.flatMap(({ gone }) => gone)).toContain(ann.connection);
  expect(seenBy(there, id)?.connection).not.toBe(ann.connection);
  for (const client of [here, there]) expect(JSON.stringify(client.presence)).not.toContain(ann.socket.id);
});
