import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { projectState } from '../../domain/debate/engine/project.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';

/** Where each release's logs are kept, in a folder named after its version. */
export const CORPUS = import.meta.dirname;

/** A line of a corpus: an entry as it was stored, and its debate. */
export interface CorpusEntry extends StoredEntry {
  readonly debate: string;
}

/** What a log folds to: SHA-256 of what readers and what moderators see of it. */
export interface Digests {
  readonly readers: string;
  readonly moderators: string;
}

/** The versions there are, the oldest first. */
export function corpusVersions(): string[] {
  const byNumber = new Intl.Collator('en', { numeric: true }).compare;
  return readdirSync(CORPUS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort(byNumber);
}

/** The entries of a version's logs, by debate. */
export function readCorpus(version: string): Map<string, CorpusEntry[]> {
  const lines = gunzipSync(readFileSync(join(CORPUS, version, 'logs.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  const byDebate = new Map<string, CorpusEntry[]>();
  for (const line of lines) {
    const entry = JSON.parse(line) as CorpusEntry;
    byDebate.set(entry.debate, [...(byDebate.get(entry.debate) ?? []), entry]);
  }
  return byDebate;
}

/** What a stored log is today. */
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
