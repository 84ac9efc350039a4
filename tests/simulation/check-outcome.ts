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
import { isTextEdit, type TextName, textIn, textNamed } from '../../domain/debate/texts.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
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
  for (const { room } of simulation.nodes) assertSame(room.state, replayed, 'a node and a replay');
  for (const person of simulation.people) checkPerson(person, replayed);
  await checkEachOnce(simulation, entries);
  if (simulation.wordsOnly) checkWords(entries, replayed);
  for (const { effect } of entries) simulation.count(`entry ${effect.type}`);
}

/** No holes, time never runs back, and no entry breaks an invariant. The state a replay makes. */
function checkLog(entries: readonly LogEntry[]): DebateState {
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
  const committed: number[] = [];
  for (const person of simulation.people) {
    if (person.participantId === null) continue;
    const { participantId } = person;
    const identities = person.identities.map(({ clientId, clientSeq }) => ({
      clientId: scopedClientId(participantId, clientId),
      clientSeq,
    }));
    const stored = await simulation.log.answers(DEBATE, identities);
    const answerOf = new Map(
      stored.map(({ clientId, clientSeq, answer }) => [`${clientId} ${clientSeq}`, answer]),
    );
    for (const [index, operation] of person.asked.entries()) {
      const { clientId = '', clientSeq = 0 } = identities[index] ?? {};
      if (
        wasMerged(operation, entries, answerOf.get(`${clientId} ${clientSeq}`) as OperationAnswer | undefined)
      )
        simulation.count('merged');
    }
    checkAnswered(person, stored);
    for (const { answer: given, clientId, clientSeq } of stored) {
      const answer = given as OperationAnswer;
      if (answer.ok) committed.push(answer.seq);
      else checkRefusal(simulation, person, `${clientId.split(':')[1]} ${clientSeq}`, answer.rejection.code);
    }
    simulation.count('caught up by entries', person.caughtUpBy.entries);
    simulation.count('caught up by snapshot', person.caughtUpBy.snapshot);
  }
  const byPeople = entries.filter(({ actor }) => actor !== SYSTEM).map(({ seq }) => seq);
  assert.deepEqual(
    committed.sort((a, b) => a - b),
    byPeople,
    'one entry for each accepted operation',
  );
}

/** Each is answered, save an edit that was taken back by typing before it was sent. */
function checkAnswered(
  { name, asked, identities, sent }: SimPerson,
  stored: readonly { clientId: string; clientSeq: number }[],
): void {
  const answered = new Set(stored.map(({ clientId, clientSeq }) => `${clientId.split(':')[1]} ${clientSeq}`));
  for (const [index, { clientId, clientSeq }] of identities.entries()) {
    const identity = `${clientId} ${clientSeq}`;
    const operation = asked[index];
    const takenBack = operation && isTextEdit(operation) && !sent.has(identity);
    assert.ok(answered.has(identity) || takenBack, `${name}: each is answered (${operation?.type})`);
  }
}

/**
 * A refusal is shown, save that an edit of a text sealed meanwhile is asked for again, carried along. No edit is ever made on
 * a text that is not the one it names.
 */
function checkRefusal(
  simulation: Simulation,
  { name, refusalsSeen }: SimPerson,
  identity: string,
  code: RejectionCode,
): void {
  simulation.count(`refused ${code}`);
  assert.notEqual(code, 'change_malformed', `${name}: an edit lost its text`);
  assert.equal(refusalsSeen.has(identity), code !== 'base_too_old', `${name}: a refusal is shown (${code})`);
}

/** Did the server carry an edit over what others had written meanwhile? */
function wasMerged(
  asked: Operation,
  entries: readonly LogEntry[],
  answer: OperationAnswer | undefined,
): boolean {
  if (!isTextEdit(asked) || !answer?.ok) return false;
  const effect = entries[answer.seq - 1]?.effect;
  return (
    effect !== undefined &&
    'change' in effect &&
    JSON.stringify(effect.change) !== JSON.stringify(asked.change)
  );
}

/** Where only words were added, every one that was accepted stands in its text, whole and once. */
function checkWords(entries: readonly LogEntry[], replayed: DebateState): void {
  for (const { effect, seq } of entries) {
    const edited = editedBy(effect);
    if (edited === null) continue;
    const text = textIn(replayed, edited.name) ?? '';
    const words = new Set(text.split(' '));
    assert.equal(words.size, text.split(' ').length, `a word is there twice in ${text}`);
    for (const word of edited.words) assert.ok(words.has(word), `${word} of entry ${seq} in ${text}`);
  }
}

/** The text an effect edits, and the words it puts in. */
function editedBy(effect: LogEntry['effect']): { name: TextName; words: string[] } | null {
  if (!('change' in effect)) return null;
  const words = effect.change.flatMap((part) =>
    typeof part === 'number' ? [] : part.slice(1).join('\n').split(' '),
  );
  return { name: textNamed(effect), words: words.filter((word) => word !== '') };
}

function assertSame(one: DebateState, other: DebateState, which: string): void {
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
