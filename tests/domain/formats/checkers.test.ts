import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'arguebuf';
import { run as clingo } from 'clingo-wasm';
import { Parser as CommonMark } from 'commonmark';
import { parse as parseCsv } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { parse as parseHtml } from 'parse5';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { argdownModel } from '#domain/formats/argdown/argdown-model.ts';
import { argumentMapOf } from '#domain/formats/argument-map.ts';
import { CSV_COLUMNS } from '#domain/formats/csv/csv-set.ts';
import { unharmed } from '#domain/formats/csv/write-csv.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { type AttackGraph, attackGraphSteps } from '#domain/formats/graphs/attacks.ts';
import { parleyJsonSchema } from '#domain/formats/parley/parley-schema.ts';
import { anyDebate } from '../../support/any-debate.ts';
import { anyWords, debateSaying, HOSTILE, written, writtenText } from '../../support/exchanged.ts';
import { sampleOf } from '../../support/how-many.ts';

/** Programs of others read what is written, with hostile words in it: no words become anything but words. */
const ALL: readonly (readonly [string, () => ExchangedDebate])[] = [
  ...[...HOSTILE, ...anyWords(16)].map(
    (words) => [JSON.stringify(words), () => debateSaying(words)] as const,
  ),
  ...[1, 2, 3].map(
    (seed) =>
      [`any debate ${seed}`, () => ({ state: anyDebate(seed).state, names: new Map(), kept: [] })] as const,
  ),
];
const CASES = sampleOf(ALL, 8);

const graphviz = await Graphviz.load();
const isParleyFile = new Ajv2020({ allowUnionTypes: true, strict: false }).compile(parleyJsonSchema());

