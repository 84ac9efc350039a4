import { describe, expect, test } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import { parley } from '../../server/handle.ts';
import { claimsAgain, copyClaims } from '../../server/services/debates/copy-claims.ts';
import {
  aDebate,
  articleOf,
  CREATE,
  citePassage,
  crossLink,
  DebateBuilder,
  merge,
  newClaim,
  targetOf,
} from '../support/debate-builder.ts';
import { finishCounting } from '../support/finish-counting.ts';
import { claim, join, makeOwnDebate, ownDebate, vote, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

const who = (cookie: string) => parley().auth.currentPerson(new Headers({ cookie }));

/** Operations that copy this debate's claims. */
const seedsOf = ({ state }: DebateBuilder, positions: ReadonlyMap<string, string>) =>
  finish(copyClaims(state, finish(claimsAgain(state, positions))));

/** A new debate with this one's claims, in two positions. */
function copyOf(debate: DebateBuilder): DebateBuilder {
  const places = new Map([
    ['east', 'p_1'],
    ['west', 'p_2'],
  ]);
  const positions = [...places.values()].map(
    (positionId): Operation => ({
      type: 'position.add',
      positionId,
      name: positionId,
      hue: 'blue',
      summary: '',
    }),
  );
  return new DebateBuilder().does(SYSTEM, CREATE, ...positions, ...seedsOf(debate, places));
}

describe('[LI10] a debate started from another', () => {
  const position = { name: 'Aye', hue: 'teal' as const, summary: 'Yes' };
  const input = { title: 'Again', motion: 'Trade makes peace', visibility: 'unlisted' as const };

  test('takes over settings, and the claims under positions that were taken over; no people and votes', async () => {
    const { debateId, does, cookie } = await ownDebate();
    const dana = await join(debateId, 'Dana');
    await does({ type: 'debate.configure', guests: 'suggester', template: true });
    for (const key of ['one', 'two']) await does(claim(key));
    await does({ type: 'claim.retract', claimId: 'c_two', reason: 'off_topic' });
    await dana.submit(vote('one', 'agree'));
    const from = { debateId, claims: true };
    const created = await parley().debates.create(await signedIn(dana.cookie), {
      ...input,
      positions: [{ ...position, of: 'p_position1' }],
      from,
    });
    const read = await parley().debates.read(created.ok ? created.debateId : '', await who(dana.cookie));
    const view = read.ok ? read.view : expect.fail('not made');
    expect(view.head?.settings).toMatchObject({ guests: 'suggester', template: false });
    expect([...view.claims.keys()]).toEqual(['c_one']);
    expect(view.claims.get('c_one')).toMatchObject({ author: 'system', tally: { agree: 0 } });
    expect(view.participants.size).toBe(1);
    expect((await parley().debateLists.templates(null)).map(({ id }) => id)).toContain(debateId);
    const bare = await parley().debates.create(await signedIn(cookie), {
      ...input,
      positions: [position],
      from,
    });
    const without = await parley().debates.read(bare.ok ? bare.debateId : '', await who(cookie));
    expect(without.ok && without.view.claims.size).toBe(0);
  });

  test('is not started from one its maker may not read', async () => {
    const { debateId } = await ownDebate('private');
    const nina = await signedIn(await server().signIn('Nina'));
    const from = { debateId, claims: true };
    expect(await parley().debates.create(nina, { ...input, positions: [position], from })).toMatchObject({
      rejection: { code: 'debate_not_found' },
    });
  });

  test('long texts of sources come along', () => {
    const long = 'It says so. '.repeat(800);
    const debate = aDebate().does('dana', {
      type: 'source.edit',
      sourceId: 's-a',
      field: 'excerpt',
      base: 1,
      change: diffText('', long),
    });
    debate.does('dana', { type: 'claim.cite', claimId: 'c-a', sourceId: 's-a' });
    const fresh = copyOf(debate);
    expect(fresh.state.sources.get('s-a')?.excerpt).toBe(long);
    expect([...fresh.state.claims.keys()].sort()).toEqual([...debate.state.claims.keys()].sort());
    expect(fresh.state.links.get('x-a')).toMatchObject({ from: 'c-d', relation: 'attack' });
    expect(fresh.state.links.get('l-u')?.target).toEqual({ kind: 'link', id: 'l-b' });
    expect(JSON.stringify(fresh.entries)).not.toMatch(/dana|emil/);
  });
});

test('[LI10] articles come along, and the passages that a claim and what was merged into it cite of them', () => {
  const article = 'شوارع مظللة أبرد. 有树的街道凉快得多 🌳。 It was revised.';
  const revised = article.replace(' It was revised.', '');
  const debate = aDebate()
    .does('olga', articleOf('s-a', ['', article]))
    .does('dana', citePassage('q-1', 'c-a', [article, 'مظللة']))
    .does('dana', citePassage('q-2', 'c-a', [article, 'It was revised.']))
    .does('emil', newClaim('t', 'west'))
    .does('emil', citePassage('q-3', 'c-t', [article, '凉快得多 🌳']))
    .does('olga', merge('c-t', 'c-a'), articleOf('s-a', [article, revised], 2));
  const position = { type: 'position.add', positionId: 'p_1', name: 'p', hue: 'blue', summary: '' } as const;
  const seeds = seedsOf(debate, new Map([['east', 'p_1']]));
  const fresh = new DebateBuilder().does(SYSTEM, CREATE, position, ...seeds);
  expect(fresh.state.articles.get('s-a')?.text).toBe(revised);
  // A passage that the article no longer has is not cited in the copy.
  expect(fresh.state.citations.get('c-a')?.passages.map(({ exact }) => exact)).toEqual([
    'مظللة',
    '凉快得多 🌳',
  ]);
});

test('[EV9] each passage of copied claims is searched for once, in a step of its own', () => {
  const article = 'Trees give shade. Streets with trees are cooler.';
  const revised = `A new beginning. ${article}`;
  const keys = Array.from({ length: 30 }, (_, at) => `n${at}`);
  const debate = aDebate().does('olga', articleOf('s-a', ['', article]));
  for (const key of keys) {
    debate.does('dana', newClaim(key, 'east'));
    for (const words of ['give shade', 'are cooler'])
      debate.does('dana', citePassage(`q-${key}-${words[0]}`, `c-${key}`, [article, words]));
  }
  debate.does('olga', articleOf('s-a', [article, revised], 2));
  const claims = finish(claimsAgain(debate.state, new Map([['east', 'p_1']])));
  const { count, result } = finishCounting(copyClaims(debate.state, claims));
  expect(count).toBeGreaterThan(2 * keys.length + claims.length);
  // With its current place it is found at once when it is cited.
  const starts = result.flatMap((seed) => (seed.type === 'claim.cite' ? (seed.passages ?? []) : []));
  expect(new Set(starts.map(({ start }) => start))).toEqual(
    new Set([revised.indexOf('give shade'), revised.indexOf('are cooler')]),
  );
  expect(starts).toHaveLength(2 * keys.length);
});

test('[LI10] a claim that others were merged into is taken over with what stands with it', () => {
  const debate = aDebate()
    .does('emil', newClaim('t', 'west', { sources: ['s-a'] }), newClaim('v', 'c-t'))
    .does('emil', newClaim('w', 'l-t', { relation: 'attack' }), crossLink('x-t', 'c-t', 'c-d'))
    .does('olga', merge('c-t', 'c-a'));
  const fresh = copyOf(debate);
  expect(fresh.state.claims.has('c-t')).toBe(false);
  expect(fresh.under('c-a')).toEqual(['c-b', 'c-v', 'c-w']);
  expect(fresh.state.claims.get('c-a')?.sources).toEqual(['s-a']);
  expect(fresh.state.links.get('x-t')).toMatchObject({ from: 'c-a', target: targetOf('c-d') });
});

async function signedIn(cookie: string) {
  return (await who(cookie)) ?? expect.fail('nobody');
}

test('[NM9] a debate started from another has its choice about names, unless another is made', async () => {
  const { debateId, cookie } = await makeOwnDebate('public', 'anonymous');
  const person = (await who(cookie)) ?? expect.fail('nobody');
  const input = {
    title: 'Next',
    motion: 'Again',
    visibility: 'public' as const,
    positions: [{ name: 'Yes', hue: 'blue' as const, summary: '' }],
  };
  const started = async (more: object) => {
    const made = await parley().debates.create(person, { ...input, ...more });
    const reading = await parley().debates.read(made.ok ? made.debateId : '', person);
    return reading.ok ? reading.view.head?.settings.names : reading.rejection.code;
  };
  const from = { debateId, claims: true };
  expect(await started({ from })).toBe('anonymous');
  expect(await started({ from, names: 'shown' })).toBe('shown');
  expect(await started({ names: 'pseudonyms' })).toBe('pseudonyms');
  expect(await started({})).toBe('shown');
});
