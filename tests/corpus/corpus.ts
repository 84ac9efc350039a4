import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { projectState } from '../../domain/debate/engine/project.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { writeParley } from '../../domain/formats/parley/write-parley.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';

/** Folder of the releases' logs, each in a folder named after its version. */
export const CORPUS = import.meta.dirname;

/** A line of a corpus: an entry as it was stored, and its debate. */
export interface CorpusEntry extends StoredEntry {
  readonly debate: string;
}

/** A line of a release's Parley files: a debate as its moderators export it. */
export interface CorpusFile {
  readonly debate: string;
  readonly parley: string;
}

/** Digests of a folded log: SHA-256 of the readers' and the moderators' projections. */
export interface Digests {
  readonly readers: string;
  readonly moderators: string;
}

/** The versions there are, the oldest first; what a release was before (`0.1.0-shape9`) comes before it. */
export function corpusVersions(): string[] {
  const byNumber = new Intl.Collator('en', { numeric: true }).compare;
  const release = (version: string) => version.split('-', 1)[0] ?? '';
  return readdirSync(CORPUS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => byNumber(release(a), release(b)) || b.length - a.length);
}

/** The entries of a version's logs, by debate. */
export function readCorpus(version: string): Map<string, CorpusEntry[]> {
  const byDebate = new Map<string, CorpusEntry[]>();
  for (const entry of linesOf<CorpusEntry>(version, 'logs.jsonl.gz')) {
    byDebate.set(entry.debate, [...(byDebate.get(entry.debate) ?? []), entry]);
  }
  return byDebate;
}

/** A version's Parley files. */
export function readCorpusFiles(version: string): CorpusFile[] {
  return linesOf(version, 'parley.jsonl.gz');
}

/** Operations as a version's browsers keep them until they are sent. */
export function readCorpusOperations(version: string): Operation[] {
  return linesOf(version, 'operations.jsonl.gz');
}

function linesOf<T>(version: string, name: string): T[] {
  const text = gunzipSync(readFileSync(join(CORPUS, version, name))).toString();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** A debate as its moderators export it today. */
export function exportOf(state: DebateState): string {
  const names = new Map([...state.participants.keys()].map((id) => [id, `Participant ${id}`]));
  const projected = projectState(state, 'moderators', null);
  return [...writeParley({ state: projected, names, kept: [] })].join('');
}

/** A stored log, read today. */
export function foldStored(entries: readonly StoredEntry[]): DebateState {
  return evolveAll(
    EMPTY_STATE,
    entries.map((entry) => upcastEntry(entry, ENTRY_SHAPE)),
  );
}

export function digestsOf(state: DebateState): Digests {
  const digest = (audience: 'readers' | 'moderators') =>
    createHash('sha256')
      .update(JSON.stringify(toSnapshot(projectState(state, audience, null))))
      .digest('hex');
  return { readers: digest('readers'), moderators: digest('moderators') };
}
