import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { projectPresence } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Tally } from '#domain/debate/map/claim.ts';
import { participantsWithOwnEntries } from '#domain/debate/projection/own-again.ts';
import { participantsWithOwnFrame } from '#domain/debate/projection/reprojected.ts';
import { diffText } from '#domain/ot/text-change.ts';
import {
  aDebate,
  agree,
  bringBack,
  cite,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  everythingOf,
  giveBack,
  hide,
  hold,
  join,
  lock,
  mark,
  merge,
  move,
  newClaim,
  report,
  retract,
  SOURCE,
  split,
  sweep,
  targetOf,
  unlock,
  unmark,
} from '#tests/support/debate-builder.ts';
import { aDebateIn, OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const lit = (on: string): Operation => ({ type: 'spotlight.set', on, call: false });
const EVERYBODY = ['olga', 'mona', 'dana', 'emil', 'susi', 'otto', null];
const ALL = { ...WRITING, may: ['add', 'edit', 'comment', 'vote'] } as const;

/** Dana's secrets, written in a phase that hides what others add: each word begins with `murmur`. */
function withSecrets(): DebateBuilder {
  const debate = aDebate().does('olga', setAgenda([ALL, OPEN, VOTING]), turnTo('p-write'));
  return debate
    .does('dana', { ...SOURCE, sourceId: 's-murmur', title: 'murmur-title', excerpt: 'murmur-excerpt' })
    .does('dana', newClaim('murmur1', 'east', { text: 'murmur-one', sources: ['s-murmur'] }))
    .does(
      'dana',
      newClaim('murmur2', 'c-murmur1', { text: 'murmur-two' }),
      newClaim('murmur3', 'l-b', { text: 'murmur-three', relation: 'attack' }),
    )
    .does('dana', comment({ commentId: 'm-murmur', on: targetOf('c-d'), text: 'murmur-comment' }))
    .does(
      'dana',
      crossLink('x-murmur', 'c-murmur1', 'c-d'),
      agree('c-murmur1'),
      editTo(debate.state, 'c-murmur2', 'murmur-two again'),
    )
    .does('dana', {
      type: 'source.edit',
      sourceId: 's-murmur',
      field: 'note',
      base: 1,
      change: diffText('', 'murmur-note'),
    });
}

const hasSecrets = (sent: unknown) => JSON.stringify(sent).includes('murmur');

describe('[BL1] content added while new claims are hidden', () => {
  test('is in nobody’s state, entries or frames but its author’s, whatever the cut', () => {
    const debate = withSecrets();
    for (const who of EVERYBODY.filter((one) => one !== 'dana')) {
      expect(hasSecrets(everythingOf(debate.projection(who))), `state of ${who}`).toBe(false);
      for (let cut = 0; cut < debate.entries.length; cut += 1)
        expect(hasSecrets(debate.frame(who, cut)), `${who} from ${cut}`).toBe(false);
    }
    const own = debate.projection('dana');
    expect([...own.embargoed.keys()].sort()).toEqual([
      'c-murmur1',
      'c-murmur2',
      'c-murmur3',
      'm-murmur',
      's-murmur',
    ]);
    expect(own.claims.get('c-murmur2')?.text).toBe('murmur-two again');
  });

  test('is not there for whatever others ask', () => {
    const debate = withSecrets();
    const asked: [Operation, string][] = [
      [newClaim('n', 'c-murmur1'), 'unknown_target'],
      [newClaim('n', 'east', { sources: ['s-murmur'] }), 'unknown_source'],
      [editTo(debate.state, 'c-murmur1', 'seen'), 'unknown_claim'],
      [agree('c-murmur1'), 'unknown_claim'],
      [comment({ on: targetOf('c-murmur1') }), 'unknown_target'],
      [comment({ on: targetOf('c-d'), replyTo: 'm-murmur' }), 'unknown_comment'],
      [crossLink('x-n', 'c-a', 'c-murmur1'), 'unknown_target'],
      [cite('c-a', 's-murmur'), 'unknown_source'],
      [retract('c-murmur1'), 'unknown_claim'],
      [{ type: 'link.retract', linkId: 'x-murmur' }, 'unknown_link'],
      [report('r-n', 'c-murmur1'), 'unknown_target'],
      [merge('c-murmur1', 'c-d'), 'unknown_claim'],
      [hide('c-murmur1'), 'unknown_target'],
      [{ type: 'content.lock', on: 'c-murmur1', branch: true }, 'unknown_target'],
      [
        { type: 'flag.set', on: 'c-murmur1', what: 'unclear', other: null, note: '', revised: false },
        'unknown_target',
      ],
    ];
    for (const [operation, code] of asked)
      expect(debate.refusal('olga', operation), operation.type).toBe(code);
  });

  test('is left out where all that one person wrote is hidden', () => {
    const debate = withSecrets();
    const after = debate.state.seq;
    debate.does('olga', sweep('dana'));
    expect(debate.state.hidden.has('c-a')).toBe(true);
    expect(debate.state.hidden.has('c-murmur1')).toBe(false);
    expect(hasSecrets(debate.frame('mona', after))).toBe(false);
  });

  test('is shown only to its author, with everything attached to it', () => {
    const debate = withSecrets();
    const apartBy = (operation: Operation) => {
      const after = debate.state.seq;
      debate.does('dana', operation);
      return [...participantsWithOwnFrame(debate.entries.slice(after), debate.state)];
    };
    expect(apartBy(crossLink('x-murmur2', 'c-murmur1', 'c-b'))).toEqual(['dana']);
    expect(apartBy({ type: 'link.retract', linkId: 'x-murmur2' })).toEqual(['dana']);
  });

  test('waits for approval besides, where others’ claims do', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', approval: ['debater'] });
    debate.does('olga', setAgenda([ALL, OPEN]), turnTo('p-write')).does('dana', newClaim('murmur1', 'east'));
    expect(hasSecrets(everythingOf(debate.projection('mona')))).toBe(false);
    debate.does('olga', turnTo('p-open', 'p-write'));
    expect(debate.projection('mona').claims.has('c-murmur1')).toBe(true);
    expect(debate.projection('emil').claims.has('c-murmur1')).toBe(false);
  });
});

