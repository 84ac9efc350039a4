import type { PresenceUpdate, Present } from '#domain/protocol/server-messages.ts';
import type { Counts, PresenceThere } from './node-events.ts';

/** Milliseconds between two heartbeats. */
const BEAT = 1_000;
/** Milliseconds of silence after which a node counts as gone, with everyone on it. */
const SILENCE = 5_000;

/** Presence in one open debate, as this node shows it. */
export interface LocalPresence {
  /** Connections of this node. */
  own(): readonly Present[];
  /** Applies changes among connections of other nodes. */
  hear(update: PresenceUpdate): void;
}

export interface PresenceBetweenParts {
  /** The open debates of this node. */
  readonly boards: () => ReadonlyMap<string, LocalPresence>;
  readonly publish: (there: PresenceThere) => void;
  readonly ask: (debateIds: readonly string[]) => void;
  readonly beat: (counts: Counts) => void;
}

/** Another node, as far as known. */
interface OtherNode {
  heardAt: number;
  counts: ReadonlyMap<string, number>;
  /** Its connections shown here, by debate. */
  readonly shown: Map<string, Set<string>>;
  /** Debates in which it had other connections than are shown, at its last heartbeat. */
  differing: ReadonlySet<string>;
}

/**
 * Presence on the other nodes. Each sends changes, and once a second a heartbeat with its number of connections in each debate. If that
 * differs from what is shown here, a message was lost and the node is asked. The connections of a node that fell silent are dropped: none
 * of this is stored.
 */
export class PresenceRelay {
  readonly #parts: PresenceBetweenParts;
  readonly #others = new Map<string, OtherNode>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: PresenceBetweenParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.beat(), BEAT);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Connections in a debate on other nodes. */
  elsewhereIn(debateId: string): number {
    return [...this.#others.values()].reduce((sum, { counts }) => sum + (counts.get(debateId) ?? 0), 0);
  }

  /** A debate was opened on this node: asks the others who is there. */
  opened(debateId: string): void {
    for (const { shown } of this.#others.values()) shown.delete(debateId);
    this.#parts.ask([debateId]);
  }

  /** Publishes changes of this node's connections. */
  changed(debateId: string, update: PresenceUpdate): void {
    this.#parts.publish({ debateId, ...update, whole: false });
  }

  /** Sends a heartbeat, and drops nodes that have been silent. */
  beat(): void {
    const counts = [...this.#parts.boards()].map(([id, board]) => [id, board.own().length] as const);
    this.#parts.beat(counts.filter(([, connections]) => connections > 0));
    const now = performance.now();
    for (const [node, { heardAt }] of this.#others) if (now - heardAt > SILENCE) this.hearLeft(node);
  }

  hearAsked(debateIds: readonly string[]): void {
    for (const debateId of debateIds) {
      const here = this.#parts.boards().get(debateId)?.own() ?? [];
      this.#parts.publish({ debateId, here, gone: [], whole: true });
    }
  }

  hearPresence(node: string, { debateId, here, gone, whole }: PresenceThere): void {
    const board = this.#parts.boards().get(debateId);
    if (!board) return;
    const shown = this.#shownOf(node, debateId);
    const named = new Set(here.map(({ connection }) => connection));
    const left = whole ? [...shown].filter((connection) => !named.has(connection)) : gone;
    for (const connection of left) shown.delete(connection);
    for (const connection of named) shown.add(connection);
    board.hear({ here, gone: left });
  }

  hearAlive(node: string, counts: Counts): void {
    const isNew = !this.#others.has(node);
    const other = this.#other(node);
    other.heardAt = performance.now();
    other.counts = new Map(counts);
    const differing = [...this.#parts.boards().keys()].filter(
      (debateId) => (other.counts.get(debateId) ?? 0) !== (other.shown.get(debateId)?.size ?? 0),
    );
    // One difference may be a coincidence: a change of this moment may be on its way.
    const lost = differing.filter((debateId) => isNew || other.differing.has(debateId));
    other.differing = new Set(differing);
    if (lost.length > 0) this.#parts.ask(lost);
  }

  hearLeft(node: string): void {
    for (const [debateId, shown] of this.#others.get(node)?.shown ?? []) {
      this.#parts
        .boards()
        .get(debateId)
        ?.hear({ here: [], gone: [...shown] });
    }
    this.#others.delete(node);
  }

  #other(node: string): OtherNode {
    const known = this.#others.get(node);
    if (known) return known;
    const other = {
      heardAt: performance.now(),
      counts: new Map(),
      shown: new Map(),
      differing: new Set<string>(),
    };
    this.#others.set(node, other);
    return other;
  }

  #shownOf(node: string, debateId: string): Set<string> {
    const { shown } = this.#other(node);
    const known = shown.get(debateId);
    if (known) return known;
    const connections = new Set<string>();
    shown.set(debateId, connections);
    return connections;
  }
}
