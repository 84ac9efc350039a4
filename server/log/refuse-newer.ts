import { type Refusal, refuse } from '../../domain/debate/engine/refusal.ts';
import { NewerEntry } from '../../domain/debate/engine/upcast.ts';

/** Runs `read`; `null` if an entry is from a newer release. Other errors are rethrown. */
export async function unlessNewer<T>(read: () => T | Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NewerEntry) return null;
    throw error;
  }
}

/** Runs `answer`; refuses with `server_outdated` if an entry is from a newer release. Other errors are rethrown. */
export async function refuseNewer<T>(answer: () => T | Promise<T>): Promise<T | Refusal> {
  const answered = await unlessNewer(async () => ({ value: await answer() }));
  return answered ? answered.value : refuse('server_outdated');
}
