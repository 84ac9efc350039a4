import { finish, type Steps } from '../../domain/collections/steps.ts';
import type { AppendRequest, ErasureRequest, NewDebate, StoredAnswer, StoredEntry } from './operation-log.ts';

/** The largest number of PostgreSQL's `integer`. */
const LARGEST_INT = 2_147_483_647;

/** Throws a `RangeError` for requests that no correct caller makes: see `OperationLog`. */
export function checkAppend(requests: AppendRequest[]): void {
  const seen = new Set<string>();
  for (const request of requests) {
    if (seen.has(request.debateId)) throw new RangeError(`two requests for the debate ${request.debateId}`);
    seen.add(request.debateId);
    checkTexts([request.debateId, request.title ?? '', request.visibility ?? '']);
    finish(entryChecks(request.head, request.entries));
    checkAnswers(request.answers);
  }
}

/** Like `checkAppend`, for the erasure of a participant from a log; in steps, as many entries may be rewritten. */
export function* erasureChecks({ head, participantId, rewritten, entry }: ErasureRequest): Steps<void> {
  checkTexts([participantId]);
  yield* entryChecks(head, [entry]);
  for (const { seq, shape, payload } of rewritten) {
    yield;
    checkNumbers([seq, shape]);
    if (seq < 1 || seq > head) throw new RangeError(`there is no entry ${seq}`);
    checkPayload(seq, payload);
  }
}

/** Like `checkAppend`, for a new debate; in steps, as it may begin with many entries. */
export function* newDebateChecks(
  debate: NewDebate,
  entries: readonly StoredEntry[],
  answers: StoredAnswer[],
): Steps<void> {
  checkTexts([debate.id, debate.title, debate.visibility]);
  checkTexts((debate.participants ?? []).flatMap(({ id, name }) => [id, name]));
  yield* entryChecks(0, entries);
  checkAnswers(answers);
}

function* entryChecks(head: number, entries: readonly StoredEntry[]): Steps<void> {
  let expected = head;
  for (const entry of entries) {
    yield;
    expected += 1;
    if (entry.seq !== expected) throw new RangeError(`entry ${entry.seq} stands where ${expected} belongs`);
    checkTexts([entry.actor, entry.author, entry.type]);
    checkNumbers([entry.seq, entry.shape]);
    if (!Number.isSafeInteger(entry.at)) throw new RangeError(`entry ${entry.seq} has no time`);
    checkPayload(entry.seq, entry.payload);
  }
}

function checkPayload(seq: number, payload: unknown): void {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    throw new RangeError(`the payload of entry ${seq} is not an object`);
}

function checkAnswers(answers: StoredAnswer[]): void {
  const seen = new Set<string>();
  for (const { clientId, clientSeq, hash } of answers) {
    const identity = JSON.stringify([clientId, clientSeq]);
    if (seen.has(identity)) throw new RangeError(`the identity ${identity} is answered twice`);
    seen.add(identity);
    checkTexts([clientId, hash]);
    checkNumbers([clientSeq]);
  }
}

function checkNumbers(numbers: number[]): void {
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0 || number > LARGEST_INT) {
      throw new RangeError(`${number} is not a number that can be stored`);
    }
  }
}

// PostgreSQL refuses NUL in text, and a lone surrogate would silently become another character.
// JSON columns hold both, as escapes.
function checkTexts(texts: string[]): void {
  for (const text of texts) {
    if (text.includes('\0') || !text.isWellFormed()) {
      throw new RangeError(`${JSON.stringify(text)} is not text that can be stored`);
    }
  }
}
