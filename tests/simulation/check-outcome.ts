import assert from 'node:assert/strict';
import { ENTRY_SHAPE, type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolve, evolveAll } from '../../domain/debate/engine/evolve.ts';
import { brokenInvariants } from '../../domain/debate/engine/invariants.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { audienceIn, projectStanding, projectState } from '../../domain/debate/engine/project.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { blankText } from '../../domain/debate/erasure/tombstone.ts';
import { isTextEdit, type TextName, textIn, textNamed } from '../../domain/debate/texts/texts.ts';
import type { TextChange } from '../../domain/ot/text-change.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';
import { readingProblem } from '../../server/log/reading-problem.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { scopedClientId } from '../../server/log/submission.ts';
import { seqLogged, statesOf } from '../support/log-numbers.ts';
import { opening } from './opening.ts';
import { DEBATE } from './sim-node.ts';
import type { SimPerson } from './sim-person.ts';
import { reread, type Simulation } from './simulation.ts';

/** Checks what must hold when a simulation has come to rest (I2 to I5, I7, I8, I12). */
export async function checkOutcome(simulation: Simulation): Promise<void> {
  const stored = await simulation.log.read(DEBATE, 0, 1_000_000);
  const entries = stored.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
  const replayed = checkLog(entries);
  checkCuts(entries, replayed);
  const loaded = await loadState(simulation.log, DEBATE);
  assertSame(loaded?.state ?? EMPTY_STATE, replayed, 'a fresh load and a replay');
  for (const { room } of simulation.nodes) assertSame(room.state, replayed, 'a node and a replay');
  for (const person of simulation.people) checkPerson(person, replayed);
  await checkEachOnce(simulation, entries);
  if (simulation.wordsOnly) checkWords(entries, replayed);
  checkErased(simulation, stored, entries, replayed);
  for (const { effect } of entries) simulation.count(`entry ${effect.type}`);
}

/**
 * Of who was forgotten no whole word is left in anything that is stored or known to anyone, but what someone else has quoted
 * since: what was on its way, copied from what they saw, is theirs, also where it was put together of several edits.
 */
function checkErased(
  { people }: Simulation,
  stored: readonly StoredEntry[],
  entries: readonly LogEntry[],
  replayed: DebateState,
): void {
  const erased = entries.findIndex(({ effect }) => effect.type === 'participant.erased');
  if (erased < 0) return;
  const left = JSON.stringify(stored.slice(0, erased));
  // Nodes and people know what a replay makes of the log; with all that was written since crossed out, nothing in it is quoted.
  const known = JSON.stringify(toSnapshot(evolveAll(EMPTY_STATE, withoutQuotes(entries, erased))));
  // A banned participant receives nothing more, and is shown nothing of what they knew.
  const readers = people.filter(({ participantId }) => !readingProblem(replayed, participantId));
  const steps = JSON.stringify(readers.map(({ state }) => state.undo));
  for (const word of opening('shared').flatMap(wordsOf)) {
    assert.ok(!left.includes(word), `${word} is in the log still`);
    assert.ok(!known.includes(word), `${word} is known still`);
    assert.ok(!steps.includes(word) || isQuoted(word, entries, erased), `undo brings ${word} back`);
  }
}

/** The log with everything blank that was written after a place in it: what is left is from before. */
function withoutQuotes(entries: readonly LogEntry[], after: number): LogEntry[] {
  return entries.map((entry, index) =>
    index < after ? entry : { ...entry, effect: crossedOut(entry.effect) as LogEntry['effect'] },
  );
}

/** The fields of effects in which words are. */
const WRITTEN = ['text', 'summary', 'title', 'motion', 'name', 'locator', 'excerpt', 'note', 'words'];

function crossedOut(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return WRITTEN.includes(name) ? blankText(value) : value;
  if (name === 'change' && Array.isArray(value)) {
    return (value as TextChange).map((part) =>
      typeof part === 'number' ? part : [part[0], ...part.slice(1).map((line) => blankText(String(line)))],
    );
  }
  if (Array.isArray(value)) return value.map((one) => crossedOut(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, crossedOut(part, field)]));
}

