import { type IArgument, type IEquivalenceClass, type IRelation, RangeType } from '@argdown/core';
import type { Relation } from '../../debate/map/link.ts';
import { HUES, type Hue } from '../../debate/positions/position.ts';
import { DraftDebate } from '../draft-debate.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { addGraph, type GraphEdge, type GraphNode } from '../graph.ts';
import { IMPORT_LIMITS } from '../import-limits.ts';
import { readText } from '../read-text.ts';
import { argdownModel, lineOfRelation } from './argdown-model.ts';

type Member = IArgument | IEquivalenceClass;

const LINK = RangeType.LINK;

/**
 * Reads Argdown: arguments and statements become claims, relations links; premises support their argument, and an argument its conclusion.
 * Files written by Parley are read back unchanged.
 */
export function readArgdown(bytes: Uint8Array, untitled = ''): Imported {
  const text = readText(bytes);
  const { argdownCharacters } = IMPORT_LIMITS;
  if (text.length > argdownCharacters)
    throw new FormatError('too_large', null, `${argdownCharacters} characters`);
  const model = argdownModel(`${text}\n`);
  const draft = new DraftDebate();
  const isOwn = model.frontMatter?.parley === 1;
  const title = model.frontMatter?.title ?? model.sections?.[0]?.title;
  draft.title = typeof title === 'string' || typeof title === 'number' ? String(title) : untitled;
  const members = membersOf(Object.values(model.arguments ?? {}), Object.values(model.statements ?? {}));
  const positions = isOwn ? addPositions(draft, members) : new Map<number, string>();
  const ids = new Map<Member, string>();
  const nodes: GraphNode[] = [];
  for (const member of members) {
    const data = isOwn ? dataOf(member) : {};
    if (data.kind === 'motion') draft.motion = own(data.text) || textOf(member);
    if (data.kind === 'motion' || data.kind === 'position') continue;
    const id = `c-${nodes.length + 1}`;
    ids.set(member, id);
    const words = isOwn ? own(data.text) || textOf(member) : titledText(member);
    if (!isOwn) noteFormatting(draft, member);
    nodes.push({
      id,
      text: words,
      line: lineOf(member),
      positionId: positions.get(Number(data.held)) ?? null,
      retracted: data.retracted === true,
      sources: isOwn ? addOwnSources(draft, data.sources) : addLinks(draft, member),
    });
  }
  const relations = [...inferencesOf(members), ...relationsOf(model.relations ?? [], model.arguments ?? {})];
  addGraph(draft, nodes, edgesOf(draft, relations, ids, members, positions));
  return draft.finish();
}

/** Arguments and statements of the document, in its order. */
function membersOf(args: readonly IArgument[], statements: readonly IEquivalenceClass[]): Member[] {
  return [...args, ...statements]
    .map((member, index) => ({ member, line: lineOf(member) ?? 0, index }))
    .sort((a, b) => a.line - b.line || a.index - b.index)
    .map(({ member }) => member);
}

function lineOf({ members }: Member): number | null {
  const defining = members.find((member) => !member.isReference) ?? members[0];
  return defining?.startLine ?? null;
}

/** The text of a member: the last one given, as Argdown shows it, without tags. */
function textOf({ members }: Member): string {
  const described = members.filter((member) => !member.isReference && (member.text ?? '').trim() !== '');
  const last = described.at(-1);
  return last ? withoutTags(last).trim() : '';
}

function withoutTags({ text = '', ranges = [] }: Member['members'][number]): string {
  const tags = ranges.filter(({ type }) => type === RangeType.TAG);
  return tags.reduceRight((left, { start, stop }) => left.slice(0, start) + left.slice(stop + 1), text);
}

/** Its text under its title, if the title says something more. */
function titledText(member: Member): string {
  const [title, text] = [(member.title ?? '').trim(), textOf(member)];
  if (text === '' || /^Untitled \d+$/.test(title)) return text || title;
  return `${title}: ${text}`;
}

interface Said {
  readonly from: Member;
  readonly to: Member;
  readonly relation: Relation;
  readonly isUndercut: boolean;
  readonly line: number | null;
}

/** The inferences of premises and conclusions: in a chain of inferences the last one is the argument's. */
function* inferencesOf(members: readonly Member[]): Generator<Said> {
  const byTitle = new Map(
    members.flatMap((member) =>
      member.type === 'equivalence-class' ? [[member.title ?? '', member] as const] : [],
    ),
  );
  for (const member of members) {
    if (member.type !== 'argument') continue;
    for (const statement of member.pcs ?? []) {
      const other = byTitle.get(statement.title ?? '');
      if (!other) continue;
      const said = { relation: 'support', isUndercut: false, line: statement.startLine ?? null } as const;
      const isConclusion = statement.role === 'main-conclusion';
      yield isConclusion ? { ...said, from: member, to: other } : { ...said, from: other, to: member };
    }
  }
}

