import { type Columns, fromColumns, toColumns } from '../../collections/columns.ts';
import { finish, type Steps } from '../../collections/steps.ts';
import type { DebateSnapshot } from './snapshot.ts';

/** A snapshot as a page brings it along: JSON in columns, in parts. */
export type PackedSnapshot = readonly string[];

/** Characters in a part. A page's parser takes breath between two. */
const PART = 64_000;

/** Packs a snapshot: about a third of its JSON. */
export function packSnapshot(snapshot: DebateSnapshot): PackedSnapshot {
  return finish(packSteps(snapshot));
}

/** The same in small steps, for a server that has others to answer meanwhile. */
export function* packSteps(snapshot: DebateSnapshot): Steps<PackedSnapshot> {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(snapshot)) {
    fields.push(JSON.stringify([name, Array.isArray(value) ? { list: toColumns(value) } : { value }]));
    yield;
  }
  return inParts(`[${fields.join()}]`);
}

/** A text in parts, as a page brings it along. */
export function inParts(text: string): PackedSnapshot {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfPart(text, at + PART);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

/** The snapshot again, in small steps. */
export function* unpackSnapshot(packed: PackedSnapshot): Steps<DebateSnapshot> {
  const fields: [string, { list: Columns } | { value: unknown }][] = JSON.parse(packed.join(''));
  yield;
  const snapshot: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    snapshot[name] = 'list' in field ? fromColumns(field.list) : field.value;
    yield;
  }
  return snapshot as unknown as DebateSnapshot;
}

/** Never between the halves of one character: a part travels as UTF-8. */
function endOfPart(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end + 1 : end;
}
