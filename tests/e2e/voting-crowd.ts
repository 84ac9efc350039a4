import type { Answer } from '../../domain/debate/votes/vote.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';

/** Someone who votes without a browser. */
export interface Voter extends LiveClient {
  readonly name: string;
  /** Gives an answer to each of some claims. */
  vote(claimIds: readonly string[], answers: readonly Answer[]): Promise<void>;
}

/** So many people come into a debate; two browsers and a crowd make opinion groups, and a test stays quick. */
export async function aVotingCrowd(origin: string, address: string, people: number): Promise<Voter[]> {
  const debateId = decodeURIComponent(address.split('/').at(-1) ?? '');
  return Promise.all(
    Array.from({ length: people }, async (_, nth) => {
      const name = `Voter ${nth + 1}`;
      const signedIn = await fetch(`${origin}/api/guest`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ name, returnTo: '/' }),
      });
      const cookie = signedIn.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
      const client = await connectLive(origin, { cookie });
      const welcome = await client.open(debateId);
      if (!welcome.ok) throw new Error(`${name} was not let in: ${welcome.rejection.code}`);
      const vote: Voter['vote'] = async (claimIds, answers) => {
        for (const [at, claimId] of claimIds.entries()) {
          const answer = answers[at % answers.length] ?? 'pass';
          const result = await client.submit({ type: 'vote.cast', claimId, answer, wording: 1 });
          if (!result.ok) throw new Error(`${name} could not vote: ${result.rejection.code}`);
        }
      };
      return { ...client, name, vote };
    }),
  );
}
