import { ENTRY_SHAPE, type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import {
  type Audience,
  audienceIn,
  projectEntries,
  projectOwn,
  projectStanding,
  projectState,
  viewerIn,
} from '../../domain/debate/engine/project.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { mayChangeProjection } from '../../domain/debate/participants/access.ts';
import { entriesFor, numberForAudience } from '../../domain/debate/projection/audience-entries.ts';
import {
  catchUpSeq,
  countSince,
  viewerCursor,
  withAudienceSeqs,
} from '../../domain/debate/projection/audience-sequence.ts';
import type { Viewer } from '../../domain/debate/visibility/viewer.ts';
import { type OpenMessage, openSchema, submitSchema } from '../../domain/protocol/client-messages.ts';
import type { AccessDenied, Frame, Welcome } from '../../domain/protocol/server-messages.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import type { OperationLog } from '../../server/log/operation-log.ts';
import { readingProblem, readingProblemNow } from '../../server/log/reading-problem.ts';
import { loadState, storeSnapshot } from '../../server/log/snapshots/snapshots.ts';
import { firstAnswer, scopedClientId, toSubmission } from '../../server/log/submission.ts';
import { affectedParticipants, shouldDisconnect } from '../../server/realtime/open-connections.ts';
import { GatedLog } from './gated-log.ts';
import type { Wire } from './wire.ts';

export const DEBATE = 'the-debate';

/** The open debate of a connection. */
interface Opened {
  readonly clientId: string;
  readonly audience: Audience;
}

/**
 * A server node: the real room, commit and snapshots on a log, with wires in the place of sockets. The harness decides
 * when a commit gets through and when a frame goes out.
 */
export class SimNode {
  readonly log: GatedLog;
  readonly room: DebateRoom;
  /** True if it answers submissions that it cannot accept now. */
  overloaded = false;
  /** True if other nodes' commit hints do not reach it: it learns of them when its own commit is behind. */
  isApart = false;
  readonly #opened = new Map<Wire, Opened>();
  #opening: (() => void)[] = [];
  /** The number of a return never comes again. */
  static #returns = 0;
  #waiting: LogEntry[] = [];
  /** The state that was broadcast last. */
  #sent: DebateState;

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
    this.room = new DebateRoom(DEBATE, state, log, new GroupCommit(log, now, failed, { clock: () => 0 }));
    this.#sent = state;
    this.room.onEntries((entries, state) => {
      this.#waiting.push(...entries);
      this.#hold(entries, state);
    });
  }

  get hasFrame(): boolean {
    return this.#waiting.length > 0;
  }

  closed(wire: Wire): void {
    this.#opened.delete(wire);
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

  /** Sends all connections the entries committed since the last frame. */
  flush(): void {
    const { state } = this.room;
    const entries = this.#waiting;
    this.#waiting = [];
    if (entries.length === 0) return;
    const numbered = numberForAudience(this.#sent, entries, state);
    for (const wire of this.#opened.keys()) {
      const after = viewerCursor(this.#sent, viewerIn(audienceFor(wire, this.#sent), null)).seq;
      wire.sendDown({
        kind: 'frame',
        frame: frameFor(wire, entriesFor(numbered, viewerFor(wire, state)), after, state),
      });
    }
    this.#sent = state;
  }

  async storeSnapshot(): Promise<void> {
    await storeSnapshot(this.log, DEBATE, this.room.state);
  }

  async #open(wire: Wire, request: number, message: OpenMessage): Promise<void> {
    this.#opened.delete(wire);
    await new Promise<void>((go) => this.#opening.push(go));
    const answer = (answer: Welcome | AccessDenied) => wire.sendDown({ kind: 'answer', request, answer });
    const problem = await readingProblemNow(this.room, wire.participantId);
    const answers = await this.#answersTo(wire, message);
    const standing = projectStanding(this.room.state, wire.participantId);
    if (problem) {
      const parts = standing ? { standing, answers } : {};
      return answer({ ok: false, rejection: { code: problem }, ...parts });
    }
    if (message.rejoins && standing?.membership === 'removed') await this.#letBack(wire.participantId ?? '');
    if (message.after > viewerCursor(this.room.state, viewerFor(wire, this.room.state)).seq)
      await this.room.catchUp();
    const after = catchUpSeq(this.room.state, message.after, viewerFor(wire, this.room.state));
    const stored = after === null ? [] : await this.log.read(DEBATE, after, 1_000);
    if (readingProblem(this.room.state, wire.participantId)) {
      return answer({ ok: false, rejection: { code: 'busy' } });
    }
    this.flush();
    const { state } = this.room;
    const viewer = viewerFor(wire, state);
    const lifted = stored
      .map((entry) => upcastEntry(entry, ENTRY_SHAPE))
      .filter(({ seq }) => seq <= state.seq);
    const entries = withAudienceSeqs(lifted, state, viewer);
    // Earlier copies still have the erased words; where something is or was hidden everything is sent again.
    const isKnown =
      message.after >= Math.max(1, state.erasedAt) && catchUpSeq(state, message.after, viewer) === after;
    const isAll = entries.length === countSince(state, message.after, viewer);
    const isWhole = after !== null && isKnown && entries.length < 5 && isAll;
    // No entry was written at 0: to this node it is another log.
    const isOther = message.after > 0 && message.at === 0;
    const isShort =
      isWhole && !isOther && !entries.some((entry) => mayChangeProjection(entry, wire.participantId));
    this.#opened.set(wire, { clientId: message.clientId, audience: audienceFor(wire, state) });
    const welcome: Welcome = {
      ok: true,
      participantId: wire.participantId,
      standing: projectStanding(state, wire.participantId),
      people: [],
      present: [],
      pointers: [],
      pointersMuted: false,
      answers,
      state: isShort
        ? {
            kind: 'entries',
            frame: frameFor(wire, entries, message.after, state),
          }
        : {
            kind: 'snapshot',
            rewound: isOther,
            frame: frameFor(wire, [], viewerCursor(state, viewer).seq, state),
            snapshot: toSnapshot(projectState(state, audienceFor(wire, state), wire.participantId)),
          },
    };
    answer(welcome);
  }

  /** Holds connections to what was decided about their people. */
  #hold(entries: readonly LogEntry[], state: DebateState): void {
    const concerned = affectedParticipants(entries);
    for (const [wire, { audience }] of [...this.#opened]) {
      const { participantId } = wire;
      const standing = projectStanding(state, participantId);
      if (shouldDisconnect(entries, state, { readerParticipantId: participantId, audience })) {
        this.#opened.delete(wire);
        wire.end();
      } else if (standing && concerned.has(participantId ?? '')) {
        wire.sendDown({ kind: 'standing', standing });
      }
    }
  }

  /** A removed person rejoins, if anyone may join. */
  async #letBack(participantId: string): Promise<void> {
    const { head } = this.room.state;
    const guests = head?.settings.guests ?? 'none';
    if (head?.status !== 'open' || guests === 'none') return;
    const operation = { type: 'participant.join', participantId, role: guests } as const;
    SimNode.#returns += 1;
    const clientId = `back-${SimNode.#returns}`;
    await this.room.submit(toSubmission(SYSTEM, clientId, 1, operation, participantId));
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
    const clientId = this.#opened.get(wire)?.clientId;
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

function viewerFor(wire: Wire, state: DebateState): Viewer {
  return viewerIn(audienceFor(wire, state), wire.participantId);
}

function frameFor(wire: Wire, entries: readonly LogEntry[], after: number, state: DebateState): Frame {
  const audience = audienceFor(wire, state);
  const own = wire.participantId === null ? [] : projectOwn(entries, state, audience, wire.participantId);
  const projected = projectEntries(entries, state, audience, wire.participantId);
  const { seq: to, at } = viewerCursor(state, viewerFor(wire, state));
  return { after, to, at, entries: projected, own };
}
