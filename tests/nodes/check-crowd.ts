import assert from 'node:assert/strict';
import { ENTRY_SHAPE, type LogEntry } from '../../domain/debate/engine/entries.ts';
import { evolve } from '../../domain/debate/engine/evolve.ts';
import { audienceIn, projectState } from '../../domain/debate/engine/project.ts';
import { fromSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { cursorFor } from '../../domain/debate/projection/audience-sequence.ts';
import { readParley } from '../../domain/formats/parley/read-parley.ts';
import type { Replica } from '../../domain/sync/replica.ts';
import type { OperationLog } from '../../server/log/operation-log.ts';
import { scopedClientId } from '../../server/log/submission.ts';
import { exportOf } from '../corpus/corpus.ts';
import { assertSame, checkLog, goesOn } from '../simulation/check-outcome.ts';
import { reread } from '../simulation/simulation.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { statesOf } from '../support/log-numbers.ts';
import type { Asked, Crowd, CrowdPerson } from './crowd.ts';

/** Where a crowd works. */
export interface CrowdPlace {
  readonly log: OperationLog;
  readonly debateId: string;
  /** The address people use, and that of each node. */
  readonly origin: string;
  readonly nodes: readonly string[];
}

/** How often what was answered is asked again, through each node (F2). */
const ASKED_AGAIN = 10;
/** Cuts tried of each type of entry: those in the beginning, where states are small. */
const CUTS = 3;

/**
 * Tests whether everyone is live, has nothing pending and sees the same, up to the end of the log; else what is missing. Cheap
 * enough to be asked again and again.
 */
export function unrest(crowd: Crowd, head: DebateState): string {
  const away = crowd.people.length - crowd.live();
  const isBehind = ({ participantId, confirmed }: Replica) =>
    confirmed.seq !== cursorFor(head, participantId).seq;
  const behind = crowd.people.filter(({ store }) => isBehind(store.state().replica)).length;
  return `${away} away, ${crowd.waiting()} operations wait, ${behind} not at the head`;
}

export const AT_REST = '0 away, 0 operations wait, 0 not at the head';

/**
 * Checks all that must hold at rest (I1 to I8, I12): the log has no hole and breaks no invariant; replicas and what nodes
 * serve equal it, and so do a stored state with the entries after it and an exported file; what was acknowledged is there, once, and
 * answered so again by every node; what was refused was shown. Texts are still sealed meanwhile, by the server: each copy is looked
 * at first, and equals the log as far as it goes.
 */
export async function checkCrowd(crowd: Crowd, place: CrowdPlace): Promise<void> {
  const { log, debateId } = place;
  const copies = crowd.people.map((person) => [nameOf(person), person.store.state().replica] as const);
  const served = await Promise.all(place.nodes.map((node, nth) => servedBy(node, place, crowd, nth)));
  const entries = (await log.read(debateId, 0, 1_000_000)).map((entry) => upcastEntry(entry, ENTRY_SHAPE));
  const replayed = checkLog(entries);
  const states = statesOf(entries);
  for (const [name, { confirmed, participantId }] of [...copies, ...served]) {
    const numbers = numbersFor(states, participantId);
    const state = states[numbers.get(confirmed.seq) ?? assert.fail(`${name} is ahead of the log`)];
    if (!state) continue;
    const projected = projectState(state, audienceIn(state, participantId), participantId);
    assertSame(confirmed, projected, `${name} and a replay`);
  }
  checkTypes(entries);
  checkFile(replayed);
  checkKeptOut(entries);
  for (const person of crowd.people) {
    await checkAnswers(person, entries, states, place);
    checkShown(person);
  }
}

function nameOf({ store }: CrowdPerson): string {
  return store.state().replica.participantId ?? 'a reader';
}

/** The copy a node gives a newcomer; the node also answers operations of one person again. */
async function servedBy(node: string, place: CrowdPlace, crowd: Crowd, nth: number) {
  const person = crowd.people[nth % crowd.people.length];
  const client = await connectTo(node, place, person?.cookie);
  try {
    const welcome = await client.open(place.debateId);
    if (!welcome.ok) return assert.fail(`${node} refuses its reader: ${welcome.rejection.code}`);
    const confirmed = fromSnapshot(client.snapshot());
    if (person) await askAgain(person, node, place);
    return [`the copy ${node} gives`, { confirmed, participantId: welcome.participantId }] as const;
  } finally {
    client.close();
  }
}

/** Asks a node again what a person's page has asked: each gets the first answer, and no other payload under its identity. */
async function askAgain(person: CrowdPerson, node: string, place: CrowdPlace): Promise<void> {
  const answered = [...person.asked.values()].filter(({ answer }) => answer !== null).slice(-ASKED_AGAIN);
  for (const { clientId, clientSeq, operation, answer } of answered) {
    const client = await connectTo(node, place, person.cookie, clientId);
    await client.open(place.debateId);
    assert.deepEqual(await client.submit(operation, clientSeq), answer, `${operation.type} asked again`);
    const other = { type: 'debate.edit', title: `Other than ${clientSeq}` } as const;
    const refused = await client.submit(other, clientSeq);
    const isRefused = !refused.ok && refused.rejection.code === 'identity_reused';
    // Nothing is kept of what was refused before it could be decided.
    if (answer?.ok) assert.ok(isRefused, `${JSON.stringify(refused)} for another payload`);
    client.close();
  }
}

function connectTo(
  node: string,
  { origin }: CrowdPlace,
  cookie?: string,
  clientId?: string,
): Promise<LiveClient> {
  // As the proxy passes it on.
  const headers = { origin, host: new URL(origin).host };
  return connectLive(node, { cookie, headers, clientId });
}

/** The log's number of each entry, by the number a participant received it under: the first, where others are hidden from them. */
function numbersFor(
  states: readonly DebateState[],
  participantId: string | null,
): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const [number, state] of states.entries()) {
    const { seq } = cursorFor(state, participantId);
    if (!numbers.has(seq)) numbers.set(seq, number);
  }
  return numbers;
}

