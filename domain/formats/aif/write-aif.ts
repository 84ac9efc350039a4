import type { Target } from '../../debate/records/link.ts';
import { argumentMapSteps, type MapLink } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { aifTime, POSITION_SCHEME } from './aif-document.ts';
import { aifIdOf, KEPT_AIF } from './aif-ids.ts';

interface Scheme {
  readonly id: string;
  readonly type: 'RA' | 'CA';
  readonly to: Target;
}

/**
 * AIF in the dialect of AIFdb: claims as I-nodes, supports as RA, attacks as CA, an undercut as a CA against the RA or CA it denies. What an AIF
 * file held that a debate does not show goes out again.
 */
export function* writeAif(debate: ExchangedDebate): Generator<string> {
  const map = yield* argumentMapSteps(debate);
  const kept = debate.kept.filter(({ format }) => format === KEPT_AIF).flatMap(({ records }) => records);
  const ids = new AifIds(kept);
  const nodes: object[] = [];
  const edges: object[] = [];
  const at = aifTime(map.at);
  const connect = (fromID: string, toID: string) =>
    edges.push({ edgeID: ids.nextEdge(), fromID, toID, formEdgeID: null });
  const stated = map.positions.filter((position) => !position.isGathering);
  if (stated.length > 0) {
    const motion = ids.of('motion');
    nodes.push({ nodeID: motion, text: map.motion, type: 'I', timestamp: at });
    for (const { id, name, summary } of stated) {
      const [position, step] = [ids.of(id), ids.of(`${id} step`)];
      nodes.push({
        nodeID: position,
        text: positionText(name, summary),
        type: 'I',
        timestamp: at,
      });
      nodes.push({
        nodeID: step,
        text: 'RA',
        type: 'RA',
        timestamp: at,
        scheme: POSITION_SCHEME,
        schemeID: '0',
      });
      connect(position, step);
      connect(step, motion);
    }
  }
  for (const { id, text, claim } of map.claims)
    nodes.push({ nodeID: ids.of(id), text, type: 'I', timestamp: aifTime(claim.at) });
  const isGathered = (link: MapLink) =>
    map.positions.some(({ id, ...position }) => position.isGathering && id === link.target.id);
  const links = [...map.claims.map(({ link }) => link), ...map.crossLinks].filter(
    (link) => !isGathered(link),
  );
  const schemes = new Map<string, Scheme>();
  for (const link of links) {
    const scheme: Scheme = {
      id: ids.ofStep(link),
      type: link.relation === 'support' ? 'RA' : 'CA',
      to: link.target,
    };
    const isNew = !schemes.has(scheme.id);
    schemes.set(scheme.id, scheme);
    if (isNew) nodes.push({ nodeID: scheme.id, text: scheme.type, type: scheme.type, timestamp: at });
    connect(ids.of(link.from), scheme.id);
  }
  for (const { id, to } of schemes.values())
    connect(id, to.kind === 'link' ? ids.stepOf(to.id) : ids.of(to.id));
  const rest = {
    nodes: ofKind(kept, 'node'),
    edges: ofKind(kept, 'edge'),
    locutions: ofKind(kept, 'locution'),
  };
  yield '{"nodes":';
  yield* writeList([...nodes, ...rest.nodes]);
  yield ',\n"edges":';
  yield* writeList([...edges, ...rest.edges]);
  yield ',\n"locutions":';
  yield* writeList(rest.locutions);
  yield '}\n';
}

/** A position's name is its text's first line. */
function positionText(name: string, summary: string): string {
  const ownName = name.replace(/\s+/g, ' ');
  return summary ? `${ownName}\n${summary}` : ownName;
}

function* writeList(records: readonly object[]): Generator<string> {
  let between = '[\n';
  for (const record of records) {
    yield between + JSON.stringify(record);
    between = ',\n';
  }
  yield records.length === 0 ? '[]' : '\n]';
}

type KeptKind = 'node' | 'edge' | 'locution';

/** What was kept of a kind: each record stands under the word for it. */
function ofKind(kept: readonly unknown[], kind: KeptKind): object[] {
  return kept.flatMap((record) => {
    const value = typeof record === 'object' && record !== null ? Reflect.get(record, kind) : undefined;
    return typeof value === 'object' && value !== null ? [value as object] : [];
  });
}

/** Ids in the file: those it came with, or the next numbers that are free. */
class AifIds {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #steps = new Map<string, string>();
  readonly #shared = new Map<string, string>();
  #next = 1;
  #nextEdge = 1;

  constructor(kept: readonly unknown[]) {
    for (const node of ofKind(kept, 'node')) this.#taken.add(String(Reflect.get(node, 'nodeID')));
    for (const edge of ofKind(kept, 'edge')) this.#takenEdges.add(String(Reflect.get(edge, 'edgeID')));
  }

  readonly #takenEdges = new Set<string>();

  of(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const own = this.#free(aifIdOf(id));
    this.#ids.set(id, own);
    return own;
  }

  /** The node of a link: premises that came together in one step leave in one. */
  ofStep({ id, target, relation }: MapLink): string {
    const base = aifIdOf(id);
    const key = base === null ? null : `${base} ${target.id} ${relation}`;
    const shared = key === null ? undefined : this.#shared.get(key);
    const step = shared ?? this.#free(base);
    if (key !== null) this.#shared.set(key, step);
    this.#steps.set(id, step);
    return step;
  }

  stepOf(linkId: string): string {
    return this.#steps.get(linkId) ?? '';
  }

  nextEdge(): string {
    while (this.#takenEdges.has(`${this.#nextEdge}`)) this.#nextEdge += 1;
    this.#nextEdge += 1;
    return `${this.#nextEdge - 1}`;
  }

  #free(wanted: string | null): string {
    let id = wanted ?? `${this.#next}`;
    while (this.#taken.has(id)) {
      this.#next += 1;
      id = `${this.#next}`;
    }
    this.#taken.add(id);
    return id;
  }
}
