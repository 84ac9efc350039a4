import { isRowMissing } from '../../database/database-unavailable.ts';

/** The person was erased while an operation for them was running: it can't be completed. */
export class UserErasedError extends Error {
  override readonly name = 'UserErasedError';
}

/** All sign-ins of a person ended while they were signing in, by a new password for instance: what they proved is void. */
export class ProofVoidError extends Error {
  override readonly name = 'ProofVoidError';
}

/** Awaits a write for a person; throws `UserErasedError` if they were erased meanwhile. */
export async function orUserErased<T>(written: PromiseLike<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    throw isRowMissing(error) ? new UserErasedError() : error;
  }
}
