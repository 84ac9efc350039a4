import type { Target } from '../../debate/records/link.ts';
import { DraftDebate } from '../draft-debate.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { addGraph, type GraphEdge, type GraphNode } from '../graph.ts';
import { readJson } from '../read-json.ts';
import { type AifEdge, type AifNode, aifSchema, POSITION_SCHEME, timeOf } from './aif-document.ts';
import { debateIdOf, KEPT_AIF } from './aif-ids.ts';

/** Nodes of AIF that an argument map shows. */
const SHOWN: ReadonlySet<string> = new Set(['I', 'RA', 'CA']);

/**
 * Reads AIF: I-nodes become claims; each RA or CA a link from each of its premises; a CA against an RA or CA an undercut. Locutions, their
 * illocutions, preferences and rephrasings are kept for an export to AIF.
 */
export function readAif(bytes: Uint8Array): Imported {
  const parsed = aifSchema.safeParse(readJson(bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new FormatError('bad_record', null, `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const draft = new DraftDebate();
  const { nodes, edges, locutions } = parsed.data;
  const byId = new Map<string, AifNode>();
  for (const node of nodes) {
    if (byId.has(node.nodeID)) draft.note('repeated', node.nodeID);
    byId.set(node.nodeID, node);
  }
  const known = [...byId.values()];
  const document = new Connections(byId, edges);
  const positions = addPositions(draft, known, document);
  const ids = new Map(known.map(({ nodeID }, at) => [nodeID, debateIdOf(nodeID) ?? `aif-x${at}`]));
  const claims = known.filter(({ type, nodeID }) => type === 'I' && !positions.has(nodeID));
  const graph = claims.map(
    ({ nodeID, text, timestamp }): GraphNode => ({ id: ids.get(nodeID) ?? '', text, at: timeOf(timestamp) }),
  );
  addGraph(draft, graph, edgesOf(draft, known, document, ids, positions));
  keepRest(draft, known, edges, locutions ?? []);
  return draft.finish();
}

/** Which nodes edges lead to and from. */
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

/** The motion and positions that Parley wrote, by their nodes; empty for the motion. */
function addPositions(
  draft: DraftDebate,
  nodes: readonly AifNode[],
  document: Connections,
): Map<string, string> {
  const positions = new Map<string, string>();
  for (const { nodeID, scheme } of nodes) {
    if (scheme !== POSITION_SCHEME) continue;
    const [[position], [motion]] = [document.into(nodeID), document.outOf(nodeID)];
    if (
      !position ||
      !motion ||
      position.type !== 'I' ||
      motion.type !== 'I' ||
      positions.has(position.nodeID)
    )
      continue;
    const end = position.text.indexOf('\n');
    const [name, summary] =
      end === -1 ? [position.text, ''] : [position.text.slice(0, end), position.text.slice(end + 1)];
    positions.set(position.nodeID, draft.addPosition({ id: `p-${positions.size + 1}`, name, summary }));
    positions.set(motion.nodeID, '');
    draft.motion = motion.text;
    draft.title = motion.text;
  }
  return positions;
}

function edgesOf(
  draft: DraftDebate,
  nodes: readonly AifNode[],
  document: Connections,
  ids: ReadonlyMap<string, string>,
  positions: ReadonlyMap<string, string>,
): GraphEdge[] {
  const targetOf = ({ nodeID, type }: AifNode): Target | null => {
    const position = positions.get(nodeID);
    if (position === '') return null;
    if (position !== undefined) return { kind: 'position', id: position };
    return { kind: type === 'I' ? 'claim' : 'link', id: ids.get(nodeID) ?? '' };
  };
  return nodes.flatMap(({ nodeID, type, scheme }): GraphEdge[] => {
    if ((type !== 'RA' && type !== 'CA') || scheme === POSITION_SCHEME) return [];
    const premises = document.into(nodeID).filter((node) => node.type === 'I');
    const conclusions = document.outOf(nodeID).filter((node) => SHOWN.has(node.type));
    if (premises.length === 0 || conclusions.length === 0) draft.note('links_nothing', nodeID);
    let part = 0;
    return conclusions.flatMap((conclusion) =>
      premises.flatMap((premise): GraphEdge[] => {
        const to = targetOf(conclusion);
        if (!to) return [];
        part += 1;
        const id = debateIdOf(nodeID, part) ?? `${ids.get(nodeID)}--${part}`;
        return [
          {
            id,
            from: ids.get(premise.nodeID) ?? '',
            to,
            relation: type === 'RA' && to.kind !== 'link' ? 'support' : 'attack',
          },
        ];
      }),
    );
  });
}

/** Keeps, and tells, what a debate does not show: other nodes, all edges at them, all locutions. */
function keepRest(
  draft: DraftDebate,
  nodes: readonly AifNode[],
  edges: readonly AifEdge[],
  locutions: readonly object[],
): void {
  const rest = new Map(nodes.flatMap((node) => (SHOWN.has(node.type) ? [] : [[node.nodeID, node] as const])));
  for (const { nodeID, type, text } of rest.values()) draft.note('no_place', `${type} ${nodeID}: ${text}`);
  const records = [
    ...[...rest.values()].map((node) => ({ node })),
    ...edges.filter(({ fromID, toID }) => rest.has(fromID) || rest.has(toID)).map((edge) => ({ edge })),
    ...locutions.map((locution) => ({ locution })),
  ];
  if (records.length > 0) draft.kept.push({ format: KEPT_AIF, records });
}