describe('[BL2] the reveal', () => {
  const ways: [string, (debate: DebateBuilder) => void][] = [
    ['another phase', (debate) => debate.does('olga', turnTo('p-open', 'p-write'))],
    ['no phase', (debate) => debate.does('olga', turnTo(null, 'p-write'))],
    [
      'the phase hiding them no more',
      (debate) => debate.does('olga', setAgenda([{ ...ALL, hides: [] }, OPEN], 1)),
    ],
  ];
  test.each(ways)('by %s, shows all of it to everyone, in one frame', (_, reveal) => {
    const debate = withSecrets();
    const before = debate.state;
    const after = before.seq;
    reveal(debate);
    const turned = debate.entries.filter(({ seq, effect }) => seq > after && effect.type !== 'meeting.ended');
    expect(turned).toHaveLength(1);
    for (const who of EVERYBODY) {
      const { entries, own = [], to, at } = debate.frame(who, after);
      const sent = JSON.parse(JSON.stringify([...entries, ...own]));
      const state: DebateState = { ...evolveAll(debate.projection(who, before), sent), seq: to, at };
      expect(everythingOf(state), `${who}`).toEqual(everythingOf(debate.projection(who)));
      expect(state.claims.get('c-murmur2')?.text).toBe('murmur-two again');
      expect(state.sources.get('s-murmur')?.note).toBe('murmur-note');
      expect(state.comments.has('m-murmur') && state.links.has('x-murmur')).toBe(true);
    }
  });

  test('is one frame for all, with their own votes beside it', () => {
    const debate = withSecrets().does('emil', newClaim('murmur4', 'west'));
    const after = debate.state.seq;
    debate.does('olga', turnTo('p-open', 'p-write'));
    const turned = debate.entries.slice(after);
    expect([...participantsWithOwnFrame(turned, debate.state)]).toEqual([]);
    expect([...participantsWithOwnEntries(turned, debate.state)]).toEqual(['dana']);
  });

  test('brings along what moderators have done to it since, to their log alone', () => {
    const debate = withSecrets();
    const [before, after] = [debate.state, debate.state.seq];
    debate.does('olga', turnTo('p-open', 'p-write'), hide('c-murmur2', 'c-a'), bringBack('c-murmur2'));
    debate.does('olga', mark('m-murmur', 'unclear'), lock('c-murmur1'));
    for (const who of EVERYBODY) {
      const { entries, own = [], to, at } = debate.frame(who, after);
      const state = evolveAll(debate.projection(who, before), [...entries, ...own]);
      expect(everythingOf({ ...state, seq: to, at }), `${who}`).toEqual(everythingOf(debate.projection(who)));
      expect(state.moderationLog.size).toBe(who === 'olga' || who === 'mona' ? 4 : 0);
    }
  });

  test('is none where the next phase hides them too; going back hides nothing that was seen', () => {
    const debate = withSecrets();
    debate.does('olga', setAgenda([ALL, { ...ALL, id: 'p-again' }, OPEN], 1), turnTo('p-again', 'p-write'));
    expect(debate.projection('emil').claims.has('c-murmur1')).toBe(false);
    debate.does('olga', turnTo('p-open', 'p-again'), turnTo('p-write', 'p-open'));
    expect(debate.projection('emil').claims.has('c-murmur1')).toBe(true);
    debate.does('dana', newClaim('murmur9', 'east'));
    expect(debate.projection('emil').claims.has('c-murmur9')).toBe(false);
  });

  test('of a board that was cleared shows nothing', () => {
    const debate = withSecrets().does('olga', { type: 'debate.clear' }, turnTo('p-open', 'p-write'));
    expect(hasSecrets(debate.frame('emil', 0))).toBe(false);
  });
});

