import { LIMITS } from '../../debate/engine/limits.ts';
import type { DebateSnapshot } from '../../debate/engine/snapshot.ts';
import { fromSnapshot } from '../../debate/engine/snapshot.ts';
import { upcastSnapshot } from '../../debate/engine/upcast.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { IMPORT_LIMITS } from '../import-limits.ts';
import { parseRecords, readJson, versionOf } from '../read-json.ts';
import { checkPlaces } from './check-places.ts';
import { PARLEY_VERSION, parleySchema } from './parley-schema.ts';

/** Reads Parley JSON: every record unchanged, or none. */
export function readParley(bytes: Uint8Array): Imported {
  const value = readJson(bytes);
  const version = versionOf(value);
  if (version > PARLEY_VERSION) throw new FormatError('newer_version');
  const { debate, names, kept } = parseRecords(
    parleySchema,
    version > 0 ? withNamesOfToday(value as object) : value,
  );
  checkCounts(debate);
  const state = fromSnapshot(debate);
  checkPlaces(state);
  return { state, names: new Map(Object.entries(names)), kept, setAside: [] };
}

/** Files of the first version have the names from before shape 10; a debate names its shape. */
function withNamesOfToday(file: object): object {
  return {
    ...file,
    version: PARLEY_VERSION,
    ...('debate' in file && { debate: upcastSnapshot(file.debate) }),
  };
}

function checkCounts({
  claims,
  links,
  positions,
  sources,
  comments,
  participants,
  votes,
}: DebateSnapshot): void {
  const counts = [
    ['claims', claims, LIMITS.claims],
    ['positions', positions, LIMITS.positions],
    ['sources', sources, LIMITS.sources],
    ['comments', comments, LIMITS.comments],
    ['people', participants, LIMITS.participants],
    ['links', links, LIMITS.claims + LIMITS.crossLinks],
    ['votes', votes, IMPORT_LIMITS.votes],
  ] as const;
  for (const [what, records, limit] of counts)
    if (records.length > limit) throw new FormatError('too_many', null, `${limit} ${what}`);
}
