import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { type FormatName, readFormat } from '#domain/formats/formats.ts';
import { aDebate, crossLink, DebateBuilder, newClaim, retract } from '../../support/debate-builder.ts';
import { bytesOf, writtenText } from '../../support/exchanged.ts';

// c-q attacks c-d; c-r attacks c-q and denies c-a's support across. c-q and c-b are retracted and stay on the map for their replies.
const state = aDebate()
  .does('dana', newClaim('q', 'c-d', { relation: 'attack', text: 'Too slow' }))
  .does('emil', newClaim('r', 'c-q', { relation: 'attack', text: 'Not at all' }))
  .does('dana', crossLink('x-q', 'c-q', 'c-a'), newClaim('s', 'c-b', { text: 'A reply' }))
  .does('dana', retract('c-q'))
  .does('emil', retract('c-b'))
  .projection('olga');
const linesOf = (format: FormatName) =>
  writtenText(format, { state, names: new Map(), kept: [] }).split(/\r?\n/);

describe('a retracted claim that has replies', () => {
  test('[AN10] is no argument for solvers, attacks nothing, and is attacked by nothing', () => {
    const standing = [
      ['a1_1', 'one two three'],
      ['a1_1_1_1', 'A reply'],
      ['a1_1_1_2', 'does not follow'],
      ['a2_1', 'seven'],
      ['a2_1_1_1', 'Not at all'],
    ];
    expect(linesOf('tgf')).toEqual([...standing.map(([name, text]) => `${name} ${text}`), '#', '']);
    expect(linesOf('apx')).toEqual([
      ...standing.flatMap(([name, text]) => [`% ${name}: ${text}`, `arg(${name}).`]),
      '',
    ]);
  });

  test('[AN10] is marked in GraphML, and others are not', () => {
    const node = (id: string) => linesOf('graphml').find((line) => line.startsWith(`<node id="n-${id}"`));
    expect(node('c-q')).toContain('<data key="node-retracted">true</data>');
    expect(node('c-r')).toContain('<data key="node-retracted">false</data>');
    expect(linesOf('graphml')).toContain(
      '<key id="node-retracted" for="node" attr.name="retracted" attr.type="boolean"/>',
    );
  });

  test('[AN10] has a dashed outline in DOT', () => {
    expect(linesOf('dot').filter((line) => line.includes('rounded,dashed'))).toEqual([
      '  "c-b" [label="four five six", style="rounded,dashed", fontcolor="#767676"];',
      '  "c-q" [label="Too slow", style="rounded,dashed", fontcolor="#767676"];',
    ]);
  });

  test('[AN10] is marked in its text where a format has no field for it', () => {
    expect(linesOf('kialo').map((line) => line.trim())).toEqual(
      expect.arrayContaining(['Too slow \\(retracted\\)', 'four five six \\(retracted\\)', 'Not at all']),
    );
    const { nodes } = JSON.parse(linesOf('aif').join('\n'));
    const texts = nodes.map(({ text }: { text: string }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Too slow (retracted)', 'Not at all']));
  });

  test('[AN10] keeps the id and the steps of the AIF file it came from', async () => {
    const nodes = ['I', 'CA', 'I', 'CA', 'I'].map((type, at) => ({
      nodeID: `${at + 11}`,
      text: type === 'I' ? `Node ${at + 11}` : type,
      type,
      timestamp: '2020-01-01 00:00:00',
    }));
    const edges = [12, 13, 14, 15].map((from, at) => ({
      edgeID: `${at + 1}`,
      fromID: `${from}`,
      toID: `${from - 1}`,
      formEdgeID: null,
    }));
    const imported = await readFormat('aif', bytesOf(JSON.stringify({ nodes, edges, locutions: [] })));
    const middle = [...imported.state.claims.values()].find(({ text }) => text === 'Node 13');
    const builder = new DebateBuilder();
    builder.state = imported.state;
    builder
      .does(SYSTEM, { type: 'participant.join', participantId: 'olga', role: 'owner' })
      .does('olga', retract(middle?.id ?? ''));
    const written = JSON.parse(writtenText('aif', { ...imported, state: builder.state }));
    expect(written.nodes.map((node: { nodeID: string; text: string }) => [node.nodeID, node.text])).toEqual([
      ['11', 'Node 11'],
      ['12', 'CA'],
      ['13', 'Node 13 (retracted)'],
      ['14', 'CA'],
      ['15', 'Node 15'],
    ]);
    expect(written.edges).toEqual(edges);
  });
});
