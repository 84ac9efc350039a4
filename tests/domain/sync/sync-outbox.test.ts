import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { fitsOutbox, type Outbox, packOutbox, resumeOutbox } from '#domain/sync/outbox.ts';
import { releasePending } from '#domain/sync/release-pending.ts';
import { createReplica, type Replica } from '#domain/sync/replica.ts';
import { Tab } from '../../simulation/tab.ts';
import { aDebate, type DebateBuilder, newClaim } from '../../support/debate-builder.ts';

const CLIENT = { id: 'tab-dana-1', seq: 7 };

function keptOf({ replica }: Tab): Outbox {
  const kept = packOutbox('d', replica, CLIENT, []);
  if (kept === null) throw new Error('There is something to keep');
  return structuredClone(kept);
}

/** The page as the server renders it now, with what was kept. */
function reloaded(debate: DebateBuilder, kept: Outbox): Replica {
  return resumeOutbox(createReplica(debate.projection('dana'), 'dana', decide), kept);
}

describe('[SY14] unsent operations survive the page', () => {
  test('shown again at once, under the numbers it had, and nothing counts as on its way', () => {
    const debate = aDebate();
    const dana = new Tab(debate, 'dana');
    dana.asks(newClaim('n', 'c-a'));
    dana.hands();
    dana.asks(newClaim('m', 'c-n'));
    const { pending, view } = reloaded(debate, keptOf(dana));
    expect(view.claims.has('c-n')).toBe(true);
    expect(view.claims.has('c-m')).toBe(true);
    expect(pending.map(({ clientSeq, sent, payload }) => [clientSeq, sent, payload !== null])).toEqual([
      [1, false, true],
      [2, false, false],
    ]);
  });

  test('others’ edits meanwhile are transformed through a row of edits', () => {
    const debate = aDebate();
    const [dana, emil] = [new Tab(debate, 'dana'), new Tab(debate, 'emil')];
    const text = dana.text('c-a') ?? '';
    dana.writes('c-a', `${text} One.`);
    dana.writes('c-a', `${text} One. Two.`);
    const kept = keptOf(dana);
    emil.writes('c-a', `Zero. ${text}`);
    emil.settles();
    expect(reloaded(debate, kept).view.claims.get('c-a')?.text).toBe(`Zero. ${text} One. Two.`);
  });

  test('operations that had arrived before the page was loaded are not there twice', () => {
    const debate = aDebate();
    const dana = new Tab(debate, 'dana');
    dana.asks(newClaim('n', 'c-a'));
    dana.sends();
    const kept = keptOf(dana);
    expect(kept.pending.map(({ confirmedBy }) => confirmedBy)).toEqual([debate.state.seq]);
    expect(reloaded(debate, kept).pending).toEqual([]);
  });

  test('a state older than the one it stands on has to wait, and so has someone else', () => {
    const debate = aDebate();
    const old = createReplica(debate.projection('dana'), 'dana', decide);
    const [dana, emil] = [new Tab(debate, 'dana'), new Tab(debate, 'emil')];
    emil.asks(newClaim('e', 'c-a'));
    emil.settles();
    dana.hears();
    dana.asks(newClaim('n', 'c-e'));
    const kept = keptOf(dana);
    expect(fitsOutbox(old, kept)).toBe(false);
    expect(fitsOutbox(dana.replica, kept)).toBe(true);
    expect(fitsOutbox(emil.replica, kept)).toBe(false);
  });

  test('refused ones stay too; without any there is nothing to keep', () => {
    const debate = aDebate();
    const dana = new Tab(debate, 'dana');
    expect(packOutbox('d', dana.replica, CLIENT, [])).toBeNull();
    const refused = { clientSeq: 1, operation: newClaim('n', 'c-a'), rejection: { code: 'cycle' } } as const;
    expect(packOutbox('d', dana.replica, CLIENT, [refused])?.refused).toEqual([refused]);
  });
});

describe('[SY16] another page goes on with what this one had asked for', () => {
  test('operations submitted since stay its own, as if it had never known the rest', () => {
    const debate = aDebate();
    const dana = new Tab(debate, 'dana');
    const text = dana.text('c-a') ?? '';
    dana.writes('c-a', `${text} One.`);
    dana.asks(newClaim('n', 'c-a'));
    dana.writes('c-a', `${text} One. Two.`);
    const { pending, view } = releasePending(dana.replica, 2);
    expect(view.claims.get('c-a')?.text).toBe(`${text} Two.`);
    expect(view.claims.has('c-n')).toBe(false);
    expect(pending.map(({ clientSeq, payload }) => [clientSeq, payload])).toEqual([[3, null]]);
  });

  test('an edit that was sent is not merged a second time', () => {
    const dana = new Tab(aDebate(), 'dana');
    dana.writes('c-a', 'one');
    dana.hands();
    dana.asks(newClaim('n', 'c-d'));
    expect(releasePending(dana.replica, 0).pending.map(({ operation }) => operation.type)).toEqual([
      'claim.add',
    ]);
  });
});
