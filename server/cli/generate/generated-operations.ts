import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { HUES } from '#domain/debate/positions/position.ts';
import { ANSWERS } from '#domain/debate/votes/vote.ts';
import { Random } from './random.ts';
import { sentence } from './sentence.ts';

/** The size of the debate to create. */
export interface DebateSize {
  readonly claims: number;
  readonly positions: number;
  readonly people: number;
  /** Votes on each claim, on average. */
  readonly votesPerClaim: number;
  readonly seed: number;
}

/** One step of a generated debate, and its actor. */
export interface GeneratedStep {
  readonly author: string;
  readonly operation: Operation;
}

/** Shares of claims that undercut a link, and that also have a cross-link to a second claim. */
const UNDERCUTS = 0.03;
const CROSS_LINKS = 0.04;
/** New claims reply to recent ones more often than to old ones, as in a real debate: this makes branches of uneven depth. */
const RECENT = 400;

/** A debate of any size, always the same for the same parameters: positions, a tree of claims, cross-links, undercuts, votes. */
export function* generatedOperations(size: DebateSize): Generator<GeneratedStep> {
  const random = new Random(size.seed);
  const people = Array.from({ length: Math.max(1, size.people) }, (_, index) => `m_made${index}`);
  const positions = HUES.slice(0, size.positions).map((hue, index) => ({ id: `p_made${index}`, hue }));
  yield { author: people[0] ?? '', operation: creation(size, people[0] ?? '') };
  for (const participantId of people.slice(1)) {
    yield { author: participantId, operation: { type: 'participant.join', participantId, role: 'debater' } };
  }
  for (const [index, { id: positionId, hue }] of positions.entries()) {
    const summary = sentence(random);
    const operation: Operation = {
      type: 'position.add',
      positionId,
      name: `Camp ${index + 1}`,
      hue,
      summary,
    };
    yield { author: people[0] ?? '', operation };
  }
  for (let index = 0; index < size.claims; index += 1) {
    const author = random.pick(people);
    yield { author, operation: claim(random, index, positions) };
    if (index > 1 && random.chance(CROSS_LINKS)) yield { author, operation: crossLink(random, index) };
    for (const voter of voters(random, people, size.votesPerClaim))
      yield { author: voter, operation: vote(random, index) };
  }
}

function creation({ claims }: DebateSize, ownerId: string): Operation {
  return {
    type: 'debate.create',
    title: `A generated debate of ${claims} claims`,
    motion: 'The town should run its ferries at night.',
    visibility: 'public',
    settings: { guests: 'debater', wording: 'shared' },
    ownerId,
  };
}

function claim(random: Random, index: number, positions: readonly { id: string }[]): Operation {
  const undercut = index > positions.length && random.chance(UNDERCUTS);
  const relation: Relation = undercut || random.chance(0.5) ? 'attack' : 'support';
  return {
    type: 'claim.add',
    claimId: `c_made${index}`,
    linkId: `l_made${index}`,
    target: place(random, index, positions, undercut),
    relation,
    positionId: random.chance(0.9) ? random.pick(positions).id : null,
    text: sentence(random),
  };
}

function place(
  random: Random,
  index: number,
  positions: readonly { id: string }[],
  undercut: boolean,
): Target {
  if (index < positions.length * 3 || (!undercut && random.chance(0.01))) {
    return { kind: 'position', id: random.pick(positions).id };
  }
  const recent = Math.min(index, RECENT);
  const answered = random.chance(0.5) ? index - 1 - random.below(recent) : random.below(index);
  return undercut ? { kind: 'link', id: `l_made${answered}` } : { kind: 'claim', id: `c_made${answered}` };
}

function crossLink(random: Random, index: number): Operation {
  const target: Target = { kind: 'claim', id: `c_made${random.below(index)}` };
  const relation = random.chance(0.5) ? 'support' : 'attack';
  return { type: 'link.add', linkId: `k_made${index}`, from: `c_made${index}`, target, relation };
}

function vote(random: Random, index: number): Operation {
  return { type: 'vote.cast', claimId: `c_made${index}`, answer: random.pick(ANSWERS), wording: 1 };
}

/** Distinct people, about as many as requested. */
function voters(random: Random, people: readonly string[], votes: number): string[] {
  const share = Math.min(1, votes / people.length);
  return people.filter(() => random.chance(share));
}
