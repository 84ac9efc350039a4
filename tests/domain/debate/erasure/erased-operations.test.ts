import { expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { WordEraser } from '#domain/debate/erasure/erase-words.ts';
import { aDebate, giveBack, hold } from '#tests/support/debate-builder.ts';
import { runSample, TYPES_AFTER_CREATE } from '#tests/support/operation-samples.ts';
import { fieldChanges } from '#tests/support/state-changes.ts';

/** Changes of the samples’ entries when the words of this person are erased, as lines of text. */
function erasedSamples(person: string): string {
  const begun = aDebate();
  const rewritten = TYPES_AFTER_CREATE.flatMap((type) => {
    const debate = begun.copy();
    const own = runSample(debate, type);
    const eraser = new WordEraser(person);
    const left = debate.entries.map((entry) => finish(eraser.take(entry)).effect).slice(-own.length);
    const changes = own.flatMap(({ effect }, at) => fieldChanges(effect.type, effect, left[at]));
    return changes.length === 0 ? [] : [type, ...changes.map((line) => `  ${line}`)];
  });
  return rewritten.join('\n');
}

test('[PD2] an erased person’s words are blank in what they did, and in what others made of it', async () => {
  const people = ['olga', 'dana'].map(
    (person) => `Without the words of ${person}\n${erasedSamples(person)}\n`,
  );
  await expect(people.join('\n')).toMatchFileSnapshot('erased-operations.txt');
});

test.each([
  ['unclear', 'unclear'],
  ['off_topic', 'off_topic'],
  ['Too long to read', '░░░░░░░░░░░░░░░░'],
])('[PD2] a reason that a list gives stays; another is blanked: %s', (reason, left) => {
  const debate = aDebate().does('olga', hold('c-a'), { ...giveBack('c-a'), reason });
  const eraser = new WordEraser('olga');
  const effect = debate.entries.map((entry) => finish(eraser.take(entry)).effect).at(-1);
  expect(effect).toEqual({ type: 'content.sentBack', ids: ['c-a'], reason: left, note: '░'.repeat(11) });
});