const NONE: Tally = { agree: 0, disagree: 0, pass: 0, earlier: 0 };

describe('[BL3] while tallies are hidden', () => {
  test('nobody gets one, nor others’ votes; all are sent at once when they are shown again', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN, VOTING]));
    const [before, after] = [debate.state, debate.state.seq];
    debate.does('olga', turnTo('p-vote'));
    const hidden = debate.state.seq;
    debate.does('dana', agree('c-b')).does('emil', agree('c-b')).does('susi', agree('c-d'));
    for (const who of EVERYBODY) {
      for (const { tally } of debate.projection(who).claims.values()) expect(tally).toEqual(NONE);
      const { entries, own = [] } = debate.frame(who, hidden);
      expect(entries, `${who}`).toEqual([]);
      expect(own.map(({ author }) => author)).toEqual(own.map(() => who));
      const sent = debate.frame(who, after);
      const blank = evolveAll(debate.projection(who, before), [...sent.entries, ...(sent.own ?? [])]);
      expect(everythingOf({ ...blank, seq: sent.to, at: sent.at })).toEqual(
        everythingOf(debate.projection(who)),
      );
    }
    expect(debate.projection('dana').votes.get('c-b')?.get('dana')?.answer).toBe('agree');
    const revealed = debate.state;
    debate.does('olga', turnTo('p-open', 'p-vote'));
    for (const who of EVERYBODY) {
      const { entries, to, at } = debate.frame(who, revealed.seq);
      const shown = evolveAll(debate.projection(who, revealed), entries);
      expect(everythingOf({ ...shown, seq: to, at })).toEqual(everythingOf(debate.projection(who)));
      expect(shown.claims.get('c-b')?.tally.agree).toBe(2);
    }
  });

  test('rewording, merging and splitting reveal none either', () => {
    const debate = aDebate().does(
      'olga',
      setAgenda([{ ...VOTING, may: ['add', 'edit', 'vote'] }]),
      turnTo('p-vote'),
    );
    const after = debate.state.seq;
    debate.does('emil', agree('c-b')).does('susi', agree('c-d'), agree('c-b'));
    debate.does('olga', merge('c-b', 'c-d'));
    debate.does('dana', split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three' }));
    debate.does('dana', join('c-a', 'c-p'));
    const sent = JSON.stringify(debate.frame('dana', after));
    expect(sent).not.toMatch(/"(agree|disagree|pass|earlier)":[1-9]/);
    for (const { tally } of debate.projection('mona').claims.values()) expect(tally).toEqual(NONE);
  });
});

describe('[BL4] by the way', () => {
  test('nobody is shown at a place, writing, while new claims are hidden', () => {
    const here = [{ participantId: 'dana', at: 'c-d', writing: true }];
    for (const audience of ['moderators', 'debaters', 'readers', 'stage'] as const) {
      expect(projectPresence(here, aDebateIn(WRITING).state, audience)).toEqual([
        { participantId: 'dana', at: null, writing: false },
      ]);
      expect(projectPresence(here, aDebateIn(OPEN).state, audience)).toEqual(here);
    }
  });

  test('a place among siblings is the same whatever others wrote, and all have their own at the reveal', () => {
    const orderOf = (debate: DebateBuilder, id: string) => debate.state.links.get(id)?.order;
    const alone = aDebateIn(WRITING).does('emil', newClaim('mine', 'east'));
    const crowded = aDebateIn(WRITING);
    for (let made = 0; made < 40; made += 1) crowded.does('dana', newClaim(`o${made}`, 'east'));
    crowded.does('emil', newClaim('mine', 'east'));
    expect(orderOf(crowded, 'l-mine')).toBe(orderOf(alone, 'l-mine'));
    crowded
      .does('emil', newClaim('next', 'east', { after: 'l-mine' }))
      .does('olga', turnTo('p-open', 'p-write'));
    const own = crowded.at('east').filter((id) => ['c-mine', 'c-next'].includes(id));
    expect(own).toEqual(['c-mine', 'c-next']);
    expect(crowded.projection('otto').childLinks.get('east')).toEqual(crowded.state.childLinks.get('east'));
  });

  test('a move is answered alike, whatever others wrote between', () => {
    const [alone, crowded] = [aDebateIn(WRITING), aDebateIn(WRITING)];
    for (let made = 0; made < 40; made += 1) crowded.does('dana', newClaim(`o${made}`, 'east'));
    for (const debate of [alone, crowded])
      debate.does('emil', newClaim('mine', 'east'), newClaim('next', 'east', { after: 'l-mine' }));
    for (const after of [undefined, null, 'l-a', 'l-mine']) {
      const asked = move('c-next', 'east', after);
      expect(crowded.refusal('emil', asked)).toBe(alone.refusal('emil', asked));
    }
  });

  test('an author’s own order stands', () => {
    const debate = aDebateIn(WRITING);
    const keys = Array.from({ length: 30 }, (_, at) => `mine${at}`);
    for (const [at, key] of keys.entries()) {
      debate.does('dana', newClaim(`o${at}`, 'east'));
      debate.does('emil', newClaim(key, 'east'));
    }
    expect(debate.at('east').filter((id) => id.startsWith('c-mine'))).toEqual(keys.map((key) => `c-${key}`));
  });
});

