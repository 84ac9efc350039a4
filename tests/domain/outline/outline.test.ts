import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { inReadingOrder } from '#domain/debate/map/reading-order.ts';
import { crossReferences, endnotesOf } from '#domain/outline/endnotes.ts';
import {
  foldedAtFirst,
  foldedToFront,
  levelInPage,
  listedAtOnce,
  opensAsFront,
  type PageBounds,
} from '#domain/outline/outline-depth.ts';
import { type OutlineNode, outlineTree, sameOutline } from '#domain/outline/outline-tree.ts';
import { moveIn, moveOut } from '#domain/outline/shift.ts';
import { CREATE, DebateBuilder, move, newClaim } from '../../support/debate-builder.ts';

function debate(): DebateBuilder {
  const position = (positionId: string, hue: 'blue' | 'ochre') =>
    ({ type: 'position.add', positionId, name: positionId, hue, summary: '' }) as const;
  return new DebateBuilder()
    .does('system', CREATE)
    .does('olga', position('p-one', 'blue'), position('p-two', 'ochre'));
}

/** Debates of any shape: each claim under one of what stands already. */
const debates = fc.array(fc.nat(), { maxLength: 60 }).map((picks) => {
  const built = debate();
  const places = ['p-one', 'p-two'];
  picks.forEach((pick, index) => {
    const under = places[pick % places.length] ?? 'p-one';
    if (built.ask('olga', newClaim(`k${index}`, under)).ok) places.push(`c-k${index}`);
  });
  return built;
});

function node(state: DebateState, id: string): OutlineNode {
  const found = outlineTree(state).byId.get(id);
  if (!found) throw new Error(`${id} is not in the outline`);
  return found;
}

function upTo(claims: number): PageBounds {
  return { whole: claims, upper: claims };
}

/** The lines a page shows when the outline is opened. */
function linesInPage(roots: readonly OutlineNode[], most: number): OutlineNode[] {
  const folded = foldedAtFirst(roots, upTo(most));
  return roots.flatMap((root) => [
    root,
    ...(folded.has(root.id) ? [] : root.children.flatMap((child) => linesUnder(child, folded))),
  ]);
}

function linesUnder(root: OutlineNode, folded: ReadonlySet<string>): OutlineNode[] {
  const under = folded.has(root.id) ? [] : root.children.flatMap((child) => linesUnder(child, folded));
  return [root, ...under];
}

