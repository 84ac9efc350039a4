import { expect, test } from 'vitest';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { generatedOperations } from '../../server/cli/generate/generated-operations.ts';
import { parley } from '../../server/handle.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import type { GroupsInput } from '../../server/services/groups/group-input.ts';
import { debateSaying, written } from '../support/exchanged.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

const who = async (cookie: string) =>
  (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
const form = async (cookie: string, debateId: string, groups: GroupsInput['groups'], claims = false) =>
  parley().groups.form(debateId, await who(cookie), { groups, claims });

const read = async (debateId: string, cookie: string) => parley().debates.read(debateId, await who(cookie));
const stateOf = async (debateId: string, cookie: string) => {
  const got = await read(debateId, cookie);
  return got.ok ? got.view : expect.fail(got.rejection.code);
};

test('[GR1] groups take over the claims of what they are made from, and their plenary has which there are', async () => {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  await owner.submit(claim('seed', 'Ships are slow'));
  const ann = await join(debateId, 'Ann');
  const groups = [{ name: 'One', members: [ann.id] }];
  expect(await form(ann.cookie, debateId, groups)).toMatchObject({ rejection: { code: 'not_allowed' } });
  expect(await form(cookie, debateId, groups, true)).toMatchObject({ ok: true });
  await expect.poll(() => ann.snapshot().groups.length).toBe(1);
  const [group] = ann.snapshot().groups;
  const state = await stateOf(group?.debateId ?? '', ann.cookie);
  expect(state.claims.get('c_seed')?.text).toBe('Ships are slow');
  expect(await form(cookie, debateId, groups)).toMatchObject({ rejection: { code: 'in_group' } });
  const nested = await form(cookie, group?.debateId ?? '', [{ name: 'In', members: [] }]);
  expect(nested).toMatchObject({ rejection: { code: 'decided_by_plenary' } });
});

test('[GR5] names in a copy that was kept before its debate was cleared stay out of the groups of the original', async () => {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  await owner.submit(claim('seed', 'Ships are slow'));
  const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
  const formed = await form(cookie, debateId, [{ name: 'One', members: [ann.id, ben.id] }]);
  expect(formed).toMatchObject({ ok: true });
  const [group] = [...(await stateOf(debateId, cookie)).groups.values()];
  const { debateLifecycle, debateLists } = parley();
  expect(await debateLifecycle.clear(debateId, await who(cookie))).toMatchObject({ ok: true });
  const [copy] = (await debateLists.shelved(await who(cookie))).deleted;
  const ofCopy = await connect({ cookie });
  await ofCopy.open(copy?.id ?? '');
  const rename = (participantId: string, name: string) =>
    ({ type: 'participant.rename', participantId, name }) as const;
  for (const operation of [{ type: 'debate.delete', deleted: false } as const, rename(ann.id, 'Anna')])
    expect(await ofCopy.submit(operation)).toMatchObject({ ok: true });
  expect(await owner.submit(rename(ben.id, 'Benno'))).toMatchObject({ ok: true });
  const names = async () => {
    const got = await read(group?.debateId ?? '', cookie);
    return got.ok ? got.opening.people.map(({ name }) => name).sort() : [];
  };
  await expect.poll(names).toContain('Benno');
  expect(await names()).toContain('Ann');
});

test('[TX21] names lose the signs that turn the direction where they come in by a file, and so in a group’s debate', async () => {
  const cookie = await server().signIn('Olga');
  const said = debateSaying('East');
  const { head, positions } = said.state;
  const north = positions.get('north');
  if (!head || !north) throw new Error('They are there');
  const before = { ...head, title: '\u202eetabeD' };
  const state = {
    ...said.state,
    head: before,
    positions: positions.set('north', { ...north, name: '\u2067North' }),
  };
  const file = {
    bytes: written('parley', { ...said, state }),
    fileName: 'a.json',
    format: 'parley' as const,
  };
  const made = await parley().imports.create(await who(cookie), file, 'private');
  if (made === 'busy' || !made.ok || !made.debateId) throw new Error('It was not made');
  const plenary = await stateOf(made.debateId, cookie);
  expect(plenary.head?.title).toBe('etabeD');
  const formed = await form(cookie, made.debateId, [{ name: 'One', members: [] }]);
  if (!formed.ok) throw new Error(formed.rejection.code);
  const group = [...(await stateOf(made.debateId, cookie)).groups.values()][0] ?? expect.fail('no group');
  const { head: own, positions: copied } = await stateOf(group.debateId, cookie);
  expect(own?.title).toBe('One · etabeD');
  expect([...copied.values()].map(({ name }) => name)).toContain('North');
});

/** A debate of the person with this cookie, with about as many claims. */
async function aDebateOf(claims: number, cookie: string): Promise<string> {
  let state = EMPTY_STATE;
  const size = { claims, positions: 3, people: 5, votesPerClaim: 1, seed: 3 };
  for (const { author, operation } of generatedOperations(size)) {
    const created = createEntries(state, [operation], author, 1_000);
    if (created.ok) state = created.state;
  }
  const bytes = written('parley', { ...debateSaying('East'), state });
  const file = { bytes, fileName: 'a.json', format: 'parley' as const };
  const made = await parley().imports.create(await who(cookie), file, 'private');
  if (made === 'busy' || !made.ok || !made.debateId) throw new Error('It was not made');
  return made.debateId;
}

const namedGroups = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Group ${index + 1}`, members: [] }));

test('[GR1] so many claims are copied into the groups formed at once, and more are refused', async () => {
  const cookie = await server().signIn('Olga');
  const debateId = await aDebateOf(LIMITS.claimsCopiedAtOnce / LIMITS.groupsAtOnce + 50, cookie);
  const refused = await form(cookie, debateId, namedGroups(LIMITS.groupsAtOnce), true);
  expect(refused).toMatchObject({
    ok: false,
    rejection: { code: 'too_many', limit: LIMITS.claimsCopiedAtOnce },
  });
  expect((await stateOf(debateId, cookie)).groups.size).toBe(0);
});

test('[GR1] while groups with claims are formed, others write and are answered', async () => {
  const cookie = await server().signIn('Olga');
  const debateId = await aDebateOf(400, cookie);
  const dana = await join((await makeOwnDebate('public')).debateId, 'Dana');
  let formed = false;
  const forming = form(cookie, debateId, namedGroups(6), true).then((answer) => {
    formed = true;
    return answer;
  });
  let answered = 0;
  // Fewer than one person may write at once, however slow the machine is.
  while (!formed && answered < 60) {
    answered += 1;
    expect(await dana.submit(claim(`meanwhile${answered}`))).toMatchObject({ ok: true });
  }
  expect(await forming).toMatchObject({ ok: true });
  // Six groups of some 800 entries, of which 500 are written at once.
  expect(answered).toBeGreaterThan(2);
  const groups = [...(await stateOf(debateId, cookie)).groups.values()];
  const sizes = await Promise.all(
    groups.map(async (group) => (await stateOf(group.debateId, cookie)).claims.size),
  );
  expect(new Set(sizes)).toEqual(new Set([(await stateOf(debateId, cookie)).claims.size]));
});