/** A stored state and the entry after it make what the state itself does, for each type of entry (I5). */
function checkTypes(entries: readonly LogEntry[]): void {
  const tried = new Map<string, number>();
  let state = EMPTY_STATE;
  for (const entry of entries) {
    const next = evolve(state, entry);
    const times = tried.get(entry.effect.type) ?? 0;
    tried.set(entry.effect.type, times + 1);
    if (times < CUTS) assertSame(evolve(reread(state), entry), next, `${entry.effect.type} after a cut`);
    state = next;
  }
}

/** A file of the debate, read again, has the debate (I4), but for consents to show votes, which are for this debate alone. */
function checkFile(replayed: DebateState): void {
  const read = readParley(Buffer.from(exportOf(replayed))).state;
  const shown = projectState(replayed, 'moderators', null);
  const participants = shown.participants.map(({ showsVotes: _, everShowedVotes: __, ...person }) => person);
  assertSame(read, reread({ ...shown, participants }), 'a file and a replay');
}

/** Nothing of a person is applied between their ban and its end (I6). */
function checkKeptOut(entries: readonly LogEntry[]): void {
  const banned = new Set<string>();
  for (const { actor, seq, effect } of entries) {
    assert.ok(!banned.has(actor), `entry ${seq} is of ${actor}, who was banned`);
    if (effect.type !== 'participant.membershipChanged') continue;
    if (effect.membership === 'banned') banned.add(effect.participantId);
    else banned.delete(effect.participantId);
  }
}

/** Each operation is answered, what was acknowledged stands in the log once, and nothing else of this person does (I1, I2, I7). */
async function checkAnswers(
  { store, asked }: CrowdPerson,
  entries: readonly LogEntry[],
  states: readonly DebateState[],
  { log, debateId }: CrowdPlace,
): Promise<void> {
  const participantId = store.state().replica.participantId ?? '';
  const numbers = numbersFor(states, participantId);
  const all = [...asked.values()];
  const scoped = all.map(({ clientId, clientSeq }) => ({
    clientId: scopedClientId(participantId, clientId),
    clientSeq,
  }));
  const stored = new Map(
    (await log.answers(debateId, scoped)).map((one) => [`${one.clientId} ${one.clientSeq}`, one.answer]),
  );
  const accepted: number[] = [];
  for (const [index, { operation, answer }] of all.entries()) {
    assert.ok(answer, `${operation.type} of ${participantId} has no answer`);
    if (!answer.ok) continue;
    accepted.push(numbers.get(answer.seq) ?? assert.fail(`${operation.type} is ahead of the log`));
    assert.deepEqual(stored.get(`${scoped[index]?.clientId} ${scoped[index]?.clientSeq}`), answer);
  }
  const own = entries.filter(
    (entry) =>
      entry.actor === participantId &&
      entry.effect.type !== 'participant.joined' &&
      !goesOn(entry, entries[entry.seq]),
  );
  const inOrder = accepted.toSorted((a, b) => a - b);
  assert.deepEqual(
    inOrder,
    own.map(({ seq }) => seq),
    `entries of ${participantId}`,
  );
}

/** Each refusal was shown, unless the page asked again on a newer text (I7). */
function checkShown({ asked }: CrowdPerson): void {
  const isHidden = ({ answer, isShown }: Asked) =>
    answer?.ok === false && answer.rejection.code !== 'base_too_old' && !isShown;
  const hidden = [...asked.values()].filter(isHidden);
  assert.deepEqual(hidden, [], 'refused and not shown');
}
