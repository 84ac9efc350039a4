import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { GET } from '../../app/api/debates/[id]/export/route.ts';
import { finish } from '../../domain/collections/steps.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { unpackSnapshot } from '../../domain/debate/engine/packed-snapshot.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { FORMAT_NAMES } from '../../domain/formats/formats.ts';
import { parley } from '../../server/handle.ts';
import { answer, quickPoll } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';
import { addTask } from '../support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

const server = withTestServer();

/** People do everything they can, and none of it is sent to others. */
const BLIND = { ...WRITING, may: ['add', 'edit', 'comment', 'vote'] } as const;

async function does(client: LiveClient, operation: Operation): Promise<number> {
  const answered = await client.submit(operation);
  if (!answered.ok) throw new Error(`${operation.type}: ${answered.rejection.code}`);
  return answered.seq;
}

const comment = (key: string): Operation => ({
  type: 'comment.add',
  commentId: `k_${key}`,
  on: { kind: 'claim', id: 'c_open' },
  replyTo: null,
  text: 'A word beside it',
});

/** Hidden activity of others, `often` times, each time in another way. */
async function write(others: readonly LiveClient[], often: number, key: string): Promise<void> {
  for (const [at, other] of others.entries()) {
    for (let time = 0; time < often; time += 1) {
      const own = `${key}${at}x${time}`;
      await does(other, claim(own, 'Unseen'));
      await does(other, { type: 'claim.edit', claimId: `c_${own}`, base: 1, change: [[0, 'Still '], 6] });
      await does(other, comment(own));
      await does(other, vote('open', time % 2 === 0 ? 'agree' : 'disagree'));
      await does(other, answer('q_one', time % 2));
      await other.submit(claim(own, 'Twice: refused'));
    }
  }
}

/** A text without random ids and times. */
function plain(text: string, names: ReadonlyMap<string, string>): string {
  let plainText = text;
  for (const [id, name] of names) plainText = plainText.replaceAll(id, name);
  return plainText
    .replaceAll(/\b1[78]\d{8}(\d{3})?\b/g, '1')
    .replaceAll(/\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT/g, 'T')
    .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, 'T')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'connection')
    .replaceAll(/Debate \d+/g, 'Debate');
}

/** The same for JSON, in an order that does not depend on those names. */
function plainJson(value: unknown, names: ReadonlyMap<string, string>): unknown {
  const sorted = (part: unknown): unknown => {
    if (Array.isArray(part)) {
      const items = part.map(sorted);
      return items.every((item) => typeof item === 'object')
        ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : items;
    }
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, sorted(item)]));
  };
  return sorted(JSON.parse(plain(JSON.stringify(value ?? null), names)));
}

/** A debate with a facilitator, a curious participant, two who write unseen, a reader and a stage; and all that these hear. */
async function gather() {
  const { debateId, cookie } = await makeOwnDebate('public');
  const olga = await connect({ cookie, clientId: 'tab_of_olga' });
  const welcome = await olga.open(debateId);
  const ann = await join(debateId, 'Ann');
  const others = [await join(debateId, 'Ben'), await join(debateId, 'Cora')];
  const [reader, stage] = [await connect(), await connect({ cookie, stage: true })];
  for (const client of [reader, stage]) await client.open(debateId);
  const names = new Map([
    [debateId, 'debate'],
    [welcome.ok ? (welcome.participantId ?? '') : '', 'Olga'],
    [ann.id, 'Ann'],
  ]);
  for (const [at, { id }] of others.entries()) names.set(id, `Other ${at}`);
  const received: Record<string, unknown[]> = {};
  // In the order in which each hears it: an answer and a frame may come in one packet.
  const hear = (what: string, of: unknown) => {
    received[what] = [...(received[what] ?? []), of];
  };
  return {
    debateId,
    cookie,
    ann,
    others,
    all: { olga, ann, reader, stage },
    names,
    received,
    hear,
    note: (what: string, of: unknown) => hear(what, plainJson(of, names)),
    listed: async () => (await parley().debateLists.list(null)).find(({ id }) => id === debateId),
  };
}

type Gathered = Awaited<ReturnType<typeof gather>>;

/** Submits something that everyone receives, and waits until they have. */
async function openly({ all, others, note }: Gathered, operation: Operation): Promise<number> {
  const seq = await does(all.olga, operation);
  note(`olga asked ${operation.type}`, seq);
  await Promise.all([...Object.values(all), ...others].map((client) => client.seen(seq)));
  return seq;
}

/** Submits something that the curious participant alone receives. */
async function alone({ ann, note }: Gathered, operation: Operation): Promise<void> {
  const seq = await does(ann, operation);
  note(`ann asked ${operation.type}`, seq);
  await ann.seen(seq);
}

/** A blind phase in which the others write so many times between all that happens. */
async function writeBlind(room: Gathered, often: number): Promise<void> {
  const { ann, note, others, listed } = room;
  let key = 0;
  const busy = () => write(others, often, `k${key++}`);
  const changedAt = (await listed())?.changedAt;
  const start = ann.snapshot();
  await busy();
  note('the time of the last of all', ann.snapshot().at === start.at);
  await alone(room, claim('mine', 'My own'));
  await busy();
  note('the list', { ...(await listed()), isOlder: (await listed())?.changedAt === changedAt, changedAt: 0 });
  await alone(room, comment('mine'));
  await alone(room, vote('open', 'agree'));
  await busy();
  await alone(room, answer('q_one', 1));
  note('asked again', await ann.submit(answer('q_one', 1), 4));
  note('refused', await ann.submit(claim('mine', 'Twice')));
  await openly(room, { type: 'debate.edit', title: 'Another title' });
  await busy();
  await alone(room, vote('open', 'pass'));
  await openly(room, { type: 'spotlight.set', on: 'c_open', call: true });
  await busy();
}

