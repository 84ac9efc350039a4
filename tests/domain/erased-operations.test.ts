import { expect, test } from 'vitest';
import { type Effect, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { WordEraser } from '../../domain/debate/erasure/erase-words.ts';
import { aDebate, giveBack, hold } from '../support/debate-builder.ts';
import { firstOf, isTheServers, OPERATION_TYPES, SAMPLES } from '../support/operation-samples.ts';

type Fields = Readonly<Record<string, unknown>>;

const BEGUN = aDebate();

/** The fields in which an effect differs, one below another, each with its value before and after. */
function changesOf(path: string, was: unknown, is: unknown): string[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  const isObject = (value: unknown): value is Fields =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(was) || !isObject(is)) return [`  ${path}: ${JSON.stringify(was)} -> ${JSON.stringify(is)}`];
  return Object.keys({ ...was, ...is }).flatMap((name) => changesOf(`${path} ${name}`, was[name], is[name]));
}

/** Changes of the samples’ entries when the words of this person are erased, as lines of text. */
function erasedSamples(person: string): string {
  const types = OPERATION_TYPES.filter((type) => type !== 'debate.create');
  const rewritten = types.flatMap((type) => {
    const who = isTheServers(type) ? SYSTEM : type.startsWith('comment.') ? 'dana' : 'olga';
    const debate = BEGUN.copy();
    for (const first of firstOf(type)) debate.does(who, first);
    const before = debate.entries.length;
    debate.does(who, SAMPLES[type].operation);
    const eraser = new WordEraser(person);
    const effects: [Effect, Effect][] = debate.entries.map((entry) => [
      entry.effect,
      eraser.take(entry).effect,
    ]);
    const changes = effects.slice(before).flatMap(([was, is]) => changesOf(was.type, was, is));
    return changes.length === 0 ? [] : [type, ...changes];
  });
  return rewritten.join('\n');
}

test('[PD2] an erased person’s words are blank in what they did, and in what others made of it', async () => {
  const people = ['olga', 'dana'].map(
    (person) => `Without the words of ${person}\n${erasedSamples(person)}\n`,
  );
  await expect(people.join('\n')).toMatchFileSnapshot('erased-operations.txt');
});

test.each(['unclear', 'off_topic', 'Too long to read'])(
  '[PD2] the reason “%s” for sending back stays if it is one of Parley’s',
  (reason) => {
    const debate = BEGUN.copy().does('olga', hold('c-a'), { ...giveBack('c-a'), reason });
    const eraser = new WordEraser('olga');
    const effect = debate.entries.map((entry) => eraser.take(entry).effect).at(-1);
    const left = reason.includes(' ') ? '░'.repeat(reason.length) : reason;
    expect(effect).toEqual({ type: 'content.sentBack', ids: ['c-a'], reason: left, note: '░'.repeat(11) });
  },
);
