import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { SCHEMES as KINDS } from '#domain/debate/map/scheme.ts';
import { visiblePreserved } from '#domain/formats/aif/visible-preserved.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { type AifDocument as Document, graphOf } from '../../support/aif-graph.ts';
import {
  aDebate,
  crossLink,
  DebateBuilder,
  editTo,
  hide,
  retract,
  seal,
} from '../../support/debate-builder.ts';
import { bytesOf, shapeOf, writtenText } from '../../support/exchanged.ts';
import { SCHEMES } from '../../support/foreign-files.ts';
import { howMany } from '../../support/how-many.ts';
import { setScheme } from '../../support/pairs/made-operations.ts';

const read = (document: Document) => readFormat('aif', bytesOf(JSON.stringify(document)));
const writtenAs = (debate: Parameters<typeof writtenText>[1]): Document =>
  JSON.parse(writtenText('aif', debate));

function expectNoLooseEdges({ nodes, edges }: Document) {
  const ids = new Set(nodes.map(({ nodeID }) => nodeID));
  expect(edges.filter(({ fromID, toID }) => !ids.has(fromID) || !ids.has(toID))).toEqual([]);
}

describe('an AIF file that nobody changed', () => {
  test('leaves as the graph it was: schemes, times, shared premises, and steps no map shows', async () => {
    const written = writtenAs(await read(SCHEMES));
    expectNoLooseEdges(written);
    expect(graphOf(written)).toEqual(graphOf(SCHEMES));
  });

  test('leaves as the graph it was after a way through Parley JSON', async () => {
    const parley = await readFormat('parley', bytesOf(writtenText('parley', await read(SCHEMES))));
    expect(graphOf(writtenAs(parley))).toEqual(graphOf(SCHEMES));
  });

  test.each([
    ['two steps against each other', ['CA', 'I', 'I', 'CA'], ['2 1', '1 4', '3 4', '4 1']],
    [
      'a cross-link that attacks another one',
      ['I', 'I', 'I', 'CA', 'CA'],
      ['5 2', '5 5', '4 1', '3 5', '3 4', '1 5'],
    ],
    [
      'an attack on a support whose premise also attacks the conclusion',
      ['I', 'CA', 'I', 'CA', 'RA', 'I'],
      ['1 2', '2 5', '3 4', '4 6', '3 5', '5 6'],
    ],
    [
      'an attack on a conclusion and on its own support at once',
      ['I', 'I', 'I', 'CA', 'RA'],
      ['3 4', '1 4', '4 2', '4 5', '1 5', '5 2'],
    ],
  ])('leaves as the graph it was with %s', async (_, types, ends) => {
    const nodes = types.map((type, at) => ({
      nodeID: `${at + 1}`,
      text: 'a',
      type,
      timestamp: `2020-01-01 00:00:0${at}`,
    }));
    const edges = ends.map((pair, at) => {
      const [fromID = '', toID = ''] = pair.split(' ');
      return { edgeID: `${at + 1}`, fromID, toID, formEdgeID: null };
    });
    const circle = { nodes, edges, locutions: [] };
    expect(graphOf(writtenAs(await read(circle)))).toEqual(graphOf(circle));
  });

  test('leaves as the graph it was, whatever it is', async () => {
    const runs = howMany(150, 3_000);
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(anyDocument(), async (document) => {
        const imported = await read(document).catch((error: unknown) => {
          if (error instanceof FormatError) return null;
          throw error;
        });
        if (imported === null) return;
        accepted += 1;
        const written = writtenAs(imported);
        expectNoLooseEdges(written);
        expect(graphOf(written)).toEqual(graphOf(document));
      }),
      { numRuns: runs },
    );
    expect(accepted).toBeGreaterThan(runs / 2);
  });
});