type Place = readonly [seq: number, at: number];

/** The curious participant comes back from these places, and others come for the first time. */
async function comeLate({ debateId, cookie, ann, note }: Gathered, froms: Readonly<Record<string, Place>>) {
  for (const [from, [seq, at]] of Object.entries(froms)) {
    const back = await connect({ cookie: ann.cookie });
    note(`ann back from ${from}`, { ...(await back.open(debateId, seq, [1, 2, 3, 99], at)), present: [] });
    note(`ann knows, from ${from}`, back.snapshot());
    back.close();
  }
  for (const [who, options] of Object.entries({
    reader: {},
    olga: { cookie },
    stage: { cookie, stage: true as const },
  })) {
    const late = await connect(options);
    note(`${who} comes`, { ...(await late.open(debateId)), present: [] });
    late.close();
  }
}

/** Pages, records and files as people get them. */
async function readEverything({ debateId, cookie, ann, names, hear, note }: Gathered): Promise<void> {
  const people = { Ann: ann.cookie, Olga: cookie, nobody: '' };
  for (const [who, own] of Object.entries(people)) {
    const person = await parley().auth.currentPerson(new Headers({ cookie: own }));
    const page = await parley().debates.read(debateId, person);
    note(
      `page of ${who}`,
      page.ok && {
        view: toSnapshot(page.view),
        opening: { ...page.opening, packed: finish(unpackSnapshot(page.opening.packed)) },
      },
    );
    const meeting = await parley().meetings.record(debateId, '1', person);
    note(`record for ${who}`, meeting?.ok && { ...meeting, view: null });
    for (const format of who === 'Ann' ? FORMAT_NAMES : (['parley', 'csv'] as const))
      hear(`${format} for ${who}`, fileAs(plain(await download(debateId, format, own), names)));
    note(`tasks for ${who}`, await parley().taskCounts.of(debateId, person));
    if (person)
      note(`all of ${who}`, JSON.parse(await textOf(await parley().personExport.write(person))).debates);
  }
}

/** A blind phase as curious participants see it while others write so many times. */
async function spied(often: number) {
  const room = await gather();
  const { ann, all, note } = room;
  await openly(room, claim('open', 'Seen by all'));
  await openly(room, quickPoll('q_one'));
  await openly(room, setAgenda([BLIND, OPEN]));
  await openly(room, addTask('t_write', 'claims', 1, { phaseId: 'p-write' }));
  await openly(room, addTask('t_vote', 'votes', 1));
  await openly(room, { type: 'meeting.setStatus', live: true });
  const before = ann.snapshot();
  await openly(room, turnTo('p-write'));
  for (const [who, client] of Object.entries(all))
    client.socket.onAny((event, message) => {
      // Arrivals and departures are sent at their own time; places and typing are not sent.
      if (event !== 'presence') note(`${who} heard ${event}`, message);
      else if (message.here.some((here: { at: unknown; writing: boolean }) => here.at || here.writing))
        note(`${who} saw`, message);
    });
  const start = ann.snapshot();
  await writeBlind(room, often);
  const now = ann.snapshot();
  await comeLate(room, {
    nothing: [0, 0],
    before: [before.seq, before.at],
    start: [start.seq, start.at],
    now: [now.seq, now.at],
    beyond: [now.seq + 1, now.at],
    otherwise: [now.seq, now.at - 1],
  });
  await readEverything(room);
  const heard = { ...room.received };
  heard['the number of the reveal'] = [await openly(room, turnTo('p-open', 'p-write'))];
  return { heard, claims: ann.snapshot().claims.length };
}

/** The content of a file, independent of the order of random ids. */
function fileAs(text: string): unknown {
  return text.startsWith('{') ? plainJson(JSON.parse(text), new Map()) : text.split('\n').sort();
}

async function download(debateId: string, format: string, cookie: string): Promise<string> {
  const { origin } = server();
  const request = new Request(`${origin}/api/debates/${debateId}/export?format=${format}`, {
    headers: { host: new URL(origin).host, cookie },
  });
  const file = await GET(request, { params: Promise.resolve({ id: debateId }) });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x50) return file.ok ? strFromU8(bytes) : `refused: ${file.status}`;
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}: ${strFromU8(content)}`)
    .join('\n');
}

async function textOf(pieces: AsyncIterable<string> | 'too_fast' | 'busy'): Promise<string> {
  if (typeof pieces === 'string') return expect.fail(pieces);
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

test('[BL7] in a blind phase nobody receives anything that depends on hidden activity', async () => {
  const [quiet, busy] = [await spied(0), await spied(2)];
  expect(quiet.claims).toBe(2);
  expect(busy.claims).toBeGreaterThan(20);
  expect(Object.keys(busy.heard).sort()).toEqual(Object.keys(quiet.heard).sort());
  for (const [what, of] of Object.entries(busy.heard))
    expect({ [what]: of }).toEqual({ [what]: quiet.heard[what] });
});
