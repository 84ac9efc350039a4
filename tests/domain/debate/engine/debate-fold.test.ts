import { describe, expect, test } from 'vitest';
import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { evolve } from '#domain/debate/engine/evolve.ts';
import { brokenInvariants } from '#domain/debate/engine/invariants.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { aDebate, everythingOf, targetOf } from '#tests/support/debate-builder.ts';
import { debateForSample, OPERATION_TYPES, runSample } from '#tests/support/operation-samples.ts';

describe('[DE9] folding never throws', () => {
  const everyEntry = (): LogEntry[] =>
    OPERATION_TYPES.flatMap((type) => runSample(debateForSample(type), type).slice(-1));

  test.each(['__proto__', 'constructor', 'toString', 'nothing', ''])('with ids like “%s”', (id) => {
    const rename = (entry: LogEntry): LogEntry =>
      JSON.parse(
        JSON.stringify(entry, (key, value) =>
          /(^id|Id|from|text|author|actor)$/.test(key) && typeof value === 'string' ? id : value,
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

  test('missing records are skipped', () => {
    for (const entry of everyEntry()) {
      const { effect } = entry;
      if (
        /created|added|joined|formed|started|poll.opened|answerHidden|question.asked|conclusion.status|floor.ordered|^agenda/.test(
          effect.type,
        )
      )
        continue;
      const { seq, at, numbering, ...rest } = evolve(EMPTY_STATE, entry);
      expect({ ...EMPTY_STATE, ...rest }).toEqual(EMPTY_STATE);
    }
  });
});

describe('[DE10] invariants', () => {
  test.each(OPERATION_TYPES)('hold after %s', (type) => {
    const debate = debateForSample(type);
    runSample(debate, type);
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
          links: state.links.set('l-a', { ...(state.links.get('l-a') ?? link), target: targetOf('c-b') }),
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
