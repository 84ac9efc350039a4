import type { OperationType } from '../../domain/debate/engine/operations.ts';

/** How often moderators do what, and others ask them to; not where every word is looked for at the end. */
const MODERATION = {
  'content.hide': 1,
  'content.hideAllBy': 0.1,
  'content.restore': 2,
  'content.resubmit': 1,
  'content.sendBack': 1,
  'content.lock': 0.3,
  'content.unlock': 1.5,
  'claim.merge': 1.5,
  'claim.unmerge': 1.5,
  'claim.split': 1,
  'claim.join': 1.5,
  'flag.set': 2,
  'flag.clear': 0.7,
  'flag.answer': 8,
  'suggestion.make': 1,
  'suggestion.withdraw': 0.4,
  'suggestion.settle': 3,
  'article.edit': 1,
  'report.make': 0.6,
  'report.withdraw': 0.9,
  'report.settle': 10,
  'group.form': 0.3,
  'group.assign': 0.5,
  'group.setStatus': 0.3,
  'claim.promote': 0.3,
  'meeting.setStatus': 0.3,
  'poll.open': 0.6,
  'poll.setStatus': 1,
  'poll.answer': 3,
  'poll.hideAnswer': 0.3,
  'question.ask': 1,
  'question.support': 2,
  'question.withdraw': 0.5,
  'question.merge': 0.5,
  'question.pin': 0.3,
  'question.answer': 0.3,
  'steelman.answer': 1.2,
  'steelman.record': 0.3,
  'conclusion.setStatus': 0.18,
  'conclusion.sign': 0.36,
  'conclusion.unsign': 0.12,
  'conclusion.record': 0.18,
  'hand.raise': 1.5,
  'hand.lower': 0.5,
  'floor.give': 1,
  'floor.order': 0.5,
  'floor.invite': 1,
  'floor.uninvite': 0.5,
  'spotlight.set': 1,
} as const;

/** How often they do what about the people and the debate as a whole. */
const RUNNING = {
  'participant.mute': 0.8,
  'participant.appoint': 0.7,
  'participant.setMembership': 5,
  'participant.rename': 0.2,
  'debate.transfer': 0.2,
  'debate.setVisibility': 0.5,
  'debate.configure': 1,
  'debate.setStatus': 0.25,
  'debate.delete': 0.1,
  'debate.clear': 0.1,
  'agenda.set': 1.5,
  'agenda.goTo': 2,
  'agenda.setTimer': 0.2,
  'task.add': 0.3,
  'task.change': 0.2,
  'task.remove': 0.1,
} as const;

/** How much more often one who runs the debate does so than others try to. */
const STEERING = 4;

/** How often people do what. */
export const WEIGHTS = {
  'claim.add': 5,
  'claim.edit': 9,
  'claim.move': 5,
  'claim.retract': 2.2,
  'claim.restore': 12,
  'claim.cite': 1,
  'claim.uncite': 1,
  'link.add': 2,
  'link.retract': 9,
  'link.restore': 25,
  'link.setScheme': 2,
  'link.answerQuestion': 6,
  'link.weigh': 3,
  'claim.react': 3,
  'source.add': 0.5,
  'vote.cast': 5,
  'vote.withdraw': 1.7,
  'comment.add': 2,
  'comment.edit': 2,
  'summary.edit': 1,
  'conclusion.edit': 0.3,
  'source.edit': 1,
  'comment.withdraw': 2,
  'comment.restore': 14,
  'comment.resolve': 4,
  'position.add': 0.3,
  'position.edit': 0.7,
  'debate.edit': 0.7,
  'team.choose': 1,
  'perspective.show': 0.3,
  ...MODERATION,
  ...RUNNING,
} as const satisfies Partial<Record<OperationType, number>>;

/** Operations of moderators, by frequency. */
export function oftener(weights: Readonly<Record<keyof typeof WEIGHTS, number>>): Partial<typeof weights> {
  const steering = Object.keys({ ...MODERATION, ...RUNNING }) as (keyof typeof WEIGHTS)[];
  return Object.fromEntries(steering.map((type) => [type, weights[type] * STEERING]));
}

export const WITHOUT_MODERATION = {
  ...WEIGHTS,
  ...(Object.fromEntries(Object.keys(MODERATION).map((type) => [type, 0])) as Record<
    keyof typeof MODERATION,
    number
  >),
};

/** A debate that nobody can write in is soon given back to them: few steps are idle. */
export const GIVING_BACK = {
  'debate.setStatus': 40,
  'debate.delete': 200,
  'participant.setMembership': 5,
  'agenda.goTo': 12,
} as const;
