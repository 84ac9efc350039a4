import { describe, expect, test } from 'vitest';
import type { Effect } from '#domain/debate/engine/entries.ts';
import { subjectOf } from '#domain/debate/engine/events.ts';
import { evolve } from '#domain/debate/engine/evolve.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { diffText } from '#domain/ot/text-change.ts';
import {
  aDebate,
  articleOf,
  citePassage,
  comment,
  type DebateBuilder,
  newClaim,
  reopenWording,
  returnWording,
  SOURCE,
  suggest,
} from '#tests/support/debate-builder.ts';
import { debateForSample, OPERATION_TYPES, runSample } from '#tests/support/operation-samples.ts';
import { answerQuestion, commentEdit, setScheme } from '#tests/support/pairs/made-operations.ts';

/** The contribution that the fields of an entry name first: its own id, or what it stands on. */
function namedBy(effect: Effect): string | null {
  const { commentId, claimId, linkId, questionId, sourceId, on } = { ...effect } as Record<string, unknown>;
  const named = [commentId, claimId, linkId, questionId, sourceId, on].find((id) => typeof id === 'string');
  return typeof named === 'string' ? named : null;
}

/** Reports are sent to their authors and moderators, what is lit as each viewer sees it, and a sealed text names no field of its own. */
const SENT_OTHERWISE: readonly Effect['type'][] = ['report.made', 'spotlight.set', 'text.sealed'];

describe('an entry', () => {
  test.each(OPERATION_TYPES)('of %s is as visible as the contribution that it names', (type) => {
    for (const { effect } of runSample(debateForSample(type), type))
      if (!SENT_OTHERWISE.includes(effect.type)) expect(subjectOf(effect), effect.type).toBe(namedBy(effect));
  });

  test('of a sealed text is as visible as the contribution whose text it is', () => {
    const subject = (text: string) => subjectOf({ type: 'text.sealed', text });
    expect(['c-a', 'm-a', 's-a.title', 's-a.note'].map(subject)).toEqual(['c-a', 'm-a', 's-a', 's-a']);
  });
});

test.each<Effect>([
  {
    type: 'claim.moved',
    claimId: 'c-?',
    target: { kind: 'position', id: 'east' },
    relation: 'support',
    order: '',
  },
  { type: 'claim.edited', claimId: 'c-?', change: diffText('', 'x') },
  { type: 'claim.joined', claimId: 'c-a', parts: ['c-?'], change: null, returned: [] },
  { type: 'link.schemeSet', linkId: 'x-?', scheme: null },
  { type: 'link.weighed', linkId: 'x-?', weight: 2 },
  { type: 'content.restored', ids: ['c-?'] },
  { type: 'content.unlocked', on: 'c-?' },
  { type: 'report.withdrawn', reportId: 'r-?' },
  { type: 'report.settled', ids: ['r-?'], on: ['c-a'], outcome: null },
  { type: 'suggestion.withdrawn', suggestionId: 'w-?', claimId: 'c-a' },
  { type: 'suggestion.settled', suggestionId: 'w-?', claimId: 'c-a', outcome: null, change: null, note: '' },
  { type: 'conclusion.unsigned', signatureId: 'n-?' },
  { type: 'task.changed', taskId: 't-?', count: 2, due: { at: 9 } },
  { type: 'task.removed', taskId: 't-?' },
  { type: 'position.edited', positionId: '?', name: 'N' },
  { type: 'debate.edited', title: 'T' },
])('nothing is undone of $type where what it names is not there', (effect) => {
  const state = effect.type === 'debate.edited' ? EMPTY_STATE : aDebate().state;
  expect(invertEffect(state, effect, 'olga')).toBeNull();
});

