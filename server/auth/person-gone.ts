/** Somebody was erased in the very moment in which something was done for them: there is nobody to do it for. */
export class PersonGone extends Error {
  override readonly name = 'PersonGone';
}

/** Prisma's codes for a row that is not there any more: to be changed, or to belong to. */
const GONE = ['P2025', 'P2003'];

/** Waits for what is written of a person; fails with `PersonGone` where they were erased meanwhile. */
export async function unlessGone<T>(written: PromiseLike<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && GONE.includes(String(error.code));
    throw isGone ? new PersonGone() : error;
  }
}
