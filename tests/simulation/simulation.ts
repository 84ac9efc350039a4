import assert from 'node:assert/strict';
import { TextSession } from '../../app/_board/store/text-session.ts';
import { decide } from '../../domain/debate/decide.ts';
import type { Operation } from '../../domain/debate/operations.ts';
import { type Actor, actorOf } from '../../domain/debate/permissions.ts';
import { audienceOf, projectState } from '../../domain/debate/project.ts';
import { fromSnapshot, toSnapshot } from '../../domain/debate/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/state.ts';
import { applyChange, diffText } from '../../domain/debate/text-change.ts';
import { editOn, revisionIn, textIn, textNamed, type WrittenText } from '../../domain/debate/texts.ts';
import type { Outbox } from '../../domain/sync/outbox.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { opening } from './opening.ts';
import { OperationMaker } from './operation-maker.ts';
import { Random } from './random.ts';
import { DEBATE, SimNode } from './sim-node.ts';
import { SimPerson } from './sim-person.ts';

/** How often what happens. */
const HAPPENINGS = {
  act: 24,
  undo: 3,
  redo: 2.5,
  openEditor: 5,
  type: 16,
  closeEditor: 2,
  seal: 3,
  deliverUp: 24,
  deliverDown: 30,
  continueOpening: 16,
  commit: 16,
  flush: 14,
  catchUp: 6,
  drop: 1.5,
  connect: 5,
  loseHeart: 0.7,
  crash: 0.5,
  storeSnapshot: 0.5,
  overload: 1,
  retry: 3,
  join: 0.4,
  reload: 1,
  double: 2,
  overtake: 2,
  leave: 1,
  straggle: 3,
  partition: 0.7,
  cutDatabase: 0.7,
  closeTab: 0.5,
  takeOver: 3,
  mistake: 1,
  crashPage: 0.7,
} as const;

type Happening = keyof typeof HAPPENINGS;

/** An editor somebody has open, with the text it shows as its own document. */
interface OpenEditor {
  readonly person: SimPerson;
  readonly session: TextSession;
  document: string;
}

type Connection = NonNullable<ReturnType<SimPerson['leave']>>;

/** A debate of several people on two nodes over one log, everything that happens in it chosen by a seed. */
export class Simulation {
  readonly seed: number;
  readonly log = new MemoryLog();
  readonly people: SimPerson[] = [];
  readonly happened: Record<string, number> = {};
  readonly wordsOnly: boolean;
  nodes: SimNode[] = [];
  readonly #random: Random;
  readonly #maker: OperationMaker;
  #editors: OpenEditor[] = [];
  /** Connections lost on the browser's side only, oldest first. */
  #stragglers: Connection[] = [];
  /** What closed tabs have left in the browsers of their people. */
  #left: Outbox[] = [];
  #clock = 1_000_000;
  #seals = 0;

  constructor(seed: number) {
    this.seed = seed;
    this.#random = new Random(seed);
    this.wordsOnly = this.#random.chance(0.3);
    this.#maker = new OperationMaker(this.#random, this.wordsOnly);
  }

  async run(steps: number): Promise<void> {
    await this.#begin();
    for (let step = 0; step < steps; step += 1) {
      await this.#happen(this.#random.weighted(HAPPENINGS));
      await settled();
    }
    await this.#comeToRest();
  }

