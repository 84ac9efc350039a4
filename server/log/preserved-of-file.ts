import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Preserved } from '../../domain/formats/exchanged-debate.ts';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';
import type { OperationLog, StoredEntry } from './operation-log.ts';

const records = z.array(z.object({ format: z.string(), records: z.array(z.unknown()) }));

/**
 * Records a debate kept of its file, packed: millions of characters of JSON would block the server wherever the entry is read, text in
 * Base64 doesn't. Older entries, from before packing, hold the records themselves.
 */
const packed = z.union([z.string(), z.array(z.unknown())]);
export type PackedPreserved = z.infer<typeof packed>;

/** Adds the parts of an imported file that no debate shows to its first entry. Only exports read them: they are in no effect. */
export function withPreserved(entry: StoredEntry, kept: readonly Preserved[]): StoredEntry {
  if (kept.length === 0) return entry;
  const text = deflateRawSync(JSON.stringify(kept)).toString('base64');
  return { ...entry, payload: { ...(entry.payload as object), kept: text } };
}

/** The content an imported debate preserved of its file; `null` if none. */
export async function readPreserved(
  log: Pick<OperationLog, 'read'>,
  debateId: string,
): Promise<PackedPreserved | null> {
  const [first] = await log.read(debateId, 0, 1);
  return z.object({ kept: packed }).safeParse(first?.payload).data?.kept ?? null;
}

/** Unpacks kept records. Blocks for a tenth of a second if there are many: call it in a worker process. */
export function unpackPreserved(kept: PackedPreserved): readonly Preserved[] {
  // A character takes at most three bytes.
  const value = typeof kept === 'string' ? JSON.parse(inflate(kept, 3 * IMPORT_LIMITS.keptCharacters)) : kept;
  return records.safeParse(value).data ?? [];
}

/** Like `unpackPreserved`, but `null` if the unpacked size exceeds `bytes`: a little packed text may unpack to a lot. */
export function unpackSmallPreserved(kept: string, bytes: number): readonly Preserved[] | null {
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
