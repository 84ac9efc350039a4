import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Kept } from '../../domain/formats/exchanged-debate.ts';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';
import type { OperationLog, StoredEntry } from './operation-log.ts';

const records = z.array(z.object({ format: z.string(), records: z.array(z.unknown()) }));

/**
 * What a debate kept of its file, packed: millions of characters of JSON would block the server wherever the entry is read, text in
 * Base64 doesn't. Entries from before it was packed hold the records.
 */
const packed = z.union([z.string(), z.array(z.unknown())]);
export type PackedKept = z.infer<typeof packed>;

/** The first entry of an imported debate with what no debate shows of its file. Only exports read it: it is in no effect. */
export function withKept(entry: StoredEntry, kept: readonly Kept[]): StoredEntry {
  if (kept.length === 0) return entry;
  const text = deflateRawSync(JSON.stringify(kept)).toString('base64');
  return { ...entry, payload: { ...(entry.payload as object), kept: text } };
}

/** What an imported debate kept of its file; null: nothing. */
export async function readKept(
  log: Pick<OperationLog, 'read'>,
  debateId: string,
): Promise<PackedKept | null> {
  const [first] = await log.read(debateId, 0, 1);
  return z.object({ kept: packed }).safeParse(first?.payload).data?.kept ?? null;
}

/** Blocks for a tenth of a second where much was kept: call it in a worker process. */
export function unpackKept(kept: PackedKept): readonly Kept[] {
  const value = typeof kept === 'string' ? JSON.parse(inflate(kept)) : kept;
  return records.safeParse(value).data ?? [];
}

function inflate(text: string): string {
  // A character takes at most three bytes.
  const maxOutputLength = 3 * IMPORT_LIMITS.keptCharacters;
  return inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength }).toString();
}
