import { expect, test } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { generatedOperations } from '../../server/cli/generate/generated-operations.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { snapshotIn, snapshotText, stretchesOf } from '../../server/log/snapshots/snapshot-text.ts';
import { encodeInTurns } from '../../server/timing/encode-in-turns.ts';

function stateOf(claims: number) {
  let state = EMPTY_STATE;
  for (const { author, operation } of generatedOperations({
    claims,
    positions: 3,
    people: 9,
    votesPerClaim: 4,
    seed: 2,
  })) {
    const created = createEntries(state, [operation], author, 1_000);
    if (created.ok) state = created.state;
  }
  return state;
}

test('a state is stored as text and read again', async () => {
  const state = stateOf(700);
  const text = finish(snapshotText(state));
  expect(finish(snapshotIn(await encodeInTurns(stretchesOf(text))))).toEqual(
    JSON.parse(JSON.stringify(toSnapshot(state))),
  );
});

test('a snapshot in one line, as it was stored before, is read', () => {
  const snapshot = toSnapshot(stateOf(20));
  expect(finish(snapshotIn(Buffer.from(JSON.stringify(snapshot))))).toEqual(
    JSON.parse(JSON.stringify(snapshot)),
  );
});

test('no line has more than 200 records of a list, so that each takes a short turn', () => {
  const lines = finish(snapshotText(stateOf(700))).split('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines.slice(1)) expect(JSON.parse(line)[1].length).toBeLessThanOrEqual(200);
  for (const value of Object.values(JSON.parse(lines[0] ?? '')))
    if (Array.isArray(value)) expect(value.length).toBeLessThanOrEqual(200);
});

test('no line has more than 200,000 characters of long texts, however few they are', async () => {
  const state = stateOf(20);
  const note = '“中文” '.repeat(10_000);
  const [claim] = [...state.claims.values()];
  const claims = Array.from({ length: 30 }, (_, n) => ({ ...claim, id: `c_long${n}`, text: note }));
  const long = { ...state, claims: claims.reduce((all, one) => all.set(one.id, one as never), state.claims) };
  const text = finish(snapshotText(long));
  for (const line of text.split('\n')) expect(line.length).toBeLessThan(200_100);
  expect(finish(snapshotIn(await encodeInTurns(stretchesOf(text))))).toEqual(
    JSON.parse(JSON.stringify(toSnapshot(long))),
  );
});
