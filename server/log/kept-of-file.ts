import { z } from 'zod';
import type { Kept } from '../../domain/formats/exchanged-debate.ts';
import type { OperationLog, StoredEntry } from './operation-log.ts';

const stored = z.object({
  kept: z.array(z.object({ format: z.string(), records: z.array(z.unknown()) })),
});

/** The first entry of an imported debate with what no debate shows of its file. Only exports read it: it is in no effect. */
export function withKept(entry: StoredEntry, kept: readonly Kept[]): StoredEntry {
  return kept.length === 0 ? entry : { ...entry, payload: { ...(entry.payload as object), kept } };
}

/** What an imported debate kept of its file. */
export async function readKept(log: Pick<OperationLog, 'read'>, debateId: string): Promise<readonly Kept[]> {
  const [first] = await log.read(debateId, 0, 1);
  return stored.safeParse(first?.payload).data?.kept ?? [];
}
