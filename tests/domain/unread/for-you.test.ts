import { describe, expect, test } from 'vitest';
import { unreadItems } from '../../../domain/unread/unread-items.ts';
import {
  aDebate,
  bringBack,
  comment,
  type DebateBuilder,
  editTo,
  hold,
  merge,
  newClaim,
  targetOf,
} from '../../support/debate-builder.ts';

/** The items new to a person since a moment, by kind and id. */
const newTo = (debate: DebateBuilder, who: string, at: number) =>
  unreadItems(debate.projection(who), who, { at }).map(({ kind, id }) => `${kind} ${id}`);

describe('[NW5] the items that concern a person', () => {
  test('include a comment on a link that they drew', () => {
    const debate = aDebate();
    const { at } = debate.state;
    debate.now += 1_000;
    debate.does('susi', comment({ on: targetOf('x-a') }));
    expect(newTo(debate, 'emil', at)).toEqual(['reply m-n']);
    expect(newTo(debate, 'dana', at)).toEqual(['comment m-n']);
  });

  test('include a comment at a claim that was merged into theirs', () => {
    const debate = aDebate().does('mona', merge('c-d', 'c-a'));
    const { at } = debate.state;
    debate.now += 1_000;
    debate.does('susi', comment({ on: targetOf('c-d') }));
    expect(newTo(debate, 'dana', at)).toEqual(['reply m-n']);
  });

  test('include a claim against a link that they drew', () => {
    const debate = aDebate();
    const { at } = debate.state;
    debate.now += 1_000;
    debate.does('dana', newClaim('against', 'x-a', { relation: 'attack' }));
    expect(newTo(debate, 'emil', at)).toEqual(['answer c-against']);
  });
});

test('[NW5] a claim has the time at which it was added, whatever its wording; a comment that at which it was approved', () => {
  const debate = aDebate();
  debate.now += 1_000;
  debate.does('dana', newClaim('n', 'east'), comment({ on: targetOf('c-n') }));
  const added = debate.state.claims.get('c-n')?.at ?? 0;
  debate.does('mona', hold('m-n'));
  debate.now += 1_000;
  debate.does('dana', editTo(debate.state, 'c-n', 'another wording')).does('mona', bringBack('m-n'));
  const items = unreadItems(debate.projection('emil'), 'emil', { at: added - 1 });
  const timeOf = (wanted: string) => items.find(({ id }) => id === wanted)?.at ?? 0;
  expect(timeOf('c-n')).toBe(added);
  expect(timeOf('m-n')).toBeGreaterThan(added);
});
