import { describe, expect, test } from 'vitest';
import { decide, stamp } from '../../domain/debate/decide.ts';
import { type LogEntry, SYSTEM } from '../../domain/debate/entries.ts';
import { evolve } from '../../domain/debate/evolve.ts';
import { brokenInvariants } from '../../domain/debate/invariants.ts';
import { LIMITS } from '../../domain/debate/limits.ts';
import type { Operation, OperationOf } from '../../domain/debate/operations.ts';
import { PERMISSIONS } from '../../domain/debate/permissions.ts';
import { isPassing, REJECTION_CODES, type RejectionCode, rejection } from '../../domain/debate/rejections.ts';
import { type DebateState, EMPTY_STATE, ROLES } from '../../domain/debate/state.ts';
import {
  aDebate,
  CREATE,
  DebateBuilder,
  editTo,
  everythingOf,
  move,
  newClaim,
  OPERATION_TYPES,
  PERSONAL_TYPES,
  SAMPLES,
  SOURCE,
  targetOf,
} from '../support/debate-builder.ts';

const retract = (claimId: string) => ({ type: 'claim.retract', claimId }) as const;
const restore = (claimId: string) => ({ type: 'claim.restore', claimId }) as const;
const agree = (claimId: string, wording = 1) =>
  ({ type: 'vote.cast', claimId, answer: 'agree', wording }) as const;
const cite = (claimId: string, sourceId = 's-a') => ({ type: 'claim.cite', claimId, sourceId }) as const;
const crossLink = (linkId: string, from: string, to: string): OperationOf<'link.add'> => ({
  type: 'link.add',
  linkId,
  from,
  target: targetOf(to),
  relation: 'attack',
});
const comment = (more: Partial<OperationOf<'comment.add'>> = {}): OperationOf<'comment.add'> => ({
  type: 'comment.add',
  commentId: 'm-n',
  on: targetOf('c-a'),
  replyTo: null,
  text: 'So?',
  ...more,
});

test('[DE1] deciding is pure: every operation, twice on one state', () => {
  for (const type of OPERATION_TYPES) {
    const { operation, first } = SAMPLES[type];
    const debate = aDebate();
    if (first) debate.does(type.startsWith('comment.') ? 'dana' : 'olga', first);
    const before = everythingOf(debate.state);
    const decisions = [1, 2].map(() => decide(debate.state, operation, debate.actor('olga')));
    expect(decisions[0]).toEqual(decisions[1]);
    expect(everythingOf(debate.state)).toEqual(before);
  }
});

