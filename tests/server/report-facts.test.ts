import { expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { debateForExport } from '../../domain/formats/exports/debate-for-export.ts';
import {
  mostAgreedAndContested,
  reportFacts,
  votesLine,
} from '../../server/rendering/report/report-facts.ts';
import { REPORT } from '../../server/rendering/report/report-words.ts';
import { aDebate, agree, type DebateBuilder, newClaim, retract } from '../support/debate-builder.ts';

const factsOf = (debate: DebateBuilder) =>
  reportFacts(
    debateForExport(debate.projection('mona'), { people: 'none', branch: null, called: new Map() }, []),
  );

const VOTERS = ['olga', 'mona', 'dana', 'emil', 'susi', 'nina', 'nora'];

/** Votes of this many people for a claim, and of the next against it. */
function votes(debate: DebateBuilder, claimId: string, agreeing: number, disagreeing: number): void {
  for (const who of VOTERS.slice(0, agreeing)) debate.does(who, agree(claimId));
  for (const who of VOTERS.slice(agreeing, agreeing + disagreeing))
    debate.does(who, { type: 'vote.cast', claimId, answer: 'disagree', wording: 1 });
}

test('counts claims and votes as the screens do: a retracted claim is listed for its replies alone', () => {
  const debate = aDebate().does('dana', newClaim('n', 'east'), newClaim('m', 'c-n'));
  votes(debate, 'c-n', 3, 0);
  const [before] = votesLine(factsOf(debate));
  debate.does('dana', retract('c-n'));
  const facts = factsOf(debate);
  expect(facts.map.claims.map(({ id }) => id)).toContain('c-n');
  expect(before).toBe(REPORT.counts(2, 6));
  expect(votesLine(facts)).toEqual([REPORT.counts(2, 5), REPORT.votes('all', 1)]);
});

test('lists first the contested claim with more votes on its smaller side, as the glance does', () => {
  const debate = aDebate().does('dana', newClaim('n', 'east'), newClaim('m', 'east'));
  for (const participantId of ['nina', 'nora'])
    debate.does(SYSTEM, { type: 'participant.join', participantId, role: 'debater' });
  votes(debate, 'c-n', 4, 3);
  votes(debate, 'c-m', 3, 3);
  const { contested } = mostAgreedAndContested(factsOf(debate));
  expect(contested.map(({ id }) => id)).toEqual(['c-m', 'c-n']);
});
