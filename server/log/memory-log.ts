import { finish } from '../../domain/collections/steps.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { EARLIEST_STATE_SHAPE } from '../../domain/debate/engine/upcast.ts';
import { checkAppend, erasureChecks, newDebateChecks } from './check-append.ts';
import {
  type AppendRequest,
  type AppendResult,
  type ErasureRequest,
  type ErasureResult,
  type Identity,
  type LogHead,
  type MentioningEntries,
  type MinuteCount,
  MOST_SNAPSHOTS,
  milestoneStretch,
  type NewDebate,
  type OperationLog,
  type SearchedEntries,
  type StoredAnswer,
  type StoredEntry,
  type StoredPage,
  type StoredSnapshot,
} from './operation-log.ts';

interface MemoryDebate {
  accessVersion: number;
  /** Each as JSON text: stored entries can't be changed through an object that a caller still holds. */
  entries: string[];
  answers: Map<string, string>;
  snapshots: StoredSnapshot[];
  /** States from before this entry may contain erased words. */
  erasedAt: number;
}

/** The log in memory, for tests and simulations. It keeps the same contract as the database's. */
export class MemoryLog implements OperationLog {
  readonly #debates = new Map<string, MemoryDebate>();

  async createDebate(
    debate: NewDebate,
    entries: StoredEntry[],
    answers: StoredAnswer[] = [],
  ): Promise<'created' | 'exists'> {
    finish(newDebateChecks(debate, entries, answers));
    if (this.#debates.has(debate.id)) return 'exists';
    const { entryTexts, answerTexts } = textsOf(entries, answers);
    const kept = { entries: entryTexts, answers: new Map(answerTexts), snapshots: [], erasedAt: 0 };
    this.#debates.set(debate.id, { accessVersion: 1, ...kept });
    return 'created';
  }

  async append(requests: AppendRequest[]): Promise<AppendResult[]> {
    checkAppend(requests);
    // Serialized before anything is stored: a payload that is no JSON must leave nothing behind in any debate.
    const prepared = requests.map((request) => ({
      request,
      texts: textsOf(request.entries, request.answers),
    }));
    return prepared.map(({ request, texts }) => this.#appendOne(request, texts));
  }

  async erase(request: ErasureRequest): Promise<ErasureResult> {
    finish(erasureChecks(request));
    const { debateId, head, participantId, rewritten, words, entry } = request;
    const debate = this.#debates.get(debateId);
    if (!debate) return { kind: 'missing' };
    if (debate.entries.length !== head) return { kind: 'behind', head: debate.entries.length };
    for (const { seq, shape, payload } of rewritten) {
      const before: StoredEntry = JSON.parse(debate.entries[seq - 1] ?? '');
      debate.entries[seq - 1] = JSON.stringify({ ...before, shape, payload });
    }
    debate.entries.push(JSON.stringify(entry));
    for (const [key, text] of debate.answers)
      if (isAnswerTo(participantId, JSON.parse(text))) debate.answers.delete(key);
    debate.accessVersion += 1;
    if (words) Object.assign(debate, { snapshots: [], erasedAt: entry.seq });
    return { kind: 'appended' };
  }

  async read(debateId: string, after: number, limit: number): Promise<StoredEntry[]> {
    const from = Math.max(0, after);
    const texts = this.#debates.get(debateId)?.entries.slice(from, from + Math.max(0, limit)) ?? [];
    return texts.map((text): StoredEntry => JSON.parse(text));
  }

  async readPage(debateId: string, after: number, limit: number, characters: number): Promise<StoredPage> {
    const entries = await this.read(debateId, after, limit);
    let read = 0;
    const over = entries.findIndex(({ payload }, index) => {
      read += JSON.stringify(payload).length;
      return index > 0 && read > characters;
    });
    return over < 0 ? { entries, isCut: false } : { entries: entries.slice(0, over), isCut: true };
  }

  async search(
    debateId: string,
    { after, before, types, by, always, first }: SearchedEntries,
    limit: number,
  ): Promise<StoredEntry[]> {
    const entries = await this.read(debateId, after, Math.max(0, before - after - 1));
    const isBy = ({ actor, author }: StoredEntry) =>
      by === null || actor === by || (actor === SYSTEM && author === by);
    const wanted = entries.filter(
      (entry) => (types.includes(entry.type) && isBy(entry)) || always.includes(entry.type),
    );
    return (first === 'oldest' ? wanted : wanted.reverse()).slice(0, Math.max(0, limit));
  }

  async answers(debateId: string, identities: Identity[]): Promise<StoredAnswer[]> {
    const debate = this.#debates.get(debateId);
    return debate ? answered(debate, identities) : [];
  }

  async heads(debateIds: string[]): Promise<Map<string, LogHead>> {
    const heads = new Map<string, LogHead>();
    for (const id of debateIds) {
      const debate = this.#debates.get(id);
      if (debate) heads.set(id, { head: debate.entries.length, accessVersion: debate.accessVersion });
    }
    return heads;
  }

  async countByMinute(debateId: string, type: string, after: number, upTo: number): Promise<MinuteCount[]> {
    const counts = new Map<string, MinuteCount>();
    for (const entry of await this.read(debateId, after, upTo - after)) {
      if (entry.type !== type) continue;
      const minute = Math.floor(entry.at / 60_000);
      const { claimId } = entry.payload as { claimId: string };
      const key = `${minute} ${claimId}`;
      counts.set(key, { minute, claimId, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => a.minute - b.minute || (a.claimId < b.claimId ? -1 : 1));
  }

  async mentioning(
    debateId: string,
    { after, upTo, words, types }: MentioningEntries,
    limit: number,
  ): Promise<StoredEntry[]> {
    const quoted = words.map((word) => JSON.stringify(word));
    const entries = await this.read(debateId, after, Math.max(0, upTo - after));
    const found = entries.filter(({ type, payload }) => {
      const text = JSON.stringify(payload);
      return types.includes(type) && quoted.some((word) => text.includes(word));
    });
    return found.slice(0, Math.max(0, limit));
  }

  async latestSnapshot(
    debateId: string,
    upTo = Number.POSITIVE_INFINITY,
    oldestShape = 0,
  ): Promise<StoredSnapshot | null> {
    const snapshot = this.#debates
      .get(debateId)
      ?.snapshots.findLast(({ seq, shape }) => seq <= upTo && shape >= oldestShape);
    return snapshot ? { ...snapshot, data: snapshot.data.slice() } : null;
  }

  async saveSnapshot(debateId: string, snapshot: StoredSnapshot, readAt = snapshot.seq): Promise<void> {
    const debate = this.#debates.get(debateId);
    if (!debate || readAt < debate.erasedAt) return;
    const others = debate.snapshots.filter((kept) => kept.seq !== snapshot.seq);
    const all = [...others, { ...snapshot, data: snapshot.data.slice() }].sort((a, b) => a.seq - b.seq);
    const readable = Math.min(snapshot.shape, EARLIEST_STATE_SHAPE);
    const milestones = new Set<number>();
    const stretch = milestoneStretch(all.at(-1)?.seq ?? 0);
    debate.snapshots = all.filter(({ seq, shape }, index) => {
      const at = Math.floor(seq / stretch);
      const isMilestone = shape >= readable && !milestones.has(at);
      if (isMilestone) milestones.add(at);
      return isMilestone || index >= all.length - MOST_SNAPSHOTS;
    });
  }

  #appendOne(request: AppendRequest, texts: Texts): AppendResult {
    const debate = this.#debates.get(request.debateId);
    if (!debate) return { kind: 'missing' };
    const before = answered(debate, request.answers);
    if (before.length > 0) return { kind: 'answered', answers: before };
    if (debate.entries.length !== request.head) return { kind: 'behind', head: debate.entries.length };
    for (const text of texts.entryTexts) debate.entries.push(text);
    for (const [key, text] of texts.answerTexts) debate.answers.set(key, text);
    if (request.accessChanged && request.entries.length > 0) debate.accessVersion += 1;
    return { kind: 'appended' };
  }
}

interface Texts {
  entryTexts: string[];
  answerTexts: [key: string, text: string][];
}

function textsOf(entries: StoredEntry[], answers: StoredAnswer[]): Texts {
  return {
    entryTexts: entries.map((entry) => JSON.stringify(entry)),
    answerTexts: answers.map((answer) => [keyOf(answer), JSON.stringify(answer)]),
  };
}

function answered(debate: MemoryDebate, identities: Identity[]): StoredAnswer[] {
  return identities.flatMap((identity): StoredAnswer[] => {
    const text = debate.answers.get(keyOf(identity));
    return text === undefined ? [] : [JSON.parse(text)];
  });
}

/** A client's name begins with the participant's. */
function isAnswerTo(participantId: string, { clientId }: StoredAnswer): boolean {
  return clientId.startsWith(`${participantId}:`);
}

function keyOf({ clientId, clientSeq }: Identity): string {
  return JSON.stringify([clientId, clientSeq]);
}
