import { expect, test } from 'vitest';
import { PersistentMap } from '#domain/collections/persistent-map.ts';
import type { Vote } from '#domain/debate/votes/vote.ts';
import { votesAnswerOf } from '../../server/api/answers.ts';
import type { DebateReading } from '../../server/services/debates/debates.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';

const CLAIMS = 300;

test('an own vote is found in few looks along a long chain of merges', () => {
  const debate = aDebate();
  const ids = Array.from({ length: CLAIMS }, (_, at) => `c-m${at}`);
  for (const id of ids) debate.does('dana', newClaim(id.slice(2), 'east'));
  const merges = ids.slice(1).map((id, at) => [id, { id, into: `c-m${at}`, by: 'olga', at }] as const);
  const own = PersistentMap<string, Vote>([['emil', { answer: 'agree', wording: 1 }]]);
  let looks = 0;
  const votes = new Proxy(PersistentMap([[`c-m${CLAIMS - 1}`, own]]), {
    get: (map, name) => {
      looks += 1;
      const part: unknown = Reflect.get(map, name, map);
      return typeof part === 'function' ? part.bind(map) : part;
    },
  });
  const view = { ...debate.state, merges: PersistentMap(merges), votes };
  const answer = votesAnswerOf({ view, opening: { participantId: 'emil' } } as unknown as DebateReading);
  expect(answer.own).toEqual([{ claimId: 'c-m0', answer: 'agree', wording: 1, castOn: `c-m${CLAIMS - 1}` }]);
  expect(looks).toBeLessThan(10 * CLAIMS);
});
