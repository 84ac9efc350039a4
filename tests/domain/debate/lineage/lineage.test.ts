import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { mergeDirections } from '#domain/debate/lineage/merge-directions.ts';
import { commentsAt, crossLinksAt, sourcesOf } from '#domain/debate/lineage/merged-contents.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import { laneOf } from '#domain/debate/map/tree.ts';
import { queueOf } from '#domain/debate/moderation/queue.ts';
import { outlineTree } from '#domain/outline/outline-tree.ts';
import { findInDebate } from '#domain/search/find-in-debate.ts';
import { Tab } from '#tests/simulation/tab.ts';
import {
  actsIn,
  aDebate,
  agree,
  bringBack,
  cite,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  everythingOf,
  hide,
  join,
  mark,
  merge,
  move,
  newClaim,
  report,
  retract,
  revise,
  seal,
  settle,
  split,
  targetOf,
  unmerge,
} from '#tests/support/debate-builder.ts';
import { seenClaims } from '#tests/support/seen-claims.ts';

const disagree = (claimId: string) =>
  ({ type: 'vote.cast', claimId, answer: 'disagree', wording: 1 }) as const;

/** `aDebate()` and, in the west, c-t, which says what c-a says: c-v supports it, s-a is cited and m-t said beside it. */
function twins(): DebateBuilder {
  return aDebate()
    .does('emil', newClaim('t', 'west', { text: 'one two and three', sources: ['s-a'] }))
    .does('dana', newClaim('v', 'c-t'), newClaim('w', 'l-t', { relation: 'attack' }))
    .does('dana', comment({ commentId: 'm-t', on: targetOf('c-t') }));
}

describe('[LN1] content of a merged claim is shown with the other one', () => {
  const merged = () => twins().does('olga', merge('c-t', 'c-a'));

  test('its arguments and the undercuts of its step, behind those that were there', () => {
    const debate = merged();
    expect(debate.under('c-a')).toEqual(['c-b', 'c-v', 'c-w']);
    expect(debate.under('west')).not.toContain('c-t');
    expect([...outlineTree(debate.state).byId.keys()]).not.toContain('c-t');
    expect(laneOf(debate.state, 'c-v')).toBe('east');
  });

  test('its comments, its sources and its cross-links', () => {
    const debate = twins()
      .does('emil', crossLink('x-t', 'c-t', 'c-d'))
      .does('olga', merge('c-t', 'c-a'));
    const { state } = debate;
    const claim = state.claims.get('c-a');
    expect(commentsAt(state, targetOf('c-a'))).toEqual(['m-a', 'm-t']);
    expect(claim && sourcesOf(state, claim)).toEqual(['s-a']);
    expect(crossLinksAt(state, 'c-a').map(({ id, from }) => [id, from])).toEqual([['x-t', 'c-a']]);
    expect(findInDebate(state, 'and three')).toEqual(['c-a']);
    expect(resolveMerge(state, 'c-t')).toBe('c-a');
  });

  test('pending operations on it', () => {
    const debate = merged()
      .does('emil', newClaim('n', 'c-t'), newClaim('o', 'l-t', { relation: 'attack' }))
      .does('susi', comment({ on: targetOf('c-t') }), agree('c-t'))
      .does('emil', move('c-d', 'c-t'));
    expect(debate.under('c-a')).toEqual(['c-b', 'c-v', 'c-n', 'c-d', 'c-w', 'c-o']);
    expect(commentsAt(debate.state, targetOf('c-a'))).toContain('m-n');
    expect(debate.tally('c-a')).toEqual([2, 0, 0, 1]);
  });
});

test('[LN2] links that are one by merging are shown once, those to themselves not at all, and none like them is added', () => {
  const debate = twins()
    .does(
      'emil',
      crossLink('x-1', 'c-t', 'c-d'),
      crossLink('x-2', 'c-a', 'c-d'),
      crossLink('x-3', 'c-t', 'c-a'),
      crossLink('x-4', 'c-t', 'l-a'),
      crossLink('x-5', 'c-t', 'x-2'),
    )
    .does('olga', merge('c-t', 'c-a'));
  expect(crossLinksAt(debate.state, 'c-a').map(({ id }) => id)).toEqual(['x-2']);
  expect(debate.refusal('emil', crossLink('x-n', 'c-t', 'c-d'))).toBe('duplicate_link');
  expect(debate.refusal('emil', crossLink('x-n', 'c-a', 'c-t'))).toBe('self_link');
  debate.does('emil', { type: 'link.retract', linkId: 'x-1' });
  expect(debate.refusal('emil', { type: 'link.restore', linkId: 'x-1' })).toBe('duplicate_link');
});