describe('an AIF file that was changed', () => {
  const changed = async () => {
    const imported = await read(SCHEMES);
    const builder = new DebateBuilder();
    builder.state = imported.state;
    builder.does(SYSTEM, { type: 'participant.join', participantId: 'olga', role: 'owner' });
    return {
      imported,
      builder,
      textOf: (text: string) => [...imported.state.claims.values()].find((c) => c.text === text)?.id ?? '',
    };
  };

  test('has the new wording in the old node', async () => {
    const { imported, builder, textOf } = await changed();
    builder.does('olga', editTo(builder.state, textOf('The bridge holds'), 'The bridge stands'));
    const { nodes } = writtenAs({ ...imported, state: builder.state });
    expect(nodes).toContainEqual({ ...SCHEMES.nodes[0], text: 'The bridge stands' });
  });

  test('has no edge to a claim that is gone', async () => {
    const { imported, builder, textOf } = await changed();
    builder.does('olga', retract(textOf('It is old')));
    const written = writtenAs({ ...imported, state: builder.state });
    expectNoLooseEdges(written);
    // With it go the steps that led from it to nothing else.
    for (const gone of ['6', '7', '9', '11'])
      expect(written.nodes.map(({ nodeID }) => nodeID)).not.toContain(gone);
  });

  test('has, for a link to the position its claims were gathered at, that position and what attacks the link', async () => {
    const { imported, builder, textOf } = await changed();
    const [from, against] = [textOf('By an engineer'), textOf('It is old')];
    const toAll = { kind: 'position', id: 'gathering' } as const;
    builder
      .does('olga', { type: 'link.add', linkId: 'x-all', from, target: toAll, relation: 'support' })
      .does('olga', crossLink('x-over', against, 'x-all'));
    const written = writtenAs({ ...imported, state: builder.state });
    expectNoLooseEdges(written);
    expect(shapeOf(await read(written))).toMatchObject({
      positions: [{ name: 'Claims' }],
      crossLinks: expect.arrayContaining([expect.stringMatching(/ attack step .* across to 1$/)]),
    });
  });

  test('has a position whose id is “motion” beside the motion', async () => {
    const imported = await read(writtenAs({ state: aDebate().state, names: new Map(), kept: [] }));
    const builder = new DebateBuilder();
    builder.state = imported.state;
    builder
      .does(SYSTEM, { type: 'participant.join', participantId: 'olga', role: 'owner' })
      .does('olga', { type: 'position.add', positionId: 'motion', name: 'North', hue: 'teal', summary: '' });
    const { motion, positions } = shapeOf(await read(writtenAs({ ...imported, state: builder.state })));
    expect(motion).toBe('This house tests');
    expect(positions.map(({ name }) => name)).toEqual(['East', 'West', 'North']);
  });

  test('has a step of its own for a link that was turned round', async () => {
    const { imported, builder, textOf } = await changed();
    const [from, to] = [textOf('By an engineer'), textOf('The bridge holds')];
    builder.does('olga', {
      type: 'claim.move',
      claimId: from,
      target: { kind: 'claim', id: to },
      relation: 'attack',
    });
    const written = writtenAs({ ...imported, state: builder.state });
    const edges = written.edges.map(({ fromID, toID }) => `${fromID} ${toID}`);
    expect(edges).not.toContain('3 4');
    expect(edges).toContain('2 4');
    const step = edges.find((each) => each.startsWith('3 ') && each !== '3 10')?.split(' ')[1];
    expect(written.nodes).toContainEqual(expect.objectContaining({ nodeID: step, type: 'CA' }));
    expectNoLooseEdges(written);
  });
});

describe('exporting the AIF file a debate came from', () => {
  const shown = async (setup: (builder: DebateBuilder, claimId: string) => void, named = true) => {
    const { state, kept } = await read(SCHEMES);
    const builder = new DebateBuilder();
    builder.state = state;
    builder.does(SYSTEM, { type: 'participant.join', participantId: 'olga', role: 'owner' });
    setup(builder, [...state.claims.values()].find(({ text }) => text === 'It is old')?.id ?? '');
    return JSON.stringify(visiblePreserved(kept, builder.projection(null), named));
  };

  test('has its speakers only where people are named, in the debate and in the file', async () => {
    expect(await shown(() => {})).toContain('Ann: it holds');
    expect(await shown(() => {}, false)).not.toContain('Ann');
    const anonymous = await shown((builder) => {
      builder.does('olga', { type: 'debate.configure', names: 'anonymous' });
    });
    expect(anonymous).not.toContain('Ann');
    expect(anonymous).toContain('Argument from Expert Opinion');
  });

  test('is whole if nothing of it was hidden, and without the words of a claim that was reworded', async () => {
    const { state, kept } = await read(SCHEMES);
    expect(visiblePreserved(kept, state, true)).toEqual(kept);
    const builder = new DebateBuilder();
    builder.state = state;
    builder.does(SYSTEM, { type: 'participant.join', participantId: 'olga', role: 'owner' });
    builder.does('olga', editTo(state, 'c-2', 'It was weighed')).does(SYSTEM, seal('c-2'));
    const [before, after] = [kept, visiblePreserved(kept, builder.state, true)].map((one) => one[0]?.records);
    expect(before?.[1]).toMatchObject({ node: { nodeID: '2', text: ' It was  tested ' } });
    const { text: _, ...node } = SCHEMES.nodes[1] as { text: string };
    expect(after?.[1]).toEqual({ node, as: 'c-2' });
    expect(after?.toSpliced(1, 1)).toEqual(before?.toSpliced(1, 1));
  });

  test('has of a part the nodes of its claims, with the steps and edges between them', async () => {
    const { state, kept } = await read(SCHEMES);
    const claims = state.claims.filter(({ text }) => text !== 'It is old');
    const [part] = visiblePreserved(kept, { ...state, claims }, true);
    const step = (link: string, from: string, to: string) => ({ link, from, to });
    const node = (at: number) => SCHEMES.nodes.find(({ nodeID }) => nodeID === `${at}`);
    const records = (part?.records ?? []) as { node?: { nodeID: string }; edge?: { edgeID: string } }[];
    expect(records.flatMap(({ node: one, edge }) => one?.nodeID ?? `edge ${edge?.edgeID}`)).toEqual([
      ...['1', '2', '3', '4', '5', '12', '13', '14'],
      ...[1, 2, 3, 4, 5, 14, 15].map((edge) => `edge ${edge}`),
    ]);
    expect(records[3]).toEqual({ node: node(4), steps: [step('l-1', '2', '1'), step('l-2', '3', '1')] });
    expect(records[7]).toEqual({ node: node(14), steps: [step('l-6', '13', '12')] });
  });

  test('has neither a hidden claim nor a step to or from it', async () => {
    const kept = await shown((builder, claimId) => builder.does('olga', hide(claimId)));
    expect(kept).toContain('Argument from Expert Opinion');
    for (const gone of ['It is old', 'Conflict From Bias', 'Default Conflict', 'Propositional Negation'])
      expect(kept).not.toContain(gone);
  });
});

