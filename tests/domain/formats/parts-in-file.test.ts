import { describe, expect, test } from 'vitest';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { argumentMapOf } from '#domain/formats/argument-map.ts';
import { withChosenActs } from '#domain/formats/exports/chosen-acts.ts';
import { chosenNames } from '#domain/formats/exports/chosen-names.ts';
import { debateForExport } from '#domain/formats/exports/debate-for-export.ts';
import { extractBranch } from '#domain/formats/exports/extract-branch.ts';
import { withPeople } from '#domain/formats/exports/people-in-file.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { anyDebate } from '../../support/any-debate.ts';
import { answer, assign, form, mark, newClaim, quickPoll, report } from '../../support/debate-builder.ts';
import { imported, shapeOf, written, writtenText } from '../../support/exchanged.ts';
import { aFullDebate } from '../../support/full-debate.ts';
import { weigh } from '../../support/pairs/made-operations.ts';

/** In the order of their ids, as pseudonyms are numbered. */
const PEOPLE = ['dana', 'emil', 'mona', 'olga', 'otto', 'susi'];

/** The full debate, in which people also answered a poll, weighed a link, flagged, reported and worked in a group. */
const livelyDebate = () =>
  aFullDebate()
    .does('olga', quickPoll('p-n'), form('n', 'dana', 'otto'), assign('emil', 'n'))
    .does('dana', answer('p-n', 1), weigh('l-b', 3), report('r-n', 'c-d'))
    .does('emil', answer('p-n', 0), { type: 'hand.raise' })
    .does('mona', mark('c-d', 'unclear'), {
      type: 'participant.mute',
      participantId: 'otto',
      muted: true,
      reason: 'flooding',
    });

const livelyState = (): DebateState => ({ ...livelyDebate().state, numbering: null });

/** A snapshot as text, in which records have no order. */
function plain(snapshot: object): Record<string, unknown> {
  const sorted = (value: unknown) =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : JSON.stringify(value);
  return Object.fromEntries(Object.entries(snapshot).map(([name, value]) => [name, sorted(value)]));
}

const QUIET = { hands: [], speaker: null, order: 'raised', invited: [] };

/** The debate, in whose text each person's id was replaced. */
function renamed(state: DebateState, name: (id: string) => string): Record<string, unknown> {
  const text = JSON.stringify({ ...toSnapshot(state), floor: QUIET });
  const ids = new RegExp(`"(${PEOPLE.join('|')})"`, 'g');
  const mentions = new RegExp(`<@(${PEOPLE.join('|')})>`, 'g');
  return JSON.parse(
    text.replace(ids, (_, id) => `"${name(id)}"`).replace(mentions, (_, id) => `<@${name(id) || '----'}>`),
  );
}

describe('a debate for a file', () => {
  test('has people as they are, or under numbers wherever they stand', () => {
    const state = livelyState();
    const names = new Map([['dana', 'Dana']]);
    expect(withPeople(state, names, 'names')).toEqual({ state, names, kept: [] });
    const numbered = withPeople(state, names, 'pseudonyms');
    const numberOf = (id: string) => `person-${PEOPLE.indexOf(id) + 1}`;
    expect(plain(toSnapshot(numbered.state))).toEqual(plain(renamed(state, numberOf)));
    expect([...numbered.names]).toEqual(PEOPLE.map((id, at) => [numberOf(id), `Person ${at + 1}`]));
  });

  test('has nobody in it if people are left out, nor what only people do', () => {
    const state = livelyState();
    const { state: left, names } = withPeople(state, new Map([['dana', 'Dana']]), 'none');
    const { moderationLog, groups, ...rest } = renamed(state, () => '') as Record<string, object[]>;
    const expected = {
      ...rest,
      participants: [],
      votes: [],
      ratings: [],
      answers: [],
      moderationLog: moderationLog?.map((act) => ({
        ...act,
        on: 'on' in act && Array.isArray(act.on) ? act.on.filter((id) => id !== '') : [],
      })),
      groups: groups?.map((group) => ({ ...group, members: [] })),
    };
    expect(plain(toSnapshot(left))).toEqual(plain(expected));
    expect(names.size).toBe(0);
  });

  test('has the votes of a ballot, and says if it is a branch', () => {
    const state = livelyState();
    const scope = { branch: null, people: 'names', called: new Map() } as const;
    const ballots = { kind: 'kept', why: 'few' } as const;
    expect(debateForExport(state, { ...scope, ballots }, [])).toMatchObject({
      ballots,
      branch: null,
      kept: [],
      state,
    });
    expect(debateForExport(state, { ...scope, branch: 'c-b' }, [])).toMatchObject({
      branch: { id: 'c-b', whole: state },
    });
    expect(() => debateForExport(state, { ...scope, branch: 'c-z' }, [])).toThrow('There is no such branch');
  });
});

