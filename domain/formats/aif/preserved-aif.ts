import { z } from 'zod';
import { addTo } from '../../collections/group-by.ts';
import type { Preserved } from '../exchanged-debate.ts';

/** The key under which a debate keeps an AIF file's nodes and edges, with what they became. */
const KEPT_AIF = 'aif';

/** A step from a premise to a conclusion that became a link, by the ids of the file's nodes. */
const step = z.object({ link: z.string(), from: z.string(), to: z.string() });

const record = z.union([
  z.object({
    /** Without `text` where the claim has the same one. */
    node: z.looseObject({ nodeID: z.string(), text: z.string().optional(), type: z.string() }),
    /** Id of the claim or position that the node became, or the motion. */
    as: z.string().optional(),
    /** Links that an RA or CA became. */
    steps: z.array(step).optional(),
  }),
  z.object({ edge: z.looseObject({ edgeID: z.string(), fromID: z.string(), toID: z.string() }) }),
  z.object({ locution: z.looseObject({}) }),
]);

export type PreservedRecord = z.infer<typeof record>;
export type PreservedStep = z.infer<typeof step>;
export type PreservedNode = Extract<PreservedRecord, { node: unknown }>;
export type PreservedEdge = Extract<PreservedRecord, { edge: unknown }>['edge'];

export interface StepOfNode extends PreservedStep {
  readonly node: PreservedNode['node'];
}

/** An AIF file in the form kept by a debate. */
export function packPreserved(records: readonly PreservedRecord[]): Preserved {
  return { format: KEPT_AIF, records };
}

/** `as` of the node with the motion. */
export const MOTION = 'motion';

/** The motion among ids of claims and positions: no id has a space. */
export const MOTION_KEY = 'the motion';

/** The AIF file that a debate was imported from. Its ids are references: the debate's content has ids of ours. */
export class PreservedAif {
  readonly nodes: readonly PreservedNode[];
  readonly edges: readonly PreservedEdge[];
  readonly locutions: readonly { readonly [field: string]: unknown }[];
  readonly #nodeIds = new Map<string, string>();
  readonly #steps = new Map<string, StepOfNode[]>();
  readonly #stepsOver = new Map<string, StepOfNode[]>();

  constructor(kept: readonly Preserved[]) {
    const records = kept
      .filter(({ format }) => format === KEPT_AIF)
      .flatMap(({ records }) => records)
      .flatMap((value) => record.safeParse(value).data ?? []);
    this.nodes = records.flatMap((each) => ('node' in each ? [each] : []));
    this.edges = records.flatMap((each) => ('edge' in each ? [each.edge] : []));
    this.locutions = records.flatMap((each) => ('locution' in each ? [each.locution] : []));
    for (const { node, as, steps = [] } of this.nodes) {
      if (as !== undefined) this.#nodeIds.set(as === MOTION ? MOTION_KEY : as, node.nodeID);
      const own = steps.map((one) => ({ ...one, node }));
      for (const one of own) {
        addTo(this.#steps, one.link, one);
        addTo(this.#stepsOver, edgeKey(one.from, node.nodeID), one);
        addTo(this.#stepsOver, edgeKey(node.nodeID, one.to), one);
      }
    }
  }

  /** The file's node that became this claim or position, or the motion: `MOTION_KEY`. */
  nodeIdOf(id: string): string | undefined {
    return this.#nodeIds.get(id);
  }

  /** The file's steps that became this link: several if they say the same. */
  stepsOf(linkId: string): readonly StepOfNode[] {
    return this.#steps.get(linkId) ?? [];
  }

  /** Steps that need this edge. */
  stepsOver({ fromID, toID }: PreservedEdge): readonly StepOfNode[] {
    return this.#stepsOver.get(edgeKey(fromID, toID)) ?? [];
  }
}

function edgeKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
