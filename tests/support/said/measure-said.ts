import { finish } from '../../../domain/collections/steps.ts';
import { ClaimIndex } from '../../../domain/search/claim-index.ts';
import { findLikelyDuplicates, saidAlready } from '../../../domain/search/said-already.ts';
import { stemmerOf } from '../../../domain/search/stemmer-of.ts';
import { aDebate, type DebateBuilder, newClaim } from '../debate-builder.ts';
import type { SaidTopic } from './said-topics.ts';

/** Right answers among those given and among those there are. */
export interface Measured {
  readonly right: number;
  readonly given: number;
  readonly all: number;
}

const SIDES = { for: 'east', against: 'west' } as const;
const OPPOSITE = { for: 'west', against: 'east' } as const;

/** A debate with a topic's claims, each under the position of its side; with the duplicates if they are to be in it. */
function debateOf(topic: SaidTopic, withSame: boolean): DebateBuilder {
  const debate = aDebate().does('olga', { type: 'debate.edit', motion: topic.motion });
  for (const side of ['for', 'against'] as const) {
    const [own, opposite] = [SIDES[side], OPPOSITE[side]];
    for (const [at, [claim, same, other]] of topic[side].triples.entries()) {
      debate.does('dana', newClaim(`${side}${at}`, own, { text: claim }));
      debate.does('dana', newClaim(`${side}${at}-other`, opposite, { text: other }));
      if (withSame) debate.does('emil', newClaim(`${side}${at}-same`, own, { text: same }));
    }
    for (const [at, text] of topic[side].besides.entries())
      debate.does('dana', newClaim(`${side}-besides${at}`, own, { text }));
  }
  return debate;
}

async function indexed(debate: DebateBuilder): Promise<ClaimIndex> {
  const index = new ClaimIndex(await stemmerOf(debate.state));
  finish(index.update(debate.state));
  return index;
}

/** Of the duplicates, how many are found among what is shown to their writers. */
export async function measureShown(topic: SaidTopic): Promise<Measured> {
  const debate = debateOf(topic, false);
  const index = await indexed(debate);
  let [right, given, all] = [0, 0, 0];
  for (const side of ['for', 'against'] as const) {
    for (const [at, [, text]] of topic[side].triples.entries()) {
      const target = { kind: 'position', id: SIDES[side] } as const;
      const draft = { target, relation: 'support', text, author: 'emil' } as const;
      const shown = saidAlready(debate.state, index, draft);
      all += 1;
      given += shown.length;
      if (shown.includes(`c-${side}${at}`)) right += 1;
    }
  }
  return { right, given, all };
}

/** Of the pairs listed as likely duplicates, how many are. */
export async function measureListed(topic: SaidTopic): Promise<Measured> {
  const debate = debateOf(topic, true);
  const pairs = finish(findLikelyDuplicates(debate.state, await indexed(debate)));
  const right = pairs.filter(({ ids: [a, b] }) => `${a}-same` === b || `${b}-same` === a).length;
  return { right, given: pairs.length, all: topic.for.triples.length + topic.against.triples.length };
}

/** The sum of several measurements. */
export function sumOf(parts: readonly Measured[]): Measured {
  const total = (of: (part: Measured) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    right: total((part) => part.right),
    given: total((part) => part.given),
    all: total((part) => part.all),
  };
}
