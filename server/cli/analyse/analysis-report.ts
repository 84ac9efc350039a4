import type { ArgumentGraph } from '#domain/analysis/graph/argument-graph.ts';
import { type AttackFramework, attackFramework } from '#domain/analysis/graph/attack-framework.ts';
import { compileGraph } from '#domain/analysis/graph/compiled-graph.ts';
import { groundedLabels, type Label } from '#domain/analysis/labels/labelling.ts';
import { preferredExtensions } from '#domain/analysis/labels/preferred.ts';
import { type GroupingWay, opinionGroups } from '#domain/analysis/opinions/opinion-groups.ts';
import type { Opinions } from '#domain/analysis/opinions/opinions.ts';
import { opinionPlane } from '#domain/analysis/opinions/principal-components.ts';
import {
  consensus,
  groupInformedConsensus,
  representativeness,
} from '#domain/analysis/opinions/shared-opinions.ts';
import { SEMANTICS, SEMANTICS_NAMES } from '#domain/analysis/strength/semantics.ts';
import { strengthsOf } from '#domain/analysis/strength/strengths.ts';

/** One part of the output. */
type Report = Readonly<Record<string, unknown>>;

/** The strengths of a graph's arguments, by each semantics. */
export function reportStrengths(graph: ArgumentGraph): Report {
  const compiled = compileGraph(graph);
  const restless = new Set<string>();
  const strengths = SEMANTICS_NAMES.map((name) => {
    const found = strengthsOf(compiled, SEMANTICS[name]);
    const places = [...compiled.placeOf];
    for (const [id, place] of places) if (found.restless.has(place)) restless.add(id);
    return [name, Object.fromEntries(places.map(([id, place]) => [id, found.values[place]]))] as const;
  });
  const unsettled = [...restless].sort();
  return {
    strengths: Object.fromEntries(strengths),
    ...(unsettled.length > 0 ? { unsettled } : {}),
  };
}

/** The arguments accepted by the attacks alone, and those that could be held together. */
export function reportLabels(graph: ArgumentGraph): Report {
  const framework = attackFramework(graph);
  const preferred = preferredExtensions(framework);
  return {
    labels: { grounded: byId(framework, groundedLabels(framework)) },
    preferred: preferred.extensions,
    preferredComplete: preferred.complete,
  };
}

/** The opinion groups, and what they agree on. */
export function reportOpinions(opinions: Opinions, way: GroupingWay): Report {
  const { participants, statements } = opinions;
  const plane = opinionPlane(opinions);
  const groups = opinionGroups(opinions, plane, way);
  const byPerson = <T>(values: readonly T[]) =>
    Object.fromEntries(participants.map((id, nth) => [id, values[nth]]));
  const grouped = groups && {
    groups: {
      k: groups.k,
      silhouettes: Object.fromEntries(groups.silhouettes),
      enough: groups.enough,
      members: Object.fromEntries(
        groups.members.flatMap((people, group) =>
          people.map((person) => [participants[person] ?? '', group]),
        ),
      ),
    },
    groupInformedConsensus: Object.fromEntries(groupInformedConsensus(opinions, groups.members)),
    representativeness: Object.fromEntries(representativeness(opinions, groups.members).entries()),
  };
  return {
    participants,
    statements,
    pca: { center: plane.center, components: plane.components },
    projections: byPerson(plane.projections),
    ...grouped,
    consensus: consensus(opinions),
  };
}

function byId({ ids }: AttackFramework, labels: readonly Label[]): Record<string, Label> {
  return Object.fromEntries(ids.map((id, argument) => [id, labels[argument] ?? 'undecided']));
}
