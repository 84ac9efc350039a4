import { expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { audienceIn, projectEntries, projectOwn, viewerIn } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { entriesFor, numberForAudience } from '#domain/debate/projection/audience-entries.ts';
import { participantsWithOwnFrame } from '#domain/debate/projection/reprojected.ts';
import {
  aDebate,
  agree,
  bringBack,
  type DebateBuilder,
  everythingOf,
  giveBack,
  hide,
  hold,
  newClaim,
} from '#tests/support/debate-builder.ts';
import { agree as agreeWith, steelman } from '#tests/support/made-steelmen.ts';

/** Everything a person has after operations of a moderator, from the frame that the server sends them. */
function after(debate: DebateBuilder, who: string, ...operations: readonly Operation[]): unknown {
  const from = debate.state.seq;
  const before = debate.projection(who);
  debate.does('olga', ...operations);
  const all = debate.entries.slice(from);
  const audience = audienceIn(debate.state, who);
  const isApart = participantsWithOwnFrame(all, debate.state).has(who);
  const viewer = viewerIn(audience, isApart ? who : null);
  const entries = entriesFor(numberForAudience(debate.stateAt(from), all, debate.state), viewer);
  const sent = [
    ...projectEntries(entries, debate.state, audience, viewer.participantId),
    ...projectOwn(entries, debate.state, audience, who),
  ];
  const { to, at } = debate.frame(who, from);
  const state: DebateState = { ...evolveAll(before, JSON.parse(JSON.stringify(sent))), seq: to, at };
  return everythingOf(state);
}

test('[PJ4] a restored claim has its voter’s own vote again', () => {
  const debate = aDebate().does('susi', agree('c-a'), agree('c-b'));
  for (const who of ['emil', 'susi', 'dana', 'otto'])
    for (const operation of [hide('c-a'), bringBack('c-a')])
      expect(after(debate, who, operation), who).toEqual(everythingOf(debate.projection(who)));
});

test('[PJ4] an author keeps their votes on what is sent back to them, and on its replies', () => {
  const debate = aDebate()
    .does('dana', newClaim('own', 'east'), agree('c-own'), newClaim('below', 'c-own'), agree('c-below'))
    .does('olga', hold('c-own'));
  for (const operation of [giveBack('c-own'), hold('c-own')])
    expect(after(debate, 'dana', operation)).toEqual(everythingOf(debate.projection('dana')));
  expect(debate.projection('dana').votes.get('c-below')?.has('dana')).toBe(true);
});

test('[PJ4] in an anonymous debate, an answer to a best case stays the own one of its person', () => {
  const debate = steelman(aDebate()).does('emil', agreeWith('a-e'));
  debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
  for (const operation of [hide('c-sm'), bringBack('c-sm')])
    expect(after(debate, 'emil', operation)).toEqual(everythingOf(debate.projection('emil')));
  const answers = debate.projection('emil').claims.get('c-sm')?.steelman?.answers;
  expect(answers?.map(({ author }) => author)).toEqual(['emil']);
});