describe('undoing', () => {
  test('a rewrite of a whole text, which releases before wrote, leaves it as it is', () => {
    const rewritten = JSON.parse(JSON.stringify({ type: 'claim.edited', claimId: 'c-a', text: 'all new' }));
    expect(invertEffect(aDebate().state, rewritten, 'dana')).toBeNull();
  });

  test('a removed source brings back its passages, and none of another source', () => {
    const words = 'It says so';
    const debate = aDebate()
      .does('dana', { ...SOURCE, sourceId: 's-b', url: 'https://example.org/b' })
      .does('olga', articleOf('s-a', ['', words]), articleOf('s-b', ['', words]))
      .does('dana', citePassage('q-1', 'c-a', [words, 'says'], 's-a'))
      .does('dana', citePassage('q-2', 'c-a', [words, 'so'], 's-b'));
    const undo = invertEffect(
      debate.state,
      { type: 'claim.uncited', claimId: 'c-a', sourceId: 's-a' },
      'dana',
    );
    expect(undo).toMatchObject({ type: 'claim.cite', sourceId: 's-a', passages: [{ id: 'q-1' }] });
    expect(undo?.type === 'claim.cite' && undo.passages).toHaveLength(1);
  });

  test('a suggestion that waits again returns it with the same note, and names no wording', () => {
    const debate = aDebate()
      .does('emil', suggest('w-1', 'c-a', ['one two three', 'one two four']))
      .does('olga', returnWording('w-1', 'Says less'));
    const before = debate.state;
    const { effect } =
      debate.does('olga', reopenWording('w-1')).entries.at(-1) ?? expect.fail('not reopened');
    expect(invertEffect(before, effect, 'olga')).toEqual(returnWording('w-1', 'Says less'));
  });

  test('a restored claim that had been retracted without a reason retracts it without one', () => {
    const { state } = aDebate().does('dana', { type: 'claim.retract', claimId: 'c-a' });
    const undo = invertEffect(state, { type: 'claim.restored', claimId: 'c-a' }, 'dana');
    expect(undo).toStrictEqual({ type: 'claim.retract', claimId: 'c-a' });
  });
});

describe('folding', () => {
  const answeredIn = (debate: DebateBuilder) => debate.state.links.get('l-a')?.answeredQuestions;

  test('keeps answered questions in order, each by itself', () => {
    const debate = aDebate().does('dana', setScheme('l-a', 'cause'));
    for (const question of [3, 1, 2]) debate.does('emil', answerQuestion('l-a', 'cause', question));
    expect(answeredIn(debate)).toEqual([1, 2, 3]);
    expect(answeredIn(debate.does('emil', answerQuestion('l-a', 'cause', 2, false)))).toEqual([1, 3]);
  });

  test('of a position’s name leaves its summary, and of a summary rewrites it', () => {
    const debate = aDebate();
    const edited = (fields: { name: string } | { summary: string }) => {
      const effect = { type: 'position.edited', positionId: 'east', ...fields } as const;
      const [last] = debate.entries.slice(-1);
      return evolve(debate.state, { ...(last ?? expect.fail('no entry')), effect }).positions.get('east');
    };
    expect(edited({ summary: 'All of it' })).toMatchObject({ name: 'East', summary: 'All of it' });
    expect(edited({ name: 'Far' })).toMatchObject({ name: 'Far', summary: '' });
  });

  test('of settings forgets how comments that name people came about only when names are hidden', () => {
    const changesOf = (debate: DebateBuilder) => debate.state.histories.get('m-n')?.changes.length;
    const debate = aDebate()
      .does('emil', newClaim('n', 'c-a'), comment({ commentId: 'm-n', text: 'So <@dana>?' }))
      .does('emil', commentEdit('m-n', 'So <@dana>?', 'So, <@dana>?'));
    expect(changesOf(debate)).toBe(1);
    expect(changesOf(debate.does('olga', { type: 'debate.configure', guests: 'observer' }))).toBe(1);
    expect(changesOf(debate.does('olga', { type: 'debate.configure', names: 'anonymous' }))).toBe(0);
  });
});