type Arguments = Readonly<Record<string, IArgument>>;

function* relationsOf(relations: readonly IRelation[], args: Arguments): Generator<Said> {
  for (const relation of relations) {
    const { relationType, from, to } = relation;
    if (!from || !to) continue;
    const [source, target] = [memberOf(from, args), memberOf(to, args)];
    if (!source || !target) continue;
    const line = lineOfRelation(relation);
    const isUndercut = relationType === 'undercut';
    const isSupport = relationType === 'support' || relationType === 'entails';
    yield { from: source, to: target, relation: isSupport ? 'support' : 'attack', isUndercut, line };
    // These two apply in both directions.
    if (relationType === 'contradictory' || relationType === 'contrary')
      yield { from: target, to: source, relation: 'attack', isUndercut, line };
  }
}

/** An argument or statement; for an inference its argument. */
function memberOf(end: NonNullable<IRelation['from']>, args: Arguments): Member | null {
  if (end.type === 'argument' || end.type === 'equivalence-class') return end;
  return (end.type === 'inference' && args[end.argumentTitle ?? '']) || null;
}

function edgesOf(
  draft: DraftDebate,
  relations: readonly Said[],
  ids: ReadonlyMap<Member, string>,
  members: readonly Member[],
  positions: ReadonlyMap<number, string>,
): GraphEdge[] {
  const edges: GraphEdge[] = [];
  const stepOf = new Map<string, string>();
  const undercuts: [number, Said][] = [];
  const positionOf = new Map(
    members.map((member) => [member, positions.get(Number(/^P(\d+)$/.exec(member.title ?? '')?.[1]))]),
  );
  for (const said of relations) {
    const { from, to, relation, isUndercut, line } = said;
    const [source, target, position] = [ids.get(from), ids.get(to), positionOf.get(to)];
    if (source === undefined || (target === undefined && position === undefined)) continue;
    const id = `l-${edges.length + 1}`;
    if (isUndercut) undercuts.push([edges.length, said]);
    if (!stepOf.has(source)) stepOf.set(source, id);
    const place =
      target === undefined
        ? ({ kind: 'position', id: position ?? '' } as const)
        : ({ kind: 'claim', id: target } as const);
    edges.push({ id, from: source, to: place, relation, line });
  }
  for (const [at, { to, line }] of undercuts) {
    const [edge, step] = [edges[at], stepOf.get(ids.get(to) ?? '')];
    if (!edge) continue;
    if (step === undefined) draft.note('undercut_of_nothing', titledText(to), line);
    else edges[at] = { ...edge, to: { kind: 'link', id: step } };
  }
  return edges;
}

type Data = Readonly<Record<string, unknown>>;

function dataOf({ data }: Member): Data {
  return typeof data === 'object' && data !== null ? (data as Data) : {};
}

function own(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Positions written by Parley, by number. */
function addPositions(draft: DraftDebate, members: readonly Member[]): Map<number, string> {
  const positions = new Map<number, string>();
  for (const member of members) {
    const data = dataOf(member);
    const number = Number(/^P(\d+)$/.exec(member.title ?? '')?.[1]);
    if (data.kind !== 'position' || !number || positions.has(number)) continue;
    const hue = HUES.find((known): known is Hue => known === data.hue);
    const position = {
      id: `p-${number}`,
      name: own(data.name),
      summary: own(data.summary),
      line: lineOf(member),
      ...(hue && { hue }),
    };
    positions.set(number, draft.addPosition(position));
  }
  return positions;
}

function addOwnSources(draft: DraftDebate, value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((each: unknown) => {
    const { title, url, locator } = (typeof each === 'object' && each !== null ? each : {}) as Data;
    return draft.citedSource({ title: own(title), url: own(url), locator: own(locator) });
  });
}

/** Links in a text become its sources: a claim is plain text. */
function addLinks(draft: DraftDebate, { members }: Member): string[] {
  return members.flatMap(({ text = '', ranges = [] }) =>
    ranges.flatMap(({ type, start, stop, url }) =>
      type === LINK && url
        ? [draft.citedSource({ title: text.slice(start, stop + 1).trim(), url, locator: '' })]
        : [],
    ),
  );
}

function noteFormatting(draft: DraftDebate, member: Member): void {
  const line = lineOf(member);
  const kinds = new Set(member.members.flatMap(({ ranges = [] }) => ranges.map(({ type }) => type)));
  kinds.delete(LINK);
  if (kinds.size > 0) draft.note('formatting', `${[...kinds].join(', ')}: ${titledText(member)}`, line);
  if (Object.keys(dataOf(member)).length > 0) draft.note('formatting', JSON.stringify(member.data), line);
}
