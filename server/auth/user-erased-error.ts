import { isRowMissing } from '../database/database-unavailable.ts';

/** Somebody was erased in the very moment in which something was done for them: there is nobody to do it for. */
export class UserErasedError extends Error {
  override readonly name = 'PersonGone';
}

/** Waits for what is written of a person; fails with `PersonGone` where they were erased meanwhile. */
export async function orUserErased<T>(written: PromiseLike<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    throw isRowMissing(error) ? new UserErasedError() : error;
  }
}
