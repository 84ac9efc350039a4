import assert from 'node:assert/strict';
import { ENTRY_SHAPE, type LogEntry, SYSTEM } from '../../domain/debate/entries.ts';
import { evolve, evolveAll } from '../../domain/debate/evolve.ts';
import { brokenInvariants } from '../../domain/debate/invariants.ts';
import { liftEntry } from '../../domain/debate/lift.ts';
import type { Operation } from '../../domain/debate/operations.ts';
import { audienceOf, projectState } from '../../domain/debate/project.ts';
import type { RejectionCode } from '../../domain/debate/rejections.ts';
import { toSnapshot } from '../../domain/debate/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/state.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { loadState } from '../../server/log/snapshots.ts';
import { scopedClientId } from '../../server/log/submission.ts';
import { DEBATE } from './sim-node.ts';
import type { SimPerson } from './sim-person.ts';
import { reread, type Simulation } from './simulation.ts';

/** Checks what must hold when a simulation has come to rest (I2 to I5, I7, I8, I12). */
export async function checkOutcome(simulation: Simulation): Promise<void> {
  const stored = await simulation.log.read(DEBATE, 0, 1_000_000);
  const entries = stored.map((entry) => liftEntry(entry, ENTRY_SHAPE));
  const replayed = checkLog(entries);
  checkCuts(entries, replayed);
  const loaded = await loadState(simulation.log, DEBATE);
  assertSame(loaded?.state ?? EMPTY_STATE, replayed, 'a fresh load and a replay');
  for (const { room } of simulation.nodes) assertSame(room.state, replayed, 'a node and a replay');
  for (const person of simulation.people) checkPerson(person, replayed);
  await checkEachOnce(simulation, entries);
  if (simulation.wordsOnly) checkWords(entries, replayed);
  for (const { effect } of entries) simulation.count(`entry ${effect.type}`);
}

/** No holes, time never runs back, and no entry breaks an invariant. The state a replay makes. */
export function checkLog(entries: readonly LogEntry[]): DebateState {
  let state = EMPTY_STATE;
  for (const [index, entry] of entries.entries()) {
    assert.equal(entry.seq, index + 1, 'a hole in the log');
    assert.ok(entry.at >= state.at, 'time ran backwards');
    state = evolve(state, entry);
  }
  assert.deepEqual(brokenInvariants(state), []);
  return state;
}

/** A stale snapshot and the entries after it make what a replay makes. */
function checkCuts(entries: readonly LogEntry[], replayed: DebateState): void {
  for (const cut of [0.3, 0.8].map((part) => Math.floor(entries.length * part))) {
    const early = evolveAll(EMPTY_STATE, entries.slice(0, cut));
    assertSame(evolveAll(reread(early), entries.slice(cut)), replayed, `a snapshot at ${cut} and the rest`);
  }
}

function checkPerson(person: SimPerson, replayed: DebateState): void {
  const { participantId, name } = person;
  const { replica, connection } = person.state;
  assert.equal(connection.kind, 'live', `${name} is not live`);
  assert.deepEqual(replica.pending, [], `${name} still waits`);
  const role = (participantId && replayed.participants.get(participantId)?.role) || null;
  const projected = projectState(replayed, audienceOf(role), participantId);
  assertSame(replica.confirmed, projected, `${name} and a projection`);
  assert.equal(replica.view, replica.confirmed, `${name} sees what is confirmed`);
}

/** Every operation a store took is committed once or refused with a reason; nothing else is in the log. */
async function checkEachOnce(simulation: Simulation, entries: readonly LogEntry[]): Promise<void> {
  const committed = new Set<number>();
  for (const person of simulation.people) {
    if (person.participantId === null) continue;
    for (const { operation, answer, identity } of await answersOf(simulation, person)) {
      if (wasMerged(operation, entries, answer)) simulation.count('merged');
      if (answer?.ok) committed.add(answer.seq);
      else if (answer) checkRefusal(simulation, person, answer.rejection.code);
      assert.ok(answer || person.unkept.has(identity), `${person.name}: each is answered`);
      simulation.count(answer ? 'answered' : 'gone with a crashed page');
    }
    simulation.count('caught up by entries', person.caughtUpBy.entries);
    simulation.count('caught up by snapshot', person.caughtUpBy.snapshot);
  }
  await checkShown(simulation);
  const byPeople = entries.filter(({ actor }) => actor !== SYSTEM).map(({ seq }) => seq);
  assert.deepEqual(
    [...committed].sort((a, b) => a - b),
    byPeople,
    'one entry for each accepted operation',
  );
}

