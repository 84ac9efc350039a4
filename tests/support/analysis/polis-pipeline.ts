import { parse } from 'csv-parse/sync';

/*
 * The groups that Polis finds in its own tables, written from the description of its pipeline (Small et al. 2021, “Polis: Scaling
 * deliberation by mapping high dimensional opinion spaces”) and from nothing of ours: missing votes are means, two components by power
 * iteration, people moved outwards by what they left unanswered, k-means from the first places, and the number of groups with the best
 * silhouette. Up to a hundred people each is a base cluster of their own there.
 */

type Point = readonly [number, number];
type Row = Readonly<Record<string, string>>;

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0);
const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** By group, the numbers of its people; `null` where someone was as near to two groups, so that the rounding of sums decides. */
export function polisGroups(votesCsv: string, commentsCsv: string): number[][] | null {
  const votes: Row[] = parse(votesCsv, { columns: true });
  const comments: Row[] = parse(commentsCsv, { columns: true });
  const rejected = new Set(comments.filter((row) => row.moderated === '-1').map((row) => row['comment-id']));
  const people = [...new Set(votes.map((row) => row['voter-id'] ?? ''))];
  const asked = [...new Set(votes.map((row) => row['comment-id'] ?? ''))];
  const cast = new Map(votes.map((row) => [`${row['voter-id']} ${row['comment-id']}`, Number(row.vote)]));
  const voteOf = (person: string, comment: string) => cast.get(`${person} ${comment}`);
  const means = asked.map((comment) => {
    const all = people.flatMap((person) => voteOf(person, comment) ?? []);
    return rejected.has(comment) ? 0 : all.reduce((sum, vote) => sum + vote, 0) / all.length;
  });
  const centred = people.map((person) =>
    asked.map((comment, at) => {
      const vote = rejected.has(comment) ? 0 : voteOf(person, comment);
      return vote === undefined ? 0 : vote - (means[at] ?? 0);
    }),
  );
  const first = strongestDirection(centred);
  const rest = centred.map((row) => row.map((value, at) => value - dot(row, first) * (first[at] ?? 0)));
  const second = strongestDirection(rest);
  const answered = people.map(
    (person) => asked.filter((comment) => voteOf(person, comment) !== undefined).length,
  );
  const places = centred.map((row, person): Point => {
    const scale = Math.sqrt(asked.length / (answered[person] ?? 1));
    return [scale * dot(row, first), scale * dot(row, second)];
  });
  const isIn = (at: number) => at < 15 || (answered[at] ?? 0) >= Math.min(7, asked.length);
  const inside = [...people.keys()].filter(isIn);
  const points = inside.map((at) => places[at] ?? ([0, 0] as const));
  const most = Math.min(5, 2 + Math.floor(inside.length / 12));
  const tried = Array.from({ length: most - 1 }, (_, nth) => nearest(points, nth + 2));
  const scores = tried.map((groupOf) => (groupOf === null ? 0 : silhouette(points, groupOf)));
  const best = tried[scores.indexOf(Math.max(...scores))] ?? [];
  if (tried.includes(null)) return null;
  return [...new Set(best)].map((group) =>
    inside.filter((_, at) => best[at] === group).map((at) => Number(people[at])),
  );
}

function strongestDirection(rows: readonly (readonly number[])[]): number[] {
  let direction = (rows[0] ?? []).map((_, at) => 1 + at / 7);
  for (let turn = 0; turn < 3_000; turn += 1) {
    const along = rows.map((row) => dot(row, direction));
    const next = direction.map((_, at) =>
      rows.reduce((sum, row, nth) => sum + (row[at] ?? 0) * (along[nth] ?? 0), 0),
    );
    const length = Math.hypot(...next) || 1;
    direction = next.map((value) => value / length);
  }
  return direction;
}

/** Two distances closer than this are the same but for rounding. */
const ROUNDING = 1e-9;

/** The group of each point, as k-means leaves it that begins with the first k places; `null`: a point was as near to two centers. */
function nearest(points: readonly Point[], k: number): number[] | null {
  const places = new Map(points.map((point) => [point.join(), point]));
  let centers = [...places.values()].slice(0, k);
  let groupOf: number[] = [];
  for (let turn = 0; turn < 100; turn += 1) {
    const away = points.map((point) => centers.map((center) => apart(point, center)));
    if (away.some((each) => each.filter((one) => one - Math.min(...each) < ROUNDING).length > 1)) return null;
    groupOf = away.map((each) => each.indexOf(Math.min(...each)));
    centers = centers.map((center, group): Point => {
      const own = points.filter((_, at) => groupOf[at] === group);
      if (own.length === 0) return center;
      const mean = (axis: 0 | 1) => own.reduce((sum, point) => sum + point[axis], 0) / own.length;
      return [mean(0), mean(1)];
    });
  }
  return groupOf;
}

function silhouette(points: readonly Point[], groupOf: readonly number[]): number {
  const each = points.map((point, at) => {
    const mean = (group: number | undefined) => {
      const others = points.filter((_, other) => other !== at && groupOf[other] === group);
      return others.length === 0
        ? null
        : others.reduce((sum, other) => sum + apart(point, other), 0) / others.length;
    };
    const own = mean(groupOf[at]);
    if (own === null) return 0;
    const other = Math.min(
      ...[...new Set(groupOf)].flatMap((group) => (group === groupOf[at] ? [] : (mean(group) ?? []))),
    );
    return (other - own) / Math.max(other, own);
  });
  return each.reduce((sum, value) => sum + value, 0) / points.length;
}
