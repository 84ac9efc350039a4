import { describe, expect, test } from 'vitest';
import { readFormat } from '#domain/formats/formats.ts';
import { bytesOf, shapeOf } from '../../support/exchanged.ts';

/** A document as it is imported: each claim with its number, and what it is to what. */
async function read(text: string) {
  const imported = await readFormat('argdown', bytesOf(text), { title: 'Untitled file' });
  const { claims, ...shape } = shapeOf(imported);
  return {
    ...shape,
    claims: claims.map(({ number, relation, at, text: words }) => `${number} ${relation} ${at}: ${words}`),
    sources: claims.flatMap(({ sources }) => sources.map(({ name, url, locator }) => [name, url, locator])),
    holders: claims.map(({ holder }) => holder),
    retracted: [...imported.state.claims.values()].filter((claim) => claim.retracted).map(({ text }) => text),
    setAside: imported.setAside,
  };
}

describe('an Argdown document of another program', () => {
  test.each<[string, string, string[], string[]?]>([
    [
      'supports and attacks',
      '[A]: one\n  + <B>: two\n  - <C>: three\n',
      ['1.1 support 1: A: one', '1.1.1 support 1.1: B: two', '1.1.2 attack 1.1: C: three'],
    ],
    [
      'outgoing relations',
      '[A]: one\n  +> <B>\n  -> <C>\n\n<B>: two\n\n<C>: three\n',
      ['1.1 support 1: B: two', '1.1.1 support 1.1: A: one', '1.2 support 1: C: three'],
      ['1.1.1 attack 1.2'],
    ],
    [
      'a contradiction: both attack',
      '[A]: one\n  >< [B]: two\n',
      ['1.1 support 1: B: two', '1.1.1 attack 1.1: A: one'],
      ['1.1 attack 1.1.1'],
    ],
    [
      'in strict mode, entailments and contraries',
      '===\nmodel:\n  mode: strict\n===\n\n[A]: one\n  + [B]: two\n  - [C]: three\n',
      ['1.1 support 1: A: one', '1.1.1 support 1.1: B: two', '1.1.2 attack 1.1: C: three'],
      ['1.1 attack 1.1.2'],
    ],
    [
      'premises support their argument, an argument its conclusion',
      '<Arg>: sum\n\n<Arg>\n\n(1) [P]: premise one\n(2) premise two\n----\n(3) [K]: conclusion\n',
      [
        '1.1 support 1: K: conclusion',
        '1.1.1 support 1.1: Arg: sum',
        '1.1.1.1 support 1.1.1: P: premise one',
        '1.1.1.2 support 1.1.1: premise two',
      ],
    ],
    [
      'of a chain of inferences the last is the argument’s',
      '<Arg>\n\n(1) one\n----\n(2) two\n----\n(3) [K]: three\n',
      [
        '1.1 support 1: K: three',
        '1.1.1 support 1.1: Arg',
        '1.1.1.1 support 1.1.1: one',
        '1.1.1.2 support 1.1.1: two',
      ],
    ],
    [
      'an undercut of an argument ends on the argument’s link',
      '[A]: a\n  <- <B>: b\n    <_ <C>: c\n',
      ['1.1 support 1: A: a', '1.1.1 attack 1.1: B: b', '1.1.1.1 attack step 1.1.1: C: c'],
    ],
    [
      'and so does one of an inference',
      '<Arg>\n\n(1) one\n----\n(2) [K]: two\n  <_ <U>: does not follow\n',
      [
        '1.1 support 1: K: two',
        '1.1.1 support 1.1: Arg',
        '1.1.1.1 support 1.1.1: one',
        '1.1.1.2 attack step 1.1.1: U: does not follow',
      ],
    ],
    [
      'the last text given, without tags, under its title; a name alone is a claim',
      '<A>\n\n<A>: first\n\n<A>: second #tag end\n\n[B]\n',
      ['1.1 support 1: A: second end', '1.2 support 1: B'],
    ],
    [
      'claims in the order in which they are written, not mentioned',
      '<B>\n\n[A]: a\n\n<B>: b\n\n<C>: c\n\n[D]: d\n',
      ['1.1 support 1: A: a', '1.2 support 1: B: b', '1.3 support 1: C: c', '1.4 support 1: D: d'],
    ],
    [
      'an undercut of an argument for several things ends on its first link',
      '[A]: a\n\n[D]: d\n\n<B>: b\n  -> [A]\n  -> [D]\n  <_ <C>: c\n',
      [
        '1.1 support 1: A: a',
        '1.1.1 attack 1.1: B: b',
        '1.1.1.1 attack step 1.1.1: C: c',
        '1.2 support 1: D: d',
      ],
      ['1.1.1 attack 1.2'],
    ],
    [
      'titles like those of texts without one',
      '[Untitled 1 of 2]: x\n\n[The Untitled 3]: y\n',
      ['1.1 support 1: Untitled 1 of 2: x', '1.2 support 1: The Untitled 3: y'],
    ],
    [
      'a dozen texts without a title',
      Array.from({ length: 12 }, (_, nth) => `text ${nth + 1}\n`).join('\n'),
      Array.from({ length: 12 }, (_, nth) => `1.${nth + 1} support 1: text ${nth + 1}`),
    ],
    [
      'a name without a text, and a text without a name',
      'plain sentence\n  - <X>\n',
      ['1.1 support 1: plain sentence', '1.1.1 attack 1.1: X'],
    ],
  ])('%s', async (_, text, claims, crossLinks = []) => {
    expect(await read(text)).toMatchObject({ claims, crossLinks });
  });

  test.each([
    ['its front matter', '===\ntitle: Front\n===\n\n# Head\n\n[A]: one\n', 'Front'],
    ['a number there', '===\ntitle: 12\n===\n\n[A]: one\n', '12'],
    ['its first heading', '# Head\n\n[A]: one\n', 'Head'],
    ['its file', '[A]: one\n', 'Untitled file'],
    ['its file, where the title is a list', '===\ntitle: [a, b]\n===\n\n[A]: one\n', 'Untitled file'],
  ])('is titled after %s', async (_, text, title) => {
    expect(await read(text)).toMatchObject({ title, setAside: [] });
  });

  test('links in all its texts become sources of the claim', async () => {
    const { claims, sources, setAside } = await read(
      '[A]: one [x](https://a.example) and [ y ](https://b.example)\n\n[A]: [z](https://c.example)\n',
    );
    expect(claims).toEqual(['1.1 support 1: A: z']);
    expect(sources).toEqual([
      ['x', 'https://a.example', ''],
      ['y', 'https://b.example', ''],
      ['z', 'https://c.example', ''],
    ]);
    expect(setAside).toEqual([]);
  });

  test.each([
    ['formatting', '\n[A]: one #tag _two_\n', ['formatting', 'tag, italic: A: one two', 2]],
    ['data', '[A]: one {v: 1}\n', ['formatting', '{"v":1}', 1]],
    ['an undercut of what argues for nothing', '<A>: x\n  _> <B>: y\n', ['undercut_of_nothing', 'B: y', 2]],
    ['an argument for itself', '[A]: one\n  +> [A]\n', ['self_link', 'A: one', 2]],
  ])('sets aside %s, by its line', async (_, text, [why, what, line]) => {
    expect((await read(text)).setAside).toEqual([{ why, what, line }]);
  });

  test('data like Parley’s own is formatting in a file of another program', async () => {
    const { title, motion, positions, claims, setAside } = await read(
      '[M]: short {kind: motion, text: "The motion"}\n\n[P1]: East {kind: position, name: East}\n  + [A]: a {held: 1}\n',
    );
    expect([title, motion]).toEqual(['Untitled file', 'Untitled file']);
    expect(positions.map(({ name }) => name)).toEqual(['Claims']);
    expect(claims).toEqual(['1.1 support 1: M: short', '1.2 support 1: P1: East', '1.2.1 support 1.2: A: a']);
    expect(setAside.map(({ line }) => line)).toEqual([1, 3, 4]);
  });
});

