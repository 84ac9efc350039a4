import { describe, expect, test } from 'vitest';
import { AUDIENCES, projectPresence } from '#domain/debate/engine/project.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { NAMES, type Names } from '#domain/debate/head/head.ts';
import { writeParley } from '#domain/formats/parley/write-parley.ts';
import { projectCaret } from '#domain/protocol/project-caret.ts';
import { aDebate, comment, newClaim, restore, retract, split, sweep } from '#tests/support/debate-builder.ts';

const choose = (names: Names) => ({ type: 'debate.configure', names }) as const;
const anonymous = () => aDebate().does('olga', choose('anonymous'));

describe('[NM6] of presence in an anonymous debate', () => {
  test('nobody is shown, and a caret is nobody’s, under a name for this one text', () => {
    const { state } = anonymous();
    const here = [{ participantId: 'dana', at: 'c-a', writing: true }];
    for (const audience of AUDIENCES) expect(projectPresence(here, state, audience)).toEqual([]);
    const caret = { connection: 's1', participantId: 'dana', text: 'c-a', base: 1, anchor: 2, head: 3 };
    expect(projectCaret(caret, state, 'other')).toEqual({ ...caret, connection: 'other', participantId: '' });
    expect(projectCaret(caret, aDebate().state, 'other')).toEqual(caret);
  });
});

test.each(NAMES)(
  '[NM4] only moderators see that a moderator made or restored a claim (names %s)',
  (names) => {
    const debate = aDebate();
    if (names !== 'shown') debate.does('olga', choose(names));
    const before = debate.entries.length;
    const whole = 'Rails are cheap, roads are not';
    debate.does('emil', newClaim('1', 'east', { text: whole }));
    debate.does('emil', comment({ commentId: 'm-n', text: 'Ships are slow' }), newClaim('4', 'east'));
    debate.does('mona', { ...newClaim('3', 'east', { text: 'Ships are slow' }), comment: 'm-n' });
    debate.does('mona', split('c-1', [whole, 'Rails are cheap'], { key: '2', text: 'roads are not' }));
    debate.does('emil', retract('c-4')).does('mona', restore('c-4'));
    const flags = /byModerator|againstAuthor/g;
    const seenBy = (who: string | null) => [
      JSON.stringify(toSnapshot(debate.projection(who))).match(flags)?.length ?? 0,
      JSON.stringify(debate.frame(who, before)).match(flags)?.length ?? 0,
      JSON.stringify([...writeParley({ state: debate.projection(who), names: new Map(), kept: [] })]).match(
        flags,
      )?.length ?? 0,
    ];
    for (const who of ['emil', 'dana', null]) expect(seenBy(who), `for ${who}`).toEqual([0, 0, 0]);
    expect(seenBy('mona')).toEqual([3, 3, 3]);
  },
);

test('[NM7] in an anonymous debate nothing is done to all that one person wrote', () => {
  expect(anonymous().refusal('olga', sweep('dana'))).toBe('author_anonymous');
  expect(anonymous().refusal('dana', sweep('dana'))).toBe('not_allowed');
  expect(aDebate().does('olga', choose('pseudonyms')).refusal('olga', sweep('dana'))).toBeNull();
});
