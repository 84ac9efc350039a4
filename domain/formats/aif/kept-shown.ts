import type { DebateState } from '../../debate/state.ts';
import { withheldFrom } from '../../debate/withheld.ts';
import type { Kept } from '../exchanged-debate.ts';
import { KeptAif, type KeptNode, type KeptRecord, keptAs } from './kept-aif.ts';

/**
 * What may be exported of an AIF file that a debate was imported from. Locutions repeat the words of claims, so once a claim is hidden, or not part
 * of the export, only the nodes of those that are shown remain. `named`: whether the export names people.
 */
export function keptShown(kept: readonly Kept[], state: DebateState, named: boolean): readonly Kept[] {
  const withheld = withheldFrom(state, { seesAll: false, participantId: null });
  const { nodes, edges, locutions } = new KeptAif(kept);
  const isThere = (id: string) =>
    !id.startsWith('c-') || (state.claims.has(id) && !withheld.has(id) && !state.merges.has(id));
  const isWhole = nodes.every(({ as }) => as === undefined || isThere(as));
  const shown = nodes
    .filter(({ node, as }) =>
      as === undefined ? isWhole || node.type === 'RA' || node.type === 'CA' : isThere(as),
    )
    .map((each) => ((state.claims.get(each.as ?? '')?.wording ?? 1) > 1 ? withoutText(each) : each));
  const ids = new Set(shown.map(({ node }) => node.nodeID));
  const records: KeptRecord[] = [
    ...shown,
    ...edges.filter(({ fromID, toID }) => ids.has(fromID) && ids.has(toID)).map((edge) => ({ edge })),
    ...(isWhole && named ? locutions.map((locution) => ({ locution })) : []),
  ];
  return records.length === 0 ? [] : [keptAs(records)];
}

/** A node whose claim was reworded, without what it said before. */
function withoutText({ node: { text: _, ...node }, ...rest }: KeptNode): KeptNode {
  return { node, ...rest } as KeptNode;
}
