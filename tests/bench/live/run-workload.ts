import { type Figures, percentile, summarise } from '../figures.ts';
import type { LightClient } from '../light-client.ts';
import { untilWithin } from '../until-within.ts';
import { MARKS, type Party } from './parties.ts';
import type { Meter } from './with-parley.ts';
import { type Workload, warmUpSeconds } from './workloads.ts';

/** Most connections of a room whose frames are read: reading all would take the processor from the server. */
const READ = 40;

/** Called when what counts begins and ends. */
interface Watch {
  begin(): Promise<void>;
  end(): Promise<void>;
}

const UNWATCHED: Watch = { begin: async () => {}, end: async () => {} };

/** Lets people write as a workload says; `bytes`: of what one connection of each room heard. */
export async function runWorkload(
  workload: Workload,
  party: Party,
  { usage, settledMemory, atRest }: Meter,
  watch = UNWATCHED,
): Promise<{ figures: Figures; bytes: number }> {
  const { rooms, connections, seconds } = workload;
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  const missing = new Map<string, number>();
  const read = Math.min(READ, connections);
  let bytes = 0;
  const hearAs = (index: number) => (text: string) => {
    if (index >= read) return;
    const now = performance.now();
    if (index === 0) bytes += text.length;
    for (const [, mark = ''] of text.matchAll(MARKS)) {
      const at = sentAt.get(mark);
      if (at === undefined) continue;
      latencies.push(now - at);
      missing.set(mark, (missing.get(mark) ?? 0) - 1);
    }
  };
  await party.prepare(rooms);
  const empty = await settledMemory();
  const came = performance.now();
  const clients = await connectAll(workload, party, hearAs);
  const joined = performance.now() - came;
  const perConnection = ((await settledMemory()) - empty) / (rooms * connections);
  const answered: number[] = [];
  const writer = new Writer(workload, party, clients);
  let refused = 0;
  await atRest();
  await writer.write(warmUpSeconds(workload), () => () => {});
  bytes = 0;
  await watch.begin();
  const before = await usage();
  await writer.write(seconds, (mark) => {
    const sent = performance.now();
    sentAt.set(mark, sent);
    missing.set(mark, read);
    return (ok) => {
      answered.push(performance.now() - sent);
      if (ok) return;
      refused += 1;
      missing.delete(mark);
    };
  });
  await untilWithin(() => [...missing.values()].every((left) => left <= 0), 20_000);
  const after = await usage();
  await watch.end();
  for (const client of clients.flat()) client.close();
  const lost = [...missing.values()].reduce((sum, left) => sum + Math.max(0, left), 0);
  const figures = summarise(latencies, {
    operations: missing.size,
    lost,
    // Of deliveries to all, also to those whose frames are not read here.
    cpu: ((after.cpu - before.cpu) * read) / connections,
    databaseCpu: ((after.databaseCpu - before.databaseCpu) * read) / connections,
    memory: after.memory,
  });
  const answeredP99 = percentile(answered, 0.99);
  return { figures: { ...figures, refused, joined, perConnection, answered: answeredP99 }, bytes };
}

/** How many connect at a time: browsers come together too. */
const TOGETHER = 50;

/** Connects everyone, room by room: each hears by what `hearAs` gives for its index in the room. */
async function connectAll(
  { rooms, connections }: Workload,
  party: Party,
  hearAs: (index: number) => (text: string) => void,
): Promise<LightClient[][]> {
  const clients: LightClient[][] = [];
  for (let room = 0; room < rooms; room += 1) {
    const inRoom: LightClient[] = [];
    for (let from = 0; from < connections; from += TOGETHER) {
      const some = Array.from({ length: Math.min(TOGETHER, connections - from) }, (_, more) => from + more);
      const connecting = some.map((index) => party.connect(room, room * connections + index, hearAs(index)));
      inRoom.push(...(await Promise.all(connecting)));
    }
    clients.push(inRoom);
  }
  return clients;
}

/** Writes at an even pace, by all writers of all rooms in turn, and goes on where it left off. */
class Writer {
  readonly #workload: Workload;
  readonly #party: Party;
  readonly #clients: readonly (readonly LightClient[])[];
  #step = 0;

  constructor(workload: Workload, party: Party, clients: readonly (readonly LightClient[])[]) {
    this.#workload = workload;
    this.#party = party;
    this.#clients = clients;
  }

  /** `sending` is called with each mark; what it returns, when the answer has come. */
  async write(seconds: number, sending: (mark: string) => (ok: boolean) => void): Promise<void> {
    const { rooms, writers, perSecond } = this.#workload;
    const start = performance.now();
    const under: Promise<unknown>[] = [];
    for (let count = 0; count < seconds * perSecond; count += 1) {
      await untilWithin(() => performance.now() >= start + (count * 1_000) / perSecond, 60_000);
      const room = this.#step % rooms;
      const turn = Math.floor(this.#step / rooms);
      const sequence = Math.floor(turn / writers);
      const client = this.#clients[room]?.[turn % writers];
      const mark = `_m${room * writers + (turn % writers)}_${sequence}`;
      this.#step += 1;
      if (!client) throw new Error('A room has fewer connections than writers');
      under.push(this.#party.write(client, mark, sequence).then(sending(mark)));
    }
    await Promise.all(under);
  }
}
