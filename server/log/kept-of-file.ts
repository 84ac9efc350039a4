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
  // A character takes at most three bytes.
  const value = typeof kept === 'string' ? JSON.parse(inflate(kept, 3 * IMPORT_LIMITS.keptCharacters)) : kept;
  return records.safeParse(value).data ?? [];
}

/** The same, but null where it takes more than so many bytes unpacked: a little packed may be much. */
export function unpackSmallKept(kept: string, bytes: number): readonly Kept[] | null {
  try {
    return records.safeParse(JSON.parse(inflate(kept, bytes))).data ?? [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

function inflate(text: string, maxOutputLength: number): string {
  return inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength }).toString();
}
