import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { GET } from '../../app/api/debates/[id]/export/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { analysePath } from '../../server/cli/analyse/analyse-path.ts';
import { parley } from '../../server/handle.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

type Row = Readonly<Record<string, string>>;
type Voter = LiveClient & { readonly cookie: string; readonly id: string };

const CLAIMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

async function does(client: LiveClient, operation: Operation): Promise<void> {
  expect(await client.submit(operation)).toMatchObject({ ok: true });
}

/** A ballot for research in which eight people vote one way, and seven the other, but for one answer each. */
async function aBallot() {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  await does(owner, { type: 'debate.configure', ballots: 'research' });
  for (const key of CLAIMS) await does(owner, claim(key));
  const voters: Voter[] = [];
  for (let nth = 0; nth < 15; nth += 1) {
    const voter = await join(debateId, `Voter ${nth}`);
    for (const [at, key] of CLAIMS.entries()) {
      const side = nth < 8 === at < 4;
      await does(voter, vote(key, at === nth % 8 ? 'pass' : side ? 'agree' : 'disagree'));
    }
    voters.push(voter);
  }
  return { debateId, cookie, owner, voters };
}

async function download(debateId: string, query: string, cookie = ''): Promise<Uint8Array> {
  const { origin } = server();
  const request = new Request(`${origin}/api/debates/${debateId}/export?${query}`, {
    headers: { host: new URL(origin).host, cookie },
  });
  const answer = await GET(request, { params: Promise.resolve({ id: debateId }) });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The tables of Polis, by name. */
async function tables(debateId: string, query = '', cookie = ''): Promise<Map<string, string>> {
  const files = unzipSync(await download(debateId, `format=polis${query}`, cookie));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

async function opinionsOf(debateId: string) {
  const answer = await parley().opinions.of(debateId, null);
  if (!answer.ok || answer.opinions.kind !== 'groups') return expect.fail('no groups');
  return answer.opinions;
}

const isSaid = (name: string) => ['README.txt', 'comments.csv', 'summary.csv'].includes(name);

type Status = 'open' | 'closed';
const turn = ({ owner }: { owner: LiveClient }, status: Status) =>
  does(owner, { type: 'debate.setStatus', status });

/** The ballot, closed, with its tables of before and after. */
let made: Awaited<ReturnType<typeof aBallot>> & Record<'during' | 'after', Map<string, string>>;
beforeAll(async () => {
  const ballot = await aBallot();
  const during = await tables(ballot.debateId, '', ballot.voters[0]?.cookie);
  await turn(ballot, 'closed');
  made = { ...ballot, during, after: await tables(ballot.debateId) };
});

const peopleIn = (): Row[] => parse(made.after.get('participant-votes.csv') ?? '', { columns: true });

test('[BL11] rows leave once voting is over, the same for everyone', async () => {
  const { debateId, cookie, voters, during, after } = made;
  expect([...during.keys()].filter((name) => !isSaid(name))).toEqual([]);
  expect(during.get('README.txt')).toContain('once no one may vote');
  expect(peopleIn()).toHaveLength(15);
  for (const who of [cookie, voters[3]?.cookie])
    for (const people of ['names', 'pseudonyms'])
      expect((await tables(debateId, `&people=${people}`, who)).get('votes.csv')).toBe(
        after.get('votes.csv'),
      );
  // A branch has the rows on its claims, under their numbers.
  const branch: Row[] = parse((await tables(debateId, '&branch=c_b')).get('votes.csv') ?? '', {
    columns: true,
  });
  expect(new Set(branch.map((row) => row['voter-id']))).toEqual(
    new Set(peopleIn().map((row) => row.participant)),
  );
  expect(branch).toHaveLength(15);
});

test('[AN27] analyse finds the groups of the page in the rows', async () => {
  const page = await opinionsOf(made.debateId);
  const folder = mkdtempSync(joinPath(tmpdir(), 'parley-rows-'));
  for (const [name, text] of made.after) writeFileSync(joinPath(folder, name), text);
  const { groups } = (await analysePath(folder)) as {
    groups: { members: Record<string, number>; enough: boolean };
  };
  rmSync(folder, { recursive: true });
  expect(groups.enough).toBe(true);
  for (const row of peopleIn())
    expect(`${groups.members[row.participant ?? '']}`, `person ${row.participant}`).toBe(row['group-id']);
  const sized = (of: (number | null)[]) =>
    page.groups.map((_, group) => of.filter((each) => each === group).length);
  expect(sized(Object.values(groups.members))).toEqual([8, 7]);
  expect(sized(page.places.map(({ group }) => group))).toEqual([8, 7]);
  expect(page.places.map(({ id }) => id)).toEqual(peopleIn().map(() => null));
  const answer = await parley().opinions.of(made.debateId, null);
  const votes: Row[] = parse(made.after.get('votes.csv') ?? '', { columns: true });
  expect(answer, '[AN24] counted in the rows').toMatchObject({
    given: { votes: votes.length, people: 15, by: null, time: null },
  });
});

test('[BL12] one more vote changes neither the rows nor the groups', async () => {
  const { debateId, voters, after } = made;
  const page = await opinionsOf(debateId);
  const owner = await connect({ cookie: made.cookie });
  const voter = await connect({ cookie: voters[0]?.cookie ?? '' });
  for (const client of [owner, voter]) await client.open(debateId);
  await turn({ owner }, 'open');
  await does(voter, vote('a', 'disagree'));
  expect((await tables(debateId)).has('votes.csv'), 'while people vote').toBe(false);
  await turn({ owner }, 'closed');
  expect((await tables(debateId)).get('votes.csv')).toBe(after.get('votes.csv'));
  expect((await opinionsOf(debateId)).groups).toEqual(page.groups);
});

test('[BL11] rows are in no other file and at no earlier moment; a person’s own data has their votes', async () => {
  const { debateId, voters } = made;
  const past = await tables(debateId, `&at=${Date.now()}`);
  expect([...past.keys()].filter((name) => !isSaid(name))).toEqual([]);
  const [voter] = voters;
  if (!voter) throw new Error('Nobody voted');
  const json = JSON.parse(new TextDecoder().decode(await download(debateId, 'format=parley', voter.cookie)));
  expect(new Set(json.debate.votes.map(([, who]: string[]) => who))).toEqual(new Set([voter.id]));
  const ownTables = unzipSync(await download(debateId, 'format=csv'));
  expect(parse(Buffer.from(ownTables['votes.csv'] ?? []), { columns: true, bom: true })).toEqual([]);
  const person = await parley().auth.currentPerson(new Headers({ cookie: voter.cookie }));
  let own = '';
  for await (const piece of person ? await parley().personExport.write(person) : []) own += piece;
  expect(own.match(/"vote\.cast"/g)?.length).toBeGreaterThanOrEqual(8);
});
