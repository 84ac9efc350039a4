import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type {
  AppendRequest,
  Identity,
  OperationLog,
  StoredAnswer,
  StoredEntry,
} from '../../server/log/operation-log.ts';

/** A log to try, and the way to be rid of it. */
export interface LogUnderTest {
  log: OperationLog;
  /** Another log on the same data, as another node has it. For memory it is the same one. */
  other: OperationLog;
  stop(): Promise<void>;
}

/** The id of a new debate with so many entries. */
export async function debateIn(log: OperationLog, entries = 0): Promise<string> {
  const id = randomUUID();
  const debate = { id, title: 'Trade', visibility: 'public', listing: { motion: 'Trade' } };
  expect(await log.createDebate(debate, entriesFrom(1, entries))).toBe('created');
  return id;
}

export function request(
  debateId: string,
  head: number,
  count: number,
  answers: StoredAnswer[] = [],
): AppendRequest {
  return { debateId, head, entries: entriesFrom(head + 1, count), answers };
}

export function entriesFrom(seq: number, count: number): StoredEntry[] {
  return Array.from({ length: count }, (_, index) => entryAt(seq + index));
}

export function entryAt(seq: number): StoredEntry {
  return {
    seq,
    at: 1_795_000_000_000 + seq,
    actor: 'p1',
    author: 'system',
    shape: 1,
    type: 'claim-added',
    payload: { words: `Claim ${seq}` },
  };
}

export function identity(clientId: string, clientSeq: number): Identity {
  return { clientId, clientSeq };
}

export function answer(clientId: string, clientSeq: number): StoredAnswer {
  return { clientId, clientSeq, hash: `hash-${clientSeq}`, answer: { accepted: [clientSeq] } };
}
