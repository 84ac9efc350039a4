import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation, OperationType } from '#domain/debate/engine/operations.ts';
import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import { canBeNamed, happeningsOf, listedTypes, revealsIn } from '#domain/history/activity.ts';
import {
  acceptWording,
  aDebate,
  closePoll,
  type DebateBuilder,
  meet,
  quickPoll,
  reopenWording,
  suggest,
} from '../../support/debate-builder.ts';
import { agree, notYet, steelman, unanswer } from '../../support/made-steelmen.ts';
import { prepareSample, SAMPLES, samplerOf, TYPES_AFTER_CREATE } from '../../support/operation-samples.ts';

type Item = [kind: string, what: string, on?: string, other?: string];

/** Activity items of the sample of each type; other types have none. */
const LISTED: Partial<Record<OperationType, Item>> = {
  'agenda.goTo': ['debate', 'met'],
  'article.edit': ['sources', 'entered', 's-a'],
  'claim.add': ['claims', 'added', 'c-n'],
  'claim.cite': ['sources', 'cited', 'c-a', 's-a'],
  'claim.edit': ['wordings', 'reworded', 'c-a'],
  'claim.join': ['claims', 'joined', 'c-a'],
  'claim.merge': ['claims', 'merged', 'c-a', 'c-d'],
  'claim.move': ['claims', 'moved', 'c-a'],
  'claim.promote': ['claims', 'added', 'c-n'],
  'claim.restore': ['claims', 'restored', 'c-a'],
  'claim.retract': ['claims', 'retracted', 'c-a'],
  'claim.split': ['claims', 'split', 'c-a'],
  'claim.uncite': ['sources', 'uncited', 'c-a', 's-a'],
  'claim.unmerge': ['claims', 'unmerged', 'c-a'],
  'comment.add': ['comments', 'commented', 'm-n'],
  'comment.edit': ['comments', 'reworded', 'm-a'],
  'comment.resolve': ['comments', 'resolved', 'm-a'],
  'comment.withdraw': ['comments', 'withdrawn', 'm-a'],
  'conclusion.edit': ['wordings', 'concluded'],
  'conclusion.record': ['debate', 'signed', 'west'],
  'conclusion.setStatus': ['debate', 'conclusion_closed'],
  'conclusion.sign': ['debate', 'signed', 'west'],
  'conclusion.unsign': ['debate', 'unsigned'],
  'debate.edit': ['debate', 'retitled'],
  'debate.restrict': ['debate', 'closed'],
  'debate.setStatus': ['debate', 'closed'],
  'link.add': ['links', 'linked', 'x-n'],
  'link.restore': ['links', 'relinked', 'x-a'],
  'link.retract': ['links', 'unlinked', 'x-a'],
  'meeting.setStatus': ['debate', 'met'],
  'poll.setStatus': ['debate', 'poll_closed', 'p-n'],
  'position.add': ['debate', 'positioned', 'north'],
  'question.answer': ['comments', 'answered', 'u-q'],
  'question.ask': ['comments', 'asked', 'u-n'],
  'source.add': ['sources', 'sourced', 's-n'],
  'source.edit': ['sources', 'described', 's-a'],
  'steelman.answer': ['wordings', 'recognized', 'c-sm'],
  'steelman.record': ['wordings', 'recognized', 'c-sm'],
  'suggestion.settle': ['wordings', 'accepted', 'c-a'],
  'summary.edit': ['wordings', 'reworded', 'east'],
  'task.add': ['debate', 'task_set'],
  'task.change': ['debate', 'task_changed'],
  'task.remove': ['debate', 'task_removed'],
};

/** Runs an operation, and returns the items that activity lists of it for a moderator. */
function listedOf(debate: DebateBuilder, who: string, operation: Operation): Item[] {
  const before = debate.entries.length;
  debate.does(who, operation);
  const view = debate.projection('mona');
  const viewer = viewerIn(audienceIn(debate.state, 'mona'), 'mona');
  const items = debate.entries
    .slice(before)
    .flatMap((entry) => happeningsOf(entry, view, viewer, revealsIn(debate.entries)));
  for (const item of items) expect([item.at, item.by]).toEqual([debate.now, who === SYSTEM ? '' : who]);
  return items.map(
    ({ kind, what, on, other }) => [kind, what, on, other].filter((one) => one !== null) as Item,
  );
}

