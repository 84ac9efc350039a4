import { describe, expect, test } from 'vitest';
import { diffText } from '../../domain/debate/text-change.ts';
import { unfoldTo } from '../../domain/layout/unfold.ts';
import { findInDebate } from '../../domain/search/find-in-debate.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { aDebate, cite, newClaim, retract, targetOf } from '../support/debate-builder.ts';

describe('searching a debate', () => {
  test('[SE1] a claim is found by its text, by its sources and by the comments on it', () => {
    const { state } = aDebate().does('dana', cite('c-a'));
    expect(findInDebate(state, 'one two')).toEqual(['c-a']);
    expect(findInDebate(state, 'source')).toEqual(['c-a']);
    expect(findInDebate(state, 'why')).toEqual(['c-a']);
    expect(findInDebate(state, 'why three')).toEqual(['c-a']);
    expect(findInDebate(state, 'three six')).toEqual([]);
  });

  test('[SE1] positions are found by name and summary', () => {
    const { state } = aDebate().does('olga', {
      type: 'summary.edit',
      positionId: 'west',
      base: 1,
      change: diffText('', 'Where the sun sets'),
    });
    expect(findInDebate(state, 'west')).toEqual(['west']);
    expect(findInDebate(state, 'sun sets')).toEqual(['west']);
  });

  test('[SE1] what is found is in reading order, each once', () => {
    const { state } = aDebate()
      .does('dana', newClaim('later', 'west', { text: 'seven one' }))
      .does('dana', newClaim('under', 'c-a', { text: 'one and one again' }));
    expect(findInDebate(state, 'one')).toEqual(['c-a', 'c-under', 'c-later']);
  });

  test('[SE1] a blank query, what left the map and withdrawn comments are not found', () => {
    const { state } = aDebate()
      .does('emil', retract('c-d'))
      .does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
    for (const query of ['', '  ', 'seven', 'why']) expect(findInDebate(state, query)).toEqual([]);
  });

  test('[SE1] a comment on a step is found with the claim the step comes from', () => {
    const { state } = aDebate().does('dana', {
      type: 'comment.add',
      commentId: 'm-step',
      on: targetOf('l-b'),
      replyTo: null,
      text: 'A leap',
    });
    expect(findInDebate(state, 'leap')).toEqual(['c-b']);
  });

  test.each([
    ['Façade ÉCOLE', 'facade ecole'],
    ['Straße', 'STRASSE'],
    ['Łódź Ørsted', 'lodz orsted'],
    ['ｗｉｄｅ', 'wide'],
    ['مُحَمَّد', 'محمد'],
    ['أحمـــد', 'احمد'],
    ['中国制造2025', '制造'],
    ['eins\n  zwei', 'eins zwei'],
    ['it’s', "it's"],
    ['İstanbul', 'istanbul'],
  ])('[SE2] %s is found by %s', (text, query) => {
    expect(foldText(text)).toContain(foldText(query));
    const { state } = aDebate().does('dana', newClaim('t', 'west', { text }));
    expect(findInDebate(state, query)).toEqual(['c-t']);
  });

  test('[SE3] what hides a claim is unfolded, its position too, and nothing else', () => {
    const { state } = aDebate().does('dana', newClaim('deep', 'c-b'));
    const collapsed = new Set(['c-b', 'east', 'west', 'c-deep']);
    expect(unfoldTo(state, collapsed, 'c-deep')).toEqual(new Set(['west', 'c-deep']));
    expect(unfoldTo(state, collapsed, 'l-deep')).toEqual(new Set(['west', 'c-deep']));
    expect(unfoldTo(state, collapsed, 'c-d')).toEqual(new Set(['c-b', 'east', 'c-deep']));
    expect(unfoldTo(state, collapsed, 'west')).toBe(collapsed);
    expect(unfoldTo(state, collapsed, 'nothing')).toBe(collapsed);
  });
});
