import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { diffText } from '#domain/ot/text-change.ts';
import {
  acceptWording,
  actsIn,
  aDebate,
  bringBack,
  comment,
  editTo,
  giveBack,
  hide,
  hold,
  newClaim,
  reopenWording,
  retract,
  returnWording,
  split,
  suggest,
  targetOf,
} from '#tests/support/debate-builder.ts';

const holding = (...approval: ('debater' | 'suggester')[]) =>
  aDebate().does('olga', { type: 'debate.configure', approval });

describe('[AP1] pending content', () => {
  test('is what a chosen role adds, seen by its author and moderators', () => {
    const debate = holding('debater').does('dana', newClaim('n', 'c-b'), comment({ commentId: 'm-n' }));
    debate.does('susi', comment({ commentId: 'm-open' }));
    expect([...debate.state.hidden.keys()].sort()).toEqual(['c-n', 'm-n']);
    for (const who of ['olga', 'mona', 'dana']) expect(debate.projection(who).claims.has('c-n')).toBe(true);
    for (const who of ['emil', 'susi', null]) {
      expect(debate.projection(who).claims.has('c-n')).toBe(false);
      expect(debate.projection(who).comments.has('m-open')).toBe(true);
      expect(JSON.stringify(debate.frame(who, debate.entries.length - 3))).not.toMatch(/claim n|c-n|m-n/);
    }
  });

  test('is decided by the choice when it is added', () => {
    const debate = holding('debater');
    expect(debate.does('mona', newClaim('m', 'c-b')).state.hidden.size).toBe(0);
    debate.does('olga', { type: 'debate.configure', approval: [] }).does('dana', newClaim('n', 'c-b'));
    expect(debate.state.hidden.size).toBe(0);
  });
});

describe('[AP2] pending content', () => {
  test('is accepted, and then there for everyone', () => {
    const debate = holding('debater').does('dana', newClaim('n', 'c-b')).does('mona', bringBack('c-n'));
    expect(debate.projection('emil').claims.get('c-n')?.text).toBe('claim n');
    expect(debate.refusal('mona', giveBack('c-n'))).toBe('nothing_changed');
  });

  test('is returned with a reason; its author alone lets it wait again', () => {
    const debate = holding('debater').does('dana', newClaim('n', 'c-b')).does('mona', giveBack('c-n'));
    const returned = { status: 'sent_back', reason: 'unclear', note: 'Which town?' };
    expect(debate.projection('dana').hidden.get('c-n')).toMatchObject(returned);
    expect(debate.refusal('emil', hold('c-n'))).toBe('unknown_target');
    expect(debate.refusal('emil', hold('c-b'))).toBe('nothing_changed');
    expect(debate.refusal('dana', bringBack('c-n'))).toBe('not_allowed');
    debate.does('dana', hold('c-n'));
    expect(debate.state.hidden.get('c-n')?.status).toBe('pending_approval');
    expect(debate.refusal('dana', hold('c-n'))).toBe('nothing_changed');
    expect(debate.refusal('dana', retract('c-n'))).toBeNull();
  });
});

describe('[PJ7] the places of claims', () => {
  const begun = () =>
    aDebate()
      .does('olga', { type: 'debate.configure', approval: ['newcomer'] })
      .does(SYSTEM, { type: 'participant.join', participantId: 'nora', role: 'debater' })
      .does('emil', newClaim('first', 'c-b'));
  const placesIn = (debate: ReturnType<typeof begun>) => {
    debate
      .does('emil', newClaim('end', 'c-b'), newClaim('between', 'c-b', { after: 'l-first' }))
      .does('mona', split('c-first', ['claim first', 'claim'], { key: 'part', text: 'first' }))
      .does('mona', newClaim('theirs', 'c-b', { after: 'l-first' }));
    return ['end', 'between', 'part', 'theirs'].map((key) => debate.state.links.get(`l-${key}`)?.order);
  };

  test('tell others nothing of claims that wait or were sent back beside them', () => {
    const among = begun().does('nora', newClaim('n', 'c-b'), newClaim('n2', 'c-b', { after: 'l-first' }));
    among.does('nora', newClaim('n3', 'c-b')).does('mona', giveBack('c-n3'));
    expect(placesIn(among)).toEqual(placesIn(begun()));
  });

  test('are drawn for those that wait, so that none tells how many wait before it, once accepted or moved', () => {
    const debate = holding('debater').does('dana', newClaim('n', 'c-b'), newClaim('n2', 'c-b'));
    const drawn = () => debate.state.links.get('l-n2')?.order ?? '';
    expect(drawn().length).toBeGreaterThan(2);
    debate.does('dana', { type: 'claim.move', claimId: 'c-n2', target: targetOf('c-a'), relation: 'attack' });
    expect(drawn().length).toBeGreaterThan(2);
  });

  test('are where moderators put them, beside what waits', () => {
    const debate = holding('debater').does('dana', newClaim('n', 'c-b'));
    debate.does('mona', newClaim('m', 'c-b', { after: 'l-n' }), newClaim('m0', 'c-b', { after: null }));
    const links = debate.state.childLinks.get('c-b') ?? [];
    expect(links.indexOf('l-m')).toBe(links.indexOf('l-n') + 1);
    expect(links.indexOf('l-m0')).toBe(0);
  });
});

