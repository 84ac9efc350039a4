import type { LogEntry } from '../../debate/engine/entries.ts';
import { idSchema } from '../../debate/engine/operations.ts';
import { FormatError } from '../format-error.ts';

/** Fields of effects with the id of something new. */
const NEW: ReadonlySet<string> = new Set([
  'position.added positionId',
  'source.added sourceId',
  'claim.added claimId',
  'claim.added linkId',
  'link.added linkId',
  'comment.added commentId',
  'suggestion.made suggestionId',
  'task.added taskId',
  'conclusion.signed signatureId',
  'steelman.answered answerId',
]);

/** Fields of effects that contain ids, directly or in nested lists and records. */
const ID_FIELDS: ReadonlySet<string> = new Set([
  ...['positionId', 'sourceId', 'claimId', 'linkId', 'commentId', 'suggestionId', 'taskId', 'participantId'],
  ...['signatureId', 'answerId', 'ofAnswer', 'steelman'],
  ...['from', 'into', 'ids', 'on', 'id', 'replyTo', 'comment', 'other', 'sources', 'target', 'passages'],
]);

/** New ids for those in a file that operations would not accept. */
export interface SoundIds {
  readonly entries: readonly LogEntry[];
  readonly idOf: (id: string) => string;
}

/**
 * A log in which every id is valid for operations: others are replaced. Refused if two things have one id, since references to it would be
 * ambiguous.
 */
export function withSoundIds(entries: readonly LogEntry[]): SoundIds {
  const [things, people, used] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { effect } of entries) {
    for (const [field, value] of Object.entries(effect)) {
      if (typeof value !== 'string' || !NEW.has(`${effect.type} ${field}`)) continue;
      // Ids of answers are ids among those to the same steelman.
      const unique = effect.type === 'steelman.answered' ? `${effect.claimId} ${value}` : value;
      if (used.has(unique))
        throw new FormatError('malformed', null, `the id “${value.slice(0, 60)}” is used twice`);
      used.add(unique);
      things.add(value);
    }
    if (effect.type === 'participant.joined') people.add(effect.participantId);
    if (effect.type === 'claim.cited') for (const { id } of effect.passages ?? []) people.add(id);
  }
  const all = new Set([...things, ...people]);
  const renamed = new Map<string, string>();
  for (const id of all) {
    if (idSchema.safeParse(id).success) continue;
    let number = renamed.size + 1;
    while (all.has(`file-${number}`)) number += all.size;
    renamed.set(id, `file-${number}`);
  }
  const idOf = (id: string) => renamed.get(id) ?? id;
  if (renamed.size === 0) return { entries, idOf };
  return {
    idOf,
    entries: entries.map((entry) => ({
      ...entry,
      author: idOf(entry.author),
      effect: withIds(entry.effect, idOf) as LogEntry['effect'],
    })),
  };
}

function withIds(record: object, idOf: (id: string) => string): object {
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      ID_FIELDS.has(field) ? renamedIn(value, idOf) : value,
    ]),
  );
}

function renamedIn(value: unknown, idOf: (id: string) => string): unknown {
  if (typeof value === 'string') return idOf(value);
  if (Array.isArray(value)) return value.map((each) => renamedIn(each, idOf));
  return typeof value === 'object' && value !== null ? withIds(value, idOf) : value;
}
