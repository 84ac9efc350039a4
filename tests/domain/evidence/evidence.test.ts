import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { WordEraser } from '#domain/debate/erasure/erase-words.ts';
import { articleText, textIn } from '#domain/debate/texts/texts.ts';
import { citedPassages, libraryOf, unsourcedClaims, worksOf } from '#domain/evidence/library.ts';
import { markedText } from '#domain/evidence/marked-text.ts';
import { writeAnnotations } from '#domain/formats/annotations/write-annotations.ts';
import { writeHtml } from '#domain/formats/pages/write-html.ts';
import { writeMarkdown } from '#domain/formats/pages/write-markdown.ts';
import {
  aDebate,
  articleOf,
  cite,
  citePassage,
  type DebateBuilder,
  everythingOf,
  hide,
  merge,
  reread,
  retract,
  SOURCE,
  seal,
  unmerge,
} from '../../support/debate-builder.ts';

const ARTICLE = '树木 give shade 🌳. Shade is cool.\nالظل بارد. In winter there is none.';

/** Olga has entered the article of s-a, and c-a cites a passage of it. */
function withArticle(): DebateBuilder {
  return aDebate()
    .does('olga', articleOf('s-a', ['', ARTICLE]))
    .does('system', seal('s-a.article'))
    .does('dana', citePassage('q-1', 'c-a', [ARTICLE, 'give shade 🌳']));
}

const uncite = (passages?: string[], keeps?: true) =>
  ({
    type: 'claim.uncite',
    claimId: 'c-a',
    sourceId: 's-a',
    ...(passages && { passages }),
    ...(keeps && { keeps }),
  }) as const;

const quoted = ({ state }: DebateBuilder, claimId = 'c-a') =>
  state.citations.get(claimId)?.passages.map(({ exact }) => exact) ?? [];

const placed = ({ state }: DebateBuilder) =>
  citedPassages(state, 's-a').map(
    ({ claim, place }) =>
      `${claim.id}: ${place ? state.articles.get('s-a')?.text.slice(place.start, place.end) : 'lost'}`,
  );

describe('[EV1] the text of an article', () => {
  test('is entered and revised by moderators, and has a version each time it is sealed', () => {
    const debate = withArticle();
    expect(debate.state.articles.get('s-a')).toMatchObject({ text: ARTICLE, version: 1 });
    debate
      .does('mona', articleOf('s-a', [ARTICLE, `${ARTICLE} Or so.`], 2))
      .does('system', seal('s-a.article'));
    expect(debate.state.articles.get('s-a')).toMatchObject({ version: 2 });
  });

  test('is written together: both people’s words stand', () => {
    const debate = aDebate().does('olga', articleOf('s-a', ['', 'one two']));
    debate.does('olga', articleOf('s-a', ['one two', 'zero one two'], 2));
    debate.does('mona', articleOf('s-a', ['one two', 'one two three'], 2));
    expect(textIn(debate.state, articleText('s-a'))).toBe('zero one two three');
  });
});