/** What became of each operation that a tab took. */
async function answersOf({ log }: Simulation, { participantId, asked, identities }: SimPerson) {
  const scoped = identities.map(({ clientId, clientSeq }) => ({
    clientId: scopedClientId(participantId ?? '', clientId),
    clientSeq,
  }));
  const stored = await log.answers(DEBATE, scoped);
  const answers = new Map(stored.map((one) => [`${one.clientId} ${one.clientSeq}`, one.answer]));
  return asked.map((operation, index) => ({
    operation,
    identity: `${identities[index]?.clientId} ${identities[index]?.clientSeq}`,
    answer: answers.get(`${scoped[index]?.clientId} ${scoped[index]?.clientSeq}`) as
      | OperationAnswer
      | undefined,
  }));
}

/** No two operations have one identity. Each refusal is shown to its author, in the tab that asked or in one that went on for it, and nothing else is. */
async function checkShown(simulation: Simulation): Promise<void> {
  const participants = new Set(simulation.people.map(({ participantId }) => participantId));
  for (const participant of participants) {
    const tabs = simulation.people.filter(({ participantId }) => participantId === participant);
    const answered = await Promise.all(tabs.map((tab) => answersOf(simulation, tab)));
    const refused = answered.flat().filter(({ answer }) => answer?.ok === false);
    const identities = answered.flat().map(({ identity }) => identity);
    assert.equal(new Set(identities).size, identities.length, `${participant}: no number is given twice`);
    const unkept = new Set(tabs.flatMap((tab) => [...tab.unkept]));
    const numberOf = ({ identity }: { identity: string }) => Number(identity.split(' ')[1]);
    const shown = tabs.flatMap((tab) => tab.state.refused.map(({ clientSeq }) => clientSeq));
    const all = refused.map(numberOf);
    const due = refused.filter(({ identity }) => !unkept.has(identity)).map(numberOf);
    assert.deepEqual(without(due, shown), [], `${participant}: refusals are shown`);
    assert.deepEqual(without(shown, all), [], `${participant}: only refusals are shown, each once`);
  }
}

/** The first list without what is in the second, each as often as it is there. */
function without(list: readonly number[], taken: readonly number[]): number[] {
  const left = [...list];
  for (const one of taken) if (left.includes(one)) left.splice(left.indexOf(one), 1);
  return left;
}

/** No edit is ever made on a text that is not the one it names: so few changes are all remembered. */
function checkRefusal(simulation: Simulation, { name }: SimPerson, code: RejectionCode): void {
  simulation.count(`refused ${code}`);
  assert.ok(
    code !== 'base_too_old' && code !== 'change_malformed',
    `${name}: an edit lost its text (${code})`,
  );
  assert.notEqual(code, 'identity_reused', `${name}: a number was given twice`);
}

/** Did the server carry an edit over what others had written meanwhile? */
function wasMerged(
  asked: Operation,
  entries: readonly LogEntry[],
  answer: OperationAnswer | undefined,
): boolean {
  if (asked.type !== 'claim.edit' || !answer?.ok) return false;
  const effect = entries[answer.seq - 1]?.effect;
  return effect?.type === 'claim.edited' && JSON.stringify(effect.change) !== JSON.stringify(asked.change);
}

/** Where only words were added, every one that was accepted stands in its text, whole and once. */
function checkWords(entries: readonly LogEntry[], replayed: DebateState): void {
  for (const { effect, seq } of entries) {
    if (effect.type !== 'claim.edited') continue;
    const word = effect.change
      .flatMap((part) => (typeof part === 'number' ? [] : part.slice(1)))
      .join('')
      .trim();
    const words = replayed.claims.get(effect.claimId)?.text.split(' ') ?? [];
    assert.equal(
      words.filter((other) => other === word).length,
      1,
      `${word} of entry ${seq} in ${words.join(' ')}`,
    );
  }
}

export function assertSame(one: DebateState, other: DebateState, which: string): void {
  // Texts are quick to compare; only a difference is worth looking at closely.
  const [oneText, otherText] = [asText(one), asText(other)];
  if (oneText !== otherText) assert.deepEqual(JSON.parse(oneText), JSON.parse(otherText), which);
}

function asText(state: DebateState): string {
  const indexes = [state.childLinks, state.crossLinks, state.commentsOn].map((index) =>
    [...index].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return JSON.stringify([toSnapshot(state), indexes]);
}