function attackGraph(debate: ExchangedDebate): AttackGraph {
  const steps = attackGraphSteps(debate);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

interface Place {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(CASES)('%s', (_, make) => {
  test('Parley JSON is what its published schema says', () => {
    const valid = isParleyFile(JSON.parse(writtenText('parley', make())));
    expect(isParleyFile.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test('Argdown’s own parser finds the same arguments and relations', () => {
    const debate = make();
    const { claims, positions, crossLinks } = argumentMapOf(debate);
    const model = argdownModel(`${writtenText('argdown', debate)}\n`);
    const texts = Object.values(model.arguments ?? {}).map(({ title, members }) => [
      title,
      members.find(({ isReference }) => !isReference)?.text?.trim(),
    ]);
    expect(texts.sort()).toEqual(claims.map(({ number, text }) => [number, inOneLine(text)]).sort());
    expect(Object.keys(model.statements ?? {}).sort()).toEqual(
      ['Motion', ...positions.map(({ number }) => `P${number}`)].sort(),
    );
    expect(model.relations).toHaveLength(claims.length + crossLinks.length);
    const counts = (type: string) =>
      model.relations?.filter(({ relationType }) => relationType === type).length;
    const links = [...claims.map(({ link }) => link), ...crossLinks];
    expect(counts('undercut')).toBe(links.filter(({ target }) => target.kind === 'link').length);
    expect(counts('support')).toBe(links.filter(({ relation }) => relation === 'support').length);
    expect(model.tags ?? {}).toEqual({});
  });

  test('arguebuf finds the same atoms and schemes in AIF', () => {
    const debate = make();
    const { claims, positions, crossLinks, motion } = argumentMapOf(debate);
    const graph = load.aif(JSON.parse(writtenText('aif', debate)));
    const atoms = Object.values(graph.nodes).flatMap((node) =>
      node.type === 'atom' ? [String(node.text)] : [],
    );
    const stated = positions.map(({ name, summary }) =>
      summary ? `${inOneLine(name)}\n${summary}` : inOneLine(name),
    );
    expect(atoms.sort()).toEqual([motion, ...stated, ...claims.map(({ text }) => text)].sort());
    const schemes = Object.values(graph.nodes).filter(({ type }) => type === 'scheme');
    expect(schemes).toHaveLength(positions.length + claims.length + crossLinks.length);
  });

  test('csv-parse reads all tables, and no cell begins a formula', () => {
    const debate = make();
    for (const [name, bytes] of Object.entries(unzipSync(written('csv', debate)))) {
      const rows: string[][] = parseCsv(Buffer.from(bytes), { bom: true, record_delimiter: '\r\n' });
      const columns = CSV_COLUMNS[name as keyof typeof CSV_COLUMNS];
      expect(rows[0]).toEqual([...columns]);
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }
    const claims: string[][] = parseCsv(Buffer.from(unzipSync(written('csv', debate))['claims.csv'] ?? ''), {
      bom: true,
    });
    const texts = claims.slice(1).map(([, text = '']) => unharmed(text));
    expect(texts.sort()).toEqual([...debate.state.claims.values()].map(({ text }) => text).sort());
  });

  test('csv-parse reads the set of Polis', () => {
    const debate = make();
    const files = unzipSync(written('polis', debate));
    const comments: string[][] = parseCsv(Buffer.from(files['comments.csv'] ?? ''));
    const open = [...debate.state.claims.values()].filter(
      ({ id, retracted }) => !retracted && !debate.state.merges.has(id),
    );
    expect(
      comments
        .slice(1)
        .map((row) => unharmed(row.at(-1) ?? ''))
        .sort(),
    ).toEqual(open.map(({ text }) => text).sort());
    // Where others' votes are not known, the tables of votes are left out.
    expect(files['votes.csv'] === undefined).toBe(files['participant-votes.csv'] === undefined);
    if (!files['votes.csv']) return;
    const votes: string[][] = parseCsv(Buffer.from(files['votes.csv']));
    const matrix: string[][] = parseCsv(Buffer.from(files['participant-votes.csv'] ?? ''));
    expect(matrix.slice(1).flatMap((row) => row.slice(6).filter((cell) => cell !== ''))).toHaveLength(
      votes.length - 1,
    );
  });

  test('xmllint reads GraphML', async () => {
    const debate = make();
    const text = writtenText('graphml', debate);
    const { errors } = await validateXML({ xml: text, schema: GRAPHML_SCHEMA });
    expect(errors).toEqual([]);
    const { claims, positions, crossLinks } = argumentMapOf(debate);
    expect(text.match(/<node /g)).toHaveLength(1 + positions.length + claims.length);
    expect(text.match(/<edge /g)).toHaveLength(positions.length + claims.length + crossLinks.length);
  });

  test('Graphviz lays DOT out', () => {
    const debate = make();
    const { claims, positions } = argumentMapOf(debate);
    const drawn = JSON.parse(graphviz.layout(writtenText('dot', debate), 'json', 'dot'));
    const boxes = drawn.objects.filter(({ shape }: { shape?: string }) => shape !== 'point');
    expect(boxes).toHaveLength(1 + positions.length + claims.length);
    const labels: string[] = boxes.map(({ label }: { label: string }) =>
      inOneLine(label.replaceAll('\\n', ' ')),
    );
    expect(labels.length).toBe(boxes.length);
    const svg = graphviz.layout(writtenText('dot', debate), 'svg', 'dot');
    expect(svg).not.toMatch(/<(script|a|image)\b|<[^>]*\son\w+=/i);
  });

  test('a solver finds the same arguments and attacks in APX', async () => {
    const debate = make();
    const { claims, attacks } = attackGraph(debate);
    const answer = await clingo(`${writtenText('apx', debate)}\n#show arg/1. #show att/2.`);
    if (answer.Result === 'ERROR') throw new Error(answer.Error);
    const atoms = answer.Call[0]?.Witnesses?.[0]?.Value ?? [];
    expect(atoms.filter((atom) => atom.startsWith('arg('))).toHaveLength(claims.length);
    expect(atoms.filter((atom) => atom.startsWith('att('))).toHaveLength(attacks.length);
    expect(atoms).toHaveLength(claims.length + attacks.length);
  });

  test('TGF has a line for each argument and attack', () => {
    const debate = make();
    const { claims, attacks } = attackGraph(debate);
    const lines = writtenText('tgf', debate).trimEnd().split('\n');
    expect(lines.indexOf('#')).toBe(claims.length);
    expect(lines).toHaveLength(claims.length + 1 + attacks.length);
  });

  test('Web Annotations quote what stands at their place in the article, by code points', () => {
    const { state, ...rest } = make();
    const collection = JSON.parse(writtenText('annotations', { state, ...rest }));
    const places: Place[] = collection.first.items.map(({ target }: { target: { selector: unknown[] } }) => {
      const [quote, position] = target.selector;
      return { ...(quote as object), ...(position as object) };
    });
    expect(places).toHaveLength(collection.total);
    const articles = [...state.articles.values()].map(({ text }) => [...text]);
    for (const { exact, start, end } of places)
      expect(articles.map((text) => text.slice(start, end).join(''))).toContain(exact);
    const cited = [...state.citations.values()]
      .filter(({ id }) => state.claims.get(id)?.retracted === false)
      .flatMap(({ passages }) => passages.map(({ exact }) => exact));
    expect(places.map(({ exact }) => exact).sort()).toEqual(cited.sort());
  });

  test('Markdown’s reference parser finds words and our own lists, and nothing else', () => {
    const debate = make();
    const { claims } = argumentMapOf(debate);
    const words: string[] = [];
    const kindsIn = (text: string) => {
      const kinds = new Map<string, number>();
      const walker = new CommonMark().parse(text).walker();
      for (let event = walker.next(); event; event = walker.next()) {
        const { node, entering } = event;
        if (!entering) continue;
        kinds.set(node.type, (kinds.get(node.type) ?? 0) + 1);
        if (node.type === 'text') words.push(node.literal ?? '');
        if (node.type === 'link') expect(node.destination).toMatch(/^https?:/);
      }
      return kinds;
    };
    // Comments keep their own formatting, but bring no markup in.
    const [map = '', comments = ''] = writtenText('markdown', debate).split('\n## Comments\n');
    const foreign = ['html_block', 'html_inline', 'image'];
    const inMap = kindsIn(map);
    for (const kind of [...foreign, 'code', 'code_block', 'block_quote', 'emph', 'thematic_break'])
      expect(inMap.get(kind) ?? 0, kind).toBe(0);
    const inComments = kindsIn(comments);
    for (const kind of foreign) expect(inComments.get(kind) ?? 0, kind).toBe(0);
    const all = words.join('');
    for (const { text } of claims) expect(all).toContain(inOneLine(text));
  });

  test('an HTML parser finds our elements, and no script, picture or foreign link', () => {
    const debate = make();
    const { claims } = argumentMapOf(debate);
    const document = parseHtml(writtenText('html', debate));
    const names = new Map<string, number>();
    const waiting: Node[] = [document as unknown as Node];
    let items = 0;
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      names.set(node.nodeName, (names.get(node.nodeName) ?? 0) + 1);
      for (const { name, value } of node.attrs ?? []) {
        expect(name).not.toMatch(/^on/);
        if (name === 'href') expect(value).toMatch(/^(#|https?:\/\/)/);
        if (name === 'id' && value.startsWith('claim-')) items += 1;
      }
      waiting.push(...(node.childNodes ?? []));
    }
    expect(items).toBe(claims.length);
    for (const name of ['script', 'img', 'iframe', 'link', 'form', 'svg'])
      expect(names.has(name), name).toBe(false);
  });
});

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** As much of GraphML 1.1 as is written: its own schema is spread over files of another host. */
const GRAPHML_SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://graphml.graphdrawing.org/xmlns"
  xmlns="http://graphml.graphdrawing.org/xmlns" elementFormDefault="qualified">
  <xs:complexType name="data"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="key" type="xs:NMTOKEN" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name="graphml"><xs:complexType><xs:sequence>
    <xs:element name="key" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="id" type="xs:NMTOKEN" use="required"/>
      <xs:attribute name="for" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="graph"/><xs:enumeration value="node"/><xs:enumeration value="edge"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="attr.name" type="xs:NMTOKEN"/>
      <xs:attribute name="attr.type"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="boolean"/><xs:enumeration value="int"/><xs:enumeration value="string"/></xs:restriction></xs:simpleType></xs:attribute>
    </xs:complexType></xs:element>
    <xs:element name="graph"><xs:complexType><xs:sequence>
      <xs:element name="data" type="data" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="node" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="data" type="data" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:attribute name="id" type="xs:NMTOKEN" use="required"/></xs:complexType></xs:element>
      <xs:element name="edge" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="data" type="data" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
        <xs:attribute name="id" type="xs:NMTOKEN"/><xs:attribute name="source" type="xs:NMTOKEN" use="required"/><xs:attribute name="target" type="xs:NMTOKEN" use="required"/></xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="id" type="xs:NMTOKEN"/><xs:attribute name="edgedefault" use="required"/></xs:complexType>
      <xs:unique name="ids"><xs:selector xpath="*"/><xs:field xpath="@id"/></xs:unique>
    </xs:element>
  </xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>
</xs:schema>`;
