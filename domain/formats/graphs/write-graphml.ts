import { argumentMapSteps, type MapLink } from '../argument-map.ts';
import { escapeXml } from '../escape-xml.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { hiddenVotesSentence, shownTally } from '../hidden-votes.ts';

const KEYS: readonly (readonly [id: string, on: 'graph' | 'node' | 'edge', type: string])[] = [
  ['title', 'graph', 'string'],
  ['kind', 'node', 'string'],
  ['text', 'node', 'string'],
  ['number', 'node', 'string'],
  ['position', 'node', 'string'],
  ['author', 'node', 'string'],
  ['at', 'node', 'string'],
  ['retracted', 'node', 'boolean'],
  ['agree', 'node', 'int'],
  ['disagree', 'node', 'int'],
  ['pass', 'node', 'int'],
  ['relation', 'edge', 'string'],
  ['parent', 'edge', 'boolean'],
  ['undercuts', 'edge', 'string'],
];

type Data = Readonly<Record<string, string | number | boolean>>;

/**
 * GraphML: motion, positions and claims as nodes, links as directed edges. An undercut points at the claim whose link it denies, and names the edge of
 * that link.
 */
export function* writeGraphml(debate: ExchangedDebate): Generator<string> {
  const { title, motion, positions, claims, crossLinks } = yield* argumentMapSteps(debate);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  yield ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">\n';
  for (const [id, on, type] of KEYS)
    yield `<key id="${on}-${id}" for="${on}" attr.name="${id}" attr.type="${type}"/>\n`;
  yield `<graph id="debate" edgedefault="directed">\n`;
  const hidden = hiddenVotesSentence(debate.state);
  if (hidden !== null) yield `<desc>${escapeXml(hidden)} Missing numbers do not mean 0.</desc>\n`;
  yield `${data('graph', { title })}\n`;
  yield node('motion', { kind: 'motion', text: motion });
  for (const { id, name, summary, number } of positions) {
    yield node(`n-${id}`, { kind: 'position', text: summary ? `${name}: ${summary}` : name, number });
  }
  const names = new Map(positions.map(({ id, name }) => [id, name]));
  for (const { id, number, text, claim, author } of claims) {
    const votes = shownTally(debate.state, claim.tally);
    const position = names.get(claim.positionId ?? '') ?? '';
    const at = new Date(claim.at).toISOString();
    yield node(`n-${id}`, {
      kind: 'claim',
      text,
      number,
      position,
      author,
      at,
      retracted: claim.retracted,
      ...(votes && { agree: votes.agree, disagree: votes.disagree, pass: votes.pass }),
    });
  }
  for (const { id } of positions)
    yield `<edge id="e-${id}" source="n-${id}" target="motion">${data('edge', { relation: 'answers', parent: true })}</edge>\n`;
  const fromOf = new Map(
    [...claims.map(({ link }) => link), ...crossLinks].map(({ id, from }) => [id, from]),
  );
  for (const { link } of claims) yield edge(link, true, fromOf);
  for (const link of crossLinks) yield edge(link, false, fromOf);
  yield '</graph>\n</graphml>\n';
}

function node(id: string, values: Data): string {
  return `<node id="${escapeXml(id)}">${data('node', values)}</node>\n`;
}

function edge(
  { id, from, target, relation }: MapLink,
  parent: boolean,
  fromOf: ReadonlyMap<string, string>,
): string {
  const isUndercut = target.kind === 'link';
  const to = isUndercut ? fromOf.get(target.id) : target.id;
  const values = {
    relation: isUndercut ? 'undercut' : relation,
    parent,
    ...(isUndercut && { undercuts: `e-${target.id}` }),
  };
  return `<edge id="e-${escapeXml(id)}" source="n-${escapeXml(from)}" target="n-${escapeXml(to ?? '')}">${data('edge', values)}</edge>\n`;
}

function data(on: string, values: Data): string {
  return Object.entries(values)
    .map(([key, value]) => `<data key="${on}-${key}">${escapeXml(String(value))}</data>`)
    .join('');
}
