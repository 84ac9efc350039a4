import { connectLive, type LiveClient } from './live-client.ts';

/** A guest who takes part in a debate over a connection of their own. */
export async function joinAsGuest(origin: string, debateId: string, name: string): Promise<LiveClient> {
  const answer = await fetch(`${origin}/api/guest`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const guest = await connectLive(origin, { cookie });
  const welcome = await guest.open(debateId);
  if (!welcome.ok) throw new Error(`refused: ${welcome.rejection.code}`);
  return guest;
}
