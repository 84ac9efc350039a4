import { describe, expect, test } from 'vitest';
import { PACE_WINDOW } from '../../domain/debate/claims/pace.ts';
import { decide } from '../../domain/debate/engine/decide.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import {
  isPassing,
  REJECTION_CODES,
  type RejectionCode,
  toRejection,
} from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import {
  acceptWording,
  aDebate,
  agree,
  answer,
  articleOf,
  assign,
  CREATE,
  cite,
  citePassage,
  closePoll,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  form,
  hide,
  lock,
  merge,
  move,
  newClaim,
  quickPoll,
  report,
  restore,
  retract,
  SOURCE,
  stancePoll,
  suggest,
} from '../support/debate-builder.ts';
import { SAMPLES } from '../support/operation-samples.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';

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
    ['unknown_comment', 'dana', { type: 'comment.edit', commentId: 'm-?', base: 1, change: [[0, 'x']] }],
    ['unknown_source', 'dana', cite('c-a', 's-?')],
    ['unknown_target', 'dana', newClaim('n', 'c-?')],
    ['unknown_participant', 'olga', { type: 'debate.transfer', participantId: 'nobody' }],
    ['unknown_reason', 'otto', report('r-n', 'c-a', { reason: 'rude' })],
    ['unknown_group', 'olga', assign('dana', '?')],
    ['in_group', 'olga', form('n', 'dana'), (debate) => void debate.does('olga', form('m', 'dana'))],
    [
      'group_too_small',
      'olga',
      form('n', 'dana'),
      (debate) => void debate.does('olga', { type: 'debate.configure', names: 'anonymous' }),
    ],
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
      { type: 'comment.edit', commentId: 'm-a', base: 1, change: [4, [0, 'x']] },
      (debate) => {
        debate.does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
      },
    ],
    ['claim_merged', 'dana', retract('c-a'), (debate) => void debate.does('olga', merge('c-a', 'c-d'))],
    ['content_hidden', 'olga', merge('c-a', 'c-d'), (debate) => void debate.does('olga', hide('c-d'))],
    ['not_retracted', 'dana', restore('c-a')],
    ['locked', 'dana', retract('c-a'), (debate) => void debate.does('olga', lock('c-a'))],
    ['not_retracted', 'emil', { type: 'link.restore', linkId: 'x-a' }],
    ['cycle', 'dana', move('c-a', 'c-b')],
    ['merge_loop', 'mona', merge('c-a', 'c-b')],
    ['reason_missing', 'mona', { type: 'claim.retract', claimId: 'c-a' }],
    [
      'claim_rate_exceeded',
      'dana',
      newClaim('n', 'east'),
      (debate) => {
        debate.does('olga', { type: 'debate.configure', pace: 1 });
        debate.now += PACE_WINDOW;
        debate.does('dana', newClaim('m', 'east'));
      },
    ],
    ['too_many', 'dana', newClaim('n', 'east', { sources: Array(21).fill('s-a') })],
    ['self_link', 'dana', crossLink('x-n', 'c-a', 'c-a')],
    ['duplicate_link', 'emil', crossLink('x-n', 'c-d', 'c-b')],
    ['link_not_supportable', 'dana', newClaim('n', 'l-b')],
    ['parent_link', 'dana', { type: 'link.retract', linkId: 'l-a' }],
    ['already_cited', 'dana', cite('c-a'), (debate) => debate.does('emil', cite('c-a'))],
    ['not_cited', 'dana', { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' }],
    [
      'passage_gone',
      'dana',
      citePassage('q-n', 'c-a', ['Trees give shade.', 'give shade']),
      (debate) => void debate.does('olga', articleOf('s-a', ['', 'Trees are cool.'])),
    ],
    [
      'articles_full',
      'olga',
      articleOf('s-a', ['', 'one more']),
      (debate) => {
        const text = 'x'.repeat(LIMITS.allArticlesCharacters);
        const articles = debate.state.articles.set('s-x', { id: 's-x', text, version: 1, editedAt: 0 });
        debate.state = { ...debate.state, articles };
      },
    ],
    ['unknown_suggestion', 'olga', acceptWording('w-n', 'one two three')],
    [
      'suggestion_stale',
      'dana',
      acceptWording('w-n', 'one two three'),
      (debate) => {
        debate.does('susi', suggest('w-n', 'c-a', ['one two three', 'one two four']));
        debate.does('dana', editTo(debate.state, 'c-a', 'one three'));
      },
    ],
    [
      'suggestions_full',
      'susi',
      suggest('w-n', 'c-a', ['one two three', 'one']),
      (debate) => {
        for (let made = 0; made < LIMITS.openSuggestionsPerClaim; made += 1)
          debate.does('emil', suggest(`w-${made}`, 'c-a', ['one two three', `${made}`]));
      },
    ],
    ['wording_changed', 'dana', agree('c-a', 2)],
    ['base_too_old', 'dana', { type: 'claim.edit', claimId: 'c-a', base: 0, change: [13] }],
    ['no_vote', 'dana', { type: 'vote.withdraw', claimId: 'c-a' }],
    [
      'reports_full',
      'susi',
      report('r-n', 'c-a'),
      (debate) => {
        for (let made = 0; made < LIMITS.openReports; made += 1)
          debate.does('emil', newClaim(`f${made}`, 'west')).does('susi', report(`r-${made}`, `c-f${made}`));
      },
    ],
    ['unknown_poll', 'dana', answer('p-?', 0)],
    ['unknown_option', 'dana', answer('p-n', 3), (debate) => debate.does('olga', quickPoll('p-n'))],
    [
      'poll_open',
      'mona',
      stancePoll('p-m', 'before'),
      (debate) => debate.does('olga', stancePoll('p-n', 'before')),
    ],
    [
      'poll_closed',
      'dana',
      answer('p-n', 0),
      (debate) => debate.does('olga', quickPoll('p-n'), closePoll('p-n')),
    ],
    [
      'poll_disclosed',
      'olga',
      { type: 'poll.setStatus', pollId: 'p-n', open: true },
      (debate) => {
        debate.does('olga', quickPoll('p-n', { secret: true }));
        for (const who of ['olga', 'mona', 'dana', 'emil', 'susi']) debate.does(who, answer('p-n', 0));
        debate.does('olga', closePoll('p-n'));
      },
    ],
    [
      'poll_answered',
      'olga',
      { type: 'poll.setStatus', pollId: 'p-n', open: true, threshold: 3 },
      (debate) => debate.does('olga', quickPoll('p-n', { secret: true })).does('dana', answer('p-n', 0)),
    ],
    [
      'poll_threshold_lowered',
      'dana',
      { ...answer('p-n', 0), threshold: 5 },
      (debate) => debate.does('olga', quickPoll('p-n', { secret: true, threshold: 1 })),
    ],
    ['no_opening_poll', 'olga', stancePoll('p-n', 'after')],
    ['options_missing', 'olga', quickPoll('p-n', { options: ['One'] })],
    [
      'phase_closed',
      'dana',
      newClaim('n', 'c-a'),
      (debate) => {
        debate.does('olga', setAgenda([VOTING]), turnTo('p-vote'));
      },
    ],
    [
      'phase_changed',
      'mona',
      turnTo('p-open'),
      (debate) => {
        debate.does('olga', setAgenda([OPEN]), turnTo('p-open'));
      },
    ],
    [
      'phase_running',
      'olga',
      setAgenda([VOTING], 1),
      (debate) => {
        debate.does('olga', setAgenda([OPEN]), turnTo('p-open'));
      },
    ],
    ['unknown_phase', 'olga', turnTo('p-none')],
    ['agenda_changed', 'olga', setAgenda([OPEN], 7)],
    ['nothing_changed', 'emil', agree('c-a')],
    ['not_allowed', 'otto', newClaim('n', 'east')],
    ['already_joined', SYSTEM, { type: 'participant.join', participantId: 'dana', role: 'suggester' }],
    [
      'debate_closed',
      'dana',
      newClaim('n', 'c-a'),
      (debate) => {
        debate.does('mona', { type: 'debate.setStatus', status: 'closed' });
      },
    ],
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
    const elsewhere = ['decided_by_plenary', 'too_deep', 'debate_not_found', 'position_removed'];
    const untilHere = REJECTION_CODES.slice(0, REJECTION_CODES.indexOf('nothing_changed') + 1);
    const tried = new Set<string>([...refusals.map(([code]) => code), ...elsewhere]);
    expect(untilHere.filter((code) => !tried.has(code))).toEqual([]);
  });

  test('only refusals of the moment pass', () => {
    expect(REJECTION_CODES.filter((code) => isPassing(toRejection(code)))).toEqual([
      'too_fast',
      'server_outdated',
      'busy',
      'unavailable',
    ]);
  });
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
    const [some] = debate.state[key].values();
    if (!some) throw new Error('There is one');
    const filler = many(limit - debate.state[key].size, (index) => [
      `f-${index}`,
      { ...some, id: `f-${index}` },
    ]);
    debate.state = { ...debate.state, [key]: debate.state[key].merge(filler) };
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
    debate.state = { ...debate.state, links: debate.state.links.merge(filler) };
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
      (summary) => ({ type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary }),
    ],
    ['wording', LIMITS.wordingCharacters, (text) => newClaim('n', 'east', { text })],
    ['comment', LIMITS.commentCharacters, (text) => comment({ text })],
    ['source title', LIMITS.sourceTitleCharacters, (title) => ({ ...SOURCE, sourceId: 's-n', title })],
    ['new excerpt', LIMITS.newSourceTextCharacters, (excerpt) => ({ ...SOURCE, sourceId: 's-n', excerpt })],
    ['new note', LIMITS.newSourceTextCharacters, (note) => ({ ...SOURCE, sourceId: 's-n', note })],
    [
      'excerpt',
      LIMITS.sourceTextCharacters,
      (text) => ({ type: 'source.edit', sourceId: 's-a', field: 'excerpt', base: 1, change: [[0, text]] }),
    ],
    [
      'changed summary',
      LIMITS.positionSummaryCharacters,
      (text) => ({ type: 'summary.edit', positionId: 'east', base: 1, change: [[0, text]] }),
    ],
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
