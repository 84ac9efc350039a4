import { columnSteps, columnsJson, fromColumns, type PackedColumns } from '../../collections/columns.ts';
import { finish, type Steps } from '../../collections/steps.ts';
import type { DebateSnapshot } from './snapshot.ts';

/** A snapshot as sent in a page: JSON in columns, in parts. */
export type PackedSnapshot = readonly string[];

/** Characters in a part. Between two parts, the page's parser can yield. */
const PART = 64_000;

/** Packs a snapshot to about a third of its JSON. */
export function packSnapshot(snapshot: DebateSnapshot): PackedSnapshot {
  return finish(packSteps(snapshot));
}

/** The same in small steps, for a server that has other requests to answer meanwhile. */
export function* packSteps(snapshot: DebateSnapshot): Steps<PackedSnapshot> {
  const parts: string[] = [];
  let text = '[';
  for (const [name, value] of Object.entries(snapshot)) {
    if (value === undefined) continue;
    const comma = text === '[' && parts.length === 0 ? '' : ',';
    text += `${comma}[${JSON.stringify(name)},`;
    for (const piece of Array.isArray(value)
      ? listJson(yield* columnSteps(value))
      : [`{"value":${JSON.stringify(value)}}`]) {
      text += piece;
      if (text.length >= PART) {
        parts.push(...inParts(text));
        text = '';
      }
      yield;
    }
    text += ']';
  }
  return [...parts, ...inParts(`${text}]`)];
}

function* listJson(columns: PackedColumns): Generator<string> {
  yield '{"list":';
  yield* columnsJson(columns);
  yield '}';
}

/** Splits a text into parts, as sent in a page. */
export function inParts(text: string): PackedSnapshot {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfPart(text, at + PART);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

/** Unpacks the snapshot, in small steps. */
export function* unpackSnapshot(packed: PackedSnapshot): Steps<DebateSnapshot> {
  const fields: [string, { list: PackedColumns } | { value: unknown }][] = JSON.parse(packed.join(''));
  yield;
  const snapshot: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    snapshot[name] = 'list' in field ? fromColumns(field.list) : field.value;
    yield;
  }
  return snapshot as unknown as DebateSnapshot;
}

/** Never splits a surrogate pair: a part is sent as UTF-8. */
function endOfPart(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end + 1 : end;
}