describe('[HI7] of each operation activity lists', () => {
  test.each(TYPES_AFTER_CREATE.map((type) => [type, LISTED[type] ?? null] as const))(
    '%s: %o',
    (type, expected) => {
      const debate = prepareSample(aDebate(), type);
      const listed = listedOf(debate, samplerOf(type), SAMPLES[type].operation);
      expect(listed).toEqual(expected ? [expected] : []);
    },
  );

  test.each<[string, (debate: DebateBuilder) => unknown, string, Operation, Item | null]>([
    [
      'a debate opened again',
      (debate) => debate.does('olga', { type: 'debate.setStatus', status: 'closed' }),
      'olga',
      { type: 'debate.setStatus', status: 'open' },
      ['debate', 'opened'],
    ],
    [
      'a restriction lifted',
      (debate) => debate.does(SYSTEM, { type: 'debate.restrict', restriction: 'closed', reason: 'x' }),
      SYSTEM,
      { type: 'debate.restrict', restriction: 'closed', reason: null },
      ['debate', 'opened'],
    ],
    [
      'a debate hidden',
      () => {},
      SYSTEM,
      { type: 'debate.restrict', restriction: 'hidden', reason: 'x' },
      null,
    ],
    [
      'a conclusion opened again',
      (debate) => debate.does('olga', { type: 'conclusion.setStatus', open: false }),
      'olga',
      { type: 'conclusion.setStatus', open: true },
      ['debate', 'conclusion_opened'],
    ],
    [
      'a comment opened again',
      (debate) => debate.does('olga', { type: 'comment.resolve', commentId: 'm-a', resolved: true }),
      'olga',
      { type: 'comment.resolve', commentId: 'm-a', resolved: false },
      null,
    ],
    [
      'a question open again',
      (debate) => debate.does('olga', SAMPLES['question.answer'].operation),
      'olga',
      {
        ...(SAMPLES['question.answer'].operation as {
          type: 'question.answer';
          questionId: string;
          answered: boolean;
        }),
        answered: false,
      },
      null,
    ],
    [
      'a poll opened again',
      (debate) => debate.does('olga', quickPoll('p-n'), closePoll('p-n')),
      'olga',
      { type: 'poll.setStatus', pollId: 'p-n', open: true },
      null,
    ],
    [
      'the end of a meeting',
      (debate) => debate.does('olga', meet(true)),
      'olga',
      meet(false),
      ['debate', 'adjourned'],
    ],
    [
      'a steelman with something missing',
      steelman,
      'emil',
      notYet('a-e'),
      ['wordings', 'answered_not_yet', 'c-sm'],
    ],
    [
      'an answer withdrawn',
      (debate) => steelman(debate).does('emil', agree('a-e')),
      'emil',
      unanswer(),
      ['wordings', 'answer_withdrawn', 'c-sm'],
    ],
    [
      'one agreement of two that are needed',
      (debate) => steelman(debate).does('olga', { type: 'debate.configure', recognition: 2 }),
      'emil',
      agree('a-e'),
      ['wordings', 'answered_agrees', 'c-sm'],
    ],
    [
      'a suggestion that is open again',
      (debate) =>
        debate
          .does('susi', suggest('w-1', 'c-a', ['one two three', 'one']))
          .does('dana', acceptWording('w-1', 'one two three')),
      'dana',
      reopenWording('w-1'),
      ['wordings', 'reworded', 'c-a'],
    ],
    [
      'a claim made of a comment',
      () => {},
      'olga',
      {
        ...(SAMPLES['claim.add'].operation as Extract<Operation, { type: 'claim.add' }>),
        text: 'Why?',
        comment: 'm-a',
      },
      ['claims', 'promoted', 'c-n', 'm-a'],
    ],
  ])('%s', (_, before, who, operation, expected) => {
    const debate = aDebate();
    before(debate);
    const listed = listedOf(debate, who, operation);
    // A steelman's answer with something missing is a comment too.
    expect(listed.filter(([, what]) => what !== 'commented')).toEqual(expected ? [expected] : []);
  });
});

test('the listed types of a kind are those of its effects; of all kinds each once', () => {
  expect(listedTypes('links')).toEqual(['link.added', 'link.retracted', 'link.restored']);
  const all = listedTypes(null);
  expect(all.slice(0, 2)).toEqual(['claim.added', 'claim.moved']);
  expect(new Set(all).size).toBe(all.length);
});

test('in an anonymous debate activity is listed as nobody’s, or as one’s own', () => {
  const named = aDebate();
  const anonymous = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
  const can = (debate: DebateBuilder, who: string, by: string) =>
    canBeNamed(debate.projection(who), viewerIn(audienceIn(debate.state, who), who), by);
  expect(['emil', 'dana', '', 'zoe'].map((by) => can(named, 'emil', by))).toEqual([true, true, true, false]);
  expect(['emil', 'dana', '', 'zoe'].map((by) => can(anonymous, 'emil', by))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
