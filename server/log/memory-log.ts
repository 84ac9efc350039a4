import { checkAppend, checkNewDebate } from './check-append.ts';
import {
  type AppendRequest,
  type AppendResult,
  type DebateHead,
  type Identity,
  type NewDebate,
  type OperationLog,
  SNAPSHOTS_KEPT,
  type StoredAnswer,
  type StoredEntry,
  type StoredSnapshot,
} from './operation-log.ts';

interface MemoryDebate {
  accessVersion: number;
  /** Each as JSON text: nobody can change what is stored through an object they still hold. */
  entries: string[];
  answers: Map<string, string>;
  snapshots: StoredSnapshot[];
}

/** The log kept in memory, for tests and simulations. It keeps the same contract as the database's. */
export class MemoryLog implements OperationLog {
  readonly #debates = new Map<string, MemoryDebate>();

  async createDebate(
    debate: NewDebate,
    entries: StoredEntry[],
    answers: StoredAnswer[] = [],
  ): Promise<'created' | 'exists'> {
    checkNewDebate(debate, entries, answers);
    if (this.#debates.has(debate.id)) return 'exists';
    const made: MemoryDebate = { accessVersion: 1, entries: [], answers: new Map(), snapshots: [] };
    write(made, entries, answers);
    this.#debates.set(debate.id, made);
    return 'created';
  }

  async append(requests: AppendRequest[]): Promise<AppendResult[]> {
    checkAppend(requests);
    return requests.map((request) => this.#appendOne(request));
  }

  async read(debateId: string, after: number, limit: number): Promise<StoredEntry[]> {
    const from = Math.max(0, after);
    const texts = this.#debates.get(debateId)?.entries.slice(from, from + Math.max(0, limit)) ?? [];
    return texts.map((text): StoredEntry => JSON.parse(text));
  }

  async answers(debateId: string, identities: Identity[]): Promise<StoredAnswer[]> {
    const debate = this.#debates.get(debateId);
    return debate ? answered(debate, identities) : [];
  }

  async heads(debateIds: string[]): Promise<Map<string, DebateHead>> {
    const heads = new Map<string, DebateHead>();
    for (const id of debateIds) {
      const debate = this.#debates.get(id);
      if (debate) heads.set(id, { head: debate.entries.length, accessVersion: debate.accessVersion });
    }
    return heads;
  }

  async latestSnapshot(debateId: string): Promise<StoredSnapshot | null> {
    const snapshot = this.#debates.get(debateId)?.snapshots.at(-1);
    return snapshot ? { ...snapshot, data: snapshot.data.slice() } : null;
  }

  async saveSnapshot(debateId: string, snapshot: StoredSnapshot): Promise<void> {
    const debate = this.#debates.get(debateId);
    if (!debate) return;
    const others = debate.snapshots.filter((kept) => kept.seq !== snapshot.seq);
    debate.snapshots = [...others, { ...snapshot, data: snapshot.data.slice() }]
      .sort((a, b) => a.seq - b.seq)
      .slice(-SNAPSHOTS_KEPT);
  }

  #appendOne({ debateId, head, entries, answers, accessChanged }: AppendRequest): AppendResult {
    const debate = this.#debates.get(debateId);
    if (!debate) return { kind: 'missing' };
    const before = answered(debate, answers);
    if (before.length > 0) return { kind: 'answered', answers: before };
    if (debate.entries.length !== head) return { kind: 'behind', head: debate.entries.length };
    write(debate, entries, answers);
    if (accessChanged) debate.accessVersion += 1;
    return { kind: 'appended' };
  }
}

function write(debate: MemoryDebate, entries: StoredEntry[], answers: StoredAnswer[]): void {
  // Everything is made text before anything is stored: an answer that is no JSON must leave nothing behind.
  const entryTexts = entries.map((entry) => JSON.stringify(entry));
  const answerTexts = answers.map((answer) => [keyOf(answer), JSON.stringify(answer)] as const);
  for (const text of entryTexts) debate.entries.push(text);
  for (const [key, text] of answerTexts) debate.answers.set(key, text);
}

function answered(debate: MemoryDebate, identities: Identity[]): StoredAnswer[] {
  return identities.flatMap((identity): StoredAnswer[] => {
    const text = debate.answers.get(keyOf(identity));
    return text === undefined ? [] : [JSON.parse(text)];
  });
}

function keyOf({ clientId, clientSeq }: Identity): string {
  return JSON.stringify([clientId, clientSeq]);
}
