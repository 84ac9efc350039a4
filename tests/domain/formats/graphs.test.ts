import { describe, expect, test } from 'vitest';
import type { FormatName } from '#domain/formats/formats.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { aDebate, crossLink, newClaim } from '../../support/debate-builder.ts';
import { bytesOf, shapeOf, writtenText } from '../../support/exchanged.ts';

const NAMES = new Map(['dana', 'emil'].map((id) => [id, `Called ${id}`]));

const debate = aDebate()
  .does('olga', { type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary: 'Up' })
  .does('emil', { ...crossLink('x-w', 'c-d', 'c-a'), relation: 'support' })
  .does('dana', newClaim('q', 'c-d', { relation: 'attack', text: 'Says "\\no" & <so>' }));

function linesOf(format: FormatName): string[] {
  return writtenText(format, { state: debate.projection('olga'), names: NAMES, kept: [] }).split('\n');
}

describe('DOT', () => {
  const edges = () => linesOf('dot').filter((line) => line.includes('->'));
  const support = 'color="#2c7a4b", label="+"';
  const attack = 'color="#b3362b", style=dashed, label="−"';

  test('draws supports solid and green, attacks dashed and red, cross-links beside the tree', () => {
    expect(edges()).toEqual([
      '  "east" -> "the motion" [arrowhead=none];',
      '  "west" -> "the motion" [arrowhead=none];',
      '  "north" -> "the motion" [arrowhead=none];',
      `  "c-a" -> "east" [${support}];`,
      `  "c-b" -> "at l-b" [${support}, arrowhead=none];`,
      `  "at l-b" -> "c-a" [${support}];`,
      `  "c-u" -> "at l-b" [${attack}];`,
      `  "c-d" -> "west" [${support}];`,
      `  "c-q" -> "c-d" [${attack}];`,
      `  "c-d" -> "c-b" [${attack}, constraint=false];`,
      `  "c-d" -> "c-a" [${support}, constraint=false];`,
    ]);
  });

  test('draws positions and the claims they hold in their hues, and a point where an undercut ends', () => {
    expect(linesOf('dot').filter((line) => line.startsWith('  ') && !line.includes('->'))).toEqual([
      '  label="A debate";',
      '  labelloc=t;',
      '  rankdir=RL;',
      '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];',
      '  edge [fontname="sans-serif", fontsize=10];',
      '  "the motion" [label="This house tests", shape=plaintext, fontsize=16];',
      '  "east" [label="East", color="#2f6db5", penwidth=2];',
      '  "west" [label="West", color="#b8456b", penwidth=2];',
      '  "north" [label="North", color="#1c7f7a", penwidth=2];',
      '  "c-a" [label="one two three", color="#2f6db5"];',
      '  "c-b" [label="four five six"];',
      '  "c-u" [label="does not follow"];',
      '  "c-d" [label="seven"];',
      '  "c-q" [label="Says \\"\\\\no\\" &amp; <so>"];',
      '  "at l-b" [shape=point, width=0.05];',
    ]);
  });

  test.each([
    ['a'.repeat(60), ['a'.repeat(60)]],
    [`${'a'.repeat(20)} ${'b'.repeat(19)} c`, [`${'a'.repeat(20)} ${'b'.repeat(19)}`, 'c']],
    [`${'a'.repeat(20)} ${'b'.repeat(20)}`, ['a'.repeat(20), 'b'.repeat(20)]],
    ['one two', ['one two']],
  ])('breaks %s into lines of forty characters', (text, lines) => {
    const state = aDebate()
      .does('dana', newClaim('n', 'c-a', { text }))
      .projection('olga');
    expect(writtenText('dot', { state, names: NAMES, kept: [] })).toContain(
      `"c-n" [label="${lines.join('\\n')}"]`,
    );
  });
});

