import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnSteps, columnsJson, fromColumns, toColumns } from '#domain/collections/columns.ts';
import { finish } from '#domain/collections/steps.ts';
import { packSnapshot, unpackSnapshot } from '#domain/debate/engine/packed-snapshot.ts';
import { projectState, projectVotes } from '#domain/debate/engine/project.ts';
import { ratingsOf, toSnapshot, votesOf } from '#domain/debate/engine/snapshot.ts';
import { decodeInitialState } from '#domain/protocol/initial-state.ts';
import { aDebate, everythingOf, newClaim } from '#tests/support/debate-builder.ts';

/** The encoding for a page: JSON. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('packing', () => {
  test('[PJ6] any values that JSON can hold come back as they were, their fields in order', () => {
    const fields = {
      id: fc.string(),
      at: fc.integer(),
      tally: fc.record({ agree: fc.nat() }),
      or: fc.jsonValue(),
    };
    const records = fc.oneof(
      fc.array(fc.record(fields)),
      fc.array(fc.record(fields, { requiredKeys: ['id', 'tally'] })),
    );
    const lists = fc.oneof(records, fc.array(fc.jsonValue()), fc.array(fc.constantFrom(null, 'same')));
    fc.assert(
      fc.property(lists, (values) => {
        const plain = sent(values);
        const columns = toColumns(plain);
        const written = [...columnsJson(columns)].join('');
        expect(written).toBe(JSON.stringify(columns));
        expect(JSON.stringify(fromColumns(JSON.parse(written)))).toBe(JSON.stringify(plain));
      }),
    );
  });

  test('[PJ6] many values are packed and written a thousand at a time', () => {
    const comments = Array.from({ length: 20_000 }, (_, n) => ({ id: `k_${n}`, ...(n % 2 && { at: n }) }));
    const steps = [...columnSteps(comments)];
    expect(steps.length).toBeGreaterThanOrEqual(80);
    const pieces = [...columnsJson(toColumns(comments))];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(60_000);
  });

  test('[PJ6] a value common to all records is stored once', () => {
    expect(toColumns([{ hue: 'blue' }, { hue: 'blue' }, { hue: 'blue' }])).toEqual({
      fields: [['hue', { same: 'blue', count: 3 }]],
      count: 3,
    });
  });

  test('[PJ6] a field that only some records have leaves the others packed', () => {
    expect(toColumns([{ id: 1, hue: 'blue' }, { id: 2, react: [1], hue: 'blue' }, { id: 3 }])).toEqual({
      fields: [
        ['id', { each: [1, 2, 3] }],
        ['react', { each: [[1]] }, [1]],
        ['hue', { same: 'blue', count: 2 }, [0, 1]],
      ],
      count: 3,
    });
  });

  test('[PJ6] a reader gets their projection, in parts that cut no character in two', () => {
    const debate = aDebate();
    for (let key = 0; key < 300; key += 1) {
      debate.does('olga', { ...newClaim(`long${key}`, 'east'), text: '🦑漢字 '.repeat(60 + (key % 7)) });
    }
    debate.does('susi', { type: 'vote.cast', claimId: 'c-long1', answer: 'agree', wording: 1 });
    debate.does('olga', { type: 'vote.cast', claimId: 'c-long1', answer: 'pass', wording: 1 });
    const packed = packSnapshot(toSnapshot(projectState(debate.state, 'debaters', null)));
    expect(packed.length).toBeGreaterThan(2);
    for (const part of packed) expect(part.isWellFormed()).toBe(true);
    expect(finish(unpackSnapshot(packed)).votes).toEqual([]);

    for (const who of ['susi', 'olga', null]) {
      const votes = votesOf(projectVotes(debate.state, 'debaters', who));
      const opening = {
        debateId: 'd_one',
        packed,
        zipped: false,
        votes,
        ratings: ratingsOf(projectState(debate.state, 'debaters', who).ratings),
        fragment: null,
        authorship: null,
        participantId: who,
        people: [],
      };
      const opened = finish(decodeInitialState(sent(opening)));
      expect(everythingOf(opened)).toEqual(everythingOf(projectState(debate.state, 'debaters', who)));
    }
  });
});
