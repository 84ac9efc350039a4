import { describe, expect, test, vi } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { WordEraser } from '#domain/debate/erasure/erase-words.ts';
import { suggestionsAbout } from '#domain/debate/suggestions/open-suggestions.ts';
import {
  creditOf,
  isStale,
  suggestionsOn,
  textOfSuggestion,
} from '#domain/debate/suggestions/suggestions.ts';
import { applyChange } from '#domain/ot/text-change.ts';
import { wordChange, wordDifference } from '#domain/ot/word-difference.ts';
import {
  acceptWording,
  aDebate,
  agree,
  bringBack,
  type DebateBuilder,
  editTo,
  everythingOf,
  hide,
  reopenWording,
  retract,
  returnWording,
  seal,
  suggest,
  unsuggest,
} from '#tests/support/debate-builder.ts';
import { aDebateIn, OPEN, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const SAID = 'one two three';
const suggested = suggest('w-1', 'c-a', [SAID, 'one two and three']);

/** Susi has suggested another wording for dana’s c-a. */
function withSuggestion(wording: 'shared' | 'own' = 'own'): DebateBuilder {
  return aDebate(wording).does('susi', suggested);
}

const of = ({ state }: DebateBuilder, id = 'w-1') => {
  const suggestion = state.suggestions.get(id);
  if (!suggestion) throw new Error(`there is no ${id}`);
  return suggestion;
};

describe('[SU1] suggesting another wording', () => {
  test('keeps what it was made on, and changes nothing', () => {
    const debate = withSuggestion();
    expect(of(debate)).toMatchObject({
      was: SAID,
      text: 'one two and three',
      wording: 1,
      author: 'susi',
      outcome: null,
    });
    expect(debate.text('c-a')).toBe(SAID);
  });

  test('withdrawn is gone', () => {
    const debate = withSuggestion();
    debate.does('susi', unsuggest('w-1'));
    expect(debate.state.suggestions.size).toBe(0);
  });

  test('a rewording since then is merged', () => {
    const debate = aDebate();
    debate.does('dana', editTo(debate.state, 'c-a', 'zero one two three'));
    debate.does('susi', suggested);
    expect(of(debate).text).toBe('zero one two and three');
  });
});

describe('[SU2] answering', () => {
  test('returned leaves the claim as it is, with the reason', () => {
    const debate = withSuggestion();
    debate.does('dana', returnWording('w-1', 'Three is not two'));
    expect(of(debate)).toMatchObject({ outcome: 'sent_back', answer: 'Three is not two', by: 'dana' });
    expect(debate.text('c-a')).toBe(SAID);
  });

  test('phases hold it up as they do rewording', () => {
    expect(aDebateIn(VOTING).refusal('susi', suggested)).toBe('phase_closed');
    expect(aDebateIn(WRITING).refusal('susi', suggested)).toBe('phase_closed');
    expect(aDebateIn(OPEN).refusal('susi', suggested)).toBeNull();
  });
});

describe('[SU3] a wording that changed meanwhile', () => {
  function reworded(): DebateBuilder {
    const debate = withSuggestion();
    return debate
      .does('dana', editTo(debate.state, 'c-a', 'number one two three'))
      .does('system', seal('c-a'));
  }

  test('is what the suggestion is shown against', () => {
    const debate = reworded();
    expect(isStale(debate.state, of(debate))).toBe(true);
    expect(textOfSuggestion(debate.state, of(debate))).toBe('number one two and three');
  });

  test('is not overwritten: both stand', () => {
    const debate = reworded();
    debate.does('dana', acceptWording('w-1', 'number one two three'));
    expect(debate.text('c-a')).toBe('number one two and three');
  });
});

describe('[SU4] the first answer stands', () => {
  test('and is undone by another, which restores the claim’s text', () => {
    const debate = withSuggestion().does('dana', acceptWording('w-1', SAID));
    debate.does('dana', reopenWording('w-1'));
    expect(debate.text('c-a')).toBe(SAID);
    expect(debate.state.claims.get('c-a')).toMatchObject({ wording: 1, wordings: 2 });
    expect(of(debate)).toMatchObject({ outcome: null, became: 0, by: '' });
    debate.does('mona', returnWording('w-1')).does('olga', reopenWording('w-1'));
    expect(of(debate)).toMatchObject({ outcome: null, answer: '' });
  });
});

describe('[SU5] an accepted wording', () => {
  test('is sealed at once, names both, and makes votes on the one before earlier ones', () => {
    const debate = withSuggestion();
    expect(debate.tally('c-a')).toEqual([1, 0, 0, 0]);
    debate.does('dana', acceptWording('w-1', SAID));
    const claim = debate.state.claims.get('c-a');
    expect(claim).toMatchObject({ text: 'one two and three', wording: 2, author: 'dana' });
    expect(debate.tally('c-a')).toEqual([1, 0, 0, 1]);
    expect(claim && creditOf(debate.state, claim)?.author).toBe('susi');
    debate.does('emil', agree('c-a', 2));
    expect(debate.tally('c-a')).toEqual([1, 0, 0, 0]);
    debate.does('dana', editTo(debate.state, 'c-a', 'mine again')).does('system', seal('c-a'));
    const later = debate.state.claims.get('c-a');
    expect(later && creditOf(debate.state, later)).toBeUndefined();
  });
});

describe('[SU6] visibility of a suggestion', () => {
  const knows = (debate: DebateBuilder, who: string | null) => debate.projection(who).suggestions.get('w-1');

  test('that waits, or was returned: its author, the claim’s, and moderators', () => {
    for (const debate of [withSuggestion(), withSuggestion().does('dana', returnWording('w-1'))]) {
      for (const who of ['susi', 'dana', 'olga', 'mona']) expect(knows(debate, who), who).toEqual(of(debate));
      for (const who of ['emil', 'otto', null]) expect(knows(debate, who)).toBeUndefined();
    }
  });

  test('that was accepted: everyone who sees the claim, without note and answer', () => {
    const debate = withSuggestion().does('dana', acceptWording('w-1', SAID));
    for (const who of ['emil', 'otto', null])
      expect(knows(debate, who)).toMatchObject({ author: 'susi', by: 'dana', note: '', became: 2 });
    expect(knows(debate, 'susi')?.note).toBe('Plainer');
    debate.does('olga', hide('c-a'));
    for (const who of ['emil', 'susi', null]) expect(knows(debate, who), String(who)).toBeUndefined();
    expect(knows(debate, 'dana')).toBeDefined();
  });

  test.each(['olga', 'mona', 'dana', 'susi', 'emil', 'otto', null])(
    'live as in a fresh page: %s, at every cut',
    (who) => {
      const debate = withSuggestion('shared')
        .does('emil', suggest('w-2', 'c-a', [SAID, 'one two four'], 'So it is'))
        .does('dana', returnWording('w-2', 'It is not'))
        .does('olga', hide('c-a'), bringBack('c-a'))
        .does('dana', acceptWording('w-1', SAID), reopenWording('w-1'), acceptWording('w-1', SAID))
        .does('olga', hide('c-a'), bringBack('c-a'), reopenWording('w-2'))
        .does('emil', unsuggest('w-2'));
      const expected = everythingOf(debate.projection(who));
      for (let cut = 0; cut < debate.entries.length; cut += 1) {
        const before = evolveAll(EMPTY_STATE, debate.entries.slice(0, cut));
        const { entries, own = [], to } = debate.frame(who, cut);
        const folded = evolveAll(evolveAll(debate.projection(who, before), entries), own);
        expect(everythingOf({ ...folded, seq: to }), `cut at ${cut}`).toEqual(expected);
        if (who !== 'susi' && who !== 'emil' && who !== 'dana' && who !== 'olga' && who !== 'mona')
          expect(JSON.stringify(entries)).not.toMatch(/So it is|It is not|one two four/);
      }
    },
  );

  test('in an anonymous debate nobody sees whose it is, nor who answered', () => {
    const debate = aDebate('own')
      .does('olga', { type: 'debate.configure', names: 'anonymous' })
      .does('susi', suggested);
    expect(knows(debate, 'dana')).toMatchObject({ author: '', text: 'one two and three' });
    expect(knows(debate, 'mona')).toMatchObject({ author: '' });
    expect(knows(debate, 'susi')).toMatchObject({ author: 'susi' });
    debate.does('dana', acceptWording('w-1', SAID));
    for (const who of ['emil', 'olga', 'dana', null])
      expect(knows(debate, who)).toMatchObject({ author: '', by: '' });
    const sent = JSON.stringify(debate.frame('emil', 0));
    expect(sent).not.toMatch(/susi|"dana"/);
  });

  test('nobody sees who answered it before the debate became anonymous', () => {
    const debate = aDebate('own')
      .does('susi', suggested)
      .does('dana', acceptWording('w-1', SAID))
      .does('olga', { type: 'debate.configure', names: 'anonymous' });
    for (const who of ['emil', 'olga', 'dana', null]) expect(knows(debate, who)).toMatchObject({ by: '' });
    expect(JSON.stringify(debate.projection('emil').suggestions)).not.toMatch(/susi|dana/);
    debate.does('olga', hide('c-a'), bringBack('c-a'));
    expect(JSON.stringify(debate.frame('emil', debate.entries.length - 2))).not.toMatch(/susi|dana/);
  });
});

describe('[SU3] the difference, word by word', () => {
  const shown = (before: string, after: string) =>
    wordDifference(before, after).map(
      ({ kind, text }) => `${{ same: ' ', taken: '-', put: '+' }[kind]}${text}`,
    );

  test.each([
    ['Trees give shade', 'Trees give cool shade', [' Trees give ', '+cool ', ' shade']],
    ['树木带来荫凉', '树木带走荫凉', [' 树木', '-带来', '+带走', ' 荫凉']],
    ['الأشجار تعطي الظل', 'الأشجار تمنح الظل', [' الأشجار ', '-تعطي', '+تمنح', '  الظل']],
    ['One 👩‍👩‍👧 came', 'One 🌳 came', [' One ', '-👩‍👩‍👧', '+🌳', '  came']],
  ])('%s', (before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  test.each([
    ['w48w w28w', 'w48ww28w', [4, [1], 4]],
    ['a tariff rises', 'a tariffs rises', [8, [0, 's'], 6]],
    ['so 👩‍👩‍👧 it', 'so 👩‍👩‍👦 it', [3, ['👩‍👩‍👧'.length, '👩‍👩‍👦'], 3]],
    ['one two', 'two', [[4], 3]],
    ['one', 'one\ntwo', [3, [0, '', 'two']]],
  ])('of %j and %j is a change of letters that are not the same', (before, after, change) => {
    expect(wordChange(before, after)).toEqual(change);
  });

  test('is a change that makes the one of the other', () => {
    const texts = ['', 'a', 'one two\nthree', '中文 and العربية 🌳', '\n\n', 'two one'];
    for (const before of texts)
      for (const after of texts) expect(applyChange(before, wordChange(before, after))).toBe(after);
  });
});

describe('[PD2] the words of who suggests', () => {
  test('are blank in what they suggested, and in what became of it; all others’ stay', () => {
    const debate = aDebate('own')
      .does('susi', suggest('w-1', 'c-a', [SAID, 'one whatever two three'], 'Since whatever'))
      .does('dana', acceptWording('w-1', SAID));
    const eraser = new WordEraser('susi');
    const rewritten = debate.entries.map((entry) => finish(eraser.take(entry)));
    expect(JSON.stringify(rewritten)).not.toContain('whatever');
    expect(eraser.state.claims.get('c-a')).toMatchObject({ text: 'one ░░░░░░░░░two three', wording: 2 });
  });

  test('their quotes of the claim are erased with the claim’s author', () => {
    const debate = aDebate('own').does('susi', suggested).does('dana', returnWording('w-1', 'Thrice no'));
    const eraser = new WordEraser('dana');
    const rewritten = debate.entries.map((entry) => finish(eraser.take(entry)));
    expect(JSON.stringify(rewritten)).not.toMatch(/one two|three|Thrice/);
    expect(eraser.state.suggestions.get('w-1')?.text).toMatch(/^░+and ░+$/);
  });
});

test('[SU7] lists suggestions for the viewer’s content, other pending ones, and the viewer’s own until they are accepted', () => {
  const debate = withSuggestion();
  const found = (who: string) => {
    const { toAnswer, others, own } = suggestionsAbout(debate.projection(who), who);
    return [toAnswer, others, own].map((part) => part.map(({ id }) => id));
  };
  debate.now += 1;
  debate.does('dana', suggest('w-2', 'c-b', [debate.text('c-b') ?? '', '另一种说法 🌳']));
  debate.now += 1;
  debate.does('emil', suggest('w-0', 'c-a', [SAID, 'four']));
  expect(found('dana')).toEqual([['w-1', 'w-0'], [], ['w-2']]);
  expect(found('susi')).toEqual([[], [], ['w-1']]);
  expect(found('otto')).toEqual([[], [], []]);
  expect(found('olga')).toEqual([[], ['w-1', 'w-2', 'w-0'], []]);
  debate.does('olga', returnWording('w-1'));
  expect(found('susi')).toEqual([[], [], ['w-1']]);
  debate.does('dana', acceptWording('w-0', SAID));
  expect(found('emil')).toEqual([['w-2'], [], []]);
  debate.does('emil', retract('c-b'));
  expect([found('emil'), found('olga'), found('dana')]).toEqual([
    [[], [], []],
    [[], [], []],
    [[], [], ['w-2']],
  ]);
  expect(suggestionsAbout(debate.projection(null), null)).toEqual({ toAnswer: [], others: [], own: [] });
});

test('an accepted suggestion is credited for the wording it became, as long as that stands', () => {
  const debate = aDebate().does('susi', suggest('w-1', 'c-a', ['one two three', 'one two four']));
  const credit = () => creditOf(debate.state, debate.state.claims.get('c-a') ?? expect.fail('no claim'))?.id;
  const suggestion = () => debate.state.suggestions.get('w-1') ?? expect.fail('no suggestion');
  expect(credit()).toBeUndefined();
  debate.does('dana', editTo(debate.state, 'c-a', 'zero one two three'));
  expect(isStale(debate.state, suggestion())).toBe(true);
  expect(textOfSuggestion(debate.state, suggestion())).toBe('zero one two four');
  debate.does('dana', editTo(debate.state, 'c-a', 'one two three'));
  expect(isStale(debate.state, suggestion())).toBe(false);
  debate.does('dana', acceptWording('w-1', 'one two three'));
  expect(credit()).toBe('w-1');
  expect(suggestionsOn(debate.state, new Set(['c-a'])).map(({ id }) => id)).toEqual(['w-1']);
  expect(suggestionsOn(debate.state, new Set(['c-b']))).toEqual([]);
  debate.does('dana', editTo(debate.state, 'c-a', 'one')).does(SYSTEM, seal('c-a'));
  expect(credit()).toBeUndefined();
});

test('the suggestions of a debate are gone through once for the credits of all its claims', () => {
  const { state } = aDebate().does('emil', suggest('w-1', 'c-a', ['one two three', 'one two four']));
  const values = vi.spyOn(state.suggestions, 'values');
  const find = vi.spyOn(state.suggestions, 'find');
  for (const claim of state.claims.values()) creditOf(state, claim);
  expect([values.mock.calls.length, find.mock.calls.length]).toEqual([1, 0]);
});
