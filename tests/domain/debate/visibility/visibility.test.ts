import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { ROLES, type Role } from '#domain/debate/participants/participant.ts';
import { checkReferencesVisible } from '#domain/debate/visibility/check-references.ts';
import {
  dependencyPath,
  dependentsOf,
  dependsOn,
  embargoOwners,
  hasFullVisibility,
  hiddenIdsFor,
  isHiddenFrom,
  isHiddenFromReaders,
  isRootFor,
  isUnderHidden,
} from '#domain/debate/visibility/hidden-content.ts';
import { mergedWayOf, questionNow } from '#domain/debate/visibility/shown-question.ts';
import { type Viewer, viewerOf } from '#domain/debate/visibility/viewer.ts';
import { anyDebate } from '#tests/support/any-debate.ts';
import {
  aDebate,
  comment,
  giveBack,
  hide,
  hold,
  merge,
  newClaim,
  targetOf,
} from '#tests/support/debate-builder.ts';
import { aDebateIn, OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const READER: Viewer = { seesAll: false, participantId: null };
const MONA: Viewer = { seesAll: true, participantId: 'mona' };

/** Emil's reply m-r and susi's m-o beside m-a; c-m was merged into c-d. */
const grown = () =>
  aDebate()
    .does('emil', comment({ commentId: 'm-r', replyTo: 'm-a' }), newClaim('m', 'c-b'))
    .does('susi', comment({ commentId: 'm-o' }))
    .does('mona', merge('c-m', 'c-d'));

describe('contributions that depend on another', () => {
  test.each([
    ['c-u', ['l-u', 'c-u']],
    ['c-b', ['c-b', 'l-b', 'c-u', 'l-u', 'x-a', 'l-m']],
    ['c-a', ['c-a', 'l-a', 'c-b', 'l-b', 'c-u', 'l-u', 'x-a', 'm-a', 'm-r', 'm-o', 'l-m']],
    ['c-d', ['c-d', 'l-d', 'c-m', 'l-m', 'x-a']],
    ['m-a', ['m-a', 'm-r']],
    ['m-o', ['m-o']],
    ['u-q', ['u-q']],
  ])('is all below %s, and nothing else', (id, all) => {
    expect([...dependentsOf(grown().state, [id])].sort()).toEqual([...all].sort());
  });

  test('are the same by a look at what is above', () => {
    for (const { state } of [grown(), anyDebate(1), anyDebate(2), anyDebate(3)]) {
      const ids = [...state.claims.keys(), ...state.links.keys(), ...state.comments.keys()];
      for (const root of [...ids, ...state.positions.keys(), 'c-none'])
        expect(ids.filter((id) => dependsOn(state, id, root)).sort(), root).toEqual(
          [...dependentsOf(state, [root])].filter((id) => ids.includes(id)).sort(),
        );
    }
  });

  test.each([
    ['c-b', ['c-b', 'c-a', 'east']],
    ['c-u', ['c-u', 'l-b', 'c-b', 'c-a', 'east']],
    ['c-m', ['c-m', 'c-d', 'west']],
    ['x-a', ['x-a', 'c-d', 'c-b', 'west', 'c-a', 'east']],
    ['m-r', ['m-r', 'c-a', 'm-a', 'east']],
    ['u-q', ['u-q']],
  ])('has above it what %s depends on, and nothing else', (id, path) => {
    expect([...dependencyPath(grown().state, id)]).toEqual(path);
  });
});

describe('contributions hidden from a viewer', () => {
  test('is a reply with the comment it answers', () => {
    const { state } = grown().does('mona', hide('m-a'));
    expect(isHiddenFromReaders(state, 'm-r')).toBe(true);
    expect(isHiddenFromReaders(state, 'm-o')).toBe(false);
    expect([...hiddenIdsFor(state, READER)].sort()).toEqual(['m-a', 'm-r']);
  });

  test('is not what only a part of it was hidden of: a position and its other claims stay', () => {
    const { state } = grown().does('mona', hide('c-a'));
    expect(isUnderHidden(state, 'c-b')).toBe(true);
    for (const id of ['c-a', 'c-d', 'east']) expect(isUnderHidden(state, id), id).toBe(false);
  });

  test('is nothing, as long as nothing is hidden; of what moderators hid, nothing for them', () => {
    const { state } = aDebate();
    const hidden = aDebate().does('mona', hide('c-a')).state;
    const embargoed = aDebateIn(WRITING).does('dana', newClaim('n', 'east')).state;
    const full = [state, hidden, embargoed].map((one) =>
      [READER, MONA].map((viewer) => hasFullVisibility(one, viewer)),
    );
    expect(full).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  test('until the reveal is what others wrote, for moderators too', () => {
    const { state } = aDebateIn(WRITING).does('dana', newClaim('n', 'east'));
    const seenBy = (viewer: Viewer) => [isHiddenFrom(state, 'c-n', viewer), isRootFor(state, 'c-n', viewer)];
    expect(seenBy(MONA)).toEqual([true, true]);
    expect(seenBy(READER)).toEqual([true, true]);
    expect(seenBy({ seesAll: false, participantId: 'dana' })).toEqual([false, false]);
  });
});

test('until the reveal those see a contribution who wrote it, or what it depends on', () => {
  const silent = setAgenda([{ ...WRITING, may: ['add', 'comment'] }, OPEN]);
  const debate = aDebate().does('olga', silent, turnTo('p-write'));
  expect(embargoOwners(debate.state, 'c-a')).toEqual([]);
  debate.does('dana', newClaim('n', 'east')).does('mona', newClaim('o', 'east'));
  debate.does('dana', newClaim('p', 'c-n'), comment({ commentId: 'm-p', on: targetOf('c-p') }));
  const owners = ['c-n', 'c-o', 'l-n', 'm-p', 'c-a', null].map((id) => embargoOwners(debate.state, id));
  expect(owners).toEqual([['dana'], ['mona'], ['dana'], ['dana', 'dana', 'dana'], [], []]);
});

test('owners, moderators and the server see all that moderators hide', () => {
  const seeing = [...ROLES, 'system' as const].filter((role) => viewerOf({ id: 'one', role }).seesAll);
  expect(seeing.sort()).toEqual(['moderator', 'owner', 'system']);
  expect(viewerOf({ id: 'one', role: 'debater' }).participantId).toBe('one');
});

describe('naming what one may not see', () => {
  const { state } = aDebateIn(WRITING).does('dana', newClaim('n', 'east')).does('mona', hide('c-d'));
  const check = (id: string, role: Role | 'system') =>
    checkReferencesVisible(
      state,
      { id, role },
      { named: () => [['c-n', 'unknown_claim']], byModerators: () => [] },
    );

  test('is refused, except to its author and to the server', () => {
    expect(check('emil', 'debater')).toBe('unknown_claim');
    expect(check('mona', 'moderator')).toBe('unknown_claim');
    expect(check('dana', 'debater')).toBeNull();
    expect(check(SYSTEM, 'system')).toBeNull();
  });
});

describe('the record of a hidden contribution', () => {
  const by = (names: 'shown' | 'anonymous') => {
    const debate = aDebate().does('olga', { type: 'debate.configure', names, approval: ['debater'] });
    debate.does('dana', newClaim('n', 'east'), comment({ commentId: 'm-n' }));
    debate.does('mona', hide('c-d'));
    const recorded = (...ids: string[]) => ids.map((id) => debate.state.hidden.get(id)?.by);
    const waiting = recorded('c-n', 'm-n');
    debate.does('mona', giveBack('c-n'));
    const sentBack = recorded('c-n');
    debate.does('dana', hold('c-n'));
    return { waiting, sentBack, resubmitted: recorded('c-n'), hidden: recorded('c-d') };
  };

  test('is who did it; where content waits, its author', () => {
    expect(by('shown')).toEqual({
      waiting: ['dana', 'dana'],
      sentBack: ['mona'],
      resubmitted: ['dana'],
      hidden: ['mona'],
    });
  });

  test('is nobody in an anonymous debate where content waits, and the moderator otherwise', () => {
    expect(by('anonymous')).toEqual({
      waiting: ['', ''],
      sentBack: ['mona'],
      resubmitted: [''],
      hidden: ['mona'],
    });
  });
});

describe('the question that stands for another', () => {
  test('is the last shown of its way; of one that is not there, itself', () => {
    const into = (questionId: string, target: string) =>
      ({ type: 'question.merge', questionId, into: target }) as const;
    const debate = aDebate()
      .does('emil', { type: 'question.ask', questionId: 'u-2', text: 'Who gains?' })
      .does('susi', { type: 'question.ask', questionId: 'u-3', text: 'Who loses?' })
      .does('mona', into('u-q', 'u-2'), into('u-2', 'u-3'));
    expect(mergedWayOf(debate.state, 'u-q')).toEqual(['u-q', 'u-2', 'u-3']);
    expect(questionNow(debate.state, 'u-q')).toBe('u-3');
    debate.does('mona', hide('u-3'));
    expect(questionNow(debate.state, 'u-q')).toBe('u-2');
    expect(questionNow(debate.state, 'u-none')).toBe('u-none');
    expect(mergedWayOf(debate.state, 'u-none')).toEqual(['u-none']);
  });
});