describe('GraphML', () => {
  const valuesIn = (text = '') =>
    Object.fromEntries(
      [...text.matchAll(/<data key="(?:node|edge)-(\w+)">([^<]*)/g)].map(([, key, value]) => [key, value]),
    );
  const found = (kind: 'node' | 'edge', id: string) =>
    linesOf('graphml').find((line) => line.startsWith(`<${kind} id="${id}"`));

  test.each([
    ['motion', { kind: 'motion', text: 'This house tests' }],
    ['n-east', { kind: 'position', text: 'East', number: '1' }],
    ['n-north', { kind: 'position', text: 'North: Up', number: '3' }],
    [
      'n-c-a',
      { kind: 'claim', number: '1.1', position: 'East', author: 'Called dana', agree: '1', disagree: '0' },
    ],
    ['n-c-u', { kind: 'claim', number: '1.1.1.1', position: '', author: 'Called dana', pass: '0' }],
    ['n-c-q', { text: 'Says &quot;\\no&quot; &amp; &lt;so&gt;' }],
  ])('node %s', (id, values) => {
    expect(valuesIn(found('node', id))).toMatchObject(values);
  });

  test.each([
    ['e-east', 'n-east', 'motion', { relation: 'answers', parent: 'true' }],
    ['e-l-a', 'n-c-a', 'n-east', { relation: 'support', parent: 'true' }],
    ['e-l-q', 'n-c-q', 'n-c-d', { relation: 'attack', parent: 'true' }],
    ['e-l-u', 'n-c-u', 'n-c-b', { relation: 'undercut', parent: 'true', undercuts: 'e-l-b' }],
    ['e-x-a', 'n-c-d', 'n-c-b', { relation: 'attack', parent: 'false' }],
    ['e-x-w', 'n-c-d', 'n-c-a', { relation: 'support', parent: 'false' }],
  ])('edge %s from %s to %s', (id, from, to, values) => {
    const line = found('edge', id);
    expect(line).toContain(`source="${from}" target="${to}"`);
    expect(valuesIn(line)).toEqual(values);
  });
});

describe('attacks alone', () => {
  // c-q attacks c-d, c-d attacks c-b across, and c-u denies the step from c-b.
  const attacks = [
    ['a1_1_1_1', 'a1_1_1'],
    ['a2_1_1', 'a2_1'],
    ['a2_1', 'a1_1_1'],
  ];

  test('are in TGF, without supports', () => {
    expect(linesOf('tgf')).toEqual([
      'a1_1 one two three',
      'a1_1_1 four five six',
      'a1_1_1_1 does not follow',
      'a2_1 seven',
      'a2_1_1 Says "\\no" & <so>',
      '#',
      ...attacks.map(([from, to]) => `${from} ${to}`),
      '',
    ]);
  });

  test('are in APX as facts, with the texts as comments', () => {
    const lines = linesOf('apx');
    expect(lines.slice(0, 2)).toEqual(['% a1_1: one two three', 'arg(a1_1).']);
    expect(lines.filter((line) => line.startsWith('att'))).toEqual(
      attacks.map(([from, to]) => `att(${from},${to}).`),
    );
  });
});

describe('the Trivial Graph Format', () => {
  const read = async (text: string) => {
    const imported = await readFormat('tgf', bytesOf(text), { title: 'Graph' });
    const { title, claims, crossLinks } = shapeOf(imported);
    return { title, claims: claims.map(({ text: words, at }) => `${words} at ${at}`), crossLinks, imported };
  };

  test('is read: labels are claims, edges attacks, and an argument without a label has its name', async () => {
    const { title, claims, crossLinks, imported } = await read(
      ' 1  Cats  are fine \n\n2\n3 Dogs\n#\n2   1\n3 1\n3 2\n',
    );
    expect(title).toBe('Graph');
    expect(claims).toEqual(['Cats  are fine at 1', '2 at 1.1', 'Dogs at 1.1']);
    expect(crossLinks).toEqual(['1.1.2 attack 1.1.1']);
    expect(imported.setAside).toEqual([]);
    const relations = [...imported.state.links.values()].map(({ relation }) => relation);
    expect(relations.sort()).toEqual(['attack', 'attack', 'attack', 'support']);
  });

  test('sets aside edges between nodes that are not there, by their line', async () => {
    const { imported } = await read('a A\nb B\n#\nb a\nc a\na\n');
    expect(imported.setAside).toEqual([
      { why: 'links_nothing', what: 'c a', line: 5 },
      { why: 'links_nothing', what: 'a', line: 6 },
    ]);
  });

  test.each([
    ['a A\na B\n#\n', 2, 'the node a appears twice'],
    ['a A\nb B\n', null, 'the line “#” is missing'],
  ])('%j is refused', async (text, line, detail) => {
    await expect(read(text)).rejects.toMatchObject({ problem: 'malformed', line, detail });
  });
});
