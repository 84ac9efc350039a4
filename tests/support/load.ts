import type { Operation } from '../../domain/debate/engine/operations.ts';
import { isPassing } from '../../domain/debate/engine/rejections.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { connectLive, type LiveClient } from './live-client.ts';
import { addClaim } from './log-node.ts';

/** Someone who adds claims without end, and remembers what was answered. */
export interface Writer {
  readonly client: LiveClient;
  /** Operations by number, with the answer; null before there is one. */
  readonly asked: Map<number, { operation: Operation; answer: OperationAnswer | null }>;
  /** Numbers without an answer. */
  unanswered(): number[];
  acknowledged(): number;
  /** Comes back, to another address it may be, and asks everything again that it ever asked. */
  comeBack(origin: string): Promise<Writer>;
}

/** Milliseconds until someone who was too fast asks again. */
const AGAIN_AFTER = 200;

/** Two are always under way: at any moment something is being written. */
const UNDER_WAY = 2;

/** Starts someone writing in a debate, until the connection ends. */
export async function startWriter(
  origin: string,
  debateId: string,
  name: string,
  cookie: string,
): Promise<Writer> {
  const client = await connectLive(origin, { cookie, clientId: `tab_${name}` });
  await client.open(debateId);
  const asked: Writer['asked'] = new Map();
  const position = client.snapshot().positions[0]?.id ?? '';
  const writeOn = async (first: number) => {
    for (let n = first; client.socket.connected; n += UNDER_WAY) {
      const operation = { ...addClaim(`${name}${n}`, undefined, position), positionId: null };
      const entry = { operation, answer: null as OperationAnswer | null };
      asked.set(n, entry);
      // No answer: the connection has ended.
      entry.answer = await submitInTime(client, operation, n).catch(() => null);
      if (entry.answer && !entry.answer.ok) break;
    }
  };
  for (let n = 1; n <= UNDER_WAY; n += 1) void writeOn(n);
  return writerOf(client, asked, debateId, name, cookie);
}

/** On a fast machine constant writers are rate limited: they retry in a moment, as pages do. */
async function submitInTime(client: LiveClient, operation: Operation, n: number): Promise<OperationAnswer> {
  for (;;) {
    const answer = await client.submit(operation, n);
    if (answer.ok || !isPassing(answer.rejection)) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
  }
}

function writerOf(
  client: LiveClient,
  asked: Writer['asked'],
  debateId: string,
  name: string,
  cookie: string,
): Writer {
  const numbers = (answered: boolean) =>
    [...asked].filter(([, { answer }]) => (answer?.ok === true) === answered).map(([n]) => n);
  return {
    client,
    asked,
    unanswered: () => numbers(false),
    acknowledged: () => numbers(true).length,
    comeBack: async (origin) => {
      const knows = client.snapshot();
      const again = await connectLive(origin, { cookie, clientId: `tab_${name}`, knows });
      const welcome = await again.open(debateId, knows.seq, numbers(false));
      if (!welcome.ok) throw new Error(welcome.rejection.code);
      return writerOf(again, asked, debateId, name, cookie);
    },
  };
}