/** Did a word come into an entry, or into a text, after a place in the log? */
function isQuoted(word: string, entries: readonly LogEntry[], after: number): boolean {
  let state = evolveAll(EMPTY_STATE, entries.slice(0, after));
  return entries.slice(after).some((entry) => {
    state = evolve(state, entry);
    return JSON.stringify([entry, toSnapshot(state)]).includes(word);
  });
}

function wordsOf(operation: Operation): string[] {
  return 'text' in operation ? operation.text.split(' ') : [];
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
  const { replica, connection, standing } = person.state;
  const problem = readingProblem(replayed, participantId);
  if (problem) {
    // Of two reasons they know the one that was sent to them.
    const isRefused = connection.kind === 'refused' && AT_THE_DOOR.includes(connection.rejection.code);
    assert.ok(isRefused, `${name} is kept out`);
    assert.deepEqual(replica.pending, [], `${name} still waits`);
    return;
  }
  assert.deepEqual(standing, projectStanding(replayed, participantId), `${name} knows what was decided`);
  assert.equal(connection.kind, 'live', `${name} is not live`);
  assert.deepEqual(replica.pending, [], `${name} still waits`);
  const projected = projectState(replayed, audienceIn(replayed, participantId), participantId);
  assertSame(replica.confirmed, projected, `${name} and a projection`);
  assert.equal(replica.view, replica.confirmed, `${name} sees what is confirmed`);
}

/** Every operation a store took is committed once or refused with a reason; nothing else is in the log. */
async function checkEachOnce(simulation: Simulation, entries: readonly LogEntry[]): Promise<void> {
  const committed = new Set<number>();
  const states = statesOf(entries);
  for (const person of simulation.people) {
    if (person.participantId === null) continue;
    const sent = pooled(simulation, person, (tab) => tab.sent.values());
    const seen = new Map(pooled(simulation, person, (tab) => tab.refusalsSeen.entries()));
    for (const { operation, answer, identity } of await answersOf(simulation, person)) {
      const seq = answer?.ok ? seqLogged(states, person.participantId, answer.seq) : null;
      if (seq !== null && wasMerged(operation, entries[seq - 1])) simulation.count('merged');
      if (seq !== null) committed.add(seq);
      else if (answer && !answer.ok) checkRefusal(simulation, person, answer.rejection.code);
      // Except an edit that was removed by typing before it was sent.
      const isTakenBack = isTextEdit(operation) && !sent.has(identity);
      const isTurnedAway = AT_THE_DOOR.includes(seen.get(identity) ?? 'invalid');
      const isGone = person.unkept.has(identity) || isTakenBack || isTurnedAway;
      assert.ok(answer || isGone, `${person.name}: each is answered (${operation.type})`);
      simulation.count(answer ? 'answered' : 'gone with a crashed page');
    }
    simulation.count('caught up by entries', person.caughtUpBy.entries);
    simulation.count('caught up by snapshot', person.caughtUpBy.snapshot);
    simulation.count('turned away', person.turnedAway);
  }
  await checkShown(simulation);
  const byPeople = entries
    .filter(
      (entry) => entry.actor !== SYSTEM && (committed.has(entry.seq) || !goesOn(entry, entries[entry.seq])),
    )
    .map(({ seq }) => seq);
  assert.deepEqual(
    [...committed].sort((a, b) => a - b),
    byPeople,
    'one entry for each accepted operation',
  );
}

/**
 * One operation is answered with its last entry. A person who may no longer speak also loses the floor and lowers their hand (`silenced`),
 * and everyone does when the meeting ends or the debate is closed, which also closes its polls; a removed one also stops showing their votes;
 * an answered question leaves the stage; a reply reopens its thread, at once or when it is approved; an answer to a steelman brings what is missing; a turn of the agenda also begins or ends the meeting, and closes and opens the polls of its phases.
 */
