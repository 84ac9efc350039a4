import { readMark } from './saved-mark.ts';

/** Id of the person signed in in this browser; null: nobody. Undefined while the server can't be asked. */
export async function fetchPersonId(): Promise<string | null | undefined> {
  const answer = await fetch('/api/notes/count', { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return undefined;
  // A network that asks for a sign-in of its own answers with a page.
  const { personId }: { personId?: unknown } = await answer.json().catch(() => ({}));
  return typeof personId === 'string' || personId === null ? personId : undefined;
}

/** True if a person was signed in in this browser and the server says that nobody is any longer. Undefined while it can't be asked. */
export async function hasSignInEnded(): Promise<boolean | undefined> {
  if ((await readMark()) === '') return false;
  const personId = await fetchPersonId();
  return personId === undefined ? undefined : personId === null;
}
