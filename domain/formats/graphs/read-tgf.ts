import { DraftDebate } from '../draft-debate.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { addGraph, type GraphEdge, type GraphNode } from '../graph.ts';
import { readText } from '../read-text.ts';

/** Reads the Trivial Graph Format, as argumentation systems use it: edges are attacks, nodes claims called by their labels. */
export function readTgf(bytes: Uint8Array, title = ''): Imported {
  const draft = new DraftDebate();
  draft.title = title;
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const ids = new Map<string, string>();
  let isAttacks = false;
  for (const [at, raw] of readText(bytes).split('\n').entries()) {
    const text = raw.trim();
    if (text === '') continue;
    const [first = '', second] = text.split(/\s+/, 2);
    if (!isAttacks && text === '#') isAttacks = true;
    else if (!isAttacks) {
      if (ids.has(first))
        throw new FormatError('malformed', at + 1, `the node ${first.slice(0, 60)} appears twice`);
      const id = `c-${nodes.length + 1}`;
      ids.set(first, id);
      nodes.push({ id, text: text.slice(first.length).trim() || first, line: at + 1 });
    } else {
      const [from, to] = [ids.get(first), ids.get(second ?? '')];
      if (from === undefined || to === undefined) draft.note('links_nothing', text, at + 1);
      else
        edges.push({
          id: `l-${edges.length + 1}`,
          from,
          to: { kind: 'claim', id: to },
          relation: 'attack',
          line: at + 1,
        });
    }
  }
  if (!isAttacks) throw new FormatError('malformed', null, 'the line “#” is missing');
  addGraph(draft, nodes, edges);
  return draft.finish();
}