describe('an Argdown document of Parley', () => {
  const own = (text: string) => read(`===\ntitle: T\nparley: 1\n===\n\n${text}`);

  test('has a motion, positions with their hues, and claims that they hold', async () => {
    const { motion, positions, claims, holders, sources, retracted, crossLinks, setAside } = await own(
      `[M]: short {kind: motion, text: "The motion"}

[P1]: East {kind: position, name: East, summary: Sun, hue: teal}

[P2]: West {kind: position, name: West, hue: pink}

[A]: a {held: 2, text: "all of a", sources: [{title: x, url: "https://example.org", locator: "p. 3"}, 7]}
  +> [P1]
  -> [P2]

[B]: b _plain_ {held: 9}
  -> [A]

[C]: gone {retracted: true}
  +> [P1]
`,
    );
    expect(motion).toBe('The motion');
    expect(positions).toEqual([
      { name: 'East', summary: 'Sun', hue: 'teal' },
      { name: 'West', summary: '', hue: 'ochre' },
    ]);
    expect(claims).toEqual(['1.1 support 1: all of a', '1.1.1 attack 1.1: b plain']);
    expect(holders).toEqual(['2', null]);
    expect(retracted).toEqual(['gone']);
    expect(sources[0]).toEqual(['x', 'https://example.org', 'p. 3']);
    expect(crossLinks).toEqual(['1.1 attack 2']);
    expect(setAside).toEqual([]);
  });

  test('counts positions by numbers of any length, and takes none from other names', async () => {
    const position = (name: string) => `[${name}]: x {kind: position, name: "Named ${name}"}\n\n`;
    const { positions, claims } = await own(
      `${['P1', 'P12', 'AP2', 'P3b'].map(position).join('')}[A]: a\n  +> [P12]\n\n[B]: b\n  +> [AP2]\n`,
    );
    expect(positions.map(({ name }) => name)).toEqual(['Named P1', 'Named P12', 'Claims']);
    expect(claims).toEqual(['2.1 support 2: a', '3.1 support 3: b']);
  });

  test('leaves out relations of the motion', async () => {
    const { positions, claims, setAside } = await own(
      '[M]: m {kind: motion}\n  + [P1]: E {kind: position, name: East}\n    + [A]: a\n  - [A]\n',
    );
    expect(positions.map(({ name }) => name)).toEqual(['East']);
    expect(claims).toEqual(['1.1 support 1: a']);
    expect(setAside).toEqual([]);
  });

  test('takes a motion without data by its text, and no position without the kind or its number', async () => {
    const { motion, positions, claims } = await own(
      '[M]: short {kind: motion}\n\n[P1]: East {name: East}\n\n[East]: Sun {kind: position, name: Sun}\n\n[A]: a\n  +> [P1]\n',
    );
    expect(motion).toBe('short');
    expect(positions.map(({ name }) => name)).toEqual(['Claims']);
    expect(claims).toEqual(['1.1 support 1: East', '1.1.1 support 1.1: a']);
  });
});
