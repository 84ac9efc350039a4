import { gunzipSync, gzipSync } from 'node:zlib';
import { decide } from '../../domain/debate/engine/decide.ts';
import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolve } from '../../domain/debate/engine/evolve.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { type Actor, actorOf } from '../../domain/debate/engine/permissions.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { toLogEntries } from '../../domain/debate/engine/to-log-entries.ts';
import { EARLIEST_STATE_SHAPE, toStoredEntry } from '../../domain/debate/engine/upcast.ts';
import { generatedOperations } from '../../server/cli/generate/generated-operations.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';
import { loadState, storeSnapshot } from '../../server/log/snapshots/snapshots.ts';
import { percentile } from './figures.ts';
import { withDataDir } from './with-data-dir.ts';

const CLAIMS = 10_000;
const ENTRIES = 1_000_000;
/** Entries after the stored state: nearly the most there are. */
const AFTER = 900;
/** How often it is opened. */
const ROUNDS = 10;
const ANSWERS = ['agree', 'disagree', 'pass'] as const;

/** The measurement of opening a debate, in milliseconds. */
export interface OpeningFigures {
  readonly claims: number;
  readonly entries: number;
  readonly middle: number;
  readonly worst: number;
  /** Milliseconds of processor time, the median. */
  readonly processor: number;
  /** The same with a state of the earliest shape that is read. */
  readonly upgraded: { readonly middle: number; readonly processor: number };
}

/** Opens a debate of a million entries, most of them votes, as a server does after a start: from the embedded database. */
export function benchOpening(say: (line: string) => void): Promise<OpeningFigures> {
  say(`making a debate of ${CLAIMS} claims and ${ENTRIES} entries …`);
  const { stored, head, newest } = longDebate();
  return withDataDir(async (dataDir) => {
    const database = await openDatabase({ dataDir });
    const log = new DatabaseLog(database);
    const id = 'd_long';
    // Only what is read: the entries before the stored state are left out.
    await database.prisma.debate.create({
      data: { id, title: 'Long', visibility: 'public', head, listing: {} },
    });
    await database.prisma.logEntry.createMany({
      data: newest.map(({ at, actor, author, payload, ...entry }) => ({
        ...entry,
        debateId: id,
        at: BigInt(at),
        actorId: actor,
        authorId: author,
        payload: JSON.parse(JSON.stringify(payload)),
      })),
    });
    await storeSnapshot(log, id, stored);
    const { times, processor } = await openings(log, id, head);
    // As the release before stored it: the same, under the names of then.
    const { data } = await database.prisma.snapshot.findFirstOrThrow({ where: { debateId: id } });
    const text = gunzipSync(data).toString();
    const older = text
      .replace('"ratings":', '"weights":')
      .replace(/"shape":\d+/, `"shape":${EARLIEST_STATE_SHAPE}`);
    const row = { shape: EARLIEST_STATE_SHAPE, data: new Uint8Array(gzipSync(older)) };
    await database.prisma.snapshot.updateMany({ where: { debateId: id }, data: row });
    const upgraded = await openings(log, id, head);
    await database.close();
    return {
      claims: stored.claims.size,
      entries: head,
      middle: percentile(times, 0.5),
      worst: Math.max(...times),
      processor: percentile(processor, 0.5),
      upgraded: {
        middle: percentile(upgraded.times, 0.5),
        processor: percentile(upgraded.processor, 0.5),
      },
    };
  });
}

async function openings(log: DatabaseLog, id: string, head: number) {
  const times: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const loaded = await loadState(log, id);
    if (loaded?.state.seq !== head) throw new Error('The debate was not opened whole');
    const { user, system } = process.cpuUsage(used);
    times.push(performance.now() - began);
    processor.push((user + system) / 1_000);
  }
  return { times, processor };
}

/** The figures as a table. */
export function openingTable({
  claims,
  entries,
  middle,
  worst,
  processor,
  upgraded,
}: OpeningFigures): string {
  const line = (what: string, milliseconds: number) => `${what.padEnd(30)}${milliseconds.toFixed(0)} ms\n`;
  return [
    `${claims} claims, ${entries} entries; the limit is 1,000 ms\n\n`,
    line('opened, middle', middle),
    line('opened, worst', worst),
    line('processor time, middle', processor),
    line('after an upgrade, middle', upgraded.middle),
    line('processor time, middle', upgraded.processor),
  ].join('');
}

/** A debate, its state some entries before its head, and the entries since. */
function longDebate(): { stored: DebateState; head: number; newest: StoredEntry[] } {
  let state = EMPTY_STATE;
  let stored = EMPTY_STATE;
  let now = 1_000;
  const newest: StoredEntry[] = [];
  const does = (who: string, operation: Operation) => {
    const actor: Actor = actorOf(state, who) ?? { id: SYSTEM, role: 'system' };
    const decision = decide(state, operation, actor);
    if (!decision.ok) return;
    now += 1;
    for (const entry of toLogEntries(state, decision.effects, { actor: who, author: who }, now)) {
      state = evolve(state, entry as LogEntry);
      if (state.seq === ENTRIES - AFTER) stored = state;
      else if (state.seq > ENTRIES - AFTER) newest.push(toStoredEntry(entry as LogEntry));
    }
  };
  const size = { claims: CLAIMS, positions: 4, people: 40, votesPerClaim: 3, seed: 7 };
  for (const { author, operation } of generatedOperations(size)) does(author, operation);
  const ids = [...state.claims.keys()];
  const people = [...state.participants.keys()];
  for (let index = 0; state.seq < ENTRIES; index += 1) {
    const claimId = ids[(index * 7_919) % ids.length] ?? '';
    const answer = ANSWERS[(index + Math.floor(index / ids.length)) % ANSWERS.length] ?? 'pass';
    does(people[index % people.length] ?? '', { type: 'vote.cast', claimId, answer, wording: 1 });
  }
  return { stored, head: state.seq, newest };
}
