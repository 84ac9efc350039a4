import { describe, expect, test } from 'vitest';
import type { Operation, OperationOf } from '../../domain/debate/engine/operations.ts';
import type { OpinionsAnswer } from '../../domain/protocol/opinions-answer.ts';
import { parley } from '../../server/handle.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';

withTestServer();

const CLAIMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** The answers of each camp. */
const CAMPS = ['agree', 'disagree'] as const;

type Voter = LiveClient & { readonly cookie: string; readonly id: string };

async function does(client: LiveClient, operation: Operation): Promise<void> {
  expect(await client.submit(operation)).toMatchObject({ ok: true });
}

/** A debate of Olga's with eight claims and two camps of these sizes, who vote on all of them. */
async function aVote(
  sizes: readonly [number, number],
  { names, ...settings }: Omit<OperationOf<'debate.configure'>, 'type'> = {},
) {
  const { debateId, cookie } = await makeOwnDebate('public', names);
  const owner = await connect({ cookie });
  await owner.open(debateId);
  for (const key of CLAIMS) await does(owner, claim(key));
  if (settings.ballots) await does(owner, { type: 'debate.configure', ...settings });
  const voters: Voter[] = [];
  for (const [camp, size] of sizes.entries()) {
    for (let nth = 0; nth < size; nth += 1) {
      const voter = await join(debateId, `V${camp}${nth}`);
      for (const key of CLAIMS)
        await does(voter, vote(key, key < 'e' ? (CAMPS[camp] ?? 'agree') : (CAMPS[1 - camp] ?? 'agree')));
      voters.push(voter);
    }
  }
  return { debateId, cookie, owner, voters };
}

/** The server's answer to a person; null: to an anonymous reader. */
async function look(debateId: string, cookie: string | null, as?: 'stage'): Promise<OpinionsAnswer> {
  const person = cookie === null ? null : await parley().auth.currentPerson(new Headers({ cookie }));
  const answer = await parley().opinions.of(debateId, person, as);
  return answer.ok ? answer : expect.fail(answer.rejection.code);
}

function groupsOf({ opinions }: OpinionsAnswer) {
  return opinions.kind === 'groups' ? opinions : expect.fail(opinions.kind);
}

