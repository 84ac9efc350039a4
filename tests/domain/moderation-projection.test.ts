import { describe, expect, test } from 'vitest';
import { evolveAll } from '../../domain/debate/evolve.ts';
import { packSnapshot } from '../../domain/debate/packed-snapshot.ts';
import { projectOwnPart, projectState, projectVotes } from '../../domain/debate/project.ts';
import { personsApart } from '../../domain/debate/reprojected.ts';
import { toSnapshot, votesOf } from '../../domain/debate/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/state.ts';
import { finish } from '../../domain/debate/steps.ts';
import { openedState } from '../../domain/protocol/opening.ts';
import { OperationMaker } from '../simulation/operation-maker.ts';
import { Random } from '../simulation/random.ts';
import { aDebate, type DebateBuilder, everythingOf } from '../support/debate-builder.ts';

const PEOPLE = ['olga', 'mona', 'dana', 'emil', 'susi', 'otto'];

/** Whose audience changes is told the debate anew; no entries lead there. */
const CHANGES_AUDIENCE = ['participant.appoint', 'participant.admit', 'debate.transfer'];

/** A debate in which people did whatever came to their minds, those who run it hiding and showing all along. */
function anyDebate(seed: number): DebateBuilder {
  const random = new Random(seed);
  const maker = new OperationMaker(random, false);
  const debate = aDebate();
  for (let step = 0; step < 120; step += 1) {
    const who = random.pick(PEOPLE) ?? 'olga';
    const moderates = random.chance(0.25);
    const asks = moderates ? 'olga' : who;
    const type = random.weighted({
      'content.hide': 3,
      'content.restore': 4,
      'content.sweep': 0.5,
      'content.hold': 1,
      'content.return': 2,
      'debate.configure': 1,
    });
    const view = debate.projection(asks);
    const operation = moderates ? maker.makeOf(type, view) : maker.make(view);
    if (random.chance(0.3)) debate.now += 1;
    if (operation && !CHANGES_AUDIENCE.includes(operation.type)) debate.ask(asks, operation);
  }
  return debate;
}

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

describe('[PJ4] with contributions hidden and shown again', () => {
  test.each(SEEDS)('a projection and the entries after it make the later projection: seed %i', (seed) => {
    const debate = anyDebate(seed);
    const cuts = Array.from({ length: debate.entries.length }, (_, cut) => cut).filter((cut) => cut > 20);
    const states = [EMPTY_STATE];
    for (const entry of debate.entries) states.push(evolveAll(states.at(-1) ?? EMPTY_STATE, [entry]));
    for (const who of [...PEOPLE, null]) {
      const expected = everythingOf(debate.projection(who));
      for (const cut of cuts) {
        const { entries, own = [], to, at } = debate.frame(who, cut);
        const told = JSON.parse(JSON.stringify([...entries, ...own]));
        const folded = evolveAll(debate.projection(who, states[cut]), told);
        const state: DebateState = { ...folded, seq: to, at };
        expect(everythingOf(state), `${who} from ${cut}`).toEqual(expected);
      }
    }
  });

  test.each(SEEDS)('who is not apart sees what all of their audience see: seed %i', (seed) => {
    const debate = anyDebate(seed);
    for (const cut of [30, 60, debate.entries.length - 3, debate.entries.length - 1]) {
      const apart = personsApart(debate.entries.slice(cut), debate.state);
      for (const who of ['dana', 'emil', 'susi', 'otto'].filter((one) => !apart.has(one))) {
        // What readers are told is what debaters are, own votes and own contributions left out.
        expect(debate.frame(who, cut)).toEqual({ ...debate.frame(null, cut), own: [] });
      }
    }
  });
});

test.each(SEEDS)('[PJ6] a page brings along what its reader sees beyond the audience: seed %i', (seed) => {
  const { state } = anyDebate(seed);
  const packed = packSnapshot(toSnapshot(projectState(state, 'debaters', null)));
  for (const who of ['dana', 'emil', 'susi']) {
    const votes = votesOf(projectVotes(state, 'debaters', who));
    const part = projectOwnPart(state, 'debaters', who);
    const opening = { debateId: 'd', packed, votes, part, participantId: who, people: [] };
    const opened = finish(openedState(JSON.parse(JSON.stringify(opening))));
    expect(everythingOf(opened)).toEqual(everythingOf(projectState(state, 'debaters', who)));
  }
});
