import { describe, expect, test } from 'vitest';
import { withPeople } from '#domain/formats/exports/people-in-file.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { anyDebate, PEOPLE } from '../../support/any-debate.ts';
import { shapeOf, written, writtenText } from '../../support/exchanged.ts';

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
