import type {
  AppendRequest,
  AppendResult,
  ErasureRequest,
  Identity,
  MentioningEntries,
  NewDebate,
  OperationLog,
  SearchedEntries,
  StoredAnswer,
  StoredEntry,
  StoredSnapshot,
} from '../../server/log/operation-log.ts';

/** One node's way to the shared log: its commits wait until the harness lets them through, or the node dies first. */
export class GatedLog implements OperationLog {
  readonly #log: OperationLog;
  #waiting: { requests: AppendRequest[]; answer: (result: Promise<AppendResult[]>) => void }[] = [];
  #dead = false;
  #healed: Promise<void> | null = null;
  #heal: () => void = () => undefined;

  constructor(log: OperationLog) {
    this.#log = log;
  }

  /** True if the database connection is cut: nothing is read or written until it is back. */
  get isCut(): boolean {
    return this.#healed !== null;
  }

  cut(): void {
    this.#healed = new Promise((heal) => {
      this.#heal = heal;
    });
  }

  heal(): void {
    this.#healed = null;
    this.#heal();
  }

  get commitsWaiting(): number {
    return this.#waiting.length;
  }

  /** Lets the commit in flight through. */
  async commit(): Promise<void> {
    if (this.isCut) return;
    const next = this.#waiting.shift();
    if (!next) return;
    const result = await this.#log.append(next.requests);
    next.answer(Promise.resolve(result));
  }

  /** The node is killed: the commit in flight is written or not, and nobody on this node ever hears which. */
  async die(written: boolean): Promise<void> {
    this.#dead = true;
    const next = this.#waiting.shift();
    this.#waiting = [];
    if (next && written) await this.#log.append(next.requests);
  }

  append(requests: AppendRequest[]): Promise<AppendResult[]> {
    return new Promise((answer) => {
      if (!this.#dead) this.#waiting.push({ requests, answer });
    });
  }

  erase(request: ErasureRequest) {
    return this.#log.erase(request);
  }

  createDebate(debate: NewDebate, entries: StoredEntry[], answers?: StoredAnswer[]) {
    return this.#log.createDebate(debate, entries, answers);
  }

  async read(debateId: string, after: number, limit: number) {
    await this.#healed;
    return this.#log.read(debateId, after, limit);
  }

  async readPage(debateId: string, after: number, limit: number, characters: number) {
    await this.#healed;
    return this.#log.readPage(debateId, after, limit, characters);
  }

  async search(debateId: string, wanted: SearchedEntries, limit: number) {
    await this.#healed;
    return this.#log.search(debateId, wanted, limit);
  }

  async answers(debateId: string, identities: Identity[]) {
    await this.#healed;
    return this.#log.answers(debateId, identities);
  }

  heads(debateIds: string[]) {
    return this.#log.heads(debateIds);
  }

  mentioning(debateId: string, wanted: MentioningEntries, limit: number) {
    return this.#log.mentioning(debateId, wanted, limit);
  }

  countByMinute(debateId: string, type: string, after: number, upTo: number) {
    return this.#log.countByMinute(debateId, type, after, upTo);
  }

  latestSnapshot(debateId: string, upTo?: number) {
    return this.#log.latestSnapshot(debateId, upTo);
  }

  saveSnapshot(debateId: string, snapshot: StoredSnapshot, readAt?: number) {
    return this.#log.saveSnapshot(debateId, snapshot, readAt);
  }
}