describe('the outline', () => {
  test('[OU1] every shown claim is in it once, numbered like the sections of a book', () => {
    fc.assert(
      fc.property(debates, ({ state }) => {
        const { positions, byId } = outlineTree(state);
        expect(byId.size).toBe(state.claims.size + positions.length);
        for (const parent of byId.values()) {
          parent.children.forEach((child, at) => {
            expect(child).toMatchObject({
              level: parent.level + 1,
              place: at + 1,
              siblings: parent.children.length,
              number: `${parent.number}.${at + 1}`,
            });
          });
          expect(parent.below).toBe(parent.children.reduce((sum, { below }) => sum + below + 1, 0));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('[OU1] an undercut is listed under the claim whose step it attacks', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('b', 'c-a'));
    built.does('olga', newClaim('u', 'l-a', { relation: 'attack' }));
    expect(node(built.state, 'c-a').children.map(({ id, bearing }) => [id, bearing])).toEqual([
      ['c-b', 'support'],
      ['c-u', 'undercut'],
    ]);
    expect(node(built.state, 'c-u').number).toBe('1.1.2');
  });

  test('[OU1] a retracted claim is in it while something under it stands', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('b', 'c-a'));
    built.does('olga', { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' });
    expect(outlineTree(built.state).byId.has('c-a')).toBe(true);
    built.does('olga', { type: 'claim.retract', claimId: 'c-b', reason: 'off_topic' });
    expect(outlineTree(built.state).byId.has('c-a')).toBe(false);
  });

  test('[OU2] after a change only the lines it touches, and those above them, are other objects', () => {
    const built = debate();
    built.does('olga', newClaim('a', 'p-one'), newClaim('a1', 'c-a'), newClaim('b', 'p-one'));
    const state = built.state;
    const before = outlineTree(state);
    built.does('olga', { type: 'vote.cast', claimId: 'c-a1', answer: 'agree', wording: 1 });
    const after = outlineTree(built.state, before);
    const kept = (id: string) => before.byId.get(id) === after.byId.get(id);
    expect(['p-one', 'c-a', 'c-a1', 'c-b', 'p-two'].filter(kept)).toEqual(['c-b', 'p-two']);
    expect(sameOutline(state, built.state)).toBe(false);
    expect(sameOutline(state, state)).toBe(true);
  });

  test('[OU2] an updated outline equals a new one, after any change', () => {
    fc.assert(
      fc.property(
        debates,
        fc.array(fc.tuple(fc.nat(8), fc.nat(), fc.nat()), { maxLength: 12 }),
        (built, actions) => {
          let tree = outlineTree(built.state);
          for (const [at, [what, which, where]] of actions.entries()) {
            const operation = action(built.state, at, what, which, where);
            if (operation) built.ask('olga', operation);
            tree = outlineTree(built.state, tree);
            expect(tree).toEqual(outlineTree(built.state));
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});

/** One of all kinds of things that can be done to a debate. */
function action(
  state: DebateState,
  at: number,
  what: number,
  which: number,
  where: number,
): Operation | null {
  const ids = [...state.claims.keys()];
  const claimId = ids[which % ids.length];
  const targets = [...ids, ...state.links.keys(), 'p-one', 'p-two'];
  const target = targets[where % targets.length];
  if (claimId === undefined || target === undefined) return null;
  const actions: Operation[] = [
    newClaim(`n${at}`, target, { relation: 'attack' }),
    { ...move(claimId, target, where % 2 === 0 ? null : undefined), relation: 'attack' },
    { type: 'claim.retract', claimId, reason: 'off_topic' },
    { type: 'claim.restore', claimId },
    { type: 'vote.cast', claimId, answer: 'agree', wording: 1 },
    {
      type: 'link.add',
      linkId: `x-${at}`,
      from: claimId,
      target: { kind: 'claim', id: target },
      relation: 'support',
    },
    {
      type: 'comment.add',
      commentId: `m-${at}`,
      on: { kind: 'claim', id: claimId },
      replyTo: null,
      text: 'Hm.',
    },
    { type: 'claim.merge', claimId, into: target },
    { type: 'claim.unmerge', claimId: [...state.merges.keys()][where % state.merges.size] ?? claimId },
  ];
  return actions[what] ?? null;
}

describe('the part of an outline a page carries', () => {
  test('[OU3] a debate that fits is there whole', () => {
    fc.assert(
      fc.property(debates, ({ state }) => {
        const { positions } = outlineTree(state);
        expect(levelInPage(positions, upTo(state.claims.size))).toBe(Number.POSITIVE_INFINITY);
        expect(foldedAtFirst(positions, upTo(state.claims.size)).size).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test('[OU3] a larger one by whole levels: as many as fit, one at least', () => {
    fc.assert(
      fc.property(debates, fc.integer({ min: 1, max: 40 }), ({ state }, most) => {
        const { positions } = outlineTree(state);
        const claims = linesInPage(positions, most).filter(({ claim }) => claim);
        const deepest = levelInPage(positions, upTo(most));
        const all = [...outlineTree(state).byId.values()].filter(({ claim }) => claim);
        const first = all.filter(({ level }) => level === 2).length;
        expect(claims.length).toBeLessThanOrEqual(Math.max(most, first));
        expect(claims.length).toBe(all.filter(({ level }) => level <= deepest).length);
        if (deepest < Number.POSITIVE_INFINITY) {
          expect(all.filter(({ level }) => level <= deepest + 1).length).toBeGreaterThan(most);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('[OU3] an outline too large for a page is cut to fewer claims than one that fits may have', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('b', 'c-a'), newClaim('b2', 'c-a'));
    const { positions } = outlineTree(built.state);
    expect(levelInPage(positions, { whole: 3, upper: 1 })).toBe(Number.POSITIVE_INFINITY);
    expect(levelInPage(positions, { whole: 2, upper: 1 })).toBe(2);
    expect(levelInPage(positions, { whole: 2, upper: 2 })).toBe(2);
  });

  test('[OU3] a cut says how much it left out, and a branch page follows the same rule', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'));
    for (const key of ['b', 'c', 'd'])
      built.does('olga', newClaim(key, 'c-a'), newClaim(`${key}1`, `c-${key}`));
    built.does('olga', newClaim('b2', 'c-b1'));
    const { positions } = outlineTree(built.state);
    expect([...foldedAtFirst(positions, upTo(4))].sort()).toEqual(['c-b', 'c-c', 'c-d']);
    expect(node(built.state, 'c-b').below).toBe(2);
    expect(foldedAtFirst([node(built.state, 'c-b')], upTo(4)).size).toBe(0);
    expect([...foldedAtFirst([node(built.state, 'c-b')], upTo(1))]).toEqual(['c-b1']);
  });
});

describe('a level too long for a page', () => {
  test('[OU7] of a flat debate 150 claims are listed, the first ones under each position', () => {
    const built = debate();
    for (let at = 0; at < 901; at += 1) built.does('olga', newClaim(`a${at}`, 'p-one'));
    for (let at = 0; at < 100; at += 1) built.does('olga', newClaim(`b${at}`, 'p-two'));
    const { positions } = outlineTree(built.state);
    expect(listedAtOnce(positions)).toBe(75);
    expect(listedAtOnce(positions.slice(1))).toBe(Number.POSITIVE_INFINITY);
    expect(foldedAtFirst(positions).size).toBe(0);
  });

  test('[OU7] whatever its shape, no more of the first level is listed than a page carries', () => {
    fc.assert(
      fc.property(debates, fc.integer({ min: 2, max: 40 }), ({ state }, most) => {
        const { positions } = outlineTree(state);
        const listed = listedAtOnce(positions, upTo(most));
        const first = positions.map(({ children }) => children.length);
        const shown = first.reduce((sum, length) => sum + Math.min(length, listed), 0);
        const all = first.reduce((sum, length) => sum + length, 0);
        expect(shown).toBeLessThanOrEqual(most);
        if (all > most) expect(shown).toBeGreaterThan(most - positions.length);
        else expect(shown).toBe(all);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the outline on paper', () => {
  test('[OU4] a source cited twice is one endnote, in the order of first mention', () => {
    const built = debate();
    const source = { type: 'source.add', url: '', locator: '', excerpt: '', note: '' } as const;
    for (const id of ['s-a', 's-b', 's-c']) built.does('olga', { ...source, sourceId: id, title: id });
    built.does('olga', newClaim('a', 'p-one', { sources: ['s-c', 's-a'] }));
    built.does('olga', newClaim('b', 'p-one', { sources: ['s-a', 's-b'] }));
    const { byId } = outlineTree(built.state);
    const nodes = ['p-one', 'c-a', 'c-b'].flatMap((id) => byId.get(id) ?? []);
    const cited = endnotesOf(built.state, nodes).map(({ passages }) => passages.map(({ id }) => id));
    expect(cited).toEqual([['s-c'], ['s-a'], ['s-b']]);
  });

  test('[OU4] a source of which several passages are cited is one endnote with its passages', () => {
    const built = debate();
    const source = { type: 'source.add', title: 'A report', url: '', excerpt: '', note: '' } as const;
    for (const [id, locator] of [
      ['s-a', 'p. 10'],
      ['s-b', 'p. 9'],
    ] as const)
      built.does('olga', { ...source, sourceId: id, locator });
    built.does('olga', newClaim('a', 'p-one', { sources: ['s-a', 's-b'] }));
    const { byId } = outlineTree(built.state);
    const nodes = ['p-one', 'c-a'].flatMap((id) => byId.get(id) ?? []);
    const cited = endnotesOf(built.state, nodes).map(({ passages }) =>
      passages.map(({ locator }) => locator),
    );
    expect(cited).toEqual([['p. 9', 'p. 10']]);
  });

  test('[OU4] a cross-link shows the number of its target while the target exists', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('b', 'p-two'));
    for (let at = 1; at <= 11; at += 1) built.does('olga', newClaim(`d${at}`, 'c-b'));
    const link = (linkId: string, targetId: string) =>
      ({
        type: 'link.add',
        linkId,
        from: 'c-a',
        target: { kind: 'claim', id: targetId },
        relation: 'attack',
      }) as const;
    built.does('olga', link('x-1', 'c-d10'), link('x-2', 'c-d2'), link('x-3', 'c-b'));
    const references = () => crossReferences(built.state, outlineTree(built.state), 'c-a');
    expect(references()).toEqual(['2.1', '2.1.2', '2.1.10']);
    built.does('olga', { type: 'link.retract', linkId: 'x-2' });
    expect(references()).toEqual(['2.1', '2.1.10']);
    expect(crossReferences(built.state, outlineTree(built.state), 'c-b')).toEqual([]);
  });
});

describe('moving a claim out and in', () => {
  const nested = () =>
    debate().does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('a1', 'c-a'),
      newClaim('a2', 'c-a', { relation: 'attack' }),
      newClaim('b', 'p-one'),
    );

  test('[OU5] out: right behind what it stood under, and it stays what it was', () => {
    const built = nested();
    const operation = moveOut(built.state, 'c-a2');
    if (!operation) throw new Error('nothing to move');
    built.does('olga', operation);
    expect(built.at('p-one')).toEqual(['c-a', 'c-a2', 'c-b']);
    expect(built.state.links.get('l-a2')?.relation).toBe('attack');
    expect(moveOut(built.state, 'c-a2')).toBeNull();
  });

  test('[OU5] in: last under the one before it', () => {
    const built = nested();
    const operation = moveIn(built.state, 'c-b');
    if (!operation) throw new Error('nothing to move');
    built.does('olga', operation);
    expect(built.at('c-a')).toEqual(['c-a1', 'c-a2', 'c-b']);
    expect(moveIn(built.state, 'c-a')).toBeNull();
  });

  test('[OU5] out of an undercut: it attacks the step as that does', () => {
    const built = nested();
    built.does('olga', newClaim('u', 'l-a1', { relation: 'attack' }), newClaim('s', 'c-u'));
    const operation = moveOut(built.state, 'c-s');
    if (!operation) throw new Error('nothing to move');
    built.does('olga', operation);
    expect(built.at('l-a1')).toEqual(['c-u', 'c-s']);
    expect(built.state.links.get('l-s')?.relation).toBe('attack');
  });

  test('[OU5] in, past one that is not shown', () => {
    const built = nested();
    built.does('olga', { type: 'claim.retract', claimId: 'c-a1', reason: 'off_topic' });
    expect(moveIn(built.state, 'c-a2')).toBeNull();
  });
});

test('[OU6] several claims, in whatever order they were chosen, are in that of the outline', () => {
  fc.assert(
    fc.property(debates, fc.infiniteStream(fc.nat()), ({ state }, keys) => {
      const chosen = [...state.claims.keys()].map((id) => ({ id, key: keys.next().value }));
      const anyhow = chosen.sort((a, b) => a.key - b.key).map(({ id }) => id);
      const read = outlineTree(state).positions.flatMap((root) => linesUnder(root, new Set()));
      const claims = read.filter(({ claim }) => claim).map(({ id }) => id);
      expect(inReadingOrder(state, anyhow)).toEqual(claims);
    }),
  );
});

describe('the front of a debate as an outline', () => {
  /** A claim with so many arguments, and below the first of these so many more. */
  function built(first: number, second: number): DebateBuilder {
    const all = debate().does('olga', newClaim('top', 'p-one'), newClaim('alone', 'p-two'));
    for (let at = 0; at < first; at += 1) all.does('olga', newClaim(`a${at}`, 'c-top'));
    for (let at = 0; at < second; at += 1) all.does('olga', newClaim(`b${at}`, 'c-a0'));
    return all;
  }

  test('[OU8] every first claim is folded, those without an argument too; below it all is open if that is little', () => {
    const { positions } = outlineTree(built(8, 0).does('olga', newClaim('x', 'p-two')).state);
    expect(opensAsFront(positions)).toBe(false);
    const more = outlineTree(
      built(8, 0).does('olga', ...['x', 'y', 'z'].map((key) => newClaim(key, 'p-two'))).state,
    );
    expect([...foldedToFront(more.positions)].sort()).toEqual(['c-alone', 'c-top', 'c-x', 'c-y', 'c-z']);
  });

  test('[OU8] below a claim with more than eight claims its arguments are folded too', () => {
    const { positions } = outlineTree(built(4, 9).state);
    const folded = foldedToFront(positions);
    expect(folded.has('c-a0')).toBe(true);
    expect(folded.has('c-a3')).toBe(true);
    expect(folded.has('c-b0')).toBe(true);
  });

  test('[OU8] a debate of twelve claims is there whole', () => {
    expect(foldedToFront(outlineTree(built(8, 2).state).positions).size).toBe(0);
    expect(foldedToFront(outlineTree(built(8, 3).state).positions).size).toBeGreaterThan(0);
  });
});
