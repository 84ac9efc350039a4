import type { Operation } from '../../domain/debate/engine/operations.ts';
import { audienceIn, projectState } from '../../domain/debate/engine/project.ts';
import { fromSnapshot, toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import type { Outbox } from '../../domain/sync/outbox.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { eraseFromLog } from '../../server/log/erase-from-log.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { readingProblem } from '../../server/log/reading-problem.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { canHappen, HAPPENINGS, type Happening } from './happenings.ts';
import { FORGOTTEN, opening, SWITCHING } from './opening.ts';
import { OperationMaker } from './operation-maker.ts';
import { Random } from './random.ts';
import { SimEditors } from './sim-editors.ts';
import { DEBATE, SimNode } from './sim-node.ts';
import { SimPerson } from './sim-person.ts';
import { Stragglers } from './stragglers.ts';
import { isToConnection, TO_CONNECTION } from './to-connection.ts';
import { isToNode, TO_NODE } from './to-node.ts';

/** A debate of several people on two nodes over one log, everything that happens in it chosen by a seed. */
export class Simulation {
  readonly seed: number;
  readonly log = new MemoryLog();
  readonly people: SimPerson[] = [];
  readonly happened: Record<string, number> = {};
  readonly wordsOnly: boolean;
  nodes: SimNode[] = [];
  readonly #random: Random;
  /** Half of the debates begin with a steelman. */
  readonly #hasSteelman: boolean;
  readonly #maker: OperationMaker;
  readonly #editors: SimEditors;
  readonly #stragglers = new Stragglers();
  /** Outboxes that closed tabs have left in their people's browsers. */
  #left: Outbox[] = [];
  #clock = 1_000_000;
  #seals = 0;

  constructor(seed: number) {
    this.#hasSteelman = seed % 2 === 0;
    this.seed = seed;
    this.#random = new Random(seed);
    this.wordsOnly = this.#random.chance(0.3);
    this.#maker = new OperationMaker(this.#random, this.wordsOnly);
    this.#editors = new SimEditors(this.#random, this.#maker, (what) => this.count(what));
  }

  async run(steps: number): Promise<void> {
    await this.#begin();
    for (let step = 0; step < steps; step += 1) {
      await this.#happen(this.#next());
      await settled();
    }
    await this.#comeToRest();
  }

  async #begin(): Promise<void> {
    const operations = opening(this.#random.chance(0.75) ? 'shared' : 'own');
    const begun = operations.filter(({ type }) => type !== 'claim.add');
    const written = operations.filter(({ type }) => type === 'claim.add');
    const made = createEntries(EMPTY_STATE, begun, 'olga', 1);
    const steps = [{ by: FORGOTTEN, operations: written }, ...(this.#hasSteelman ? SWITCHING : [])];
    const entries = made.ok ? [...made.entries] : [];
    let first = made;
    for (const { by, operations: next } of steps) {
      first = first.ok ? createEntries(first.state, next, by, 1) : first;
      if (!first.ok) throw new Error('The opening was refused');
      entries.push(...first.entries);
    }
    if (!first.ok) throw new Error('The opening was refused');
    const card = { id: DEBATE, title: 'A debate', visibility: 'public', listing: {} };
    await this.log.createDebate(card, entries);
    this.nodes = [await this.#startNode(), await this.#startNode()];
    for (const [index, id] of ['olga', 'dana', 'dana', 'emil', 'mona', 'susi', 'otto', null].entries()) {
      this.people.push(
        new SimPerson(`${id ?? 'late'}-${index}`, id, projectState(first.state, 'debaters', id)),
      );
    }
    for (const person of this.people) person.connectTo(this.#aNode());
  }

  #startNode(): Promise<SimNode> {
    return SimNode.start(this.log, () => this.#now());
  }

  /** Few are removed, and seldom: when someone is, they soon say that they would take part again. */
  #next(): Happening {
    const isMissed = this.people.some((person) => canHappen('comeBack', person, this.#left));
    return isMissed && this.#random.chance(0.6) ? 'comeBack' : this.#random.weighted(HAPPENINGS);
  }

  /** A clock as bad as real ones: it jumps, backwards too. */
  #now(): number {
    this.#clock += this.#random.below(400) - 100;
    return this.#clock;
  }

  async #happen(happening: Happening): Promise<void> {
    const person = this.#aPersonFor(happening);
    const node = this.#aNode();
    if (await this.#does(happening, person, node)) this.count(happening);
  }

  async #does(happening: Happening, person: SimPerson, node: SimNode): Promise<boolean> {
    if (isToNode(happening)) return TO_NODE[happening](node);
    if (isToConnection(happening)) return TO_CONNECTION[happening](person, node);
    switch (happening) {
      case 'act': {
        return [1, 2, 3].some(() => {
          const operation = this.#maker.make(person.state.replica.view, person.participantId);
          return operation !== null && this.#ask(person, operation);
        });
      }
      case 'undo':
      case 'redo':
        return !this.wordsOnly && person.step(happening);
      case 'openEditor':
        return this.#editors.open(person);
      case 'type':
        return this.#editors.type();
      case 'closeEditor':
        return this.#editors.closeOne();
      case 'seal':
        return this.#seal(node);
      case 'crash':
        await this.#crash(node);
        return true;
      case 'join':
        return this.#join(node);
      case 'reload': {
        const waiting = person.state.replica.pending.length > 0;
        this.#editors.closeOf(person);
        person.reload(this.#pageFor(person, node), this.#random.chance(0.5) ? node : null);
        return waiting;
      }
      case 'leave': {
        const connection = person.leave();
        if (connection) this.#stragglers.add(connection);
        return connection !== null;
      }
      case 'straggle':
        return this.#stragglers.straggle();
      case 'closeTab':
        return this.#closeTab(person, node);
      case 'takeOver':
        return this.#takeOver(person);
      case 'mistake':
        return this.#mistake(person);
      case 'erase':
        return this.#erase();
      case 'crashPage': {
        const sent = person.state.replica.pending.some(({ payload }) => payload !== null);
        person.reload(
          this.#pageFor(person, node),
          this.#random.chance(0.5) ? node : null,
          person.crash(this.#random.below(6)),
        );
        this.#editors.forgetOf(person);
        return sent;
      }
    }
  }

  /** Someone who wrote the first claims and has not been here since wants to be forgotten, with their words. */
  async #erase(): Promise<boolean> {
    // Every word is looked for at the end then, and a word that someone else wrote too cannot be looked for.
    if (this.wordsOnly) return false;
    const erased = await eraseFromLog(this.log, DEBATE, FORGOTTEN, { words: true, now: () => this.#now() });
    return erased?.ok ?? false;
  }

  /** A tab is closed, and another is opened; what it had not sent stays in the browser for the next tab. */
  #closeTab(person: SimPerson, node: SimNode): boolean {
    this.#editors.closeOf(person);
    const kept = person.close();
    if (kept) this.#left.push(kept);
    person.reload(this.#pageFor(person, node), null, null);
    return kept !== null;
  }

  /** A tab with nothing of its own to send goes on with what another of the same person has left. */
  #takeOver(person: SimPerson): boolean {
    const at = this.#left.findIndex(({ participantId }) => participantId === person.participantId);
    const left = this.#left[at];
    if (!left || person.store.outbox() !== null) return false;
    this.#left.splice(at, 1);
    person.takeOver(left);
    return true;
  }

  /** A tab takes another of the same person for gone, though it lives; that one learns so after its next change. */
  #mistake(person: SimPerson): boolean {
    const asleep = this.people.find(
      (other) =>
        other !== person &&
        other.participantId === person.participantId &&
        other.store.outbox() !== null &&
        other.node === null,
    );
    const left = structuredClone(asleep?.store.outbox());
    if (!asleep || !left || person.store.outbox() !== null) return false;
    person.takeOver(left);
    for (let tries = 0; tries < 3; tries += 1) {
      const operation = this.#maker.make(asleep.state.replica.view, asleep.participantId);
      if (operation) this.#ask(asleep, operation);
    }
    asleep.hearIsTaken(left);
    return true;
  }

  /** The state a node renders into a page. A node that is behind renders an older state than the one before. */
  #pageFor({ participantId }: SimPerson, node: SimNode): DebateState {
    return this.#pageOf(participantId, node);
  }

  #pageOf(participantId: string | null, { room } = this.#aNode()): DebateState {
    return fromSnapshot(
      toSnapshot(projectState(room.state, audienceIn(room.state, participantId), participantId)),
    );
  }

  #ask(person: SimPerson, operation: Operation): boolean {
    const asked = person.ask(operation);
    this.count(asked ? `asked ${operation.type}` : 'not possible as seen');
    return asked;
  }

  /** The server seals a text that rests. */
  #seal({ room }: SimNode): boolean {
    const open = [...room.state.histories].filter(([, { sealed }]) => sealed !== null);
    const text = this.#random.pick(open)?.[0];
    if (text === undefined) return false;
    this.#seals += 1;
    void room.submit(toSubmission('system', 'sealing', this.#seals, { type: 'text.seal', text }));
    return true;
  }

  /** A node is killed, with what it was writing written or not, and another starts from the log. */
  async #crash(node: SimNode): Promise<void> {
    if (node.log.commitsWaiting > 0) this.count('crash while committing');
    await node.log.die(this.#random.chance(0.5));
    const connected = this.people.filter((person) => person.node === node);
    for (const person of connected) person.drop();
    this.#stragglers.forgetOf(node);
    const next = await this.#startNode();
    this.nodes = this.nodes.map((other) => (other === node ? next : other));
  }

  /** Someone who has only read so far joins, and opens again as a participant. */
  #join(node: SimNode): boolean {
    const reader = this.people.find(({ participantId }) => participantId === null);
    if (!reader) return false;
    const operation = { type: 'participant.join', participantId: 'late', role: 'debater' } as const;
    void node.room.submit(toSubmission('system', 'joining', 1, operation));
    reader.participantId = 'late';
    reader.drop();
    return true;
  }

  /** The way is good again and nobody does anything more: everything must arrive, and come to rest. */
  async #comeToRest(): Promise<void> {
    for (const node of this.nodes) {
      node.overloaded = false;
      node.isApart = false;
      if (node.log.isCut) node.log.heal();
    }
    while (!this.#stragglers.areGone) {
      this.#stragglers.straggle();
      await settled();
    }
    this.#openTabsForWhatIsLeft();
    for (let round = 0; round < 2_000; round += 1) {
      let moved = false;
      const settle = async (did: boolean) => {
        if (!did) return;
        moved = true;
        await settled();
      };
      for (const person of this.people) {
        if (person.node === null) {
          person.connectTo(this.#aNode());
          await settle(true);
        }
        await settle(TO_CONNECTION.deliverUp(person));
        await settle(TO_CONNECTION.deliverDown(person));
        await settle(person.retry());
        await settle(this.#asksAgain(person));
      }
      for (const node of this.nodes) {
        for (const happening of ['continueOpening', 'commit', 'catchUp', 'flush'] as const) {
          await settle(await TO_NODE[happening](node));
        }
      }
      if (moved) continue;
      // Editors are closed last: until then what did not fit may fit again.
      if (this.#editors.areClosed) return;
      this.#editors.closeAll();
    }
    throw new Error('It does not come to rest');
  }

  /** A person who was refused, and may read by now or still has pending operations, opens the debate again. */
  #asksAgain(person: SimPerson): boolean {
    const { connection, replica } = person.state;
    const waits = replica.pending.some(({ confirmedBy }) => confirmedBy === null);
    const mayRead = this.nodes.some(({ room }) => !readingProblem(room.state, person.participantId));
    if (connection.kind !== 'refused' || !(waits || mayRead)) return false;
    if (person.node === null || person.awaitsAnswer) return false;
    person.drop();
    return true;
  }

  /** A person who comes back to a debate finds what their closed tabs have left. */
  #openTabsForWhatIsLeft(): void {
    for (const [index, left] of this.#left.entries()) {
      const { participantId } = left;
      const tab = new SimPerson(
        `${participantId}-again-${index}`,
        participantId,
        this.#pageOf(participantId),
      );
      tab.takeOver(left);
      this.people.push(tab);
    }
    this.#left = [];
  }

  count(what: string, times = 1): void {
    this.happened[what] = (this.happened[what] ?? 0) + times;
  }

  /** Someone with whom it can happen, if there is one: few steps are idle. */
  #aPersonFor(happening: Happening): SimPerson {
    const able = this.people.filter((person) => canHappen(happening, person, this.#left));
    return this.#random.pick(able) ?? this.#aPerson();
  }

  #aPerson(): SimPerson {
    return this.#random.pick(this.people) as SimPerson;
  }

  #aNode(): SimNode {
    return this.#random.pick(this.nodes) as SimNode;
  }
}

/** A state as it is stored and sent, and read back. */
export function reread(state: DebateState): DebateState {
  return fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(state))));
}

/** Lets everything that is under way inside a node or a store finish. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
