import type { DebateState } from '../../debate/engine/state.ts';
import { namesIn } from '../../debate/head/names.ts';
import { hiddenIdsFor } from '../../debate/visibility/hidden-content.ts';
import type { Preserved } from '../exchanged-debate.ts';
import { PreservedAif, type PreservedNode, type PreservedRecord, packPreserved } from './preserved-aif.ts';

/** Nodes of locutions: their texts name speakers and repeat words of claims. */
const SPEECH: ReadonlySet<string> = new Set(['L', 'YA', 'TA']);

/**
 * The parts of an imported AIF file that may be exported. Locutions repeat the words of claims, so once a claim is hidden, or not part of
 * the export, only the nodes of visible claims remain, with the steps between them. `named`: true if the export names people.
 */
export function visiblePreserved(
  kept: readonly Preserved[],
  state: DebateState,
  named: boolean,
): readonly Preserved[] {
  const hidden = hiddenIdsFor(state, { seesAll: false, participantId: null });
  const { nodes, edges, locutions } = new PreservedAif(kept);
  const isThere = (id: string) =>
    !id.startsWith('c-') || (state.claims.has(id) && !hidden.has(id) && !state.merges.has(id));
  const gone = new Set(nodes.flatMap(({ node, as }) => (as === undefined || isThere(as) ? [] : node.nodeID)));
  const isWhole = gone.size === 0;
  const namesPeople = named && namesIn(state) === 'shown';
  const shown = nodes.flatMap((each): PreservedNode[] => {
    const { node, as, steps } = each;
    if (as !== undefined) {
      if (gone.has(node.nodeID)) return [];
      return [(state.claims.get(as)?.wording ?? 1) > 1 ? withoutText(each) : each];
    }
    if (SPEECH.has(node.type) && !namesPeople) return [];
    if (isWhole) return [each];
    const left = (steps ?? []).filter(
      ({ link, from, to }) => !gone.has(from) && !gone.has(to) && !hidden.has(link),
    );
    return left.length === 0 ? [] : [{ ...each, steps: left }];
  });
  const ids = new Set(shown.map(({ node }) => node.nodeID));
  const records: PreservedRecord[] = [
    ...shown,
    ...edges.filter(({ fromID, toID }) => ids.has(fromID) && ids.has(toID)).map((edge) => ({ edge })),
    ...(isWhole && namesPeople ? locutions.map((locution) => ({ locution })) : []),
  ];
  return records.length === 0 ? [] : [packPreserved(records)];
}

/** A node whose claim was reworded, without its earlier text. */
function withoutText({ node: { text: _, ...node }, ...rest }: PreservedNode): PreservedNode {
  return { node, ...rest } as PreservedNode;
}