/** A folder of other people's files: `PARLEY_FORMAT_FILES=…`. */
const FOLDER = join(process.env.PARLEY_FORMAT_FILES ?? '', 'aif');

describe.runIf(process.env.PARLEY_FORMAT_FILES)(
  'other people’s AIF files leave as the graphs they were',
  () => {
    const names = process.env.PARLEY_FORMAT_FILES ? readdirSync(FOLDER) : [];
    test.each(names.filter((name) => name.endsWith('.json')))('%s', async (name) => {
      const document: Document = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
      const written = writtenAs(await read(document));
      expectNoLooseEdges(written);
      expect(graphOf(written)).toEqual(graphOf(document));
    });
  },
);

function anyDocument(): fc.Arbitrary<Document> {
  const ids = Array.from({ length: 9 }, (_, at) => `${at + 1}`);
  const id = fc.constantFrom(...ids, 'nobody');
  const text = fc.constantFrom('a', 'b', ' c ', 'd\n', '', 'x'.repeat(600));
  const types = fc.array(fc.constantFrom('I', 'I', 'I', 'RA', 'CA', 'RA', 'CA', 'L', 'YA'), {
    minLength: 9,
    maxLength: 9,
  });
  const record = fc.record({ types, texts: fc.array(text, { minLength: 9, maxLength: 9 }) });
  const nodes = record.map(({ types, texts }) =>
    ids.map((nodeID, at) => ({
      nodeID,
      text: texts[at] ?? '',
      type: types[at] ?? 'I',
      timestamp: `2020-01-01 00:00:0${at}`,
      ...(types[at] === 'RA' && { scheme: `scheme ${at}`, schemeID: `${at}` }),
    })),
  );
  const edges = fc
    .array(fc.tuple(id, id), { maxLength: 24 })
    .map((pairs) =>
      pairs.map(([fromID, toID], at) => ({ edgeID: `${at + 1}`, fromID, toID, formEdgeID: null })),
    );
  return fc.record({ nodes, edges, locutions: fc.constant([]) });
}

const schemesIn = ({ nodes }: Document) =>
  nodes.flatMap((node) => ('scheme' in node ? [`${node.scheme}`] : []));

describe('[CQ4] the kind of an argument', () => {
  test.each(KINDS)('%s leaves as a scheme of AIFdb, and comes back', async (scheme) => {
    const debate = aDebate().does('dana', setScheme('l-a', scheme));
    const written = writtenAs({ state: debate.state, names: new Map(), kept: [] });
    const named = schemesIn(written).filter((name) => name.startsWith('Argument From '));
    expect(named).toHaveLength(1);
    const { state } = await read(written);
    expect([...state.links.values()].flatMap((link) => link.scheme ?? [])).toEqual([scheme]);
  });

  test('is read from a file’s scheme, and written in its node once it has changed', async () => {
    const debate = await read(SCHEMES);
    const links = debate.state.links.map((link) =>
      link.scheme === 'expert_opinion' ? ({ ...link, scheme: 'sign' } as const) : link,
    );
    expect(links).not.toBe(debate.state.links);
    const written = writtenAs({ ...debate, state: { ...debate.state, links } });
    expect(schemesIn(written)).toContain('Argument From Sign');
    expect(schemesIn(written)).not.toContain('Argument from Expert Opinion');
    expectNoLooseEdges(written);
  });
});
