import { mayChangeProjection } from '../../domain/debate/access.ts';
import { ENTRY_SHAPE, type LogEntry } from '../../domain/debate/entries.ts';
import { liftEntry } from '../../domain/debate/lift.ts';
import {
  audienceIn,
  projectEntries,
  projectOwn,
  projectStanding,
  projectState,
} from '../../domain/debate/project.ts';
import { toSnapshot } from '../../domain/debate/snapshot.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { type OpenMessage, openSchema, submitSchema } from '../../domain/protocol/client-messages.ts';
import type { Frame, Welcome } from '../../domain/protocol/server-messages.ts';
import { DebateRoom, firstAnswer } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import type { OperationLog } from '../../server/log/operation-log.ts';
import { loadState, storeSnapshot } from '../../server/log/snapshots.ts';
import { scopedClientId, toSubmission } from '../../server/log/submission.ts';
import { GatedLog } from './gated-log.ts';
import type { Wire } from './wire.ts';

export const DEBATE = 'the-debate';

/**
 * A server node: the real room, commit and snapshots on a log, with wires in the place of sockets. The harness decides
 * when a commit gets through and when a frame goes out.
 */
export class SimNode {
  readonly log: GatedLog;
  readonly room: DebateRoom;
  /** Whether it answers submissions that it cannot take now. */
  overloaded = false;
  /** Whether hints of what other nodes commit do not reach it: it learns of that when its own commit is behind. */
  isApart = false;
  readonly #clientIds = new Map<Wire, string>();
  #opening: (() => void)[] = [];
  #waiting: LogEntry[] = [];
  #told: number;

  /** Starts a node with nothing but the log. */
  static async start(shared: OperationLog, now: () => number): Promise<SimNode> {
    const log = new GatedLog(shared);
    const loaded = await loadState(log, DEBATE);
    if (loaded === null) throw new Error('There is no debate in the log');
    return new SimNode(log, loaded.state, now);
  }

  private constructor(log: GatedLog, state: DebateState, now: () => number) {
    this.log = log;
    const failed = (error: unknown) => {
      throw error;
    };
    this.room = new DebateRoom(DEBATE, state, log, new GroupCommit(log, now, failed));
    this.#told = state.seq;
    this.room.onEntries((entries) => {
      this.#waiting.push(...entries);
      for (const wire of [...this.#clientIds.keys()])
        if (entries.some((entry) => mayChangeProjection(entry, wire.participantId))) wire.end();
    });
  }

  get hasFrame(): boolean {
    return this.#waiting.length > 0;
  }

  closed(wire: Wire): void {
    this.#clientIds.delete(wire);
  }

  /** Handles the next message of a connection. */
  handle(wire: Wire): void {
    const up = wire.takeUp();
    if (up?.kind === 'open') void this.#open(wire, up.request, openSchema.parse(up.message));
    if (up?.kind === 'submit') void this.#submit(wire, up.request, submitSchema.parse(up.message));
  }

  /** Lets an opening that is under way go on; false where there is none. */
  continueOpening(): boolean {
    const next = this.#opening.shift();
    next?.();
    return next !== undefined;
  }

  /** Tells all connections of what was committed since the last frame. */
  flush(): void {
    const { state } = this.room;
    const entries = this.#waiting;
    this.#waiting = [];
    if (entries.length === 0) return;
    for (const wire of this.#clientIds.keys()) {
      wire.sendDown({ kind: 'frame', frame: frameFor(wire, entries, this.#told, state) });
    }
    this.#told = state.seq;
  }

  async storeSnapshot(): Promise<void> {
    await storeSnapshot(this.log, DEBATE, this.room.state);
  }

  async #open(wire: Wire, request: number, message: OpenMessage): Promise<void> {
    this.#clientIds.delete(wire);
    await new Promise<void>((go) => this.#opening.push(go));
    const answers = await this.#answersTo(wire, message);
    const stored = await this.log.read(DEBATE, message.after, 1_000);
    this.flush();
    const { state } = this.room;
    const entries = stored
      .map((entry) => liftEntry(entry, ENTRY_SHAPE))
      .filter(({ seq }) => seq <= state.seq);
    // What was known before words were erased has them still.
    const isKnown = message.after >= Math.max(1, state.erasedAt);
    const isWhole = isKnown && entries.length < 5 && message.after + entries.length === state.seq;
    const isShort = isWhole && !entries.some((entry) => mayChangeProjection(entry, wire.participantId));
    this.#clientIds.set(wire, message.clientId);
    const welcome: Welcome = {
      ok: true,
      participantId: wire.participantId,
      standing: projectStanding(state, wire.participantId),
      people: [],
      present: [],
      pointers: [],
      quiet: false,
      answers,
      state: isShort
        ? { kind: 'entries', frame: frameFor(wire, entries, message.after, state) }
        : {
            kind: 'snapshot',
            rewound: false,
            frame: frameFor(wire, [], state.seq, state),
            snapshot: toSnapshot(projectState(state, audienceFor(wire, state), wire.participantId)),
          },
    };
    wire.sendDown({ kind: 'answer', request, answer: welcome });
  }

  async #answersTo(wire: Wire, { clientId, unanswered }: OpenMessage): Promise<Welcome['answers']> {
    if (wire.participantId === null) return [];
    const scoped = scopedClientId(wire.participantId, clientId);
    const identities = unanswered.map((clientSeq) => ({ clientId: scoped, clientSeq }));
    const stored = await this.log.answers(DEBATE, identities);
    return stored.map((answer) => [answer.clientSeq, firstAnswer(answer, answer.hash)] as const);
  }

  async #submit(
    wire: Wire,
    request: number,
    { clientSeq, operation }: ReturnType<typeof submitSchema.parse>,
  ) {
    const clientId = this.#clientIds.get(wire);
    const refuse = (code: 'not_joined' | 'unavailable') =>
      wire.sendDown({ kind: 'answer', request, answer: { ok: false, rejection: { code } } });
    if (clientId === undefined || wire.participantId === null) return refuse('not_joined');
    if (this.overloaded) return refuse('unavailable');
    const answer = await this.room.submit(toSubmission(wire.participantId, clientId, clientSeq, operation));
    wire.sendDown({ kind: 'answer', request, answer });
  }
}

function audienceFor({ participantId }: Wire, state: DebateState) {
  return audienceIn(state, participantId);
}

function frameFor(wire: Wire, entries: readonly LogEntry[], after: number, state: DebateState): Frame {
  const audience = audienceFor(wire, state);
  const own = wire.participantId === null ? [] : projectOwn(entries, state, audience, wire.participantId);
  const projected = projectEntries(entries, state, audience, wire.participantId);
  return { after, to: state.seq, at: state.at, entries: projected, own };
}