describe('an open ballot', () => {
  test('[AN19] [AN20] [AN22] shows current groups, and each person’s own place', async () => {
    const { debateId, voters } = await aVote([8, 7]);
    const [first, last] = [voters[0], voters.at(-1)];
    if (!first || !last) throw new Error('Nobody voted');
    const seen = await look(debateId, first.cookie);
    expect(groupsOf(seen).groups.map((group) => group?.size)).toEqual([8, 7]);
    expect(groupsOf(seen).places.find(({ id }) => id === first.id)?.at).toEqual(seen.own?.at);
    expect(seen.own?.group).toBe(0);
    expect((await look(debateId, last.cookie)).own?.group).toBe(1);
    for (const nobody of [await look(debateId, null), await look(debateId, first.cookie, 'stage')])
      expect(nobody.own).toBeNull();
    expect(seen.given).toMatchObject({ votes: 120, people: 15 });
    const castIn = ({ given }: OpinionsAnswer) =>
      given?.time?.stretches.reduce((sum, { votes }) => sum + votes, 0);
    expect(castIn(seen), '[AN24] each at its time').toBe(120);
    // The first joins the others, and a reader right after sees it.
    for (const key of CLAIMS) await does(first, vote(key, key < 'e' ? 'disagree' : 'agree'));
    const after = await look(debateId, first.cookie);
    expect(groupsOf(after).groups.map((group) => group?.size)).toEqual([8, 7]);
    expect(after.own?.group).toBe(0);
    expect(castIn(after), 'changed ones again').toBe(128);
    expect(after.seq).toBeGreaterThan(seen.seq);
    expect(groupsOf(after).places.find(({ id }) => id === last.id)?.group).toBe(0);
  });

  test('[AN22] many readers at once share one calculation, and no answer waits for it', async () => {
    const { debateId, voters } = await aVote([8, 7]);
    const [voter] = voters;
    if (!voter) throw new Error('Nobody voted');
    // Begun again until the two seconds after a calculation are far from over: readers wait together, and meanwhile others vote.
    let looked: number;
    do {
      await look(debateId, null);
      looked = performance.now();
      await does(voter, vote('a', 'pass'));
      await does(voter, vote('a', 'agree'));
    } while (performance.now() - looked > 1_000);
    const looks = Promise.all(Array.from({ length: 20 }, () => look(debateId, null)));
    const first = await Promise.race([
      looks.then(() => 'looked'),
      does(voter, vote('b', 'pass')).then(() => 'voted'),
    ]);
    expect(first).toBe('voted');
    const answers = await looks;
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
  });

  test('[AN19] the number of votes of each person is shown once voting is over, and not while totals change', async () => {
    const { debateId, owner, voters, cookie } = await aVote([8, 7]);
    expect((await look(debateId, cookie)).given).toMatchObject({ people: 15, by: null });
    await does(owner, { type: 'debate.setStatus', status: 'closed' });
    const { given } = await look(debateId, cookie);
    expect(Object.keys(given?.by ?? {}).sort()).toEqual(voters.map(({ id }) => id).sort());
    await does(owner, { type: 'debate.setStatus', status: 'open' });
    expect((await look(debateId, cookie)).given?.by).toBeNull();
  });

  test('[AN19] in an anonymous debate nobody is named', async () => {
    const { debateId, voters, cookie } = await aVote([8, 7], { names: 'anonymous' });
    for (const who of [cookie, voters[0]?.cookie ?? '']) {
      const seen = await look(debateId, who);
      expect(groupsOf(seen).places).toHaveLength(15);
      expect(JSON.stringify(seen)).not.toContain(voters[3]?.id ?? '?');
      expect(seen.given?.by).toBeNull();
    }
  });
});

describe('a secret ballot', () => {
  test('[AN21] discloses nothing while people vote; then groups without people, which one more vote does not change', async () => {
    const { debateId, owner, voters, cookie } = await aVote([8, 7], { ballots: 'secret' });
    expect(await look(debateId, cookie)).toMatchObject({
      opinions: { kind: 'kept', why: 'voting' },
      own: null,
      given: null,
    });
    const turn = (status: 'open' | 'closed') => does(owner, { type: 'debate.setStatus', status });
    await turn('closed');
    const seen = await look(debateId, voters[0]?.cookie ?? '');
    expect(groupsOf(seen)).toMatchObject({ places: [], people: 15 });
    expect(seen.own?.group).toBe(0);
    expect(
      seen.given,
      '[AN15] [AN24] less the totals shown, the sum would be the votes on the other claims',
    ).toBeNull();
    for (const { id } of voters) expect(JSON.stringify(seen)).not.toContain(id);

    // One person changes a vote while it is open again: the result stays, here and on a restarted server.
    await turn('open');
    const [voter] = voters;
    if (!voter) throw new Error('Nobody voted');
    await does(voter, vote('a', 'disagree'));
    await turn('closed');
    expect((await look(debateId, null)).opinions).toEqual(seen.opinions);

    await turn('open');
    for (const each of voters.slice(0, 6)) await does(each, vote('h', 'agree'));
    await turn('closed');
    expect((await look(debateId, null)).opinions).not.toEqual(seen.opinions);
  });

  test('[AN21] of too few people nothing is disclosed, not even how many there are', async () => {
    const { debateId, owner, cookie } = await aVote([4, 4], { ballots: 'secret' });
    await does(owner, { type: 'debate.setStatus', status: 'closed' });
    expect(await look(debateId, cookie)).toMatchObject({
      opinions: { kind: 'kept', why: 'secret' },
      given: null,
    });
  });
});
