import { groupBy } from '../../collections/group-by.ts';
import { type ArgumentMap, argumentMapSteps, type MapLink, type MapPosition } from '../argument-map.ts';
import { importedText } from '../draft-debate.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { textWithRetraction } from '../retraction-mark.ts';
import { aifTime, POSITION_SCHEME } from './aif-document.ts';
import { aifSchemeName, schemeNamedBy } from './aif-schemes.ts';
import {
  MOTION,
  MOTION_KEY,
  PreservedAif,
  type PreservedEdge,
  type PreservedNode,
  type PreservedStep,
  type StepOfNode,
} from './preserved-aif.ts';

/**
 * AIF in the dialect of AIFdb: claims as I-nodes, supports as RA, attacks as CA, an undercut as a CA against the RA or CA it denies.
 * Content from an AIF file is written as it was there, as far as it is still valid in the debate: its ids, schemes and times, and what
 * isn't on the map. A retracted claim that has replies stays below them, with “(retracted)”.
 */
export function* writeAif(debate: ExchangedDebate): Generator<string> {
  const map = yield* argumentMapSteps(debate);
  const file = new PreservedAif(debate.kept);
  const document = new AifDocument(map, file);
  yield '{"nodes":';
  yield* writeList(document.nodes);
  yield ',\n"edges":';
  yield* writeList(document.edges);
  yield ',\n"locutions":';
  yield* writeList(file.locutions);
  yield '}\n';
}

function* writeList(records: readonly object[]): Generator<string> {
  let between = '[\n';
  for (const record of records) {
    yield between + JSON.stringify(record);
    between = ',\n';
  }
  yield records.length === 0 ? '[]' : '\n]';
}

interface WrittenNode {
  readonly nodeID: string;
  readonly [field: string]: unknown;
}

class AifDocument {
  nodes: WrittenNode[] = [];
  readonly edges: object[] = [];
  readonly #map: ArgumentMap;
  readonly #file: PreservedAif;
  readonly #ids: AifIds;
  readonly #at: string;
  readonly #links: ReadonlyMap<string, MapLink>;
  readonly #inFile: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #stepIds = new Map<string, string>();

  constructor(map: ArgumentMap, file: PreservedAif) {
    this.#map = map;
    this.#file = file;
    this.#ids = new AifIds(file);
    this.#at = aifTime(map.at);
    const gathered = new Set(map.positions.filter((position) => position.isGathering).map(({ id }) => id));
    const links = [...map.claims.map(({ link }) => link), ...map.crossLinks];
    const leftOut = new Map(
      links.flatMap(({ id, from, target }) => (gathered.has(target.id) ? [[id, from] as const] : [])),
    );
    // An attack on a step that is left out becomes one on its claim: otherwise the file would lose it.
    const onClaim = (link: MapLink): MapLink => {
      const from = leftOut.get(link.target.id);
      return from === undefined ? link : { ...link, target: { kind: 'claim', id: from } };
    };
    const written = links.filter(({ id }) => !leftOut.has(id));
    this.#links = new Map(written.map((link) => [link.id, onClaim(link)]));
    this.#inFile = this.#stepsStillValid();
    this.#addPositions(map.positions.filter((position) => !position.isGathering));
    this.#addFile();
    this.#addNew();
  }

  /**
   * By link, the RAs or CAs of the file that say what it says now. A step against another step is valid as long as that one is;
   * steps against each other in a circle are valid until one of them is not.
   */
  #stepsStillValid(): ReadonlyMap<string, ReadonlySet<string>> {
    const valid = new Map<string, ReadonlySet<string>>();
    const overLinks = [...this.#links.values()].filter(({ target }) => target.kind === 'link');
    const against = groupBy(overLinks, ({ target }) => target.id);
    const isTo = ({ target }: MapLink, nodeId: string) =>
      target.kind === 'link'
        ? (valid.get(target.id)?.has(nodeId) ?? false)
        : nodeId === this.#ids.of(target.id);
    const look = (link: MapLink, mayPointAt: (nodeId: string) => boolean) => {
      const supports = link.relation === 'support';
      const same = this.#file
        .stepsOf(link.id)
        .filter(
          ({ from, to, node }) =>
            from === this.#ids.of(link.from) && (node.type === 'RA') === supports && mayPointAt(to),
        );
      return new Set(same.map(({ node }) => node.nodeID));
    };
    for (const link of this.#links.values()) {
      const isOverLink = link.target.kind === 'link';
      valid.set(
        link.id,
        look(link, (nodeId) => isOverLink || isTo(link, nodeId)),
      );
    }
    const unsure = [...against.values()].flat();
    for (const link of unsure) {
      const left = look(link, (nodeId) => isTo(link, nodeId));
      if (left.size === valid.get(link.id)?.size) continue;
      valid.set(link.id, left);
      unsure.push(...(against.get(link.id) ?? []));
    }
    return valid;
  }