describe('[EV2] [EV3] [EV4] citing a passage', () => {
  test('keeps what the article says there, and cites the source', () => {
    const debate = withArticle();
    const start = ARTICLE.indexOf('give shade');
    expect(debate.state.claims.get('c-a')?.sources).toEqual(['s-a']);
    expect(debate.state.citations.get('c-a')?.passages).toEqual([
      {
        id: 'q-1',
        sourceId: 's-a',
        exact: 'give shade 🌳',
        prefix: '树木 ',
        suffix: ARTICLE.slice(start + 13).slice(0, LIMITS.contextUnits),
        start,
        end: start + 13,
      },
    ]);
    expect([...reread(debate.state).citations]).toEqual([...debate.state.citations]);
  });

  test('with selectors that say something else of the surroundings, or of the place, keeps what is there', () => {
    const debate = withArticle();
    const asked = citePassage('q-2', 'c-a', [ARTICLE, 'Shade is cool']);
    const [passage] = asked.passages ?? [];
    if (!passage) throw new Error('it names one');
    debate.does('emil', { ...asked, passages: [{ ...passage, start: 3, end: 16 }] });
    expect(debate.state.citations.get('c-a')?.passages[1]).toMatchObject({ ...passage, sourceId: 's-a' });
  });

  test('[EV9] with more around it than is kept of any passage is refused', () => {
    const debate = withArticle();
    const asked = citePassage('q-2', 'c-a', [ARTICLE, 'Shade is cool']);
    const [passage] = asked.passages ?? [];
    if (!passage) throw new Error('it names one');
    const much = 'x'.repeat(2 * LIMITS.contextUnits);
    const around = { ...passage, prefix: much, suffix: 'y' };
    expect(debate.refusal('emil', { ...asked, passages: [around] })).toBe('text_too_long');
  });

  test('a passage is taken away by itself, and the source with the last', () => {
    const debate = withArticle().does('dana', citePassage('q-2', 'c-a', [ARTICLE, 'In winter']));
    debate.does('dana', uncite(['q-1']));
    expect(quoted(debate)).toEqual(['In winter']);
    expect(debate.state.claims.get('c-a')?.sources).toEqual(['s-a']);
    debate.does('dana', uncite(['q-2']));
    expect(debate.state.claims.get('c-a')?.sources).toEqual([]);
    expect(debate.state.citations.size).toBe(0);
  });

  test('one that was cited before its passage stays, where that is asked for; and a source goes with all its passages', () => {
    const debate = aDebate()
      .does('olga', articleOf('s-a', ['', ARTICLE]))
      .does('dana', cite('c-a'), citePassage('q-1', 'c-a', [ARTICLE, 'give shade']), uncite(['q-1'], true));
    expect(debate.state.claims.get('c-a')?.sources).toEqual(['s-a']);
    debate.does('dana', citePassage('q-2', 'c-a', [ARTICLE, 'In winter']), uncite());
    expect(debate.state.claims.get('c-a')?.sources).toEqual([]);
    expect(quoted(debate)).toEqual([]);
  });
});

describe('[EV5] a revised article', () => {
  test('is cited where the words are by then; a removed passage is lost, and found again when it returns', () => {
    const debate = withArticle().does(
      'emil',
      citePassage('q-2', 'c-b', [ARTICLE, 'In winter there is none']),
    );
    const revised = `新: ${ARTICLE.replace('there is none', 'there is some')}`;
    debate.does('olga', articleOf('s-a', [ARTICLE, revised], 2));
    expect(placed(debate)).toEqual(['c-a: give shade 🌳', 'c-b: lost']);
    debate.does('olga', articleOf('s-a', [revised, ARTICLE], 3));
    expect(placed(debate)).toEqual(['c-a: give shade 🌳', 'c-b: In winter there is none']);
  });
});

describe('[EV7] the library of a debate', () => {
  test('has each source with the claims that cite it, and the claims that cite none', () => {
    const debate = withArticle()
      .does('dana', { ...SOURCE, sourceId: 's-b' })
      .does('emil', cite('c-d'));
    const [most, other] = libraryOf(debate.state);
    expect([most?.source.id, most?.claims.map(({ id }) => id), most?.passages, most?.lost]).toEqual([
      's-a',
      ['c-a', 'c-d'],
      1,
      0,
    ]);
    expect([most?.hasArticle, other?.hasArticle, other?.claims]).toEqual([true, false, []]);
    expect(unsourcedClaims(debate.state).map(({ id }) => id)).toEqual(['c-b', 'c-u']);
  });

  test('counts neither what is retracted nor, a second time, what is merged', () => {
    const debate = withArticle().does('emil', cite('c-d'), retract('c-d'));
    expect(libraryOf(debate.state)[0]?.claims.map(({ id }) => id)).toEqual(['c-a']);
    const merged = withArticle().does('olga', merge('c-a', 'c-d'));
    expect(libraryOf(merged.state)[0]?.claims.map(({ id }) => id)).toEqual(['c-d']);
    expect(citedPassages(merged.state, 's-a').map(({ claim }) => claim.id)).toEqual(['c-d']);
    merged.does('olga', unmerge('c-a'));
    expect(citedPassages(merged.state, 's-a').map(({ claim }) => claim.id)).toEqual(['c-a']);
  });

  test('knows of no claim that is hidden from the viewer', () => {
    const debate = withArticle().does('olga', hide('c-a'));
    expect(libraryOf(debate.projection('emil'))[0]).toMatchObject({ claims: [], passages: 0 });
    expect(debate.projection('emil').citations.size).toBe(0);
    expect(libraryOf(debate.projection('dana'))[0]?.passages).toBe(1);
  });
});

