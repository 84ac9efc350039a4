import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import type { BoardState } from '../../app/_board/core/store/board-state.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { TextBinding } from '../../app/_board/core/store/text-binding.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { audienceOf, projectEntries, projectState } from '../../domain/debate/engine/project.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { sourceText, textIn } from '../../domain/debate/texts/texts.ts';
import type { TextChange } from '../../domain/ot/text-change.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { opening } from '../simulation/opening.ts';

/** How a text came about, as someone recorded it: positions and lengths in code points, in the text as it is then. */
export interface TextTrace {
  readonly startContent: string;
  readonly endContent: string;
  readonly txns: readonly { readonly patches: readonly (readonly [number, number, string])[] }[];
}

const DEBATE = 'traced';
const SOURCE = 's-a';
const FIELD = 'excerpt';

/**
 * Replays a trace as someone's typing into a source's text: through the editor's session, the board's store, the room and the
 * log. `pause` says after which transactions the writer waits until everything is confirmed. What the text is at the end: for
 * the writer, for someone who looks on, in the room and in a replay of the log.
 */
export async function replayTrace(
  trace: TextTrace,
  pause: (transaction: number) => boolean,
): Promise<{ texts: Record<string, string>; edits: number }> {
  const { room, log } = await startRoom();
  const [writer, reader] = [join(room, 'dana'), join(room, 'emil')];
  const session = new TextBinding(
    writer,
    { type: 'source.edit', sourceId: SOURCE, field: FIELD },
    { incoming: () => {}, problem: () => {} },
  );
  const typist = new Typist(session);
  typist.types([0, 0, trace.startContent]);
  for (const [index, { patches }] of trace.txns.entries()) {
    for (const patch of patches) typist.types(patch);
    if (pause(index)) await settled(writer);
  }
  await settled(writer);
  await heard(reader, room);
  const stored = await log.read(DEBATE, 0, 10_000_000);
  const replayed = evolveAll(
    EMPTY_STATE,
    stored.map((entry) => upcastEntry(entry, ENTRY_SHAPE)),
  );
  const name = sourceText(SOURCE, FIELD);
  return {
    texts: {
      editor: session.text,
      writer: textIn(writer.state().replica.confirmed, name) ?? '',
      reader: textIn(reader.state().replica.confirmed, name) ?? '',
      room: textIn(room.state, name) ?? '',
      log: textIn(replayed, name) ?? '',
    },
    edits: stored.filter(({ type }) => type === 'source.edited').length,
  };
}

/** Turns a trace's patches into changes of what the editor shows. */
class Typist {
  readonly #session: TextBinding;

  constructor(session: TextBinding) {
    this.#session = session;
  }

  types([at, removed, inserted]: readonly [number, number, string]): void {
    if (removed === 0 && inserted === '') return;
    const { text } = this.#session;
    const from = unitsOf(text, at);
    const to = from + unitsOf(text.slice(from), removed);
    const keep = (length: number) => (length === 0 ? [] : [length]);
    const replaced: [number, ...string[]] = [to - from, ...(inserted === '' ? [] : inserted.split('\n'))];
    const change: TextChange = [...keep(from), replaced, ...keep(text.length - to)];
    this.#session.type(change);
  }
}

/** UTF-16 units that so many code points take up at the beginning of a text. */
function unitsOf(text: string, points: number): number {
  let units = 0;
  for (let point = 0; point < points; point += 1) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

async function startRoom(): Promise<{ room: DebateRoom; log: MemoryLog }> {
  const log = new MemoryLog();
  const first = createEntries(EMPTY_STATE, opening('shared'), 'olga', 1);
  if (!first.ok) throw new Error(`The opening was refused: ${first.rejection.code}`);
  const card = { id: DEBATE, title: 'A debate', visibility: 'public', listing: {} };
  await log.createDebate(card, first.entries);
  const loaded = await loadState(log, DEBATE);
  if (loaded === null) throw new Error('There is no debate');
  const fail = (error: unknown) => {
    throw error;
  };
  let now = 1_000;
  const commit = new GroupCommit(
    log,
    () => {
      now += 1;
      return now;
    },
    fail,
  );
  return { room: new DebateRoom(DEBATE, loaded.state, log, commit), log };
}

/** A board in the same process that receives every entry. */
function join(room: DebateRoom, participantId: string): BoardStore {
  const project = () => {
    const role = room.state.participants.get(participantId)?.role ?? null;
    return { audience: audienceOf(role), state: projectState(room.state, audienceOf(role), participantId) };
  };
  let listener: TransportListener | null = null;
  const page = { debateId: DEBATE, participantId, people: [] };
  const store = createBoardStore(page, project().state, transport());
  room.onEntries((entries, state) => {
    const after = (entries[0]?.seq ?? 1) - 1;
    const projected = projectEntries(entries, state, project().audience);
    // As the server does: answers go out before the frames that hold their entries.
    setImmediate(() => listener?.frame({ after, to: state.seq, at: state.at, entries: projected }));
  });
  store.enableRules(RULES);
  store.connect();
  return store;

  function transport(): Transport {
    return {
      open: async () => {
        const { seq, at } = room.state;
        const frame = { after: seq, to: seq, at, entries: [] };
        return {
          ok: true,
          participantId,
          standing: null,
          people: [],
          present: [],
          pointers: [],
          pointersMuted: false,
          answers: [],
          state: { kind: 'entries', frame },
        };
      },
      submit: ({ clientSeq, operation }) =>
        room.submit(toSubmission(participantId, store.clientId, clientSeq, operation)),
      sendSeen: () => new Promise(() => {}),
      askClock: async () => 0,
      sendPresence: () => {},
      sendPointer: () => {},
      sendCaret: () => {},
      watchGroups: () => {},
      connect: (heard) => {
        listener = heard;
        queueMicrotask(() => heard.connected());
        return () => {};
      },
    };
  }
}

/** Waits until nothing of one's own is pending. */
function settled(store: BoardStore): Promise<void> {
  return until(
    store,
    ({ replica, connection }) => connection.kind === 'live' && replica.pending.length === 0,
  );
}

/** Waits until a client has received everything. */
function heard(store: BoardStore, room: DebateRoom): Promise<void> {
  return until(store, ({ replica }) => replica.confirmed.seq === room.state.seq);
}

async function until(store: BoardStore, is: (state: BoardState) => boolean): Promise<void> {
  if (is(store.state())) return;
  await new Promise<void>((done) => {
    const unsubscribe = store.subscribe(() => {
      if (!is(store.state())) return;
      unsubscribe();
      done();
    });
  });
}
