import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Flag } from '#domain/debate/moderation/review.ts';

/** Of siblings only those that the operations at hand place have a place: behind which of the others they stand. */
export interface Placing {
  readonly placed: readonly string[];
  /** The sibling that an operation names to stand behind: it counts, though it is placed itself. */
  readonly named: string | null;
}

const KINDS = [
  'positions',
  'claims',
  'links',
  'sources',
  'comments',
  'participants',
  'votes',
  'ratings',
  'hidden',
  'embargoed',
  'locks',
  'merges',
  'splits',
  'reviews',
  'reports',
  'articles',
  'citations',
  'suggestions',
  'groups',
  'promotions',
  'origins',
  'meetings',
  'polls',
  'answers',
  'questions',
  'tasks',
  'signatures',
] as const;

/** Sources of the debate's own facts. */
const OF_DEBATE = ['head', 'agenda', 'floor', 'spotlight', 'conclusion'] as const;

/** Times, counts and keys follow from what people set: they are no facts of their own. */
const DERIVED = [
  'at',
  'by',
  'editedAt',
  'joinedAt',
  'revision',
  'wording',
  'became',
  'changes',
  'order',
  'tally',
  'weighing',
  'reactions',
  'support',
  'sources',
  'statusChangedAt',
  'seq',
  'number',
  'answered',
  'answeredQuestions',
  'counts',
  'statusSeq',
  // Answers are given one by one.
  'steelman',
  // Marks of what counts for them.
  'tasks',
];

/** The fields that a step from `before` to `after` set and that `settled` lacks. */
export function lostFacts(
  before: DebateState,
  after: DebateState,
  settled: DebateState,
  placing: Placing,
): string[] {
  const ofDebate = OF_DEBATE.some((part) => before[part] !== after[part]) ? [null] : [];
  const subjects = [...ofDebate, ...KINDS.flatMap((kind) => changedIn(kind, before, after))];
  return subjects.flatMap((subject) => {
    const [was, is, ends] = [before, after, settled].map((state) => factsOf(state, subject, placing));
    const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
    return [...names].filter((name) => was?.[name] !== is?.[name] && is?.[name] !== ends?.[name]);
  });
}

type Kind = (typeof KINDS)[number];
/** A record; null: the debate itself. */
type Subject = readonly [kind: Kind, id: string] | null;

/** Records that differ between two states: states share unchanged ones. */
function changedIn(kind: Kind, before: DebateState, after: DebateState): Subject[] {
  if (before[kind] === after[kind]) return [];
  const ids = new Set([...before[kind].keys(), ...after[kind].keys()]);
  return [...ids].filter((id) => before[kind].get(id) !== after[kind].get(id)).map((id) => [kind, id]);
}

/** All that people set of one record, or of the debate itself, each as a text. */
function factsOf(state: DebateState, subject: Subject, placing: Placing): Readonly<Record<string, string>> {
  if (subject === null) {
    const { settings = {}, restrictions = {}, ...head } = state.head ?? {};
    const { at: phase = null, phases = [] } = state.agenda ?? {};
    return {
      ...fieldsOf(head),
      ...fieldsOf(settings),
      ...Object.fromEntries(
        Object.entries(restrictions).map(([name, { reason }]) => [`restricted ${name}`, reason]),
      ),
      ...fieldsOf({ phase, phases }),
      ...factsOfFloor(state),
      ...fieldsOf(state.conclusion ?? {}),
    };
  }
  const [kind, id] = subject;
  if (kind === 'votes') {
    const votes = [...(state.votes.get(id) ?? [])];
    return fieldsOf(Object.fromEntries(votes.map(([voter, { tasks, ...vote }]) => [voter, vote])));
  }
  if (kind === 'ratings' || kind === 'answers')
    return fieldsOf(Object.fromEntries(state[kind].get(id) ?? []));
  if (kind === 'reviews') return Object.assign({}, ...(state.reviews.get(id)?.flags ?? []).map(factsOfMark));
  if (kind === 'meetings') return { live: String(state.meetings.get(id)?.to === null) };
  if (kind === 'citations') {
    const passages = state.citations.get(id)?.passages ?? [];
    return Object.fromEntries(passages.map((passage) => [passage.id, passage.exact]));
  }
  if (kind === 'groups') {
    const { members = [], ...group } = state.groups.get(id) ?? {};
    return { ...fieldsOf(group), ...Object.fromEntries(members.map((member) => [`has ${member}`, 'yes'])) };
  }
  if (kind === 'questions') {
    const { answered, ...question } = state.questions.get(id) ?? {};
    return { ...fieldsOf(question), 'is answered': String(answered) };
  }
  const fields = fieldsOf(state[kind].get(id) ?? {});
  if (kind === 'links') return { ...fields, ...answeredOf(state, id), ...placeOf(state, id, placing) };
  if (kind !== 'claims') return fields;
  const cited = state.claims.get(id)?.sources ?? [];
  const cites = Object.fromEntries(cited.map((source) => [`cites ${source}`, 'yes']));
  return { ...fields, ...cites, ...answersTo(state, id) };
}

/** Answers to a steelman, by person. */
function answersTo({ claims }: DebateState, id: string): Record<string, string> {
  const answers = claims.get(id)?.steelman?.answers ?? [];
  return Object.fromEntries(
    answers.map((one) => [
      `answer of ${one.recorded ? 'the position' : one.author}`,
      `${one.id} ${one.agrees} ${one.wording}`,
    ]),
  );
}

/** Critical questions are answered one by one. */
function answeredOf({ links }: DebateState, id: string): Record<string, string> {
  const answered = links.get(id)?.answeredQuestions ?? [];
  return Object.fromEntries(answered.map((question) => [`question ${question}`, 'answered']));
}

/** The queue of speakers and its order, invitations, the current speaker with the time, and the spotlight. */
function factsOfFloor({ floor, spotlight }: DebateState): Record<string, string> {
  const { hands, speaker, order, invited } = floor;
  const raised = hands.map((id) => [`hand of ${id}`, 'raised']);
  const asked = invited.map((id) => [`invitation of ${id}`, 'made']);
  const speaking = speaker ? `${speaker.participantId} for ${speaker.seconds}` : 'nobody';
  return { ...Object.fromEntries([...raised, ...asked]), speaking, order, light: spotlight?.on ?? 'none' };
}

/** Marks of one contribution are set one by one. */
function factsOfMark({ what, ...mark }: Flag): Record<string, string> {
  const facts = Object.entries(fieldsOf(mark)).map(([field, value]) => [`${what} ${field}`, value]);
  return Object.fromEntries(facts);
}

function fieldsOf(record: object): Record<string, string> {
  const set = Object.entries(record).filter(([field]) => !DERIVED.includes(field));
  return Object.fromEntries(set.map(([field, value]) => [field, JSON.stringify(value)]));
}

function placeOf(state: DebateState, linkId: string, { placed, named }: Placing): Record<string, string> {
  const link = state.links.get(linkId);
  if (!link || !placed.includes(linkId)) return {};
  const siblings = state.childLinks.get(link.target.id) ?? [];
  const before = siblings.slice(0, siblings.indexOf(linkId));
  return { behind: before.findLast((id) => id === named || !placed.includes(id)) ?? 'none' };
}
