import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolve } from '#domain/debate/engine/evolve.ts';
import { OPERATIONS } from '#domain/debate/engine/registry.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { toLogEntries } from '#domain/debate/engine/to-log-entries.ts';
import { DEFAULT_SETTINGS } from '#domain/debate/head/head.ts';
import { ROLES } from '#domain/debate/participants/participant.ts';
import { isTextEdit } from '#domain/debate/texts/texts.ts';
import {
  aDebate,
  CREATE,
  comment,
  crossLink,
  DebateBuilder,
  editTo,
  everythingOf,
  newClaim,
  SOURCE,
} from '#tests/support/debate-builder.ts';
import {
  firstOf,
  OPERATION_TYPES,
  PERSONAL_TYPES,
  prepareSample,
  runSample,
  SAMPLES,
  samplerOf,
} from '#tests/support/operation-samples.ts';

test('[DE1] deciding is pure: every operation, twice on one state', () => {
  for (const type of OPERATION_TYPES) {
    const { operation } = SAMPLES[type];
    const debate = prepareSample(aDebate(), type);
    const before = everythingOf(debate.state);
    const decisions = [1, 2].map(() => decide(debate.state, operation, debate.actor('olga')));
    expect(decisions[0]).toEqual(decisions[1]);
    expect(everythingOf(debate.state)).toEqual(before);
  }
});

describe('[DE3] rights to operations', () => {
  const people = { owner: 'olga', moderator: 'mona', debater: 'emil', suggester: 'susi', observer: 'otto' };
  const withSamples = (who: string, type: (typeof PERSONAL_TYPES)[number], wording: 'shared' | 'own') => {
    const debate = aDebate(wording);
    const { operation } = SAMPLES[type];
    // Preconditions are set up by someone with the right, or by the voter for a vote.
    const setter = /^flag\.|^poll\.|^hand\.lower|^conclusion\.|^steelman\./.test(type)
      ? 'olga'
      : /^(report|suggestion|link)\./.test(type)
        ? 'emil'
        : 'dana';
    for (const first of firstOf(type)) debate.ask(type === 'vote.withdraw' ? who : setter, first);
    return debate.refusal(who, operation);
  };

  test.each(PERSONAL_TYPES)('%s', (type) => {
    const { roles, when } = OPERATIONS[type];
    for (const role of ROLES) {
      for (const wording of ['shared', 'own'] as const) {
        const who = people[role];
        // `c-a` and its comment are dana's; the link, the report and the suggestion are emil's.
        const own =
          (/^link\.|^(report|suggestion)\.withdraw/.test(type) && who === 'emil') ||
          (type === 'team.choose' && who === 'otto') ||
          (type === 'floor.uninvite' && who === 'susi');
        const steers = role === 'owner' || role === 'moderator';
        const meets = {
          always: true,
          author: own,
          'author-or-shared-wording': own || wording === 'shared',
          'author-or-moderator': own || steers,
          others: !own,
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

test('[DE21] options that were not chosen have their defaults', () => {
  const debate = new DebateBuilder().does(SYSTEM, { ...CREATE, settings: { wording: 'own' } });
  expect(debate.entries[0]?.effect).toMatchObject({ settings: { wording: 'own' } });
  expect(debate.state.head?.settings).toEqual({ ...DEFAULT_SETTINGS, wording: 'own' });
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

test('[DE6] a repeated operation is refused, and changes nothing', () => {
  const again: RejectionCode[] = [];
  for (const type of PERSONAL_TYPES) {
    const debate = aDebate();
    const { operation } = SAMPLES[type];
    const who = samplerOf(type);
    runSample(debate, type);
    // No state knows a name, so that nobody can tell whether it is another one.
    if (type === 'participant.rename') continue;
    if (isTextEdit(operation)) continue; // the same change on the older text writes its words once more: [TX9]
    const code = debate.refusal(who, operation);
    expect(code, type).not.toBeNull();
    if (code) again.push(code);
  }
  expect(again).toContain('nothing_changed');
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
  const [created, joined] = toLogEntries(
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
