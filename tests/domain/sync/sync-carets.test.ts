import { describe, expect, test } from 'vitest';
import { applyCarets, type Caret, type Carets, rebaseCarets } from '#domain/sync/carets.ts';
import { twoTabs } from '../../simulation/two-tabs.ts';

const EMILS: Caret = { connection: 'e', participantId: 'emil', text: 'c-a', base: 1, anchor: 3, head: 7 };
const placesOf = (carets: Carets) => [...carets.values()].map(({ anchor, head }) => [anchor, head]);

describe('[TX14] carets are places in a text at a revision', () => {
  test('others’ edits move them, and their own person’s typing moves them along', () => {
    const { dana, emil } = twoTabs();
    let carets = applyCarets(new Map(), { here: [EMILS], gone: [] }, 'c-a', dana.replica.confirmed);
    emil.writes('c-a', 'one two! three');
    emil.settles();
    dana.hears();
    carets = rebaseCarets(carets, dana.replica.arrived);
    expect(placesOf(carets)).toEqual([[3, 8]]);
    dana.writes('c-a', 'so one two! three');
    dana.settles();
    carets = rebaseCarets(carets, dana.replica.arrived);
    expect(placesOf(carets)).toEqual([[6, 11]]);
    expect([...carets.values()][0]).toMatchObject({ base: 3, moves: 2 });
  });

  test('someone else’s words at the very place stand behind it', () => {
    const { dana } = twoTabs();
    const carets = applyCarets(new Map(), { here: [EMILS], gone: [] }, 'c-a', dana.replica.confirmed);
    dana.writes('c-a', 'one two! three');
    dana.settles();
    expect(placesOf(rebaseCarets(carets, dana.replica.arrived))).toEqual([[3, 7]]);
  });

  test('a late one is rebased, an early one waits for its text', () => {
    const { dana, emil } = twoTabs();
    const early = applyCarets(
      new Map(),
      { here: [{ ...EMILS, base: 2, anchor: 17, head: 17 }], gone: [] },
      'c-a',
      dana.replica.confirmed,
    );
    emil.writes('c-a', 'and one two three');
    emil.settles();
    dana.hears();
    expect(placesOf(rebaseCarets(early, dana.replica.arrived))).toEqual([[17, 17]]);
    const late = applyCarets(new Map(), { here: [EMILS], gone: [] }, 'c-a', dana.replica.confirmed);
    expect(placesOf(late)).toEqual([[7, 11]]);
  });

  test('those in another text, and of connections that are gone, are left out', () => {
    const { confirmed } = twoTabs().dana.replica;
    const here = [EMILS, { ...EMILS, connection: 'x', text: 'c-b' }];
    const carets = applyCarets(new Map(), { here, gone: [] }, 'c-a', confirmed);
    expect([...carets.keys()]).toEqual(['e']);
    expect(applyCarets(carets, { here: [], gone: ['e'] }, 'c-a', confirmed).size).toBe(0);
    expect(applyCarets(carets, { here: [], gone: [] }, 'c-b', confirmed).size).toBe(0);
  });
});
