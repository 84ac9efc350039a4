import type { Target } from '../../debate/map/link.ts';
import { DraftDebate, importedText } from '../draft-debate.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { addGraph, type GraphEdge, type GraphNode } from '../graph.ts';
import { readJson } from '../read-json.ts';
import { type AifEdge, type AifNode, aifSchema, POSITION_SCHEME, timeOf } from './aif-document.ts';
import { schemeNamedBy } from './aif-schemes.ts';
import {
  MOTION,
  type PreservedNode,
  type PreservedRecord,
  type PreservedStep,
  packPreserved,
} from './preserved-aif.ts';

/**
 * Reads AIF: I-nodes become claims; each RA or CA a link from each of its premises, with its scheme; a CA against an RA or CA an undercut. The file's nodes
 * and edges are kept with what they became, so that an export to AIF has its ids, schemes and times, and what isn't on the map.
 */
export function readAif(bytes: Uint8Array, title = ''): Imported {
  const parsed = aifSchema.safeParse(readJson(bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new FormatError('bad_record', null, `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const draft = new DraftDebate();
  draft.title = title;
  const { nodes, edges, locutions } = parsed.data;
  const byId = new Map<string, AifNode>();
  for (const node of nodes) {
    if (byId.has(node.nodeID)) draft.note('repeated', node.nodeID);
    byId.set(node.nodeID, node);
  }
  const sound = soundEdges(draft, byId, edges);
  const known = [...byId.values()];
  const document = new Connections(byId, sound);
  const became = addPositions(draft, known, document);
  const claims = known.filter(({ type, nodeID }) => type === 'I' && !became.has(nodeID));
  for (const [at, { nodeID }] of claims.entries()) became.set(nodeID, { kind: 'claim', id: `c-${at + 1}` });
  const graph = claims.map(
    ({ nodeID, text, timestamp }): GraphNode => ({
      id: became.get(nodeID)?.id ?? '',
      text,
      at: timeOf(timestamp),
    }),
  );
  const steps = stepsOf(draft, known, document, became);
  addGraph(
    draft,
    graph,
    steps.flatMap(({ edge }) => edge ?? []),
  );
  const records = keptRecords(draft, known, sound, became, steps);
  records.push(...(locutions ?? []).map((locution) => ({ locution })));
  if (records.length > 0) draft.kept.push(packPreserved(records));
  return draft.finish();
}

/** The nodes that edges lead to and from. */
class Connections {
  readonly #into = new Map<string, string[]>();
  readonly #outOf = new Map<string, string[]>();
  readonly #byId: ReadonlyMap<string, AifNode>;

  constructor(byId: ReadonlyMap<string, AifNode>, edges: readonly AifEdge[]) {
    this.#byId = byId;
    for (const { fromID, toID } of edges) {
      add(this.#into, toID, fromID);
      add(this.#outOf, fromID, toID);
    }
  }

  into(id: string): AifNode[] {
    return this.#nodes(this.#into.get(id));
  }

  outOf(id: string): AifNode[] {
    return this.#nodes(this.#outOf.get(id));
  }

  #nodes(ids: readonly string[] = []): AifNode[] {
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }
}

function add(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}

/** Edges between nodes of the file. An edge between two claims says neither support nor attack, so it isn't on the map. */
function soundEdges(
  draft: DraftDebate,
  byId: ReadonlyMap<string, AifNode>,
  edges: readonly AifEdge[],
): AifEdge[] {
  return edges.filter(({ edgeID, fromID, toID }) => {
    const [from, to] = [byId.get(fromID), byId.get(toID)];
    const what = `edge ${edgeID}: ${fromID} → ${toID}`;
    if (!from || !to) draft.note('links_nothing', what);
    else if (from.type === 'I' && to.type === 'I') draft.note('no_place', what);
    return from && to;
  });
}

/** The result of a node: the motion, a position, or (for the step between both) nothing. */
type Became = Target | { readonly kind: 'motion' | 'step'; readonly id: string };

/**
 * The motion and positions written by Parley, and the steps between them, by node. A debate has one motion, the first: positions on another
 * one are read as claims that support it.
 */
function addPositions(
  draft: DraftDebate,
  nodes: readonly AifNode[],
  document: Connections,
): Map<string, Became> {
  const became = new Map<string, Became>();
  let count = 0;
  let motionNode: string | undefined;
  for (const { nodeID, scheme } of nodes) {
    if (scheme !== POSITION_SCHEME) continue;
    const [[position], [motion]] = [document.into(nodeID), document.outOf(nodeID)];
    const isOne = position?.type === 'I' && motion?.type === 'I' && position.nodeID !== motion.nodeID;
    if (!isOne || became.has(position.nodeID) || motion.nodeID !== (motionNode ?? motion.nodeID)) continue;
    motionNode = motion.nodeID;
    const end = position.text.indexOf('\n');
    const [name, summary] =
      end === -1 ? [position.text, ''] : [position.text.slice(0, end), position.text.slice(end + 1)];
    count += 1;
    const id = draft.addPosition({ id: `p-${count}`, name, summary });
    became.set(position.nodeID, { kind: 'position', id });
    became.set(motion.nodeID, { kind: 'motion', id: MOTION });
    became.set(nodeID, { kind: 'step', id: '' });
    draft.motion = motion.text;
    draft.title = motion.text;
  }
  return became;
}

/** A step of the file, and its link. */
interface Step {
  readonly node: string;
  readonly from: string;
  readonly to: string;
  readonly link: string;
  /** `null`: an earlier step says the same, and has the link. */
  readonly edge: GraphEdge | null;
}

/** A link for each premise and conclusion of each RA and CA. Two steps that say the same are one link. */
function stepsOf(
  draft: DraftDebate,
  nodes: readonly AifNode[],
  document: Connections,
  became: ReadonlyMap<string, Became>,
): Step[] {
  const said = new Map<string, { readonly link: string; readonly type: string }>();
  /** For each node that attacks a step, the link of that step. */
  const linkOfNode = new Map<string, string>();
  const pairs = nodes
    .filter(({ type, nodeID }) => (type === 'RA' || type === 'CA') && !became.has(nodeID))
    .flatMap((node) => pairsOf(draft, node, document, became))
    .map((pair, at) => {
      const { node, from, target } = pair;
      const own = { link: `l-${at + 1}`, type: node.type };
      const words = target.kind === 'link' ? own.link : `${from.id} ${target.id}`;
      const first = said.get(words) ?? own;
      said.set(words, first);
      // Where another kind of step says something between the same two, this one has no link.
      const hasLink = first.type === node.type && target.id !== from.id;
      if (hasLink && !linkOfNode.has(node.nodeID)) linkOfNode.set(node.nodeID, first.link);
      return { ...pair, link: own.link, first };
    });
  return pairs.flatMap(({ node, fromNode, from, to, target, link, first }): Step[] => {
    const step = { node: node.nodeID, from: fromNode.nodeID, to: to.nodeID };
    if (first.link !== link) draft.note('duplicate_link', `${node.type} ${node.nodeID}: ${fromNode.text}`);
    if (first.link !== link)
      return first.type === node.type ? [{ ...step, link: first.link, edge: null }] : [];
    const place = target.kind === 'link' ? { ...target, id: linkOfNode.get(to.nodeID) ?? '' } : target;
    if (place.id === '') {
      draft.note('no_place', `${node.type} ${node.nodeID}: ${fromNode.text}`);
      return [];
    }
    const relation = node.type === 'RA' ? 'support' : 'attack';
    const scheme = schemeNamedBy(node);
    const edge = { id: link, from: from.id, to: place, relation, ...(scheme && { scheme }) } as const;
    return [{ ...step, link, edge }];
  });
}

/** Premises of a step with its conclusions; one without either, and support of a step, have no place in a map. */
function pairsOf(
  draft: DraftDebate,
  node: AifNode,
  document: Connections,
  became: ReadonlyMap<string, Became>,
) {
  const premises = document.into(node.nodeID).flatMap((fromNode) => {
    const from = became.get(fromNode.nodeID);
    return from?.kind === 'claim' ? [{ fromNode, from }] : [];
  });
  const conclusions = document.outOf(node.nodeID).flatMap((to) => {
    const isStep = (to.type === 'RA' || to.type === 'CA') && !became.has(to.nodeID);
    if (isStep) return node.type === 'CA' ? [{ to, target: { kind: 'link', id: '-' } as Target }] : [];
    const target = became.get(to.nodeID);
    return target?.kind === 'claim' || target?.kind === 'position' ? [{ to, target }] : [];
  });
  if (premises.length === 0 || conclusions.length === 0)
    draft.note('no_place', `${node.type} ${node.nodeID}`);
  return conclusions.flatMap(({ to, target }) =>
    premises.map(({ fromNode, from }) => ({ node, fromNode, from, to, target })),
  );
}

/** The file's nodes and edges with what they became; reports those that aren't on the map. */
function keptRecords(
  draft: DraftDebate,
  nodes: readonly AifNode[],
  edges: readonly AifEdge[],
  became: ReadonlyMap<string, Became>,
  steps: readonly Step[],
): PreservedRecord[] {
  const links = new Map<string, PreservedStep[]>();
  for (const { node, from, to, link } of steps)
    if (draft.hasLink(link)) links.set(node, [...(links.get(node) ?? []), { link, from, to }]);
  const isGone = (id: string) => became.get(id)?.kind === 'step';
  const keptNodes = nodes.flatMap((node): PreservedRecord[] => {
    const { nodeID, type, text } = node;
    if (isGone(nodeID)) return [];
    const as = became.get(nodeID)?.id;
    if (as !== undefined) return [{ node: withoutOwnText(node), as }];
    if (type !== 'RA' && type !== 'CA') draft.note('no_place', `${type} ${nodeID}: ${text}`);
    const own = links.get(nodeID);
    return [own ? { node, steps: own } : { node }];
  });
  return [
    ...keptNodes,
    ...edges.filter(({ fromID, toID }) => !isGone(fromID) && !isGone(toID)).map((edge) => ({ edge })),
  ];
}

/** A node without its text if the claim says the same. */
function withoutOwnText(node: AifNode): PreservedNode['node'] {
  const { nodeID, text, type, ...rest } = node;
  return importedText(text) === text ? { nodeID, type, ...rest } : node;
}