  #addPositions(positions: readonly MapPosition[]): void {
    if (positions.length === 0) return;
    const motion = this.#ids.of(MOTION_KEY);
    this.nodes.push(node(motion, this.#map.motion, 'I', this.#at));
    for (const { id, name, summary } of positions) {
      const [position, step] = [this.#ids.of(id), this.#ids.of(`${id} step`)];
      this.nodes.push(node(position, positionText(name, summary), 'I', this.#at));
      this.nodes.push({ ...node(step, 'RA', 'RA', this.#at), scheme: POSITION_SCHEME, schemeID: '0' });
      this.#connect(position, step);
      this.#connect(step, motion);
    }
  }

  /** Nodes of the file whose claims and links still exist, and those not on the map; edges between them. */
  #addFile(): void {
    const texts = new Map(this.#map.claims.map((claim) => [claim.id, textWithRetraction(claim)]));
    const positions = new Set([MOTION, ...this.#map.positions.map(({ id }) => id)]);
    const isLive = ({ link, node }: StepOfNode) => this.#nodesOf(link).has(node.nodeID);
    for (const { node: inFile, as, steps = [] } of this.#file.nodes) {
      const kept = this.#schemed(inFile, steps);
      const { nodeID, text: own = '', ...rest } = kept;
      if (as === undefined) {
        if (steps.length === 0 || steps.some((step) => isLive({ ...step, node: kept })))
          this.nodes.push({ nodeID, text: own, ...rest });
        continue;
      }
      const text = texts.get(as);
      if (positions.has(as) || text === undefined) continue;
      const isSame = kept.text !== undefined && importedText(kept.text) === text;
      this.nodes.push({ nodeID, text: isSame ? own : text, ...rest });
    }
    const written = new Set(this.nodes.map(({ nodeID }) => nodeID));
    const edgesOf = new Map<string, number>();
    for (const edge of this.#file.edges) {
      const over = this.#file.stepsOver(edge);
      const isSaid = over.length === 0 || over.some(isLive);
      const isWritten = isSaid && written.has(edge.fromID) && written.has(edge.toID);
      if (isWritten) this.edges.push(edge);
      for (const end of [edge.fromID, edge.toID])
        edgesOf.set(end, (edgesOf.get(end) ?? 0) + (isWritten ? 1 : 0));
    }
    // A step that had edges and lost them all no longer says anything.
    this.nodes = this.nodes.filter(
      ({ nodeID, type }) => (type !== 'RA' && type !== 'CA') || edgesOf.get(nodeID) !== 0,
    );
  }

  /** An RA or CA of the file, under the scheme that its link has been given since. */
  #schemed(kept: PreservedNode['node'], steps: readonly PreservedStep[]): PreservedNode['node'] {
    const links = steps.flatMap(({ link }) => this.#links.get(link) ?? []);
    // Several steps of a file may make one link, each under a scheme of its own, and one step several links.
    const isNamed = ({ id, scheme }: MapLink) =>
      this.#file.stepsOf(id).some(({ node: one }) => schemeNamedBy(one) === scheme);
    const [link] = links;
    if (!link || links.some(isNamed)) return kept;
    const { scheme: _, schemeID: __, ...rest } = kept;
    const name = link.scheme && aifSchemeName(link.scheme);
    return { ...rest, text: name ?? kept.type, ...(name !== undefined && { scheme: name }) };
  }

  /** Claims and links that are not in the file. */
  #addNew(): void {
    for (const claim of this.#map.claims)
      if (this.#file.nodeIdOf(claim.id) === undefined)
        this.nodes.push(
          node(this.#ids.of(claim.id), textWithRetraction(claim), 'I', aifTime(claim.claim.at)),
        );
    for (const { id, from, target, relation, scheme } of this.#links.values()) {
      if (this.#nodesOf(id).size > 0) continue;
      const [step, type] = [this.#stepId(id), relation === 'support' ? 'RA' : 'CA'];
      const schemed = scheme ? { scheme: aifSchemeName(scheme) } : {};
      this.nodes.push({ ...node(step, schemed.scheme ?? type, type, this.#at), ...schemed });
      this.#connect(this.#ids.of(from), step);
      this.#connect(step, target.kind === 'link' ? this.#stepId(target.id) : this.#ids.of(target.id));
    }
  }

  /** RAs or CAs of the file that say what the link says now. */
  #nodesOf(id: string): ReadonlySet<string> {
    return this.#inFile.get(id) ?? NONE;
  }

  /** The RA or CA of a link: the file's, as long as it says the same. */
  #stepId(id: string): string {
    const [inFile] = this.#nodesOf(id);
    const own = inFile ?? this.#stepIds.get(id) ?? this.#ids.fresh();
    this.#stepIds.set(id, own);
    return own;
  }

  #connect(fromID: string, toID: string): void {
    this.edges.push({ edgeID: this.#ids.nextEdge(), fromID, toID, formEdgeID: null } satisfies PreservedEdge);
  }
}

const NONE: ReadonlySet<string> = new Set();

function node(nodeID: string, text: string, type: string, timestamp: string) {
  return { nodeID, text, type, timestamp };
}

/** A position's name is its text's first line. */
function positionText(name: string, summary: string): string {
  const ownName = name.replace(/\s+/g, ' ');
  return summary ? `${ownName}\n${summary}` : ownName;
}

/** Ids in the file: the original ones, or the next unused numbers. */
class AifIds {
  readonly #file: PreservedAif;
  readonly #ids = new Map<string, string>();
  readonly #taken: ReadonlySet<string>;
  readonly #takenEdges: ReadonlySet<string>;
  #next = 1;
  #nextEdge = 1;

  constructor(file: PreservedAif) {
    this.#file = file;
    this.#taken = new Set(file.nodes.map(({ node }) => node.nodeID));
    this.#takenEdges = new Set(file.edges.map(({ edgeID }) => edgeID));
  }

  of(id: string): string {
    const known = this.#ids.get(id) ?? this.#file.nodeIdOf(id);
    if (known !== undefined) return known;
    const own = this.fresh();
    this.#ids.set(id, own);
    return own;
  }

  fresh(): string {
    while (this.#taken.has(`${this.#next}`)) this.#next += 1;
    this.#next += 1;
    return `${this.#next - 1}`;
  }

  nextEdge(): string {
    while (this.#takenEdges.has(`${this.#nextEdge}`)) this.#nextEdge += 1;
    this.#nextEdge += 1;
    return `${this.#nextEdge - 1}`;
  }
}