test('[BL5] a change to what others see is refused where they would not see it, and hidden content never gives itself away', () => {
  const debate = withSecrets();
  const asked: Operation[] = [
    move('c-a', 'c-murmur1'),
    move('c-a', 'west'),
    merge('c-a', 'c-d'),
    split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three' }),
    cite('c-a', 's-murmur'),
  ];
  for (const who of ['dana', 'olga'])
    for (const operation of asked.filter(({ type }) => who === 'dana' || type !== 'claim.cite')) {
      const code = debate.refusal(who, operation);
      expect(['phase_closed', 'unknown_target', 'not_allowed'], `${who}: ${operation.type}`).toContain(code);
    }
  debate.does('olga', newClaim('murmur8', 'east'));
  for (const operation of [
    hide('c-murmur8'),
    lock('c-murmur8'),
    mark('c-murmur8', 'unclear'),
    lit('c-murmur8'),
  ])
    expect(debate.refusal('olga', operation), operation.type).toBe('phase_closed');
  debate.does('dana', move('c-murmur2', 'west'), retract('c-murmur3'), cite('c-murmur2', 's-murmur'));
});

test('[BL5] content only its author sees until the reveal is not moderated: the log would reveal the author', () => {
  const debate = withSecrets().does('olga', newClaim('own', 'west'), newClaim('under', 'c-own'));
  const asked: Operation[] = [
    hide('c-own'),
    hide('c-under', 'c-a'),
    hold('c-own'),
    giveBack('c-own'),
    bringBack('c-own'),
    lock('c-own'),
    unlock('c-own'),
    mark('c-own', 'unclear'),
    unmark('c-own', 'unclear'),
    mark('c-a', 'duplicate', { other: 'c-own' }),
  ];
  for (const operation of asked) {
    expect(debate.refusal('olga', operation), operation.type).toBe('phase_closed');
    expect(['unknown_target', 'unknown_claim'], operation.type).toContain(debate.refusal('mona', operation));
  }
  expect(debate.refusal('olga', sweep('olga'))).toBe('nothing_changed');
  debate.does('olga', turnTo('p-open', 'p-write'), hide('c-own'), lock('c-under'));
});

describe('[BL6] a secret ballot', () => {
  const secret = () =>
    aDebate().does(
      'olga',
      { type: 'debate.configure', ballots: 'secret' },
      setAgenda([VOTING, { ...OPEN, may: ['add'] }]),
    );
  const tally = (debate: DebateBuilder, id: string) => debate.projection('otto').claims.get(id)?.tally;

  test('shows nothing while people may vote, then totals of five and more', () => {
    const debate = secret();
    for (const who of ['olga', 'mona', 'dana', 'emil', 'susi']) debate.does(who, agree('c-b'));
    for (const who of ['mona', 'dana']) debate.does(who, agree('c-d'));
    expect([tally(debate, 'c-b'), tally(debate, 'c-d')]).toEqual([NONE, NONE]);
    const before = debate.state;
    debate.does('olga', turnTo('p-open'));
    expect(tally(debate, 'c-b')).toEqual({ ...NONE, agree: 5 });
    expect(tally(debate, 'c-d')).toEqual(NONE);
    const { entries, to, at } = debate.frame('otto', before.seq);
    const shown = evolveAll(debate.projection('otto', before), entries);
    expect(everythingOf({ ...shown, seq: to, at })).toEqual(everythingOf(debate.projection('otto')));
    debate.does('olga', turnTo(null, 'p-open'));
    expect(tally(debate, 'c-b')).toEqual(NONE);
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(tally(debate, 'c-b')).toEqual({ ...NONE, agree: 5 });
  });

  test('stays secret once chosen', () => {
    expect(secret().refusal('olga', { type: 'debate.configure', ballots: 'open' })).toBe('ballots_kept');
  });
});