describe('[LN3] votes', () => {
  const voted = () =>
    twins()
      .does('emil', disagree('c-t'))
      .does('susi', disagree('c-t'))
      .does('dana', agree('c-t'))
      .does('olga', merge('c-t', 'c-a'));

  test('count where their author has none on the other one, as earlier', () => {
    expect(voted().tally('c-a')).toEqual([2, 1, 0, 2]);
  });

  test('cast again they answer the present wording', () => {
    const debate = voted().does('susi', agree('c-a'));
    expect(debate.tally('c-a')).toEqual([3, 0, 0, 1]);
  });

  test('withdrawn, it is the one that counts', () => {
    const debate = voted().does('susi', { type: 'vote.withdraw', claimId: 'c-a' });
    expect(debate.tally('c-a')).toEqual([2, 0, 0, 1]);
    debate.does('emil', { type: 'vote.withdraw', claimId: 'c-a' });
    expect(debate.tally('c-a')).toEqual([1, 1, 0, 2]);
    debate.does('emil', { type: 'vote.withdraw', claimId: 'c-a' });
    expect(debate.refusal('emil', { type: 'vote.withdraw', claimId: 'c-a' })).toBe('no_vote');
  });

  test('of votes on several the nearest counts', () => {
    const debate = voted().does('susi', agree('c-d'), agree('c-b')).does('olga', merge('c-a', 'c-d'));
    // Emil, Dana: by c-a and c-t; Susi has one of her own.
    expect(debate.tally('c-d')).toEqual([3, 0, 0, 2]);
    debate.does('susi', { type: 'vote.withdraw', claimId: 'c-d' });
    expect(debate.tally('c-d')).toEqual([2, 1, 0, 3]);
  });

  test('everyone who sees it gets the same count, their own vote included', () => {
    const debate = twins().does('emil', disagree('c-t')).does('susi', disagree('c-t'));
    const tabs = ['olga', 'susi', 'emil', 'dana'].map((who) => new Tab(debate, who));
    tabs[0]?.asks(merge('c-t', 'c-a'));
    tabs[1]?.asks(agree('c-a'));
    tabs[2]?.asks({ type: 'vote.withdraw', claimId: 'c-t' });
    for (const tab of [...tabs, ...tabs]) tab.settles();
    for (const tab of tabs)
      expect(everythingOf(tab.replica.view)).toEqual(everythingOf(debate.projection(tab.who)));
    expect(debate.tally('c-a')).toEqual([2, 0, 0, 0]);
  });
});

