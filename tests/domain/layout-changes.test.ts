import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DebateState } from '../../domain/debate/state.ts';
import { layoutMap, type MapLayout, type MapLayoutOptions } from '../../domain/layout/map-layout.ts';
import type { Ghost } from '../../domain/layout/map-tree.ts';
import { CREATE, DebateBuilder, merge, move, newClaim, unmerge } from '../support/debate-builder.ts';

/** What one does to a debate or to how one sees it: a kind of act, and picks of what it is done to. */
interface Act {
  readonly kind:
    | 'add'
    | 'undercut'
    | 'move'
    | 'retract'
    | 'restore'
    | 'merge'
    | 'unmerge'
    | 'fold'
    | 'write'
    | 'grow'
    | 'name';
  readonly one: number;
  readonly other: number;
}

const acts = fc.array(
  fc.record<Act>({
    kind: fc.constantFrom(
      'add',
      'add',
      'add',
      'undercut',
      'move',
      'retract',
      'restore',
      'merge',
      'unmerge',
      'fold',
      'write',
      'grow',
      'name',
    ),
    one: fc.nat(),
    other: fc.nat(),
  }),
  { minLength: 10, maxLength: 60 },
);

/** A debate one acts on, and what is folded, written and grown in its picture. */
class Desk {
  readonly #built = new DebateBuilder().does('system', CREATE);
  readonly #ids = ['p-one', 'p-two'];
  readonly #heights = new Map<string, number>();
  #collapsed: ReadonlySet<string> = new Set();
  #ghost: Ghost | null = null;

  constructor() {
    for (const positionId of this.#ids) {
      this.#built.does('olga', {
        type: 'position.add',
        positionId,
        name: positionId,
        hue: 'blue',
        summary: '',
      });
    }
    for (let at = 0; at < 24; at += 1) this.act({ kind: 'add', one: at * 7, other: at }, at + 1_000);
  }

  get state(): DebateState {
    return this.#built.state;
  }

  get options(): MapLayoutOptions {
    const measure = (id: string) =>
      this.#heights.get(id) ?? 80 + 9 * (id.length + ((id.codePointAt(3) ?? 0) % 9));
    const resizable = this.#heights.keys();
    return { measure, resizable, collapsed: this.#collapsed, ghost: this.#ghost };
  }

  act({ kind, one, other }: Act, at: number): void {
    const claims = this.#ids.slice(2);
    const id = this.#ids[one % this.#ids.length] ?? '';
    const claim = claims[one % claims.length] ?? '';
    const ask = this.#built.ask.bind(this.#built, 'olga');
    if (kind === 'add' && ask(newClaim(`k${at}`, id)).ok) this.#ids.push(`c-k${at}`);
    if (kind === 'undercut' && claim !== '') {
      const undercut = newClaim(`k${at}`, claim.replace('c-', 'l-'), { relation: 'attack' });
      if (ask(undercut).ok) this.#ids.push(`c-k${at}`);
    }
    if (kind === 'move')
      ask(move(claim, this.#ids[other % this.#ids.length] ?? '', other % 2 ? null : undefined));
    if (kind === 'retract') ask({ type: 'claim.retract', claimId: claim, reason: 'off_topic' });
    if (kind === 'restore') ask({ type: 'claim.restore', claimId: claim });
    if (kind === 'merge') ask(merge(claim, claims[other % claims.length] ?? ''));
    if (kind === 'unmerge') ask(unmerge([...this.state.merges.keys()][one % this.state.merges.size] ?? ''));
    if (kind === 'name')
      ask({ type: 'position.edit', positionId: 'p-two', hue: other % 2 ? 'rose' : 'teal' });
    if (kind === 'grow') this.#heights.set(id, 60 + (other % 300));
    if (kind === 'fold') {
      const folded = new Set(this.#collapsed);
      if (!folded.delete(id)) folded.add(id);
      this.#collapsed = folded;
    }
    if (kind === 'write') {
      const target = { kind: id.startsWith('p-') ? 'position' : 'claim', id } as const;
      this.#ghost = this.#ghost === null ? { target, relation: 'attack' } : null;
    }
  }
}

describe('a picture made from the one before', () => {
  test('[MA9] is the picture made of everything, after whatever was done', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const desk = new Desk();
        let map: MapLayout = layoutMap(desk.state, desk.options);
        all.forEach((act, at) => {
          desk.act(act, at);
          const anew = layoutMap(desk.state, { ...desk.options, earlier: { ...map, source: null } });
          map = layoutMap(desk.state, { ...desk.options, earlier: map });
          expect(map.boxes).toEqual(anew.boxes);
          expect(map.bounds).toEqual(anew.bounds);
        });
      }),
      { numRuns: 15 },
    );
  });

  test('[MA9] what stands as it did is the same object', () => {
    const desk = new Desk();
    const before = layoutMap(desk.state, desk.options);
    desk.act({ kind: 'add', one: 1, other: 0 }, 2_000);
    const after = layoutMap(desk.state, { ...desk.options, earlier: before });
    const same = after.boxes.filter((box) => before.byId.get(box.id)?.block === box.block);
    expect(after.boxes.length - same.length).toBe(3);
  });
});
