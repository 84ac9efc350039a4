import type { Names } from '../../domain/debate/head/head.ts';
import { OperationMaker } from '../simulation/operation-maker.ts';
import { Random } from '../simulation/random.ts';
import { aDebate, type DebateBuilder } from './debate-builder.ts';

export const PEOPLE = ['olga', 'mona', 'dana', 'emil', 'susi', 'otto'];

/** A debate in which people did whatever came to their minds, moderators hiding and showing all along; who wrote what is
 * shown from the beginning as it is shown at the end. */
export function anyDebate(seed: number, names: Names = 'shown'): DebateBuilder {
  const random = new Random(seed);
  const maker = new OperationMaker(random, false);
  const debate = aDebate();
  if (names !== 'shown') debate.does('olga', { type: 'debate.configure', names });
  for (let step = 0; step < 120; step += 1) {
    const who = random.pick(PEOPLE) ?? 'olga';
    const moderates = random.chance(0.3);
    const asks = moderates ? (random.pick(['olga', 'mona']) ?? 'olga') : who;
    const type = random.weighted({
      'content.hide': 3,
      'content.restore': 4,
      'content.hideAllBy': 0.5,
      'content.resubmit': 1,
      'content.sendBack': 2,
      'debate.configure': 1,
      'claim.merge': 4,
      'claim.unmerge': 2,
      'claim.split': 2,
      'claim.join': 1.5,
      'claim.move': 2,
      'flag.set': 3,
      'flag.clear': 1,
      'report.settle': 2,
      'group.form': 1,
      'group.assign': 2,
      'group.setStatus': 1,
      'claim.promote': 1,
      'meeting.setStatus': 0.5,
      'poll.open': 1,
      'poll.setStatus': 1,
      'floor.give': 1,
      'floor.order': 1,
      'floor.invite': 1,
      'spotlight.set': 2,
      'agenda.set': 2,
      'agenda.goTo': 3,
    });
    const view = debate.projection(asks);
    const operation = moderates ? maker.makeOf(type, view) : maker.make(view);
    if (random.chance(0.3)) debate.now += 1;
    // From there on nothing that was sent before is of use.
    if (!operation || 'names' in operation) continue;
    if (operation.type === 'debate.transfer' || operation.type === 'participant.appoint') continue;
    debate.ask(asks, operation);
  }
  return debate;
}