describe('[LN4] merged claims', () => {
  test('no claim is moved under what would be its own, were the merged one by itself again', () => {
    const debate = aDebate()
      .does('emil', newClaim('t', 'c-d'), newClaim('v', 'c-t'))
      .does('olga', merge('c-t', 'c-a'));
    expect(debate.under('c-a')).toContain('c-v');
    expect(debate.refusal('emil', move('c-d', 'c-v'))).toBe('cycle');
    debate.does('olga', unmerge('c-t'));
    expect(debate.under('c-t')).toEqual(['c-v']);
  });

  test('have their replies within the bound on depth', () => {
    const debate = aDebate();
    for (let level = 1; level < LIMITS.depth; level += 1)
      debate.does('dana', newClaim(`e${level}`, level === 1 ? 'east' : `c-e${level - 1}`));
    const deepest = `c-e${LIMITS.depth - 1}`;
    debate.does('olga', merge('c-d', deepest)).does('emil', newClaim('n', 'c-d'));
    expect(debate.refusal('emil', newClaim('o', 'c-n'))).toBe('too_deep');
  });

  test('are in no longer chain than the bound on depth, at either end and between two', () => {
    const debate = aDebate();
    for (let at = 0; at <= LIMITS.depth + 1; at += 1) debate.does('dana', newClaim(`m${at}`, 'east'));
    const chain = (from: number, to: number) => {
      for (let at = from; at < to; at += 1) debate.does('olga', merge(`c-m${at}`, `c-m${at + 1}`));
    };
    chain(0, 30);
    for (let at = LIMITS.depth - 1; at > 30; at -= 1) debate.does('olga', merge(`c-m${at}`, `c-m${at + 1}`));
    debate.does('olga', merge('c-m30', 'c-m31'));
    expect(debate.refusal('olga', merge(`c-m${LIMITS.depth}`, `c-m${LIMITS.depth + 1}`))).toBe('too_deep');
    expect(debate.refusal('olga', merge(`c-m${LIMITS.depth + 1}`, 'c-m0'))).toBe('too_deep');
    debate.does('olga', unmerge('c-m30'));
    chain(LIMITS.depth, LIMITS.depth + 1);
    expect(debate.refusal('olga', merge('c-m30', 'c-m31'))).toBe('too_deep');
    debate.does('olga', merge('c-m30', 'c-m32'));
  });

  test('into one that is merged itself stand where that stands', () => {
    const debate = twins().does('olga', merge('c-a', 'c-d'), merge('c-t', 'c-a'));
    expect(resolveMerge(debate.state, 'c-t')).toBe('c-d');
    expect(debate.under('c-d')).toEqual(['c-b', 'c-v', 'c-w']);
    debate.does('olga', unmerge('c-a'));
    expect(debate.under('c-a')).toEqual(['c-b', 'c-v', 'c-w']);
  });
});

describe('[LN5] taken apart again', () => {
  test('everything is as it was', () => {
    const debate = twins()
      .does('emil', disagree('c-t'))
      .does('susi', agree('c-t'))
      .does('emil', crossLink('x-1', 'c-d', 'c-t'));
    const before = seenClaims(debate);
    debate.does('olga', merge('c-t', 'c-a'));
    expect(seenClaims(debate)).not.toEqual(before);
    debate.does('mona', unmerge('c-t'));
    expect(seenClaims(debate)).toEqual(before);
  });

  test('and so is what came since, where it came', () => {
    const debate = twins()
      .does('olga', merge('c-t', 'c-a'))
      .does('emil', newClaim('n', 'c-t'), newClaim('o', 'c-a'), agree('c-t'), move('c-v', 'c-d'))
      .does('olga', unmerge('c-t'));
    expect(debate.under('c-t')).toEqual(['c-n', 'c-w']);
    expect(debate.under('c-a')).toEqual(['c-b', 'c-o']);
    expect(debate.under('c-d')).toEqual(['c-v']);
    expect([debate.tally('c-t'), debate.tally('c-a')]).toEqual([
      [1, 0, 0, 0],
      [1, 0, 0, 0],
    ]);
  });
});

test('[LN6] a merged claim is not changed, and its unsealed wording is', () => {
  const debate = twins()
    .does('emil', editTo(twins().state, 'c-t', 'one, two and three'))
    .does('olga', merge('c-t', 'c-a'));
  const asked = [
    editTo(debate.state, 'c-t', 'x'),
    move('c-t', 'east'),
    retract('c-t'),
    { ...cite('c-t'), type: 'claim.uncite' },
    split('c-t', ['one, two and three', 'one'], { key: 'n', text: 'two and three' }),
    merge('c-t', 'c-d'),
  ] as const;
  for (const operation of asked) expect(debate.refusal('olga', operation)).toBe('claim_merged');
  debate.does(SYSTEM, seal('c-t')).does('olga', unmerge('c-t'));
  expect(debate.text('c-t')).toBe('one, two and three');
});

const inTwo = split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three', takes: ['c-b'] });

