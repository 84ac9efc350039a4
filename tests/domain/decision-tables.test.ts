import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OPERATION_TYPES } from '../support/operation-samples.ts';
import { PAIR_CASES } from '../support/pairs/pair-cases.ts';

/** Operations without a table of decisions: each refusal and each effect in a row. The list only becomes shorter. */
const WITHOUT_TABLE = [
  'agenda.goTo',
  'agenda.set',
  'agenda.setTimer',
  'article.edit',
  'claim.add',
  'claim.cite',
  'claim.edit',
  'claim.join',
  'claim.markPromoted',
  'claim.merge',
  'claim.promote',
  'claim.split',
  'claim.uncite',
  'claim.unmerge',
  'comment.edit',
  'content.lock',
  'content.unlock',
  'debate.clear',
  'debate.configure',
  'debate.create',
  'debate.delete',
  'debate.edit',
  'debate.restrict',
  'debate.setStatus',
  'debate.setVisibility',
  'debate.transfer',
  'flag.answer',
  'flag.clear',
  'flag.set',
  'floor.give',
  'group.assign',
  'group.form',
  'group.setStatus',
  'hand.lower',
  'hand.raise',
  'meeting.setStatus',
  'participant.appoint',
  'participant.erase',
  'participant.join',
  'participant.mute',
  'participant.rename',
  'participant.setMembership',
  'poll.answer',
  'poll.open',
  'poll.setStatus',
  'position.add',
  'position.edit',
  'source.add',
  'source.edit',
  'spotlight.set',
  'suggestion.make',
  'suggestion.settle',
  'suggestion.withdraw',
  'summary.edit',
  'team.choose',
  'text.seal',
];

/** Operations whose decisions are a table in one of the files `decide-*.test.ts`. */
const tables = readdirSync(import.meta.dirname)
  .filter((file) => /^decide-.*\.test\.ts$/.test(file))
  .flatMap((file) => [
    ...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(
      /DecisionCase<OperationOf<'([\w.]+)'>>\[\]/g,
    ),
  ])
  .map(([, type]) => type);

describe('cases of operations', () => {
  test.each(OPERATION_TYPES)('%s is submitted before and after every other operation', (type) => {
    expect(PAIR_CASES[type].length).toBeGreaterThan(0);
  });

  test('each operation has a table of decisions, but for those on the list', () => {
    expect(OPERATION_TYPES.filter((type) => !tables.includes(type)).toSorted()).toEqual(WITHOUT_TABLE);
  });
});
