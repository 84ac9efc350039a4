import { describe, expect, test } from 'vitest';
import { evolveAll } from '../../domain/debate/evolve.ts';
import { isTold, placeIn, seqInLog } from '../../domain/debate/numbering.ts';
import { EMPTY_STATE } from '../../domain/debate/state.ts';
import { toldEntries, toldTo } from '../../domain/debate/told-entries.ts';
import { aDebate, aDebateIn, newClaim, OPEN, reread, turnTo, WRITING } from '../support/debate-builder.ts';

const PEOPLE = ['olga', 'dana', 'emil', null];

describe('[BL7] numbers people are told', () => {
  test('are the log’s where nothing was ever hidden', () => {
    const { state } = aDebate();
    for (const who of PEOPLE) expect(placeIn(state, who)).toEqual({ seq: state.seq, at: state.at });
    expect(seqInLog(state, 7)).toBe(7);
  });

  test('do not count what others add unseen; one’s own lies between', () => {
    const debate = aDebateIn(WRITING);
    const before = debate.state;
    const [position = ''] = before.positions.keys();
    debate.now += 50;
    debate.does('dana', newClaim('one', position), newClaim('two', position), newClaim('three', position));
    for (const who of ['olga', 'emil', null])
      expect(placeIn(debate.state, who)).toEqual(placeIn(before, who));
    const own = placeIn(debate.state, 'dana');
    expect(own.at).toBe(debate.now);
    expect(own.seq).toBeGreaterThan(placeIn(before, 'dana').seq);
    expect(own.seq).toBeLessThan(placeIn(before, 'dana').seq + 1);
    expect(isTold(own.seq)).toBe(true);
    debate.does('olga', { type: 'debate.edit', title: 'Seen by all' });
    for (const who of PEOPLE) expect(placeIn(debate.state, who).seq).toBe(placeIn(before, null).seq + 1);
    expect(debate.state.seq).toBe(before.seq + 4);
  });

  test('go on from there after the reveal; where the log is, is known of what came since', () => {
    const debate = aDebateIn(WRITING);
    const [position = ''] = debate.state.positions.keys();
    const before = debate.state;
    debate.does('dana', newClaim('one', position), newClaim('two', position));
    expect(seqInLog(debate.state, placeIn(before, null).seq)).toBeNull();
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    const revealed = placeIn(debate.state, null).seq;
    expect(revealed).toBe(placeIn(before, null).seq + 1);
    expect(seqInLog(debate.state, revealed - 1)).toBeNull();
    debate.does('emil', newClaim('four', position));
    expect(seqInLog(debate.state, revealed)).toBe(debate.state.seq - 1);
    expect(reread(debate.state).numbering).toEqual(debate.state.numbering);
  });

  test('are the same however entries are cut into frames', () => {
    const debate = aDebateIn(WRITING);
    const [position = ''] = debate.state.positions.keys();
    for (const key of ['one', 'two']) {
      debate.does('dana', newClaim(`d${key}`, position));
      debate.does('emil', newClaim(`e${key}`, position));
      debate.does('olga', { type: 'debate.edit', title: key });
    }
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    const { entries, state } = debate;
    for (const who of PEOPLE) {
      const whole = toldTo(toldEntries(EMPTY_STATE, entries, state), who);
      const numbers = whole.map(({ seq }) => seq);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      expect(numbers.at(-1)).toBe(placeIn(state, who).seq);
      for (const cut of [5, entries.length - 6, entries.length - 2]) {
        const then = evolveAll(EMPTY_STATE, entries.slice(0, cut));
        const pieces = [
          ...toldTo(toldEntries(EMPTY_STATE, entries.slice(0, cut), then), who),
          ...toldTo(toldEntries(then, entries.slice(cut), state), who),
        ];
        expect(pieces).toEqual(whole);
      }
    }
  });
});
