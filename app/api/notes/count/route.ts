import { parley } from '#server/handle.ts';

/**
 * Returns the number of unread notifications in the caller's inbox, and their id, `null` when not signed in: a page keeps asking after
 * its sign-in has ended elsewhere.
 */
export async function GET(request: Request): Promise<Response> {
  const { auth, inbox } = parley();
  const person = await auth.currentPerson(request.headers);
  const unread = person === null ? 0 : await inbox.unread(person);
  return Response.json(
    // `signedIn` is for pages of earlier releases that a browser still has open or keeps.
    { ok: true, unread, signedIn: person !== null, personId: person?.id ?? null },
    { headers: { 'cache-control': 'no-store' } },
  );
}