  async #begin(): Promise<void> {
    const first = createEntries(
      EMPTY_STATE,
      opening(this.#random.chance(0.75) ? 'shared' : 'own'),
      'olga',
      1,
    );
    if (!first.ok) throw new Error(`The opening was refused: ${first.rejection.code}`);
    const card = { id: DEBATE, title: 'A debate', visibility: 'public', listing: {} };
    await this.log.createDebate(card, first.entries);
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
    switch (happening) {
      case 'act': {
        return [1, 2, 3].some(() => {
          const operation = this.#maker.make(person.state.replica.view);
          return operation !== null && this.#ask(person, operation);
        });
      }
      case 'undo':
      case 'redo':
        return !this.wordsOnly && person.step(happening);
      case 'openEditor':
        return this.#openEditor(person);
      case 'type':
        return this.#type();
      case 'closeEditor':
        return this.#closeEditor();
      case 'seal':
        return this.#seal(node);
      case 'deliverUp':
        return this.#deliverUp(person);
      case 'deliverDown':
        return this.#deliverDown(person);
      case 'continueOpening':
        return node.continueOpening();
      case 'commit': {
        if (node.log.commitsWaiting === 0 || node.log.isCut) return false;
        await node.log.commit();
        return true;
      }
      case 'flush': {
        const has = node.hasFrame;
        node.flush();
        return has;
      }
      case 'catchUp': {
        if (node.isApart || node.log.isCut) return false;
        const before = node.room.state.seq;
        await node.room.catchUp();
        return node.room.state.seq > before;
      }
      case 'drop': {
        const connected = person.node !== null;
        person.drop();
        return connected;
      }
      case 'connect': {
        if (person.node !== null) return false;
        person.connectTo(node);
        return true;
      }
      case 'loseHeart': {
        if (!person.awaitsAnswer) return false;
        person.loseHeart();
        return true;
      }
      case 'crash':
        await this.#crash(node);
        return true;
      case 'storeSnapshot':
        if (node.log.isCut) return false;
        await node.storeSnapshot();
        return true;
      case 'overload':
        node.overloaded = !node.overloaded;
        return node.overloaded;
      case 'retry':
        return person.retry();
      case 'join':
        return this.#join(node);
      case 'reload': {
        const waiting = person.state.replica.pending.length > 0;
        this.#closeEditorsOf(person);
        person.reload(this.#pageFor(person, node), this.#random.chance(0.5) ? node : null);
        return waiting;
      }
      case 'double':
        return person.wire?.double() ?? false;
      case 'overtake':
        return person.wire?.overtake() ?? false;
      case 'leave': {
        const connection = person.leave();
        if (connection) this.#stragglers.push(connection);
        return connection !== null;
      }
      case 'straggle':
        return this.#straggle();
      case 'partition':
        node.isApart = !node.isApart;
        return node.isApart;
      case 'cutDatabase':
        if (node.log.isCut) node.log.heal();
        else node.log.cut();
        return node.log.isCut;
      case 'closeTab':
        return this.#closeTab(person, node);
      case 'takeOver':
        return this.#takeOver(person);
      case 'mistake':
        return this.#mistake(person);
      case 'crashPage': {
        const sent = person.state.replica.pending.some(({ payload }) => payload !== null);
        person.reload(
          this.#pageFor(person, node),
          this.#random.chance(0.5) ? node : null,
          person.crash(this.#random.below(6)),
        );
        this.#forgetEditors(person);
        return sent;
      }
    }
  }

  #closeEditorsOf(person: SimPerson): void {
    for (const editor of this.#editors.filter((open) => open.person === person)) this.#close(editor);
  }

  #forgetEditors(person: SimPerson): void {
    this.#editors = this.#editors.filter((editor) => editor.person !== person);
  }

  /** What was sent over a connection that its browser has given up arrives late; with the last of it the server gives up too. */
  #straggle(): boolean {
    const [connection] = this.#stragglers;
    if (!connection) return false;
    const { wire, node } = connection;
    if (wire.upWaiting > 0) {
      node.handle(wire);
      return true;
    }
    this.#stragglers.shift();
    wire.cut();
    node.closed(wire);
    return false;
  }

