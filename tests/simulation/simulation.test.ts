import { expect, test } from 'vitest';
import { howMany } from '../support/how-many.ts';
import failingSeeds from './failing-seeds.json' with { type: 'json' };
import { runSeed } from './run-seed.ts';

/** The seeds after which everything that can happen has happened often enough. */
const ALL_SEEDS = 700;
const SEEDS = howMany(30, ALL_SEEDS);
const happened: Record<string, number> = {};

/** How often at least, in all seeds. */
const LEAST: Record<string, number> = {
  'entry claim.added': 500,
  'entry claim.edited': 500,
  'entry claim.moved': 150,
  'entry claim.retracted': 50,
  'entry claim.restored': 3,
  'entry claim.cited': 5,
  'entry claim.uncited': 1,
  'entry link.added': 100,
  'entry link.retracted': 10,
  'entry link.restored': 2,
  'entry source.added': 20,
  'entry vote.cast': 300,
  'entry vote.withdrawn': 30,
  'entry comment.added': 100,
  'entry comment.edited': 10,
  'entry summary.edited': 20,
  'entry source.edited': 50,
  'entry text.sealed': 20,
  'entry comment.withdrawn': 5,
  'entry comment.restored': 1,
  'entry comment.resolved': 5,
  'entry position.added': 10,
  'entry position.edited': 10,
  'entry debate.edited': 10,
  'entry participant.erased': 20,
  reload: 100,
  type: 1_000,
  'typed into by others': 200,
  'does not fit: text_empty': 5,
  'refused base_too_old': 3,
  'refused claim_retracted': 10,
  'refused target_retracted': 4,
  'refused nothing_changed': 5,
  'refused unknown_target': 1,
  answered: 3_000,
  'gone with a crashed page': 20,
  'refused cycle': 1,
  'entry participant.appointed': 10,
  'entry participant.muted': 5,
  'entry participant.membershipChanged': 20,
  'entry participant.renamed': 5,
  'entry debate.transferred': 5,
  'entry debate.visibilityChanged': 10,
  'entry debate.statusChanged': 10,
  'entry debate.deleted': 3,
  'entry steelman.answered': 10,
  'entry debate.cleared': 1,
  'entry debate.configured': 5,
  'entry team.chosen': 1,
  'entry flag.set': 50,
  'entry flag.answered': 5,
  'entry task.added': 10,
  'entry report.made': 40,
  'entry report.settled': 2,
  'entry report.withdrawn': 2,
  'turned away': 50,
  'refused removed': 5,
  'refused banned': 1,
  'refused debate_closed': 5,
  'refused muted': 1,
  comeBack: 5,
  undo: 100,
  redo: 10,
  drop: 100,
  connect: 100,
  crash: 50,
  'crash while committing': 20,
  loseHeart: 50,
  overload: 50,
  double: 100,
  overtake: 30,
  leave: 100,
  straggle: 30,
  partition: 100,
  cutDatabase: 100,
  closeTab: 50,
  takeOver: 30,
  mistake: 10,
  crashPage: 50,
  retry: 50,
  join: 20,
  merged: 100,
  'caught up by entries': 500,
  'caught up by snapshot': 10,
};

async function run(seed: number, steps?: number): Promise<void> {
  for (const [what, times] of Object.entries(await runSeed(seed, steps))) {
    happened[what] = (happened[what] ?? 0) + times;
  }
}

test.each(failingSeeds)(
  'seed $seed, which failed once, comes to the same end for everyone',
  ({ seed, steps }) => run(seed, steps),
);

test('[SY1] [SY2] [SY15] [SY16] [PA4] [LG4] [LG6] every seed comes to the same end for everyone (F3, I2, I3, I4, I5, I7, I8, I12)', {
  timeout: 360_000,
}, async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) await run(seed);
});

test('the runs were not idle: everything that can happen did', () => {
  // Of fewer seeds, half their share: what is rare among all may be missing.
  const share = SEEDS === ALL_SEEDS ? 1 : SEEDS / ALL_SEEDS / 2;
  const tooFew = Object.entries(LEAST).filter(
    ([what, times]) => (happened[what] ?? 0) < Math.floor(times * share),
  );
  expect(tooFew.map(([what]) => `${what}: ${happened[what] ?? 0}`)).toEqual([]);
});