describe('[LN11] hidden content', () => {
  test('counts for nothing where it stands', () => {
    const debate = twins().does('susi', disagree('c-t')).does('olga', merge('c-t', 'c-a'));
    expect(debate.tally('c-a')).toEqual([1, 1, 0, 1]);
    debate.does('olga', hide('c-t'));
    expect(debate.tally('c-a')).toEqual([1, 0, 0, 0]);
    expect(debate.projection('otto').claims.has('c-t')).toBe(false);
    expect(debate.projection('otto').claims.has('c-v')).toBe(false);
    debate.does('olga', bringBack('c-t'));
    expect(debate.tally('c-a')).toEqual([1, 1, 0, 1]);
  });

  test('hides what was merged into it, and not what that stood under', () => {
    const debate = twins().does('olga', merge('c-t', 'c-a'), hide('c-a'));
    const otto = debate.projection('otto');
    for (const id of ['c-a', 'c-t', 'c-v', 'c-w']) expect(otto.claims.has(id), id).toBe(false);
    expect(otto.merges.size).toBe(0);
    const after = debate.state.seq;
    debate.does('olga', unmerge('c-t'));
    const sent = debate.frame('otto', after).entries;
    expect(sent.map(({ effect }) => effect.type)).toEqual(['content.projected', 'spotlight.projected']);
    expect(debate.projection('otto').claims.has('c-v')).toBe(true);
  });

  test('is not revealed by the split that made it', () => {
    const debate = aDebate();
    const after = debate.state.seq;
    debate.does('olga', inTwo, hide('c-p'));
    const sent = JSON.stringify(debate.frame('otto', after).entries);
    expect(sent).toContain('claim.split');
    expect(sent).not.toContain('"three"');
    expect(debate.projection('otto').splits.size).toBe(0);
  });
});

test('[LN12] the moderation log names the actor, and the author stays', () => {
  const debate = twins()
    .does('olga', merge('c-t', 'c-a'))
    .does('mona', unmerge('c-t'), inTwo, join('c-a', 'c-p'));
  const acts = actsIn(debate.state);
  expect(acts.map(({ by, what, on }) => [by, what, on])).toEqual([
    ['olga', 'merged', ['c-t', 'c-a']],
    ['mona', 'unmerged', ['c-t', 'c-a']],
    ['mona', 'split', ['c-a', 'c-p']],
    ['mona', 'joined', ['c-a', 'c-p']],
  ]);
  expect(debate.state.claims.get('c-t')?.author).toBe('emil');
  expect(debate.projection('emil').moderationLog.size).toBe(0);
});

test('[LN13] marks and reports stay at the claim that was merged', () => {
  const debate = twins()
    .does('olga', mark('c-t', 'duplicate', { other: 'c-a' }), mark('c-t', 'unclear'))
    .does('emil', revise('c-t', 'unclear'))
    .does('susi', report('r-1', 'c-t'));
  debate.does('olga', merge('c-t', 'c-a'));
  const { reviews } = debate.projection('emil');
  expect(reviews.get('c-t')?.flags.map(({ what }) => what)).toEqual(['unclear', 'duplicate']);
  expect(reviews.has('c-a')).toBe(false);
  expect(debate.refusal('olga', mark('c-t', 'unsupported'))).toBe('claim_merged');
  expect(debate.refusal('emil', revise('c-t', 'duplicate'))).toBe('claim_merged');
  const queue = () => queueOf(debate.state).map(({ id, why }) => `${id} ${why}`);
  expect(queue()).toEqual(['c-t reported']);
  debate.does('olga', settle('other_action', 'r-1'));
  expect(queue()).toEqual([]);
  debate.does('olga', unmerge('c-t'));
  expect(queue()).toEqual(['c-t revised']);
});

describe('[LN4] which of two claims can stay', () => {
  test('of a claim and its reply the claim, of two apart either, with what is hidden neither', () => {
    const debate = aDebate();
    expect(mergeDirections(debate.state, 'c-a', 'c-b')).toEqual(['this']);
    expect(mergeDirections(debate.state, 'c-b', 'c-a')).toEqual(['other']);
    expect(mergeDirections(debate.state, 'c-a', 'c-d')).toEqual(['other', 'this']);
    debate.does('mona', hide('c-d'));
    expect(mergeDirections(debate.state, 'c-a', 'c-d')).toEqual([]);
  });
});
