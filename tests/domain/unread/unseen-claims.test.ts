import { describe, expect, test } from 'vitest';
import { disclosedVotes, perspectiveChoices } from '#domain/analysis/perspectives/disclosed-perspectives.ts';
import { gatherPerspectives } from '#domain/analysis/perspectives/gather-perspectives.ts';
import { finish } from '#domain/collections/steps.ts';
import { guidedOrder } from '#domain/debate/votes/guided-order.ts';
import { ClaimIndex } from '#domain/search/claim-index.ts';
import { findLikelyDuplicates, saidAlready } from '#domain/search/said-already.ts';
import { UNSTEMMED } from '#domain/words/word-forms.ts';
import {
  aDebate,
  agree,
  type DebateBuilder,
  giveBack,
  hide,
  merge,
  newClaim,
  targetOf,
} from '../../support/debate-builder.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../../support/phased-debate.ts';

const TEXT = 'Rents rise wherever a new tram goes';
const NO_OPINIONS = {
  disclosed: { kind: 'one' },
  participants: [],
  places: [],
  groupOf: [],
  answered: [],
} as const;
const VIEWERS = ['olga', 'mona', 'dana', 'emil', 'susi', 'otto', null];

/** A way in which a claim of Dana's is kept from others. */
interface Unseen {
  readonly before?: (debate: DebateBuilder) => DebateBuilder;
  readonly target?: string;
  readonly after?: (debate: DebateBuilder) => DebateBuilder;
  /** The people who see it, beside Dana. */
  readonly seenBy: readonly string[];
}

const WAYS: Readonly<Record<string, Unseen>> = {
  'written in a silent phase': {
    before: (debate) =>
      debate.does('olga', setAgenda([{ ...WRITING, may: ['add', 'vote'] }, OPEN]), turnTo('p-write')),
    seenBy: [],
  },
  'waiting for approval': {
    before: (debate) => debate.does('olga', { type: 'debate.configure', approval: ['debater'] }),
    seenBy: ['olga', 'mona'],
  },
  'sent back': {
    before: (debate) => debate.does('olga', { type: 'debate.configure', approval: ['debater'] }),
    after: (debate) => debate.does('mona', giveBack('c-unseen')),
    seenBy: ['olga', 'mona'],
  },
  hidden: { after: (debate) => debate.does('mona', hide('c-unseen')), seenBy: ['olga', 'mona'] },
  'below a hidden claim': {
    before: (debate) => debate.does('emil', newClaim('over', 'west')),
    target: 'c-over',
    after: (debate) => debate.does('mona', hide('c-over')),
    seenBy: ['olga', 'mona', 'emil'],
  },
  'merged into a hidden claim': {
    before: (debate) => debate.does('emil', newClaim('over', 'west')),
    after: (debate) => debate.does('mona', merge('c-unseen', 'c-over'), hide('c-over')),
    seenBy: ['olga', 'mona', 'emil'],
  },
};

/** The debate with the unseen claim, its author's vote and a twin of it, and the same without that claim. */
function pairOf({ before, target = 'west', after }: Unseen): readonly [DebateBuilder, DebateBuilder] {
  const begun = aDebate().does('emil', newClaim('twin', 'west', { text: `${TEXT}, everywhere` }));
  const without = before?.(begun) ?? begun;
  const all = without.copy();
  all.does('dana', newClaim('unseen', target, { text: TEXT }), agree('c-unseen'));
  after?.(all);
  if (without.state.claims.has('c-over')) without.does('mona', hide('c-over'));
  return [all, without];
}

const indexOf = (debate: DebateBuilder, who: string | null) => {
  const index = new ClaimIndex(UNSTEMMED);
  finish(index.update(debate.projection(who)));
  return index;
};

describe.each(Object.entries(WAYS))('a claim %s', (_, way) => {
  const [all, without] = pairOf(way);
  const others = VIEWERS.filter((who) => who !== 'dana' && (who === null || !way.seenBy.includes(who)));

  test('[VO13] changes nothing about what anyone is asked in guided voting, neither order nor number', () => {
    for (const who of VIEWERS) {
      const orderIn = (debate: DebateBuilder) =>
        guidedOrder(debate.projection(who), { participantId: who, seed: `${who}`, branch: null });
      expect(orderIn(all), `${who}`).toEqual(orderIn(without));
    }
  });

  test('[SE9] leaves no word, and no weight of one, in others’ index, and is offered to its author alone', () => {
    for (const who of others)
      expect(
        indexOf(all, who).similarTo(TEXT, () => 1, 9),
        `${who}`,
      ).toEqual(indexOf(without, who).similarTo(TEXT, () => 1, 9));
    for (const who of VIEWERS.filter((one) => one !== 'dana')) {
      const draft = { target: targetOf('east'), relation: 'attack', text: TEXT, author: who } as const;
      expect(saidAlready(all.projection(who), indexOf(all, who), draft), `${who}`).not.toContain('c-unseen');
    }
  });

  test('[SE11] is no one’s likely duplicate', () => {
    for (const who of VIEWERS) {
      const pairs = finish(findLikelyDuplicates(all.projection(who), indexOf(all, who)));
      expect(
        pairs.flatMap(({ ids }) => ids),
        `${who}`,
      ).not.toContain('c-unseen');
    }
  });

  test('[PV9] is in no perspective, also not in its author’s, who shows how they vote', () => {
    const shown = (debate: DebateBuilder) => {
      const showing = debate.copy().does('dana', { type: 'perspective.show', shown: true });
      const { state } = showing;
      const gathered = finish(gatherPerspectives(state, null));
      const sources = { state, opinions: NO_OPINIONS, gathered };
      return {
        choices: perspectiveChoices(sources),
        claims: gathered.claims,
        ofDana: finish(disclosedVotes(sources, { kind: 'person', id: 'dana' })),
      };
    };
    expect(shown(all)).toEqual(shown(without));
  });
});
