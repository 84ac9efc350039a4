import { describe, expect, test } from 'vitest';
import { WordEraser } from '#domain/debate/erasure/erase-words.ts';
import { GivenTexts } from '#domain/debate/erasure/given-texts.ts';
import { aDebate } from '#tests/support/debate-builder.ts';
import { finishCounting } from '#tests/support/finish-counting.ts';
import { interspersedNote, noteEdit, wordsOf } from '#tests/support/interspersed-note.ts';
import { textPoll } from '#tests/support/polls.ts';

/** The steps in which a paste of 10,000 characters over as many is rewritten, in a note of so many runs of erased words. */
function stepsOfPaste(runs: number): number {
  const debate = interspersedNote(runs);
  const pasted = wordsOf('emil', 9_980) + wordsOf('dana', 20);
  debate.does('emil', noteEdit(debate, [[0, wordsOf('emil', 10_000, 1)], runs * 21]));
  debate.does('emil', noteEdit(debate, [[10_000, pasted], runs * 21]));
  const eraser = new WordEraser('dana');
  const rewritten = debate.entries.map((entry) => finishCounting(eraser.take(entry)));
  const { count, result } = rewritten.at(-1) ?? expect.fail('there is no entry');
  expect(result).toHaveProperty('effect.change.0.1', pasted.slice(0, -20) + '░'.repeat(20));
  return count;
}

describe('[PD13] rewriting a log', () => {
  test('takes steps in proportion to what is inserted and what is erased, not to their product', () => {
    const [few, many] = [stepsOfPaste(400), stepsOfPaste(1_600)];
    // Twenty for the paste, which is compared with deleted and with erased words, and one for each 1,000 characters of the note.
    expect(few).toBeGreaterThan(20 + 8);
    expect(few).toBeLessThan(2 * (20 + 8));
    expect(many).toBeGreaterThan(20 + 33);
    expect(many).toBeLessThan(2 * (20 + 33));
  });

  test('gathers the texts given to a poll in a few steps for each', () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => `The same answer${'!'.repeat(at % 40)} ${at}`);
    const debate = aDebate().does('mona', textPoll('q-a', { question: 'Why?' }));
    const last = debate.entries.at(-1) ?? expect.fail('there is no entry');
    const given = new GivenTexts('dana');
    for (const entry of debate.entries) given.read(entry);
    for (const [at, choice] of texts.entries())
      given.read({
        ...last,
        seq: last.seq + at + 1,
        author: at % 2 === 0 ? 'dana' : 'emil',
        effect: { type: 'poll.answered', pollId: 'q-a', choice },
      });
    const { count, result } = finishCounting(given.answer('dana', 'q-a', texts[0] ?? ''));
    expect(result).toBe('');
    expect(count).toBeGreaterThan(3 * texts.length);
    expect(count).toBeLessThan(8 * texts.length);
    expect(finishCounting(given.answer('dana', 'q-a', texts[2] ?? '')).count).toBe(1);
  });
});
