import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import {
  aDebate,
  agree,
  cite,
  comment,
  crossLink,
  editTo,
  everythingOf,
  move,
  newClaim,
  restore,
  retract,
  SOURCE,
  targetOf,
} from '#tests/support/debate-builder.ts';

describe('[DE11] different fields changed at once', () => {
  test('both stand; of one field the later', () => {
    const debate = aDebate()
      .does('olga', { type: 'debate.edit', title: 'Title' })
      .does('mona', { type: 'debate.edit', motion: 'Motion' })
      .does('olga', { type: 'position.edit', positionId: 'east', name: 'Orient' })
      .does('mona', { type: 'position.edit', positionId: 'east', hue: 'olive' })
      .does('mona', { type: 'position.edit', positionId: 'east', name: 'Levant' });
    expect(debate.state.head).toMatchObject({ title: 'Title', motion: 'Motion' });
    expect(debate.state.positions.get('east')).toMatchObject({ name: 'Levant', hue: 'olive' });
  });

  test('of settings too; of one the later', () => {
    const debate = aDebate()
      .does('olga', { type: 'debate.configure', guests: 'none' })
      .does('mona', { type: 'debate.configure', wording: 'own' })
      .does('mona', { type: 'debate.configure', guests: 'observer', wording: 'own' });
    expect(debate.state.head?.settings).toMatchObject({ guests: 'observer', wording: 'own' });
    expect(debate.entries.at(-1)?.effect).toEqual({ type: 'debate.configured', guests: 'observer' });
  });

  test('a field that is given as it is already does not count as changed', () => {
    const debate = aDebate();
    expect(debate.refusal('olga', { type: 'debate.edit', title: 'A debate' })).toBe('nothing_changed');
    debate.does('olga', { type: 'debate.edit', title: 'A debate', motion: 'New' });
    expect(debate.entries.at(-1)?.effect).toEqual({ type: 'debate.edited', motion: 'New' });
  });
});

test('[DE12] retract against retract, restore against restore: the second is refused', () => {
  const debate = aDebate().does('dana', retract('c-a'));
  expect(debate.refusal('olga', retract('c-a'))).toBe('claim_retracted');
  debate.does('olga', restore('c-a'));
  expect(debate.refusal('dana', restore('c-a'))).toBe('not_retracted');
});

