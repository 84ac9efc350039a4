/** Whether the server says that nobody is signed in in this browser; false while it can't be asked. */
export async function isSignedOut(): Promise<boolean> {
  const answer = await fetch('/api/notes/count', { cache: 'no-store' }).catch(() => null);
  return answer?.ok === true && ((await answer.json()) as { signedIn?: boolean }).signedIn === false;
}