describe('[EV5] an article with its passages marked', () => {
  test('is its own text in pieces, overlapping passages each over their own', () => {
    const debate = withArticle()
      .does('emil', citePassage('q-2', 'c-b', [ARTICLE, 'shade 🌳. Shade']))
      .does('emil', citePassage('q-3', 'c-d', [ARTICLE, 'Shade is cool.\nالظل']));
    const paragraphs = markedText(ARTICLE, citedPassages(debate.state, 's-a'));
    expect(paragraphs.map(({ stretches }) => stretches.map(({ text }) => text).join('')).join('\n')).toBe(
      ARTICLE,
    );
    const marked = paragraphs.flatMap(({ stretches }) =>
      stretches.map(({ text, passages }) => [text, passages.map(({ passage }) => passage.id)]),
    );
    expect(marked).toEqual([
      ['树木 ', []],
      ['give ', ['q-1']],
      ['shade 🌳', ['q-1', 'q-2']],
      ['. ', ['q-2']],
      ['Shade', ['q-2', 'q-3']],
      [' is cool.', ['q-3']],
      ['الظل', ['q-3']],
      [' بارد. In winter there is none.', []],
    ]);
  });
});

describe('[EV8] passages as others read them', () => {
  test('are Web Annotations, with places in code points', () => {
    const debate = withArticle().does('emil', citePassage('q-2', 'c-b', [ARTICLE, 'Shade is cool']));
    const names = new Map([['dana', 'Dana']]);
    const written = JSON.parse([...writeAnnotations({ state: debate.state, names, kept: [] })].join(''));
    expect(written.total).toBe(2);
    const [, second] = written.first.items;
    expect(second.body.value).toBe('four five six');
    const [quote, position] = second.target.selector;
    expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: 'Shade is cool' });
    const points = [...ARTICLE];
    expect(points.slice(position.start, position.end).join('')).toBe('Shade is cool');
  });
});

describe('[PD2] the words of who entered an article', () => {
  test('are blank in what claims quote of it, which is still found', () => {
    const debate = withArticle();
    const eraser = new WordEraser('olga');
    const rewritten = debate.entries.map((entry) => finish(eraser.take(entry)));
    expect(JSON.stringify(rewritten)).not.toMatch(/shade|树木/);
    const state = evolveAll(EMPTY_STATE, rewritten);
    expect(citedPassages(state, 's-a')[0]?.place).toEqual(citedPassages(debate.state, 's-a')[0]?.place);
    expect(everythingOf(state)).not.toEqual(everythingOf(debate.state));
  });

  test('stay where another erased person quotes them', () => {
    const debate = withArticle();
    const eraser = new WordEraser('dana');
    const rewritten = debate.entries.map((entry) => finish(eraser.take(entry)));
    expect([...evolveAll(EMPTY_STATE, rewritten).citations]).toEqual([...debate.state.citations]);
  });

  test('an article that was blanked has as many versions as it had', () => {
    const debate = withArticle();
    debate
      .does('olga', articleOf('s-a', [ARTICLE, ARTICLE.replace('cool', 'warm')], 2))
      .does('system', seal('s-a.article'));
    const eraser = new WordEraser('olga');
    for (const entry of debate.entries) finish(eraser.take(entry));
    expect(eraser.state.articles.get('s-a')?.version).toBe(2);
  });
});

test('[EV8] pages to read have the cited words with their claim', () => {
  const debate = withArticle().does('emil', citePassage('q-2', 'c-b', [ARTICLE, 'Shade is cool.\nالظل']));
  const exchanged = { state: debate.state, names: new Map<string, string>(), kept: [] };
  expect([...writeMarkdown(exchanged)].join('')).toContain('source 1: “give shade 🌳”');
  expect([...writeHtml(exchanged)].join('')).toContain(
    '<blockquote dir="auto">Shade is cool.<br>الظل</blockquote>',
  );
});

test('[EV10] sources with the same title and address are one work, its parts by their places', () => {
  const page = (key: string, locator: string, url = '') =>
    ({ ...SOURCE, sourceId: `s-${key}`, title: 'A report', url, locator }) as const;
  const { state } = aDebate()
    .does('dana', page('p10', 'p. 10'), page('p9', 'p. 9'), page('other', 'p. 1', 'https://example.org/'))
    .does('dana', cite('c-a', 's-p9'), cite('c-a', 's-p10'));
  const works = worksOf(libraryOf(state)).map(({ entries, citedBy }) => [
    entries.map(({ source }) => source.id).join(' '),
    citedBy,
  ]);
  expect(works).toContainEqual(['s-p9 s-p10', 1]);
  expect(works).toContainEqual(['s-other', 0]);
});
