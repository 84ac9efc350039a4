import { describe, expect, test } from 'vitest';
import { changedByOthers } from '../../app/_board/core/store/changed-by-others.ts';
import { revealedBy } from '../../app/_board/features/agenda/revealed-by.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { aDebate, agree, comment, type DebateBuilder, newClaim } from '../support/debate-builder.ts';
import { addVoters } from '../support/made-people.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';
import { aResearchBallot } from '../support/research-ballot.ts';

/** The reveal announced to each of these people when one phase is followed by the open debate. */
function revealed(debate: DebateBuilder, from: string, who = ['olga', 'dana', 'emil', null]): string[][] {
  const before = who.map((one) => debate.projection(one));
  debate.does('olga', turnTo('p-open', from));
  return who.map((one, at) => revealedBy(before[at] ?? debate.state, debate.projection(one), null));
}

describe('the announcement of a phase change', () => {
  const aPhase = (id: string) => aDebate().does('olga', setAgenda([WRITING, OPEN, VOTING]), turnTo(id));

  test('is what was written, or nothing where nothing was', () => {
    expect(revealed(aPhase('p-write'), 'p-write')).not.toContainEqual(['claims']);
    const written = aPhase('p-write').does('dana', newClaim('n', 'west'));
    for (const said of revealed(written, 'p-write')) expect(said).toContain('claims');
  });

  test('is the votes, or nothing where nobody voted', () => {
    const debate = aPhase('p-vote');
    for (const [claimId, votes] of debate.state.votes)
      for (const who of votes.keys()) debate.does(who, { type: 'vote.withdraw', claimId });
    for (const said of revealed(debate, 'p-vote')) expect(said).toEqual([]);
    debate.does('olga', turnTo('p-vote', 'p-open')).does('dana', agree('c-a'));
    for (const said of revealed(debate, 'p-vote')) expect(said).toEqual(['tallies']);
  });

  test('is not the votes of an earlier phase, which everyone saw before; someone who came since sees them first now', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN, VOTING]), turnTo('p-open'));
    debate.does('dana', agree('c-a'));
    const shown = debate.projection('emil');
    debate.does('olga', turnTo('p-vote', 'p-open'));
    const before = debate.projection('emil');
    debate.does('olga', turnTo('p-open', 'p-vote'));
    expect(revealedBy(before, debate.projection('emil'), shown)).toEqual([]);
    expect(revealedBy(before, debate.projection('emil'), null)).toEqual(['tallies']);
    debate.does('olga', turnTo('p-vote', 'p-open')).does('mona', agree('c-a'));
    debate.does('olga', turnTo('p-open', 'p-vote'));
    expect(revealedBy(before, debate.projection('emil'), shown)).toEqual(['tallies']);
  });

  test('is of a secret ballot the totals, or that there are none to show yet', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', ballots: 'secret' });
    debate.does('olga', setAgenda([VOTING, { ...OPEN, may: ['add'] }]), turnTo('p-vote'));
    debate.does('dana', agree('c-d'));
    for (const said of revealed(debate, 'p-vote')) expect(said).toEqual(['noTotals']);
    debate.does('olga', turnTo('p-vote', 'p-open'));
    for (const who of ['olga', 'mona', 'emil', 'susi']) debate.ask(who, agree('c-d'));
    for (const said of revealed(debate, 'p-vote')) expect(said).toEqual(['totals']);
  });

  test('is of a ballot for research that few voted in that it has no totals to show', () => {
    const debate = aResearchBallot(['c-n']);
    debate.does('olga', setAgenda([VOTING, { ...OPEN, may: ['add'] }]), turnTo('p-vote'));
    for (const voter of addVoters(debate, LIMITS.ballotRows - 1)) debate.does(voter, agree('c-n'));
    for (const said of revealed(debate, 'p-vote')) expect(said).toEqual(['noResearchTotals']);
    debate.does('olga', turnTo('p-vote', 'p-open')).does('emil', agree('c-n'));
    for (const said of revealed(debate, 'p-vote')) expect(said).toEqual(['totals']);
  });
});

test('changes by others exclude the viewer’s own: making a claim from a comment is the maker’s change', () => {
  const debate = aDebate().does('dana', comment({ commentId: 'm-own', text: 'Trees help.' }));
  const after = debate.entries.length;
  debate.does('olga', newClaim('made', 'west', { text: 'Trees help.', comment: 'm-own' }));
  const entries = debate.entries.slice(after);
  expect(entries.map(({ actor, author }) => [actor, author])).toEqual([['olga', 'dana']]);
  expect(changedByOthers(entries, 'olga')).toEqual([]);
  for (const who of ['dana', 'emil', null]) expect(changedByOthers(entries, who)).toEqual(['c-made']);
});