describe('a branch', () => {
  const linesOf = (id: string) => {
    const { state } = aFullDebate();
    const part = extractBranch(state, id);
    if (!part) return null;
    const { claims, crossLinks, comments } = argumentMapOf({ state: part, names: new Map(), kept: [] });
    return [claims, crossLinks, comments.map(({ comment }) => comment)].map((records) =>
      records
        .map((one) => one.id)
        .sort()
        .join(' '),
    );
  };

  test.each([
    ['north', ['', '', '']],
    ['west', ['c-d c-l', '', 'm-k']],
    ['east', ['c-a c-b c-e c-f c-g c-h c-sm c-u', 'x-c x-d', 'm-a m-l m-p m-r']],
    ['c-b', ['c-a c-b c-e c-f c-u', 'x-c x-d', 'm-a m-l m-p m-r']],
    ['c-u', ['c-a c-b c-u', '', 'm-a m-l m-p m-r']],
    ['c-d', ['c-d c-l', '', 'm-k']],
    ['c-l', ['c-d c-l', '', 'm-k']],
    ['c-z', null],
  ])('of %s has what is below, and the way up', (id, lines) => {
    expect(linesOf(id)).toEqual(lines);
  });

  test.each(['west', 'c-b', 'c-d', 'c-h'])(
    '[EX10] of %s has its position alone, and the numbers of the debate',
    (id) => {
      const { state } = aFullDebate();
      const scope = { people: 'names', called: new Map() } as const;
      const mapOf = (branch: string | null) =>
        argumentMapOf(debateForExport(state, { ...scope, branch }, []));
      const [whole, branch] = [mapOf(null), mapOf(id)];
      const numbersOf = (claims: readonly { readonly id: string; readonly number: string }[]) =>
        claims.map((one) => [one.id, one.number]);
      expect(branch.positions).toHaveLength(1);
      const within = new Set([...branch.positions, ...branch.claims].map((one) => one.id));
      expect(numbersOf(branch.positions)).toEqual(
        numbersOf(whole.positions.filter((one) => within.has(one.id))),
      );
      expect(numbersOf(branch.claims)).toEqual(numbersOf(whole.claims.filter((one) => within.has(one.id))));
    },
  );

  test.each(['parley', 'csv', 'argdown', 'aif', 'kialo'] as const)(
    'of any claim is read again from %s',
    async (format) => {
      const state: DebateState = { ...aFullDebate().state, numbering: null };
      const scope = { people: 'names', called: new Map() } as const;
      const { claims } = argumentMapOf({ state, names: new Map(), kept: [] });
      for (const { id } of claims.filter(({ claim }) => !claim.retracted)) {
        const branch = debateForExport(state, { ...scope, branch: id }, []);
        const back = await readFormat(format, written(format, branch));
        expect(argumentMapOf(back).claims.length, id).toBe(argumentMapOf(branch).claims.length);
      }
    },
  );

  test.each(['east', 'west', 'c-b', 'c-d', 'c-sm', 'c-for'])(
    '[EX10] of %s comes back from Parley JSON, and once more, with the positions that its claims name',
    async (id) => {
      const { state } = aFullDebate().does('emil', newClaim('for', 'c-d', { positionId: 'east' }));
      const scope = { branch: id, people: 'names', called: new Map() } as const;
      const branch = debateForExport(state, scope, []);
      const once = await imported(branch);
      const twice = await imported({ state: once, names: new Map(), kept: [] });
      const voices = ({ claims }: DebateState) =>
        [...claims.values()].map((claim) => [claim.id, claim.positionId, claim.steelman?.by]).sort();
      expect(voices(once)).toEqual(voices(branch.state));
      expect(voices(twice)).toEqual(voices(branch.state));
      const named = new Set(voices(branch.state).flatMap(([, ...names]) => names.filter(Boolean)));
      expect([...once.positions.keys()]).toEqual(expect.arrayContaining([...named]));
    },
  );

  test('has no conclusion, which is about all of it', () => {
    const branch = extractBranch(aFullDebate().state, 'c-b');
    expect([branch?.conclusion, branch?.signatures.size]).toEqual([null, 0]);
  });
});

test('the moderation log is there if it was chosen, with its notes if these were', () => {
  const { state } = aFullDebate();
  const notes = (...sections: Parameters<typeof withChosenActs>[1]) =>
    [...withChosenActs(state, sections).moderationLog.values()].map(({ note }) => note).sort();
  expect(notes('map')).toEqual([]);
  expect(notes('notes')).toEqual([]);
  expect(notes('moderation')).toEqual(['', '']);
  expect(notes('moderation', 'notes')).toEqual(['', 'Say it kindly']);
});

test.each([
  ['b,a', ['a', 'b']],
  ['a', ['a']],
  ['a,a', ['a']],
  ['', null],
  ['a,z', null],
  ['a,', null],
])('the names chosen by %j', (text, names) => {
  expect(chosenNames(text, ['a', 'b', 'c'])).toEqual(names);
});

/** A person with the name used for anonymous content. */
const NAMES = new Map(PEOPLE.map((id) => [id, `Called ${id}`]));
/** An id of a person wherever it stands as a value. */
const ID = new RegExp(`"(${PEOPLE.join('|')})"|Called`);

describe.each([1, 2, 3, 4, 5, 6])('of any debate (%i)', (seed) => {
  test.each(['pseudonyms', 'none'] as const)(
    'no person is in a file with %s, and it is the same debate',
    async (choice) => {
      const builder = anyDebate(seed);
      for (const state of [builder.state, builder.projection('mona'), builder.projection('dana')]) {
        const debate = withPeople(state, NAMES, choice);
        expect(writtenText('parley', debate)).not.toMatch(ID);
        expect(writtenText('html', debate)).not.toContain('Called');
        const back = await readFormat('parley', written('parley', debate));
        expect(shapeOf(back)).toEqual(shapeOf({ state, names: NAMES, kept: [] }));
      }
    },
  );
});
