import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';

type Fields = Readonly<Record<string, unknown>>;

/** All that differs between two states, a line for each field: with its value before and after, or the whole record if it was added. */
export function stateChanges(before: DebateState, after: DebateState): string[] {
  const [was, is] = [before, after].map(fieldsToCompare);
  const parts = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  return parts.flatMap((part) => fieldChanges(part, was?.[part], is?.[part]));
}

/** The fields of a state, without those that nearly every entry changes. */
function fieldsToCompare(state: DebateState): Fields {
  const { seq: _seq, at: _at, numbering, ...fields } = toSnapshot(state);
  const { publicSeq: _publicSeq, at: _publicAt, ...more } = numbering ?? {};
  return { numbering: more, ...fields };
}

/** The fields below `path` that differ, a line for each. */
export function fieldChanges(path: string, was: unknown, is: unknown): string[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  const [earlier, later] = [fieldsOf(was), fieldsOf(is)];
  if (was === undefined || !earlier || !later) {
    if (is === undefined) return [`${path}: removed`];
    return [`${path}: ${was === undefined ? '' : `${JSON.stringify(was)} -> `}${JSON.stringify(is)}`];
  }
  const names = [...new Set([...Object.keys(earlier), ...Object.keys(later)])];
  const changes = names.flatMap((name) => fieldChanges(`${path} ${name}`, earlier[name], later[name]));
  return changes.length > 0 ? changes : [`${path}: in another order`];
}

/** The fields of an object, or the records of a list by their ids; `null` for anything else. */
function fieldsOf(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return value as Fields;
  const named = value.map((one) => [idOf(one), one] as const);
  return named.every(([id]) => id !== null) ? Object.fromEntries(named) : null;
}

/** Records stored as tuples begin with one or two ids. */
function idOf(record: unknown): string | null {
  if (Array.isArray(record))
    return typeof record[0] === 'string' && record.length > 1
      ? record
          .slice(0, record.length === 2 ? 1 : 2)
          .filter((one) => typeof one === 'string')
          .join(' ')
      : null;
  return typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : null;
}