describe('[DE2] each refusal can be met, and says why', () => {
  const added = (debate: DebateBuilder) => debate.does('olga', retract('c-d'));
  const refusals: [RejectionCode, string, Operation, ((debate: DebateBuilder) => void)?][] = [
    ['invalid', 'dana', { ...SOURCE, sourceId: 's-n', url: 'javascript:alert(1)' }],
    ['text_empty', 'dana', newClaim('n', 'east', { text: ' ' })],
    ['text_too_long', 'dana', newClaim('n', 'east', { text: 'x'.repeat(501) })],
    ['text_malformed', 'dana', newClaim('n', 'east', { text: '\u0000' })],
    ['change_malformed', 'dana', { type: 'claim.edit', claimId: 'c-a', base: 1, change: [5] }],
    ['unknown_claim', 'dana', retract('c-?')],
    ['unknown_position', 'dana', newClaim('n', 'east', { positionId: 'north' })],
    ['unknown_position', 'dana', newClaim('n', 'north')],
    ['unknown_link', 'dana', { type: 'link.retract', linkId: 'x-?' }],
    ['unknown_comment', 'dana', { type: 'comment.edit', commentId: 'm-?', text: 'x' }],
    ['unknown_source', 'dana', cite('c-a', 's-?')],
    ['unknown_target', 'dana', newClaim('n', 'c-?')],
    ['id_taken', 'dana', newClaim('a', 'east')],
    ['claim_retracted', 'emil', editTo(aDebate().state, 'c-d', 'x'), added],
    ['target_retracted', 'dana', newClaim('n', 'c-d'), added],
    [
      'link_retracted',
      'emil',
      { type: 'link.retract', linkId: 'x-a' },
      (debate) => {
        debate.does('emil', { type: 'link.retract', linkId: 'x-a' });
      },
    ],
    [
      'comment_withdrawn',
      'dana',
      { type: 'comment.edit', commentId: 'm-a', text: 'x' },
      (debate) => {
        debate.does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
      },
    ],
    ['not_retracted', 'dana', restore('c-a')],
    ['not_retracted', 'emil', { type: 'link.restore', linkId: 'x-a' }],
    ['cycle', 'dana', move('c-a', 'c-b')],
    ['too_many', 'dana', newClaim('n', 'east', { sources: Array(21).fill('s-a') })],
    ['self_link', 'dana', crossLink('x-n', 'c-a', 'c-a')],
    ['duplicate_link', 'emil', crossLink('x-n', 'c-d', 'c-b')],
    ['link_not_supportable', 'dana', newClaim('n', 'l-b')],
    ['parent_link', 'dana', { type: 'link.retract', linkId: 'l-a' }],
    ['already_cited', 'dana', cite('c-a'), (debate) => debate.does('emil', cite('c-a'))],
    ['not_cited', 'dana', { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' }],
    ['wording_changed', 'dana', agree('c-a', 2)],
    ['base_too_old', 'dana', { type: 'claim.edit', claimId: 'c-a', base: 0, change: [13] }],
    ['no_vote', 'dana', { type: 'vote.withdraw', claimId: 'c-a' }],
    ['nothing_changed', 'emil', agree('c-a')],
    ['not_allowed', 'otto', newClaim('n', 'east')],
    ['already_joined', SYSTEM, { type: 'participant.join', participantId: 'dana', role: 'owner' }],
    ['debate_exists', SYSTEM, CREATE],
  ];

  test.each(refusals)('%s: %s', (code, who, operation, before) => {
    const debate = aDebate();
    before?.(debate);
    const answer = debate.ask(who, operation);
    expect(answer).toMatchObject({ ok: false, rejection: { code } });
  });

  test('no other code of the rules is left out, but those that other rules here try', () => {
    // `position_removed` waits for positions that can be removed.
    const elsewhere = ['too_deep', 'debate_not_found', 'position_removed'];
    const untilHere = REJECTION_CODES.slice(0, REJECTION_CODES.indexOf('nothing_changed') + 1);
    const tried = new Set<string>([...refusals.map(([code]) => code), ...elsewhere]);
    expect(untilHere.filter((code) => !tried.has(code))).toEqual([]);
  });

  test('only refusals of the moment pass', () => {
    expect(REJECTION_CODES.filter((code) => isPassing(rejection(code)))).toEqual([
      'too_fast',
      'busy',
      'unavailable',
    ]);
  });
});

describe('[DE3] who may ask for what', () => {
  const people = { owner: 'olga', moderator: 'mona', debater: 'emil', suggester: 'susi', observer: 'otto' };
  const withSamples = (who: string, type: (typeof PERSONAL_TYPES)[number], wording: 'shared' | 'own') => {
    const debate = aDebate(wording);
    const { first, operation } = SAMPLES[type];
    // What must be there already was done by one who may, or by oneself for one's own vote.
    if (first) debate.ask(type === 'vote.withdraw' ? who : 'dana', first);
    if (type === 'link.restore') debate.does('emil', { type: 'link.retract', linkId: 'x-a' });
    return debate.refusal(who, operation);
  };

  test.each(PERSONAL_TYPES)('%s', (type) => {
    const { roles, when } = PERMISSIONS[type];
    for (const role of ROLES) {
      for (const wording of ['shared', 'own'] as const) {
        const who = people[role];
        // `c-a` and its comment are dana's; the link is emil's.
        const own = type.startsWith('link.') && who === 'emil';
        const steers = role === 'owner' || role === 'moderator';
        const meets = {
          always: true,
          author: own,
          'author-or-shared-wording': own || wording === 'shared',
          'author-or-moderator': own || steers,
        }[when];
        const refused = withSamples(who, type, wording) === 'not_allowed';
        expect(refused, `${role}, ${wording} wording`).toBe(!(roles.includes(role) && meets));
      }
    }
  });

  test('an author may change their own where wording is not shared', () => {
    const debate = aDebate('own');
    expect(debate.refusal('dana', editTo(debate.state, 'c-a', 'mine'))).toBeNull();
    expect(debate.refusal('olga', editTo(debate.state, 'c-a', 'hers'))).toBe('not_allowed');
  });

  test('making debates and joining is the server’s', () => {
    for (const who of Object.values(people)) {
      expect(aDebate().refusal(who, SAMPLES['participant.join'].operation)).toBe('not_allowed');
      expect(aDebate().refusal(who, CREATE)).toBe('not_allowed');
    }
    expect(aDebate().refusal(SYSTEM, SAMPLES['participant.join'].operation)).toBeNull();
  });

  test('the role is the one in the state it is decided on', () => {
    const debate = aDebate();
    const claim = newClaim('n', 'east');
    expect(debate.refusal('otto', claim)).toBe('not_allowed');
    const joined = { type: 'participant.joined', participantId: 'otto', role: 'debater' } as const;
    debate.state = evolve(debate.state, { seq: 99, at: 0, actor: SYSTEM, author: SYSTEM, effect: joined });
    expect(debate.refusal('otto', claim)).toBeNull();
  });
});

test('[DE4] before a debate is made, nothing but making it; and that once', () => {
  for (const type of OPERATION_TYPES) {
    const { operation } = SAMPLES[type];
    const code = new DebateBuilder().refusal(SYSTEM, operation);
    expect(code).toBe(type === 'debate.create' ? null : 'debate_not_found');
  }
  expect(new DebateBuilder().does(SYSTEM, CREATE).refusal(SYSTEM, CREATE)).toBe('debate_exists');
});

test('[DE5] an id in use is refused for everything new', () => {
  for (const id of ['c-a', 'l-a', 'x-a', 'm-a', 's-a', 'east']) {
    const debate = aDebate();
    for (const operation of [
      newClaim('n', 'east', { claimId: id }),
      newClaim('n', 'east', { linkId: id }),
      crossLink(id, 'c-a', 'c-d'),
      comment({ commentId: id }),
      { ...SOURCE, sourceId: id },
      { type: 'position.add', positionId: id, name: 'x', hue: 'teal', summary: '' } as const,
    ]) {
      expect(debate.refusal('olga', operation), `${operation.type} ${id}`).toBe('id_taken');
    }
  }
  expect(aDebate().refusal('dana', newClaim('n', 'east', { linkId: 'c-n' }))).toBe('id_taken');
});

test('[DE6] what has been done already is refused, and changes nothing', () => {
  const again: RejectionCode[] = [];
  for (const type of PERSONAL_TYPES) {
    const debate = aDebate();
    const { first, operation } = SAMPLES[type];
    const who = type.startsWith('comment.') ? 'dana' : 'olga';
    if (first) debate.does(who, first);
    debate.does(who, operation);
    if (type === 'claim.edit') continue; // the same change on the older text writes its words once more: [TX9]
    const code = debate.refusal(who, operation);
    expect(code, type).not.toBeNull();
    if (code) again.push(code);
  }
  expect(again).toContain('nothing_changed');
});

describe('[DE7] bounds', () => {
  const many = <T>(count: number, value: (index: number) => [string, T]) =>
    Array.from({ length: count }, (_, i) => value(i));

  test.each<[string, (state: DebateState) => DebateState, Operation, number]>([
    [
      'positions',
      (state) => state,
      { type: 'position.add', positionId: 'north', name: 'x', hue: 'teal', summary: '' },
      LIMITS.positions,
    ],
    ['claims', (state) => state, newClaim('n', 'east'), LIMITS.claims],
    ['comments', (state) => state, comment(), LIMITS.comments],
    ['sources', (state) => state, { ...SOURCE, sourceId: 's-n' }, LIMITS.sources],
    ['participants', (state) => state, SAMPLES['participant.join'].operation, LIMITS.participants],
  ])('%s', (what, _, operation, limit) => {
    const debate = aDebate();
    const key = what as 'positions';
    const some = debate.state[key].first();
    if (!some) throw new Error('There is one');
    const filler = many(limit - debate.state[key].size, (index) => [
      `f-${index}`,
      { ...some, id: `f-${index}` },
    ]);
    debate.state = { ...debate.state, [key]: debate.state[key].concat(filler) };
    const who = what === 'participants' ? SYSTEM : 'olga';
    expect(decide(debate.state, operation, debate.actor(who))).toEqual({
      ok: false,
      rejection: { code: 'too_many', limit },
    });
  });

  test('cross-links', () => {
    const debate = aDebate();
    const link = debate.state.links.get('x-a');
    if (!link) throw new Error('There is one');
    const filler = many(LIMITS.crossLinks, (index) => [`f-${index}`, { ...link, id: `f-${index}` }]);
    debate.state = { ...debate.state, links: debate.state.links.concat(filler) };
    expect(debate.refusal('dana', crossLink('x-n', 'c-a', 'c-d'))).toBe('too_many');
  });

  test('sources of one claim', () => {
    const debate = aDebate();
    for (let index = 0; index <= LIMITS.sourcesPerClaim; index += 1) {
      debate.does('dana', { ...SOURCE, sourceId: `s-${index}` });
      const answer = debate.ask('dana', cite('c-a', `s-${index}`));
      expect(answer.ok).toBe(index < LIMITS.sourcesPerClaim);
    }
  });

  test.each<[string, number, (text: string) => Operation]>([
    ['title', LIMITS.titleCharacters, (title) => ({ type: 'debate.edit', title })],
    ['motion', LIMITS.motionCharacters, (motion) => ({ type: 'debate.edit', motion })],
    ['name', LIMITS.positionNameCharacters, (name) => ({ type: 'position.edit', positionId: 'east', name })],
    [
      'summary',
      LIMITS.positionSummaryCharacters,
      (summary) => ({ type: 'position.edit', positionId: 'east', summary }),
    ],
    ['wording', LIMITS.wordingCharacters, (text) => newClaim('n', 'east', { text })],
    ['comment', LIMITS.commentCharacters, (text) => comment({ text })],
    ['source title', LIMITS.sourceTitleCharacters, (title) => ({ ...SOURCE, sourceId: 's-n', title })],
    ['excerpt', LIMITS.sourceTextCharacters, (excerpt) => ({ ...SOURCE, sourceId: 's-n', excerpt })],
    ['note', LIMITS.sourceTextCharacters, (note) => ({ ...SOURCE, sourceId: 's-n', note })],
    ['locator', LIMITS.sourceLocatorCharacters, (locator) => ({ ...SOURCE, sourceId: 's-n', locator })],
  ])('text of a %s', (_, limit, operation) => {
    const debate = aDebate();
    expect(debate.ask('olga', operation('論'.repeat(limit + 1)))).toEqual({
      ok: false,
      rejection: { code: 'text_too_long', limit },
    });
    debate.does('olga', operation('論'.repeat(limit)));
  });
});

test('[DE8] entries get the next numbers, and time never runs backwards', () => {
  const debate = aDebate();
  const before = debate.state;
  debate.now = 5;
  debate.does('dana', newClaim('n', 'east'));
  expect(debate.entries.at(-1)).toMatchObject({ seq: before.seq + 1, at: before.at, actor: 'dana' });
  debate.now = 9_000;
  debate.does('dana', newClaim('m', 'east'));
  expect(debate.state.at).toBe(9_000);
  const [created, joined] = stamp(
    EMPTY_STATE,
    [
      { type: 'debate.edited', title: 'x' },
      { type: 'debate.edited', title: 'y' },
    ],
    { actor: SYSTEM, author: 'olga' },
    7,
  );
  expect([created, joined]).toMatchObject([
    { seq: 1, at: 7, actor: SYSTEM, author: 'olga' },
    { seq: 2, at: 7 },
  ]);
});

describe('[DE9] folding never throws', () => {
  const everyEntry = (): LogEntry[] =>
    OPERATION_TYPES.flatMap((type) => {
      const debate = type === 'debate.create' ? new DebateBuilder() : aDebate();
      const who = type === 'debate.create' || type === 'participant.join' ? SYSTEM : 'dana';
      const { first, operation } = SAMPLES[type];
      const actor = type.startsWith('comment.') ? 'dana' : 'olga';
      if (first) debate.does(actor, first);
      return debate.does(who === SYSTEM ? who : actor, operation).entries.slice(-1);
    });

  test.each(['__proto__', 'constructor', 'toString', 'nothing', ''])('with ids like “%s”', (id) => {
    const rename = (entry: LogEntry): LogEntry =>
      JSON.parse(
        JSON.stringify(entry, (key, value) =>
          /(^id|Id|from|author|actor)$/.test(key) && typeof value === 'string' ? id : value,
        ),
      );
    for (const entry of everyEntry().map(rename)) {
      for (const state of [EMPTY_STATE, aDebate().state]) {
        const next = evolve(state, entry);
        expect(next.seq).toBe(entry.seq);
        expect(JSON.stringify(everythingOf(next)).length).toBeGreaterThan(0);
      }
    }
    expect(Object.prototype).not.toHaveProperty('retracted');
  });

  test('what is not there is passed over', () => {
    for (const entry of everyEntry()) {
      const { effect } = entry;
      if (/created|added|joined/.test(effect.type)) continue;
      const { seq, at, ...rest } = evolve(EMPTY_STATE, entry);
      expect({ ...EMPTY_STATE, ...rest, seq: 0, at: 0 }).toEqual(EMPTY_STATE);
    }
  });
});

describe('[DE10] invariants', () => {
  test.each(OPERATION_TYPES)('hold after %s', (type) => {
    const debate = type === 'debate.create' ? new DebateBuilder() : aDebate();
    const system = type === 'debate.create' || type === 'participant.join';
    const who = system ? SYSTEM : type.startsWith('comment.') ? 'dana' : 'olga';
    const { first, operation } = SAMPLES[type];
    if (first) debate.does(who, first);
    debate.does(who, operation);
    expect(brokenInvariants(debate.state)).toEqual([]);
    expect(brokenInvariants(debate.projection('olga'), 'own')).toEqual([]);
  });

  test('are found broken', () => {
    const { state } = aDebate();
    const claim = state.claims.get('c-a');
    const link = state.links.get('l-b');
    if (!claim || !link) throw new Error('They are there');
    const broken: [string, DebateState][] = [
      ['comes from nothing', { ...state, claims: state.claims.delete('c-d') }],
      [
        'points at nothing',
        { ...state, links: state.links.set('l-b', { ...link, target: targetOf('l-?') }) },
      ],
      [
        'parent link of its own',
        { ...state, claims: state.claims.set('c-a', { ...claim, parentLink: 'x-a' }) },
      ],
      [
        'stands under itself',
        {
          ...state,
          links: state.links.update('l-a', (it) => ({ ...(it ?? link), target: targetOf('c-b') })),
        },
      ],
      ['cites nothing', { ...state, claims: state.claims.set('c-a', { ...claim, sources: ['s-?'] }) }],
      ['wrong target', { ...state, childLinks: state.childLinks.set('east', ['l-b']) }],
      ['places', { ...state, childLinks: state.childLinks.delete('east') }],
      ['recount', { ...state, votes: state.votes.delete('c-a') }],
    ];
    for (const [words, it] of broken) expect(brokenInvariants(it).join('\n')).toContain(words);
  });
});

describe('[DE11] different fields changed at once', () => {
  test('both stand; of one field the later', () => {
    const debate = aDebate()
      .does('olga', { type: 'debate.edit', title: 'Title' })
      .does('mona', { type: 'debate.edit', motion: 'Motion' })
      .does('olga', { type: 'position.edit', positionId: 'east', name: 'Orient' })
      .does('mona', { type: 'position.edit', positionId: 'east', hue: 'olive' })
      .does('mona', { type: 'position.edit', positionId: 'east', name: 'Levant' });
    expect(debate.state.head).toMatchObject({ title: 'Title', motion: 'Motion' });
    expect(debate.state.positions.get('east')).toMatchObject({ name: 'Levant', hue: 'olive' });
  });

  test('a field that is given as it is already does not count as changed', () => {
    const debate = aDebate();
    expect(debate.refusal('olga', { type: 'debate.edit', title: 'A debate' })).toBe('nothing_changed');
    debate.does('olga', { type: 'debate.edit', title: 'A debate', motion: 'New' });
    expect(debate.entries.at(-1)?.effect).toEqual({ type: 'debate.edited', motion: 'New' });
  });
});

test('[DE12] retract against retract, restore against restore: the second is refused', () => {
  const debate = aDebate().does('dana', retract('c-a'));
  expect(debate.refusal('olga', retract('c-a'))).toBe('claim_retracted');
  debate.does('olga', restore('c-a'));
  expect(debate.refusal('dana', restore('c-a'))).toBe('not_retracted');
});

describe('[DE13] a retracted claim', () => {
  const retracted = () => aDebate().does('dana', cite('c-a'), retract('c-a'));

  test.each<[string, Operation, RejectionCode]>([
    ['add under it', newClaim('n', 'c-a'), 'target_retracted'],
    ['add against its link', newClaim('n', 'l-a', { relation: 'attack' }), 'target_retracted'],
    ['move under it', move('c-d', 'c-a'), 'target_retracted'],
    ['cross-link to it', crossLink('x-n', 'c-d', 'c-a'), 'target_retracted'],
    ['cross-link from it', crossLink('x-n', 'c-a', 'c-d'), 'claim_retracted'],
    ['edit it', editTo(aDebate().state, 'c-a', 'new'), 'claim_retracted'],
    ['move it', move('c-a', 'west'), 'claim_retracted'],
    ['cite', cite('c-a'), 'claim_retracted'],
    ['uncite', { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' }, 'claim_retracted'],
    ['vote on it', agree('c-a'), 'claim_retracted'],
    ['withdraw a vote on it', { type: 'vote.withdraw', claimId: 'c-a' }, 'claim_retracted'],
  ])('%s', (_, operation, code) => {
    expect(retracted().refusal('emil', operation)).toBe(code);
  });

  test('comment on it', () => {
    expect(retracted().refusal('emil', comment())).toBeNull();
  });

  test('what came first stays', () => {
    const debate = aDebate()
      .does('emil', newClaim('n', 'c-a'), crossLink('x-n', 'c-d', 'c-a'))
      .does('dana', retract('c-a'));
    expect(debate.at('c-a')).toEqual(['c-b', 'c-n']);
    expect(debate.state.links.get('x-n')?.retracted).toBe(false);
  });
});

test('[DE14] edit against retract', () => {
  const debate = aDebate();
  const edit = editTo(debate.state, 'c-a', 'one two four');
  debate.does('emil', edit).does('dana', retract('c-a'));
  const late = editTo(debate.state, 'c-a', 'five');
  expect(debate.refusal('emil', late)).toBe('claim_retracted');
  debate.does('dana', restore('c-a'));
  expect(debate.text('c-a')).toBe('one two four');
  expect(debate.refusal('emil', late)).toBeNull();
});

test('[DE15] retracting keeps what is on and under a claim; restoring brings it back as it was', () => {
  const debate = aDebate().does('emil', cite('c-a'), crossLink('x-n', 'c-a', 'c-d'));
  const { seq, at, ...before } = { ...debate.state };
  debate.does('dana', retract('c-a'));
  expect(debate.at('c-a')).toEqual(['c-b']);
  debate.does('dana', restore('c-a'));
  expect(everythingOf({ ...debate.state, seq, at })).toEqual(everythingOf({ ...before, seq, at }));
});

describe('[DE16] sources', () => {
  test.each([
    ['', null],
    ['https://example.org/a?b#c', null],
    ['http://example.org', null],
    ['javascript:alert(1)', 'invalid'],
    ['data:text/html,x', 'invalid'],
    ['//example.org', 'invalid'],
    ['example.org', 'invalid'],
  ])('“%s”: %s', (url, code) => {
    expect(aDebate().refusal('dana', { ...SOURCE, sourceId: 's-n', url })).toBe(code);
  });

  test('cite against cite', () => {
    const debate = aDebate().does('dana', cite('c-a'));
    expect(debate.refusal('emil', cite('c-a'))).toBe('already_cited');
    const uncite = { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' } as const;
    debate.does('emil', uncite);
    expect(debate.refusal('dana', uncite)).toBe('not_cited');
  });

  test('a new claim cites what there is, each once', () => {
    const debate = aDebate().does('dana', newClaim('n', 'east', { sources: ['s-a', 's-a'] }));
    expect(debate.state.claims.get('c-n')?.sources).toEqual(['s-a']);
    expect(debate.refusal('dana', newClaim('m', 'east', { sources: ['s-?'] }))).toBe('unknown_source');
  });
});

describe('[DE17] cross-links', () => {
  test('may form cycles', () => {
    aDebate().does(
      'dana',
      crossLink('x-1', 'c-a', 'c-d'),
      crossLink('x-2', 'c-d', 'c-a'),
      crossLink('x-3', 'c-a', 'c-b'),
    );
  });

  test('not to oneself, nor to one’s own link', () => {
    expect(aDebate().refusal('dana', crossLink('x-n', 'c-a', 'c-a'))).toBe('self_link');
    expect(aDebate().refusal('dana', crossLink('x-n', 'c-b', 'l-b'))).toBe('self_link');
    expect(aDebate().refusal('emil', crossLink('x-n', 'c-d', 'x-a'))).toBe('self_link');
  });

  test('one standing link at most from a claim to a target', () => {
    const debate = aDebate();
    expect(debate.refusal('dana', crossLink('x-n', 'c-b', 'c-a'))).toBe('duplicate_link');
    expect(debate.refusal('dana', crossLink('x-n', 'c-d', 'c-b'))).toBe('duplicate_link');
    expect(debate.refusal('dana', move('c-d', 'c-b'))).toBe('duplicate_link');
    debate.does('emil', { type: 'link.retract', linkId: 'x-a' }).does('dana', move('c-d', 'c-b'));
    expect(debate.refusal('emil', { type: 'link.restore', linkId: 'x-a' })).toBe('duplicate_link');
  });

  test('add against add of the same: the second is refused', () => {
    const debate = aDebate().does('dana', crossLink('x-1', 'c-a', 'c-d'));
    expect(debate.refusal('emil', crossLink('x-2', 'c-a', 'c-d'))).toBe('duplicate_link');
  });
});

test('[DE18] only attacks point at a link', () => {
  const debate = aDebate();
  expect(debate.refusal('dana', newClaim('n', 'l-b'))).toBe('link_not_supportable');
  expect(debate.refusal('dana', move('c-d', 'l-b'))).toBe('link_not_supportable');
  expect(debate.refusal('dana', { ...crossLink('x-n', 'c-d', 'l-b'), relation: 'support' })).toBe(
    'link_not_supportable',
  );
  debate.does('dana', newClaim('n', 'x-a', { relation: 'attack' }), crossLink('x-n', 'c-d', 'l-b'));
});

test('[DE19] a parent link is not retracted', () => {
  for (const type of ['link.retract', 'link.restore'] as const) {
    expect(aDebate().refusal('olga', { type, linkId: 'l-a' })).toBe('parent_link');
  }
});

describe('[DE20] comments', () => {
  test('are their author’s, and resolved by the author or those who steer', () => {
    const debate = aDebate();
    const resolve = { type: 'comment.resolve', commentId: 'm-a', resolved: true } as const;
    for (const who of ['olga', 'emil']) {
      expect(debate.refusal(who, { type: 'comment.edit', commentId: 'm-a', text: 'x' })).toBe('not_allowed');
      expect(debate.refusal(who, { type: 'comment.withdraw', commentId: 'm-a' })).toBe('not_allowed');
    }
    expect(debate.refusal('emil', resolve)).toBe('not_allowed');
    expect(debate.refusal('mona', resolve)).toBeNull();
  });

  test('a reply stands on what its comment is on, and stays when that is withdrawn', () => {
    const debate = aDebate().does('susi', comment({ replyTo: 'm-a' }));
    expect(debate.refusal('susi', comment({ commentId: 'm-m', on: targetOf('c-b'), replyTo: 'm-a' }))).toBe(
      'unknown_comment',
    );
    debate.does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
    expect(debate.state.commentsOn.get('c-a')).toEqual(['m-a', 'm-n']);
    expect(debate.refusal('susi', comment({ commentId: 'm-m', replyTo: 'm-a' }))).toBeNull();
    expect(debate.refusal('dana', { type: 'comment.resolve', commentId: 'm-a', resolved: true })).toBe(
      'comment_withdrawn',
    );
  });

  test('on positions, claims and links', () => {
    for (const on of ['east', 'c-a', 'l-a', 'x-a']) aDebate().does('susi', comment({ on: targetOf(on) }));
    expect(aDebate().refusal('susi', comment({ on: { kind: 'claim', id: 'l-a' } }))).toBe('unknown_target');
  });
});
