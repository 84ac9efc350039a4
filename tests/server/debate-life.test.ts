import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/operations.ts';
import { parley } from '../../server/handle.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

async function owned(visibility: 'public' | 'unlisted' | 'private' = 'public') {
  const { debateId, cookie } = await makeOwnDebate(visibility);
  const owner = await connect({ cookie });
  await owner.open(debateId);

  const does = async (operation: Operation) => {
    expect(await owner.submit(operation)).toMatchObject({ ok: true });
  };
  return { debateId, cookie, owner, does };
}

const who = (cookie: string) => parley().auth.currentPerson(new Headers({ cookie }));
const listed = async (cookie: string | null) =>
  (await parley().debates.list(cookie === null ? null : await who(cookie))).map(({ id }) => id);
const shelved = async (cookie: string) => {
  const person = await who(cookie);
  const { archived, deleted } = await parley().debates.shelved(person ?? expect.fail('nobody'));
  return { archived: archived.map(({ id }) => id), deleted: deleted.map(({ id }) => id) };
};

describe('[LI5] who may not read any more', () => {
  test('loses the connection when the debate becomes private, and those who take part stay', async () => {
    const { debateId, does, owner } = await owned();
    const reader = await connect();
    expect(await reader.open(debateId)).toMatchObject({ ok: true });
    const dana = await join(debateId, 'Dana');
    await does({ type: 'debate.show', visibility: 'private' });
    await expect.poll(() => reader.socket.connected).toBe(false);
    await does(claim('one'));
    expect(JSON.stringify(reader.frames)).not.toContain('c_one');
    expect([dana.socket.connected, owner.socket.connected]).toEqual([true, true]);
    expect(await (await connect()).open(debateId)).toMatchObject({ rejection: { code: 'debate_not_found' } });
    expect(await parley().debates.read(debateId, null)).toMatchObject({
      rejection: { code: 'debate_not_found' },
    });
    expect(await listed(null)).not.toContain(debateId);
    expect(await listed(dana.cookie)).toContain(debateId);
  });

  test('a deleted debate is its owner’s alone, who brings it back', async () => {
    const { debateId, does, cookie } = await owned();
    const dana = await join(debateId, 'Dana');
    const inFlight = dana.submit(claim('late'));
    await inFlight;
    await does({ type: 'debate.delete', deleted: true });
    await expect.poll(() => dana.socket.connected).toBe(false);
    const again = await connect({ cookie: dana.cookie });
    expect(await again.open(debateId)).toMatchObject({ rejection: { code: 'debate_not_found' } });
    expect(await parley().debates.read(debateId, await who(dana.cookie))).toMatchObject({ ok: false });
    expect(await parley().debates.read(debateId, await who(cookie))).toMatchObject({ ok: true });
    await does({ type: 'debate.delete', deleted: false });
    expect(await again.open(debateId)).toMatchObject({ ok: true });
  });
});

test('[LI6] nobody new joins a debate that is closed', async () => {
  const { debateId, does } = await owned();
  await does({ type: 'debate.turn', life: 'closed' });
  const late = await connect({ cookie: await server().signIn('Late') });
  expect(await late.open(debateId)).toMatchObject({ ok: true, participantId: null });
});

test('[LI7] archived debates are in the list of those who take part alone, deleted ones in their owner’s', async () => {
  const { debateId, does, cookie } = await owned();
  const dana = await join(debateId, 'Dana');
  expect(await listed(null)).toContain(debateId);
  await does({ type: 'debate.turn', life: 'archived' });
  expect(await listed(null)).not.toContain(debateId);
  expect(await listed(dana.cookie)).not.toContain(debateId);
  expect((await shelved(dana.cookie)).archived).toContain(debateId);
  expect(await parley().debates.read(debateId, null)).toMatchObject({ ok: true });
  await does({ type: 'debate.delete', deleted: true });
  expect(await shelved(dana.cookie)).toEqual({ archived: [], deleted: [] });
  expect((await shelved(cookie)).deleted).toEqual([debateId]);
});