export function goesOn({ actor, at, effect }: LogEntry, next: LogEntry | undefined): boolean {
  if (next?.actor !== actor || next.at !== at) return false;
  if (ON_A_TURN.has(effect.type) && ON_A_TURN.has(next.effect.type)) return true;
  // A closed debate closes its polls, after ending the floor.
  if (next.effect.type === 'poll.statusChanged' && !next.effect.open && AFTER_CLOSING.includes(effect.type))
    return true;
  if (effect.type === 'question.answered' && next.effect.type === 'spotlight.set')
    return next.effect.on === null;
  if (next.effect.type === 'comment.resolved' && !next.effect.resolved) {
    if (effect.type === 'comment.added') return effect.replyTo !== null;
    // An approval reopens each thread that one of its replies is in.
    return effect.type === 'content.restored' || (effect.type === 'comment.resolved' && !effect.resolved);
  }
  if (next.effect.type === 'steelman.answered')
    return effect.type === 'comment.added' && effect.ofAnswer === next.effect.answerId;
  // A moderator who ends a recognition removes all answers that agree.
  if (next.effect.type === 'steelman.answerWithdrawn') return effect.type === next.effect.type;
  const follows =
    next.effect.type === 'hand.lowered' ||
    next.effect.type === 'floor.uninvited' ||
    (next.effect.type === 'perspective.shown' && !next.effect.shown) ||
    (next.effect.type === 'floor.given' && next.effect.to === null);
  if (next.effect.type === 'meeting.ended') return AFTER_IT.includes(effect.type);
  return follows && BEFORE_IT.includes(effect.type);
}

const ON_A_TURN: ReadonlySet<string> = new Set([
  'agenda.phaseChanged',
  'meeting.started',
  'meeting.ended',
  'poll.opened',
  'poll.statusChanged',
]);

const AFTER_CLOSING = ['debate.statusChanged', 'hand.lowered', 'floor.given'];

const AFTER_IT = ['hand.lowered', 'floor.given', 'floor.uninvited'];

const BEFORE_IT = [
  'participant.membershipChanged',
  'participant.muted',
  'participant.appointed',
  'debate.statusChanged',
  'agenda.phaseChanged',
  'perspective.shown',
  ...AFTER_IT,
];

/** The outcome of each operation that a tab submitted. */
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

/** The refusals of people who may not open the debate: their unsent operations are never asked for. */
const AT_THE_DOOR: readonly RejectionCode[] = ['banned', 'removed', 'debate_not_found'];

/** The combined results of one participant's tabs: one may have continued for another. */
function pooled<T>(
  { people }: Simulation,
  { participantId }: SimPerson,
  of: (tab: SimPerson) => Iterable<T>,
): Set<T> {
  return new Set(people.filter((tab) => tab.participantId === participantId).flatMap((tab) => [...of(tab)]));
}

/**
 * No two operations have one identity. Each refusal is shown to its author, in the tray or an editor of the tab that asked or
 * of one that went on for it, save of an edit that is asked for again, carried along; and nothing that was not refused is.
 */
async function checkShown(simulation: Simulation): Promise<void> {
  const participants = new Map(simulation.people.map((person) => [person.participantId, person]));
  for (const [participant, person] of participants) {
    const tabs = simulation.people.filter(({ participantId }) => participantId === participant);
    const answered = (await Promise.all(tabs.map((tab) => answersOf(simulation, tab)))).flat();
    checkIdentities(answered, participant);
    const refused = answered.filter(({ answer }) => answer?.ok === false);
    const [unkept, seen] = [
      pooled(simulation, person, (tab) => tab.unkept.values()),
      new Map(pooled(simulation, person, (tab) => tab.refusalsSeen.entries())),
    ];
    for (const { identity, answer, operation } of answered) {
      assert.ok(
        !seen.has(identity) || !answer?.ok,
        `${participant}: what is shown as refused was done (${operation.type})`,
      );
    }
    for (const { identity, answer } of refused) {
      const isDue =
        !unkept.has(identity) && !(answer?.ok === false && answer.rejection.code === 'base_too_old');
      assert.ok(seen.has(identity) || !isDue, `${participant}: a refusal is shown`);
    }
    const atTheDoor = answered.filter(
      ({ identity, answer }) => !answer && AT_THE_DOOR.includes(seen.get(identity) ?? 'invalid'),
    );
    const numberOf = ({ identity }: { identity: string }) => Number(identity.split(' ')[1]);
    const shown = tabs.flatMap((tab) => tab.state.refused.map(({ clientSeq }) => clientSeq));
    const all = [...new Map([...refused, ...atTheDoor].map((one) => [one.identity, numberOf(one)])).values()];
    const heldBack = tabs.flatMap((tab) => tab.heldBack);
    const strange = without(without(shown, all), heldBack);
    assert.deepEqual(strange, [], `${participant}: only refusals are shown, each once`);
  }
}