test('[AP3] each is in the moderation log, and can be reversed by another', () => {
  const debate = holding('debater').does('dana', newClaim('n', 'c-b')).does('mona', giveBack('c-n'));
  const undo = () => {
    const { effect } = debate.entries.at(-1) ?? {};
    return effect && invertEffect(before, effect, 'mona');
  };
  let before = debate.state;
  expect(undo()).toEqual(hold('c-n'));
  debate.does('dana', hold('c-n'));
  before = debate.state;
  debate.does('mona', bringBack('c-n'));
  expect(undo()).toEqual(hold('c-n'));
  expect(actsIn(debate.state).map(({ what }) => what)).toEqual(['sent_back', 'resubmitted', 'accepted']);
});

describe('[AP5] words that everyone sees', () => {
  const reword = (commentId: string, from: string, to: string) =>
    ({ type: 'comment.edit', commentId, base: 1, change: diffText(from, to) }) as const;

  test('are not changed by people whose contributions need approval', () => {
    const debate = holding('debater');
    const note = { type: 'source.edit', sourceId: 's-a', field: 'note', base: 1 } as const;
    debate.does('emil', suggest('w-n', 'c-a', ['one two three', 'one two four']));
    expect(debate.refusal('dana', editTo(debate.state, 'c-a', 'one'))).toBe('approval_needed');
    expect(debate.refusal('dana', reword('m-a', 'Why?', 'Why not?'))).toBe('approval_needed');
    expect(debate.refusal('dana', { ...note, change: [[0, 'Note']] })).toBe('approval_needed');
    expect(debate.refusal('dana', acceptWording('w-n', 'one two three'))).toBe('approval_needed');
    expect(debate.refusal('mona', editTo(debate.state, 'c-a', 'one'))).toBeNull();
  });

  test('stay as they are when a suggestion is sent back, and when that is undone', () => {
    const debate = holding('debater');
    debate.does('emil', suggest('w-n', 'c-a', ['one two three', 'one two four']));
    debate.does('dana', returnWording('w-n'), reopenWording('w-n'));
    debate.does('mona', acceptWording('w-n', 'one two three'));
    expect(debate.refusal('dana', reopenWording('w-n'))).toBe('approval_needed');
  });

  test('are not changed by newcomers, where claims have shared wording', () => {
    const debate = aDebate().does('olga', {
      type: 'debate.configure',
      approval: ['newcomer'],
      wording: 'shared',
    });
    debate.does(SYSTEM, { type: 'participant.join', participantId: 'nora', role: 'debater' });
    expect(debate.refusal('nora', editTo(debate.state, 'c-a', 'one'))).toBe('approval_needed');
    expect(debate.refusal('emil', editTo(debate.state, 'c-a', 'one'))).toBeNull();
  });

  test('are changed by their author while they wait or were sent back', () => {
    const debate = holding('debater').does('dana', newClaim('n', 'c-b'), comment({ commentId: 'm-n' }));
    debate.does('dana', editTo(debate.state, 'c-n', 'claim n, better'), reword('m-n', 'So?', 'Better'));
    debate.does('mona', giveBack('c-n')).does('dana', editTo(debate.state, 'c-n', 'claim n, clear'));
    debate.does('dana', hold('c-n')).does('mona', bringBack('c-n'));
    expect(debate.refusal('dana', editTo(debate.state, 'c-n', 'claim n, again'))).toBe('approval_needed');
  });
});

describe('[AP4] newcomers', () => {
  const newcomers = { type: 'debate.configure', approval: ['newcomer'] } as const;

  test('wait until everyone sees something of theirs', () => {
    const debate = aDebate().does('mona', newcomers);
    debate.does(SYSTEM, { type: 'participant.join', participantId: 'nora', role: 'debater' });
    debate.does('nora', newClaim('n', 'east'));
    expect(debate.state.hidden.get('c-n')?.status).toBe('pending_approval');
    debate.does('nora', newClaim('n2', 'east'));
    expect(debate.state.hidden.get('c-n2')?.status).toBe('pending_approval');
    debate.does('mona', bringBack('c-n')).does('nora', newClaim('n3', 'east'));
    expect(debate.state.hidden.has('c-n3')).toBe(false);
    // All of it hidden, they are new again.
    debate.does('mona', hide('c-n', 'c-n3')).does('nora', newClaim('n4', 'east'));
    expect(debate.state.hidden.get('c-n4')?.status).toBe('pending_approval');
  });

  test('are none who moderate, or whose claims everyone sees', () => {
    const debate = aDebate()
      .does('mona', newcomers, newClaim('m', 'east'))
      .does('dana', newClaim('n', 'east'));
    expect(debate.state.hidden.size).toBe(0);
  });
});
