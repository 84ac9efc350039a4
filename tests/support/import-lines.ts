import { argumentMapOf } from '../../domain/formats/argument-map.ts';
import type { Imported } from '../../domain/formats/exchanged-debate.ts';

/** Everything that was read from a file, a line each: only content that is there, people under their ids. */
export function importLines(imported: Imported): string[] {
  const { state, names, setAside, kept } = imported;
  const { title, motion, positions, claims, crossLinks, sources, comments } = argumentMapOf({
    state,
    names: new Map(),
    kept: [],
  });
  const numbers = new Map([...positions, ...claims].map(({ id, number }) => [id, number]));
  const steps = new Map([...claims.map(({ link }) => link), ...crossLinks].map(({ id, from }) => [id, from]));
  const place = ({ kind, id }: { kind: string; id: string }) =>
    kind === 'link' ? `step of ${numbers.get(steps.get(id) ?? '')}` : `${numbers.get(id)}`;
  const noted = new Map(sources.map(({ id }, at) => [id, at + 1]));
  return [
    `${title} | ${motion}`,
    ...positions.map(({ number, name, hue, summary }) => joinFilled(number, [name, hue, summary])),
    ...claims.map(({ number, text, link, claim, sources: own, passages }) => {
      const { agree, disagree, pass } = claim.tally;
      return joinFilled(`${number} ${link.relation} ${place(link.target)}`, [
        text,
        labelled('by', claim.author === 'system' ? '' : claim.author),
        labelled('at', claim.at === 0 ? '' : new Date(claim.at).toISOString()),
        labelled('of', numbers.get(claim.positionId ?? '') ?? ''),
        claim.retracted ? 'retracted' : '',
        labelled('kind', link.scheme ?? ''),
        labelled('votes', agree + disagree + pass > 0 ? `${agree} ${disagree} ${pass}` : ''),
        labelled('sources', own.map(({ id }) => noted.get(id)).join(' ')),
        ...passages.map(({ sourceId, exact }) => `cites ${noted.get(sourceId)}: ${exact}`),
      ]);
    }),
    ...crossLinks.map(({ from, relation, target, scheme }) =>
      joinFilled(`${numbers.get(from)} ${relation} ${place(target)}`, [labelled('kind', scheme ?? '')]),
    ),
    ...sources.map(({ id, title: name, url, locator, excerpt, note, author }) =>
      joinFilled(`source ${noted.get(id)}`, [
        name,
        url,
        locator,
        excerpt,
        note,
        labelled('by', author === 'system' ? '' : author),
        labelled('text', state.articles.get(id)?.text ?? ''),
      ]),
    ),
    ...comments.map(({ comment: { on, author, text, replyTo, at } }) =>
      joinFilled(`comment on ${place(on)}`, [
        text,
        labelled('by', author === 'system' ? '' : author),
        labelled('to', replyTo ?? ''),
        labelled('at', at === 0 ? '' : new Date(at).toISOString()),
      ]),
    ),
    ...[...state.hidden.values()].map(({ id, status }) => `${status}: ${state.claims.get(id)?.text}`),
    ...[...state.participants.keys()].sort().map((id) => joinFilled(`person ${id}`, [names.get(id) ?? ''])),
    ...setAside.map(({ why, what, line }) => `${why}${line === null ? '' : ` (${line})`}: ${what}`),
    ...kept.map(({ format, records }) => `${records.length} records of ${format} are kept`),
  ];
}

/** A head and the parts that have words. */
function joinFilled(head: string, rest: readonly string[]): string {
  return [head, ...rest.filter((part) => part !== '')].join(' | ').replaceAll('\n', ' ⏎ ');
}

function labelled(name: string, value: string): string {
  return value === '' ? '' : `${name} ${value}`;
}
