import { beforeAll, describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { ClaimIndex } from '#domain/search/claim-index.ts';
import { type ArgumentDraft, findLikelyDuplicates, saidAlready } from '#domain/search/said-already.ts';
import { isSameSide, sideOf } from '#domain/search/side-of.ts';
import { stemmerOf } from '#domain/search/stemmer-of.ts';
import { UNSTEMMED } from '#domain/words/word-forms.ts';
import {
  aDebate,
  type DebateBuilder,
  editTo,
  hide,
  merge,
  newClaim,
  retract,
  targetOf,
} from '../../support/debate-builder.ts';
import { aDebateIn, OPEN, turnTo, WRITING } from '../../support/phased-debate.ts';
import { type Measured, measureListed, measureShown, sumOf } from '../../support/said/measure-said.ts';
import { SAID_TOPICS } from '../../support/said/said-topics.ts';

/** The claims shown to someone who writes this in support of a position, as they see the debate. */
async function shownTo(who: string, debate: DebateBuilder, text: string, more: Partial<ArgumentDraft> = {}) {
  const view = debate.projection(who);
  const index = new ClaimIndex(await stemmerOf(view));
  finish(index.update(view));
  const draft = { target: targetOf('west'), relation: 'support', text, author: who, ...more } as const;
  return saidAlready(view, index, draft);
}

const RENTS = 'Rents rise wherever a new tram goes';
const withRents = (debate = aDebate()) => debate.does('dana', newClaim('rents', 'west', { text: RENTS }));
const DRAFT = 'A tram makes the rent rise';

describe('claims shown to a writer', () => {
  test('[SE9] the nearest come first, at most three, by other forms of their words', async () => {
    const debate = withRents();
    for (const [at, text] of ['Trams are loud', 'A tram is cheap', 'Rent is due'].entries())
      debate.does('emil', newClaim(`t${at}`, 'west', { text }));
    const shown = await shownTo('emil', debate, DRAFT);
    expect(shown[0]).toBe('c-rents');
    expect(shown).toHaveLength(3);
    expect(await shownTo('emil', debate, 'Nobody swims here')).toEqual([]);
  });

  test('[SE9] parts of a compound are found, and Chinese words by their characters', async () => {
    const debate = aDebate()
      .does('dana', newClaim('de', 'west', { text: 'Ein Geschwindigkeitslimit rettet Leben' }))
      .does('dana', newClaim('zh', 'west', { text: '校服给贫困家庭增加了负担' }));
    expect(await shownTo('emil', debate, 'Limits für die Geschwindigkeit')).toEqual(['c-de']);
    expect(await shownTo('emil', debate, '贫困家庭买不起')).toEqual(['c-zh']);
  });

  test('[SE9] retracted claims, those hidden from others and the one replied to are not shown', async () => {
    expect(await shownTo('emil', withRents(), DRAFT, { target: targetOf('c-rents') })).toEqual([]);
    expect(await shownTo('emil', withRents().does('dana', retract('c-rents')), DRAFT)).toEqual([]);
    expect(await shownTo('mona', withRents().does('mona', hide('c-rents')), DRAFT)).toEqual([]);
  });

  test('[SE9] in a silent phase only one’s own claims are shown, until the reveal', async () => {
    const debate = withRents(aDebateIn(WRITING));
    for (const who of ['emil', 'mona', 'olga']) expect(await shownTo(who, debate, DRAFT)).toEqual([]);
    expect(await shownTo('dana', debate, DRAFT)).toEqual(['c-rents']);
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    expect(await shownTo('emil', debate, DRAFT)).toEqual(['c-rents']);
  });

  test('[SE9] the words of a merged claim lead to the claim it was merged into, once', async () => {
    const debate = withRents()
      .does('emil', newClaim('twin', 'west', { text: 'Rents rise, and no tram is worth that' }))
      .does('mona', merge('c-rents', 'c-twin'));
    expect(await shownTo('emil', debate, DRAFT)).toEqual(['c-twin']);
  });

  test('[SE9] claims on the other side come after those on the same side', async () => {
    const debate = aDebate()
      .does('dana', newClaim('other', 'east', { text: 'Rents rise without a tram' }))
      .does('dana', newClaim('same', 'west', { text: 'Where a tram goes, tenants pay a higher rent' }));
    expect(await shownTo('emil', debate, DRAFT)).toEqual(['c-same', 'c-other']);
    expect(await shownTo('emil', debate, DRAFT, { target: targetOf('east') })).toEqual(['c-other', 'c-same']);
  });

  test('[SE9] an index that follows a debate finds what a new one finds', async () => {
    const debate = withRents();
    const index = new ClaimIndex(UNSTEMMED);
    finish(index.update(debate.state));
    debate.does('dana', editTo(debate.state, 'c-rents', 'Buses are late'));
    debate.does('emil', newClaim('later', 'west', { text: RENTS }));
    const { version } = index;
    finish(index.update(debate.state));
    const fresh = new ClaimIndex(UNSTEMMED);
    finish(fresh.update(debate.state));
    expect(index.similarTo(RENTS, () => 1, 9)).toEqual(fresh.similarTo(RENTS, () => 1, 9));
    expect(index.similarTo(RENTS, () => 1, 1)).toMatchObject([{ claimId: 'c-later' }]);
    expect(index.version).toBeGreaterThan(version);
  });
});

describe('likely duplicates', () => {
  const pairsIn = (debate: DebateBuilder, dismissed: readonly string[] = []) => {
    const index = new ClaimIndex(UNSTEMMED);
    finish(index.update(debate.state));
    const isDismissed = (ids: readonly string[]) => dismissed.includes(ids.join(' '));
    return finish(findLikelyDuplicates(debate.state, index, isDismissed)).map(({ ids }) => ids.join(' '));
  };
  const TWIN = 'Rents always rise where a new tram goes';

  test('[SE10] an attack on an attack speaks for what is attacked, and an undercut against where it comes from', () => {
    const { state } = aDebate()
      .does('dana', newClaim('no', 'east', { relation: 'attack' }))
      .does('dana', newClaim('but', 'c-no', { relation: 'attack' }));
    const side = (id: string, relation: ArgumentDraft['relation']) => sideOf(state, targetOf(id), relation);
    expect(side('east', 'support')).toEqual({ lane: 'east', isFor: true });
    expect(side('c-no', 'support')).toEqual({ lane: 'east', isFor: false });
    expect(side('c-no', 'attack')).toEqual({ lane: 'east', isFor: true });
    expect(side('l-but', 'attack')).toEqual({ lane: 'east', isFor: false });
    expect(isSameSide(side('east', 'support'), side('west', 'attack'))).toBe(true);
    expect(isSameSide(side('east', 'support'), side('west', 'support'))).toBe(false);
  });

  test('[SE11] dismissed pairs do not count among the most that are found', () => {
    const debate = withRents();
    // 21 claims that say the same are 210 pairs.
    for (let n = 0; n < 20; n += 1)
      debate.does('emil', newClaim(`twin${n}`, 'east', { relation: 'attack', text: TWIN }));
    const found = pairsIn(debate);
    expect(found).toHaveLength(200);
    expect(pairsIn(debate, found)).toHaveLength(10);
  });

  test('[SE11] two claims of one side that say nearly the same are a pair, until they are merged', () => {
    const debate = withRents().does('emil', newClaim('twin', 'east', { relation: 'attack', text: TWIN }));
    expect(pairsIn(debate)).toEqual(['c-rents c-twin']);
    expect(pairsIn(debate, ['c-rents c-twin'])).toEqual([]);
    expect(pairsIn(debate.does('mona', merge('c-twin', 'c-rents')))).toEqual([]);
  });

  test('[SE11] claims of both sides, hidden ones, and a reply with the claim above it are none', () => {
    const twin = (target: string) => withRents().does('emil', newClaim('twin', target, { text: TWIN }));
    expect(pairsIn(twin('east'))).toEqual([]);
    expect(pairsIn(twin('c-rents'))).toEqual([]);
    expect(pairsIn(twin('west').does('mona', hide('c-twin')))).toEqual([]);
  });
});

describe('the labelled set', () => {
  const measured = new Map<string, { shown: Measured; listed: Measured }>();
  beforeAll(async () => {
    for (const half of ['chooses', 'reports'] as const) {
      const topics = Object.values(SAID_TOPICS)
        .flat()
        .filter((topic) => topic.half === half);
      const shown = sumOf(await Promise.all(topics.map(measureShown)));
      measured.set(half, { shown, listed: sumOf(await Promise.all(topics.map(measureListed))) });
    }
  });

  test.each(['chooses', 'reports'])('[SE12] holds in the half that %s', (half) => {
    const { shown, listed } = measured.get(half) ?? {};
    expect(shown?.all).toBe(72);
    expect((shown?.right ?? 0) / (shown?.all ?? 1)).toBeGreaterThanOrEqual(0.8);
    expect((listed?.right ?? 0) / (listed?.given ?? 1)).toBeGreaterThanOrEqual(0.4);
    // Lexical means list no more than a part of the duplicates: the others share too few words.
    expect((listed?.right ?? 0) / (listed?.all ?? 1)).toBeGreaterThanOrEqual(0.35);
  });
});