describe('[DE13] a retracted claim', () => {
  const retracted = () => aDebate().does('dana', cite('c-a'), retract('c-a'));

  test.each<[string, Operation, RejectionCode]>([
    ['add under it', newClaim('n', 'c-a'), 'target_retracted'],
    ['add against its link', newClaim('n', 'l-a', { relation: 'attack' }), 'target_retracted'],
    ['move under it', move('c-d', 'c-a'), 'target_retracted'],
    ['cross-link to it', crossLink('x-n', 'c-d', 'c-a'), 'target_retracted'],
    ['cross-link from it', crossLink('x-n', 'c-a', 'c-d'), 'claim_retracted'],
    ['edit it', editTo(aDebate().state, 'c-a', 'new'), 'claim_retracted'],
    ['move it', move('c-a', 'west'), 'claim_retracted'],
    ['cite', cite('c-a'), 'claim_retracted'],
    ['uncite', { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' }, 'claim_retracted'],
    ['vote on it', agree('c-a'), 'claim_retracted'],
    ['withdraw a vote on it', { type: 'vote.withdraw', claimId: 'c-a' }, 'claim_retracted'],
  ])('%s', (_, operation, code) => {
    expect(retracted().refusal('emil', operation)).toBe(code);
  });

  test('comment on it', () => {
    expect(retracted().refusal('emil', comment())).toBeNull();
  });

  test('the first change stays', () => {
    const debate = aDebate()
      .does('emil', newClaim('n', 'c-a'), crossLink('x-n', 'c-d', 'c-a'))
      .does('dana', retract('c-a'));
    expect(debate.at('c-a')).toEqual(['c-b', 'c-n']);
    expect(debate.state.links.get('x-n')?.retracted).toBe(false);
  });
});

test('[DE14] edit against retract', () => {
  const debate = aDebate();
  const edit = editTo(debate.state, 'c-a', 'one two four');
  debate.does('emil', edit).does('dana', retract('c-a'));
  const late = editTo(debate.state, 'c-a', 'five');
  expect(debate.refusal('emil', late)).toBe('claim_retracted');
  debate.does('dana', restore('c-a'));
  expect(debate.text('c-a')).toBe('one two four');
  expect(debate.refusal('emil', late)).toBeNull();
});

test('[DE15] retracting keeps what is on and under a claim; restoring brings it back as it was', () => {
  const debate = aDebate().does('emil', cite('c-a'), crossLink('x-n', 'c-a', 'c-d'));
  const { seq, at, numbering, ...before } = { ...debate.state };
  debate.does('dana', retract('c-a'));
  expect(debate.at('c-a')).toEqual(['c-b']);
  debate.does('dana', restore('c-a'));
  expect(everythingOf({ ...debate.state, seq, at, numbering })).toEqual(
    everythingOf({ ...before, seq, at, numbering }),
  );
});

describe('[DE16] sources', () => {
  test.each([
    ['', null],
    ['https://example.org/a?b#c', null],
    ['http://example.org', null],
    ['javascript:alert(1)', 'invalid'],
    ['data:text/html,x', 'invalid'],
    ['//example.org', 'invalid'],
    ['example.org', 'invalid'],
  ])('“%s”: %s', (url, code) => {
    expect(aDebate().refusal('dana', { ...SOURCE, sourceId: 's-n', url })).toBe(code);
  });

  test('cite against cite', () => {
    const debate = aDebate().does('dana', cite('c-a'));
    expect(debate.refusal('emil', cite('c-a'))).toBe('already_cited');
    const uncite = { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' } as const;
    debate.does('emil', uncite);
    expect(debate.refusal('dana', uncite)).toBe('not_cited');
  });

  test('a new claim cites what there is, each once', () => {
    const debate = aDebate().does('dana', newClaim('n', 'east', { sources: ['s-a', 's-a'] }));
    expect(debate.state.claims.get('c-n')?.sources).toEqual(['s-a']);
    expect(debate.refusal('dana', newClaim('m', 'east', { sources: ['s-?'] }))).toBe('unknown_source');
  });
});

describe('[DE17] cross-links', () => {
  test('may form cycles', () => {
    aDebate().does(
      'dana',
      crossLink('x-1', 'c-a', 'c-d'),
      crossLink('x-2', 'c-d', 'c-a'),
      crossLink('x-3', 'c-a', 'c-b'),
    );
  });

  test('not to itself, nor to its own link', () => {
    expect(aDebate().refusal('dana', crossLink('x-n', 'c-a', 'c-a'))).toBe('self_link');
    expect(aDebate().refusal('dana', crossLink('x-n', 'c-b', 'l-b'))).toBe('self_link');
    expect(aDebate().refusal('emil', crossLink('x-n', 'c-d', 'x-a'))).toBe('self_link');
  });

  test('one standing link at most from a claim to a target', () => {
    const debate = aDebate();
    expect(debate.refusal('dana', crossLink('x-n', 'c-b', 'c-a'))).toBe('duplicate_link');
    expect(debate.refusal('dana', crossLink('x-n', 'c-d', 'c-b'))).toBe('duplicate_link');
    expect(debate.refusal('dana', move('c-d', 'c-b'))).toBe('duplicate_link');
    debate.does('emil', { type: 'link.retract', linkId: 'x-a' }).does('dana', move('c-d', 'c-b'));
    expect(debate.refusal('emil', { type: 'link.restore', linkId: 'x-a' })).toBe('duplicate_link');
  });

  test('add against add of the same: the second is refused', () => {
    const debate = aDebate().does('dana', crossLink('x-1', 'c-a', 'c-d'));
    expect(debate.refusal('emil', crossLink('x-2', 'c-a', 'c-d'))).toBe('duplicate_link');
  });
});

test('[DE18] only attacks point at a link', () => {
  const debate = aDebate();
  expect(debate.refusal('dana', newClaim('n', 'l-b'))).toBe('link_not_supportable');
  expect(debate.refusal('dana', move('c-d', 'l-b'))).toBe('link_not_supportable');
  expect(debate.refusal('dana', { ...crossLink('x-n', 'c-d', 'l-b'), relation: 'support' })).toBe(
    'link_not_supportable',
  );
  debate.does('dana', newClaim('n', 'x-a', { relation: 'attack' }), crossLink('x-n', 'c-d', 'l-b'));
});

test('[DE19] a parent link is not retracted', () => {
  for (const type of ['link.retract', 'link.restore'] as const) {
    expect(aDebate().refusal('olga', { type, linkId: 'l-a' })).toBe('parent_link');
  }
});

describe('[DE20] comments', () => {
  test('are their author’s, and resolved by the author or moderators', () => {
    const debate = aDebate();
    const resolve = { type: 'comment.resolve', commentId: 'm-a', resolved: true } as const;
    for (const who of ['olga', 'emil']) {
      expect(
        debate.refusal(who, { type: 'comment.edit', commentId: 'm-a', base: 1, change: [4, [0, 'x']] }),
      ).toBe('not_allowed');
      expect(debate.refusal(who, { type: 'comment.withdraw', commentId: 'm-a' })).toBe('not_allowed');
    }
    expect(debate.refusal('emil', resolve)).toBe('not_allowed');
    expect(debate.refusal('mona', resolve)).toBeNull();
  });

  test('a reply stands on what its comment is on, and stays when that is withdrawn', () => {
    const debate = aDebate().does('susi', comment({ replyTo: 'm-a' }));
    expect(debate.refusal('susi', comment({ commentId: 'm-m', on: targetOf('c-b'), replyTo: 'm-a' }))).toBe(
      'unknown_comment',
    );
    debate.does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
    expect(debate.state.commentsOn.get('c-a')).toEqual(['m-a', 'm-n']);
    expect(debate.refusal('susi', comment({ commentId: 'm-m', replyTo: 'm-a' }))).toBeNull();
    expect(debate.refusal('dana', { type: 'comment.resolve', commentId: 'm-a', resolved: true })).toBe(
      'comment_withdrawn',
    );
  });

  test('on positions, claims and links', () => {
    for (const on of ['east', 'c-a', 'l-a', 'x-a']) aDebate().does('susi', comment({ on: targetOf(on) }));
    expect(aDebate().refusal('susi', comment({ on: { kind: 'claim', id: 'l-a' } }))).toBe('unknown_target');
  });
});
