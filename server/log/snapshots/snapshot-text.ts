import type { Steps } from '#domain/collections/steps.ts';
import { type DebateSnapshot, snapshotSteps } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';

/** Records per line: writing or reading a line holds the thread for about a millisecond. */
const RECORDS = 200;

/**
 * A state as text for storage, in small steps: a line of JSON with the snapshot without the records of its long lists, then a line for each
 * piece of a list, with the list's name. An older snapshot, stored as one line, is one without pieces.
 */
export function* snapshotText(state: DebateState): Steps<string> {
  const snapshot = yield* snapshotSteps(state);
  const first: Record<string, unknown> = {};
  const lines: string[] = [];
  for (const [name, value] of Object.entries(snapshot)) {
    const isLong = Array.isArray(value) && value.length > RECORDS;
    first[name] = isLong ? [] : value;
    for (let from = 0; isLong && from < value.length; from += RECORDS) {
      lines.push(JSON.stringify([name, value.slice(from, from + RECORDS)]));
      yield;
    }
  }
  return [JSON.stringify(first), ...lines].join('\n');
}

/** Reads what `snapshotText` wrote, in small steps. Throws if it is no JSON. */
export function* snapshotIn(text: string): Steps<DebateSnapshot> {
  let end = lineEnd(text, 0);
  const snapshot = JSON.parse(text.slice(0, end)) as DebateSnapshot & Record<string, unknown[]>;
  while (end < text.length) {
    yield;
    const start = end + 1;
    end = lineEnd(text, start);
    const [name, records] = JSON.parse(text.slice(start, end)) as [string, unknown[]];
    snapshot[name]?.push(...records);
  }
  return snapshot;
}

/** JSON contains no unescaped line feed. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
