import { expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { aDebate, articleOf, type DebateBuilder, SOURCE } from '#tests/support/debate-builder.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const BLIND = { ...WRITING, may: ['add', 'comment'] } as const;
const [OWN, FULL] = [LIMITS.unrevealedArticlesCharacters, LIMITS.allArticlesCharacters];

/** A blind phase in which Mona and Olga have each added a source, Mona's with an article of so many characters. */
function aBlindDebate(unseen: number): DebateBuilder {
  const debate = aDebate().does('olga', { ...SOURCE, sourceId: 's-b' }, { ...SOURCE, sourceId: 's-c' });
  debate.does('olga', setAgenda([BLIND, OPEN]), turnTo(BLIND.id));
  debate.does('mona', { ...SOURCE, sourceId: 's-mona' }).does('olga', { ...SOURCE, sourceId: 's-olga' });
  if (unseen > 0) debate.does('mona', write('s-mona', unseen));
  return withArticle(debate, 's-b', FULL - 2 * OWN);
}

const write = (sourceId: string, length: number) => articleOf(sourceId, ['', 'x'.repeat(length)]);

/** An article that everyone sees, of any length. */
function withArticle(debate: DebateBuilder, id: string, length: number): DebateBuilder {
  const { state } = debate;
  const text = 'x'.repeat(length);
  debate.state = { ...state, articles: state.articles.set(id, { id, text, version: 1, editedAt: 0 }) };
  return debate;
}

test('[BL1] [BL7] [PJ7] edits are answered alike, whatever articles wait for the reveal unseen', () => {
  const [without, beside] = [aBlindDebate(0), aBlindDebate(OWN)];
  const edits = [
    ...[1, OWN, OWN + 1].map((length) => write('s-olga', length)),
    ...[OWN, OWN + 1].map((length) => write('s-a', length)),
    write('s-mona', 1),
  ];
  const answers = (debate: DebateBuilder) => edits.map((edit) => debate.refusal('olga', edit));
  expect(answers(beside)).toEqual(answers(without));
  for (const debate of [without, beside]) {
    debate.does('olga', write('s-olga', OWN), write('s-a', OWN));
    expect(debate.refusal('olga', write('s-c', 1))).toBe('articles_full');
  }
});

test('[EV1] a person’s articles that wait for the reveal have a limit together', () => {
  const debate = aBlindDebate(0).does('olga', write('s-olga', OWN - 5));
  debate.does('olga', { ...SOURCE, sourceId: 's-more' });
  expect(debate.refusal('olga', write('s-more', 6))).toBe('unrevealed_articles_full');
  debate.does('olga', write('s-more', 5));
  debate.does('olga', turnTo(OPEN.id, BLIND.id));
  expect(debate.refusal('olga', articleOf('s-more', ['xxxxx', 'xxxxxx'], 2))).toBeNull();
});

test('[EV1] a reveal loses no article, and articles that then are too long together can get shorter', () => {
  const debate = aBlindDebate(OWN).does('olga', write('s-olga', OWN), write('s-a', OWN));
  debate.does('olga', turnTo(OPEN.id, BLIND.id));
  const lengths = [...debate.projection('emil').articles.values()].map(({ text }) => text.length);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(FULL + OWN);
  const revise = (length: number) => articleOf('s-mona', ['x'.repeat(OWN), 'x'.repeat(length)], 2);
  expect(debate.refusal('mona', revise(OWN - 1))).toBeNull();
  expect(debate.refusal('mona', write('s-c', 1))).toBe('articles_full');
});