  /** A tab is closed, and another is opened; what it had not sent stays in the browser for whoever finds it. */
  #closeTab(person: SimPerson, node: SimNode): boolean {
    this.#closeEditorsOf(person);
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
      const operation = this.#maker.make(asleep.state.replica.view);
      if (operation) this.#ask(asleep, operation);
    }
    asleep.hearIsTaken(left);
    return true;
  }

  /** What a node renders into a page. A node that has not caught up renders an older state than the one before. */
  #pageFor({ participantId }: SimPerson, node: SimNode): DebateState {
    return this.#pageOf(participantId, node);
  }

  #pageOf(participantId: string | null, { room } = this.#aNode()): DebateState {
    const role = (participantId && room.state.participants.get(participantId)?.role) || null;
    return fromSnapshot(toSnapshot(projectState(room.state, audienceOf(role), participantId)));
  }

  #ask(person: SimPerson, operation: Operation): boolean {
    const asked = person.ask(operation);
    this.count(asked ? `asked ${operation.type}` : 'not possible as seen');
    return asked;
  }

  #openEditor(person: SimPerson): boolean {
    const { view, participantId } = person.state.replica;
    const written = this.#maker.textToWrite(view);
    const actor = participantId === null ? null : actorOf(view, participantId);
    // Only those who may are offered an editor; one who may not any more has it open still.
    if (!written || !actor || !isOffered(view, written, actor)) return false;
    const session = new TextSession(person.store, written, {
      incoming: (changes) => {
        editor.document = changes.reduce((text, change) => applyChange(text, change) ?? '', editor.document);
        assert.equal(editor.document, session.text, 'an editor shows what is written in it');
        this.count('typed into by others');
      },
      problem: (problem) => this.count(problem ? `does not fit: ${problem.code}` : 'fits again'),
    });
    const editor: OpenEditor = { person, session, document: session.text };
    this.#editors.push(editor);
    return true;
  }

  #type(): boolean {
    const editor = this.#random.pick(this.#editors);
    if (!editor) return false;
    const change = this.#maker.changeOf(editor.document);
    editor.document = applyChange(editor.document, change) ?? '';
    editor.session.type(change);
    assert.equal(editor.document, editor.session.text, 'an editor shows what was typed into it');
    return true;
  }

  #closeEditor(): boolean {
    const editor = this.#random.pick(this.#editors);
    if (editor) this.#close(editor);
    return editor !== undefined;
  }

  #close(editor: OpenEditor): void {
    this.#editors = this.#editors.filter((other) => other !== editor);
    editor.session.end();
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

  #deliverUp(person: SimPerson): boolean {
    const { wire, node } = person;
    if (!wire || !node || wire.upWaiting === 0) return false;
    node.handle(wire);
    return true;
  }

  #deliverDown(person: SimPerson): boolean {
    if (!person.wire || person.wire.downWaiting === 0) return false;
    person.take();
    return true;
  }

  /** A node is killed, with what it was writing written or not, and another starts from the log. */
  async #crash(node: SimNode): Promise<void> {
    if (node.log.commitsWaiting > 0) this.count('crash while committing');
    await node.log.die(this.#random.chance(0.5));
    const connected = this.people.filter((person) => person.node === node);
    for (const person of connected) person.drop();
    this.#stragglers = this.#stragglers.filter((straggler) => straggler.node !== node);
    const next = await this.#startNode();
    this.nodes = this.nodes.map((other) => (other === node ? next : other));
  }

  /** Somebody who has only read so far joins, and opens again as a participant. */
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
    while (this.#stragglers.length > 0) {
      this.#straggle();
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
        await settle(this.#deliverUp(person));
        await settle(this.#deliverDown(person));
        await settle(person.retry());
      }
      for (const node of this.nodes) {
        for (const happening of ['continueOpening', 'commit', 'catchUp', 'flush'] as const) {
          await settle(await this.#does(happening, this.#aPerson(), node));
        }
      }
      if (moved) continue;
      // Editors are closed last: until then what did not fit may fit again.
      if (this.#editors.length === 0) return;
      for (const editor of this.#editors) this.#close(editor);
    }
    throw new Error('It does not come to rest');
  }

  /** Whoever comes back to a debate finds what their closed tabs have left. */
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

  /** Somebody with whom it can happen, if there is one: few steps are idle. */
  #aPersonFor(happening: Happening): SimPerson {
    const able = this.people.filter((person) => this.#canHappen(happening, person));
    return this.#random.pick(able) ?? this.#aPerson();
  }

  #canHappen(happening: Happening, { wire, store, participantId }: SimPerson): boolean {
    const [up, down] = [wire?.upWaiting ?? 0, wire?.downWaiting ?? 0];
    switch (happening) {
      case 'deliverUp':
        return up > 0;
      case 'deliverDown':
        return down > 0;
      case 'double':
        return up + down > 0;
      case 'overtake':
        return down > 1;
      case 'connect':
        return wire === null;
      case 'crashPage':
      case 'closeTab':
        return store.outbox() !== null;
      case 'mistake':
        return store.outbox() === null && participantId === 'dana';
      case 'takeOver':
        return store.outbox() === null && this.#left.some((left) => left.participantId === participantId);
      default:
        return true;
    }
  }

  #aPerson(): SimPerson {
    return this.#random.pick(this.people) as SimPerson;
  }

  #aNode(): SimNode {
    return this.#random.pick(this.nodes) as SimNode;
  }
}

/** Whether typing into a text would be taken at all. */
function isOffered(view: DebateState, written: WrittenText, actor: Actor): boolean {
  const name = textNamed(written);
  const text = textIn(view, name) ?? '';
  return decide(view, editOn(written, revisionIn(view, name), diffText(text, `${text}.`)), actor).ok;
}

/** A state as it is stored and sent, and read back. */
export function reread(state: DebateState): DebateState {
  return fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(state))));
}

/** Lets everything that is under way inside a node or a store finish. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