/** An operation may be known to two tabs, where one went on for the other; it is the same one then. */
function checkIdentities(
  answered: readonly { identity: string; operation: Operation }[],
  participant: string | null,
): void {
  const kinds = new Map<string, string>();
  for (const { identity, operation } of answered) {
    const kind = `${operation.type} ${subjectOf(operation)}`;
    assert.equal(kinds.get(identity) ?? kind, kind, `${participant}: no number is given twice`);
    kinds.set(identity, kind);
  }
}

function subjectOf(operation: Operation): string {
  return Object.entries(operation)
    .filter(([name, value]) => name.endsWith('Id') && typeof value === 'string')
    .map(([, value]) => value)
    .join(' ');
}

/** The first list without what is in the second, each as often as it is there. */
function without(list: readonly number[], taken: readonly number[]): number[] {
  const left = [...list];
  for (const one of taken) if (left.includes(one)) left.splice(left.indexOf(one), 1);
  return left;
}

/** No edit is ever made on a text that is not the one it names. */
function checkRefusal(simulation: Simulation, { name }: SimPerson, code: RejectionCode): void {
  simulation.count(`refused ${code}`);
  assert.notEqual(code, 'change_malformed', `${name}: an edit lost its text`);
  assert.notEqual(code, 'identity_reused', `${name}: a number was given twice`);
}

/** Did the server carry an edit over what others had written meanwhile? */
function wasMerged(asked: Operation, entry: LogEntry | undefined): boolean {
  if (!isTextEdit(asked)) return false;
  const effect = entry?.effect;
  return (
    effect !== undefined &&
    'change' in effect &&
    JSON.stringify(effect.change) !== JSON.stringify(asked.change)
  );
}

/**
 * Where only words were added, every one that was accepted stands in its text, once. Not always apart from its neighbour: an
 * edit that is carried over the difference of two texts may come to stand before a space that it was written behind.
 */
function checkWords(entries: readonly LogEntry[], replayed: DebateState): void {
  const cleared = entries.findLastIndex(({ effect }) => effect.type === 'debate.cleared');
  for (const { effect, seq } of entries.slice(cleared + 1)) {
    const edited = editedBy(effect);
    if (edited === null) continue;
    const text = textIn(replayed, edited.name) ?? '';
    const own = wordsIn(text);
    assert.equal(new Set(own).size, own.length, `a word is there twice in ${text}`);
    for (const word of edited.words) assert.ok(own.includes(word), `${word} of entry ${seq} in ${text}`);
  }
}

/** The text an effect edits, and the words it puts in. */
function editedBy(effect: LogEntry['effect']): { name: TextName; words: string[] } | null {
  if (!('change' in effect) || effect.change === null) return null;
  const words = effect.change.flatMap((part) =>
    typeof part === 'number' ? [] : wordsIn(part.slice(1).join('\n')),
  );
  return { name: textNamed(effect), words };
}

/** The words that were added: each is one character that nothing else is (`OperationMaker`). */
function wordsIn(text: string): string[] {
  return [...text].filter((character) => character >= '\u4e00');
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
