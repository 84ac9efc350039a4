import { checkOutcome } from './check-outcome.ts';
import { Simulation } from './simulation.ts';

/** Happenings in one run: long enough for people to get in each other's way. */
const STEPS = 240;

/** Runs one seed and checks its outcome; what happened in it, counted. An error names the seed. */
export async function runSeed(seed: number, steps = STEPS): Promise<Record<string, number>> {
  const simulation = new Simulation(seed);
  try {
    await simulation.run(steps);
    await checkOutcome(simulation);
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  return simulation.happened;
}
