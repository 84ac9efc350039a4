import type { Comment } from '../../debate/comments/comment.ts';
import { isCurrent } from '../../debate/conclusion/signatures.ts';
import { type Effect, type LogEntry, SYSTEM } from '../../debate/engine/entries.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import type { Claim } from '../../debate/map/claim.ts';
import type { Link } from '../../debate/map/link.ts';
import { soundAnswers } from '../../debate/map/scheme.ts';
import type { Steelman } from '../../debate/map/steelman.ts';
import { isOpenSuggestion } from '../../debate/suggestions/open-suggestions.ts';
import { textOfSuggestion } from '../../debate/suggestions/suggestions.ts';
import { tasksInOrder } from '../../debate/tasks/running-tasks.ts';
import { withoutBidiControls } from '../../debate/texts/bidi-controls.ts';
import { CONCLUSION_SECTIONS } from '../../debate/texts/texts.ts';
import { diffText } from '../../ot/text-change.ts';
import { wordChange } from '../../ot/word-difference.ts';
import type { ExchangedDebate, NewOwner } from '../exchanged-debate.ts';

interface Step {
  readonly at: number;
  readonly author: string;
  readonly effect: Effect;
}

/**
 * The log of an imported debate: each contribution under its author and at its time, as far as the log's order allows. Earlier wordings,
 * answered suggestions, the moderation log, and data of meetings are not in it; of the tasks, those are whose time has not come.
 */
export function entriesOf({ state }: ExchangedDebate, { ownerId, visibility, now }: NewOwner): LogEntry[] {
  const people = [...state.participants.values()].filter(
    ({ id, erased }) => id !== SYSTEM && id !== ownerId && !erased,
  );
  const known = new Set(people.map(({ id }) => id));
  const contributed = [...contributionsTo(state)].sort((a, b) => a.at - b.at);
  const begun = contributed.find(({ at }) => at > 0)?.at ?? now;
  const { title = '', motion = '', settings = {} } = state.head ?? {};
  const steps: Step[] = [
    {
      at: begun,
      author: ownerId,
      effect: { type: 'debate.created', title: withoutBidiControls(title), motion, visibility, settings },
    },
    {
      at: begun,
      author: ownerId,
      effect: { type: 'participant.joined', participantId: ownerId, role: 'owner' },
    },
    ...people.map(({ id, role }): Step => {
      const as = role === 'suggester' || role === 'observer' ? role : 'debater';
      return { at: begun, author: id, effect: { type: 'participant.joined', participantId: id, role: as } };
    }),
    ...contributed,
    ...[...decidedIn(state)].map((effect) => ({ at: 0, author: ownerId, effect })),
    ...answersIn(state),
    ...conclusionIn(state),
    ...votesIn(state),
    ...tasksIn(state, now).map((effect) => ({ at: now, author: ownerId, effect })),
  ];
  let at = 0;
  return steps.map(({ effect, author, at: own }, index) => {
    at = Math.max(at, Math.min(own, now));
    return {
      seq: index + 1,
      at,
      actor: SYSTEM,
      author: known.has(author) || author === ownerId ? author : SYSTEM,
      effect,
    };
  });
}

/** Contributions, each after what it depends on. */
function* contributionsTo(state: DebateState): Generator<Step> {
  for (const { id: positionId, name, hue, summary, order, removed } of state.positions.values())
    if (!removed)
      yield {
        at: 0,
        author: SYSTEM,
        effect: { type: 'position.added', positionId, name: withoutBidiControls(name), hue, summary, order },
      };
  for (const { id: sourceId, author, ...source } of state.sources.values())
    yield { at: 0, author, effect: { type: 'source.added', sourceId, ...source } };
  // Only moderators enter articles: here that is the importer.
  for (const { id: sourceId, text } of state.articles.values())
    if (text !== '')
      yield {
        at: 0,
        author: SYSTEM,
        effect: { type: 'article.edited', sourceId, change: [[0, ...text.split('\n')]] },
      };
  const waiting = linksByTarget(state);
  const times = new Map<string, number>();
  const open = [...state.positions.keys()];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    for (const linkId of waiting.get(target) ?? []) {
      const link = state.links.get(linkId);
      const claim = state.claims.get(link?.from ?? '');
      if (!link || !claim) continue;
      const at = Math.max(link.at, claim.at, times.get(target) ?? 0);
      times.set(linkId, at);
      times.set(claim.id, at);
      const { id: claimId, text, sources } = claim;
      const positionId = isStanding(state, claim.positionId) ? claim.positionId : null;
      const steelman = steelmanIn(state, claim);
      const { relation, order } = link;
      const added = {
        type: 'claim.added',
        claimId,
        linkId,
        target: link.target,
        relation,
        positionId,
        text,
        order,
      } as const;
      const origin = state.origins.get(claimId);
      const made = origin ? { comment: origin.comment } : {};
      yield {
        at,
        author: claim.author,
        effect: { ...added, sources: [...sources], ...made, ...(steelman && { steelman: steelman.by }) },
      };
      yield* schemeOf(link, at, claim.author);
      for (const effect of passagesIn(state, claimId)) yield { at, author: claim.author, effect };
      if (claim.retracted) yield { at, author: claim.author, effect: { type: 'claim.retracted', claimId } };
      open.push(claimId, linkId);
    }
  }
  yield* crossLinksIn(state, times);
  yield* commentsIn(state, times);
  yield* suggestionsIn(state, times);
}

/** Suggested wordings that still wait for an answer; accepted ones are part of the wordings. */
function* suggestionsIn(
  { suggestions, claims }: DebateState,
  times: ReadonlyMap<string, number>,
): Generator<Step> {
  for (const suggestion of suggestions.values()) {
    const { id: suggestionId, claimId, author, note } = suggestion;
    const claim = claims.get(claimId);
    if (!claim || !isOpenSuggestion(suggestion)) continue;
    const at = Math.max(suggestion.at, times.get(claimId) ?? 0);
    const change = wordChange(claim.text, textOfSuggestion({ claims }, suggestion));
    yield { at, author, effect: { type: 'suggestion.made', suggestionId, claimId, change, note } };
  }
}

/** The passages a claim cites, grouped by source. */
function* passagesIn({ citations }: DebateState, claimId: string): Generator<Effect> {
  const passages = citations.get(claimId)?.passages ?? [];
  for (const sourceId of new Set(passages.map((passage) => passage.sourceId))) {
    const ofSource = passages.filter((passage) => passage.sourceId === sourceId);
    yield {
      type: 'claim.cited',
      claimId,
      sourceId,
      passages: ofSource.map(({ sourceId: _, ...passage }) => passage),
    };
  }
}

/** Parent links by target. An undercut of a cross-link belongs to the claim it comes from until the link exists. */
function linksByTarget({ links, childLinks }: DebateState): Map<string, readonly string[]> {
  const byTarget = new Map<string, readonly string[]>(childLinks);
  for (const [targetId, linkIds] of childLinks) {
    const denied = links.get(targetId);
    if (!denied || denied.parent) continue;
    byTarget.set(denied.from, [...(byTarget.get(denied.from) ?? []), ...linkIds]);
    byTarget.delete(targetId);
  }
  return byTarget;
}

function* crossLinksIn({ links }: DebateState, times: ReadonlyMap<string, number>): Generator<Step> {
  for (const link of links.values()) {
    if (link.parent) continue;
    const { id: linkId, from, target, relation, author, at, retracted } = link;
    const after = Math.max(at, times.get(from) ?? 0, times.get(target.id) ?? 0);
    yield { at: after, author, effect: { type: 'link.added', linkId, from, target, relation } };
    yield* schemeOf(link, after, author);
    if (retracted) yield { at: after, author, effect: { type: 'link.retracted', linkId } };
  }
}

/** The kind of argument that a link is, with its answered questions: a file may list any. */
function* schemeOf(link: Link, at: number, author: string): Generator<Step> {
  const { id: linkId, scheme } = link;
  if (scheme === undefined) return;
  const answeredQuestions = soundAnswers(link);
  const answers = answeredQuestions.length > 0 ? { answeredQuestions } : {};
  yield { at, author, effect: { type: 'link.schemeSet', linkId, scheme, ...answers } };
}

function* commentsIn(
  { comments, commentsOn }: DebateState,
  times: ReadonlyMap<string, number>,
): Generator<Step> {
  for (const ids of commentsOn.values()) {
    let at = 0;
    for (const id of ids) {
      const comment = comments.get(id);
      if (!comment) continue;
      at = Math.max(at, comment.at, times.get(comment.on.id) ?? 0);
      yield* commentSteps(comment, at);
    }
  }
}

function* commentSteps(
  { id, on, replyTo, text, author, withdrawn, resolved, ofAnswer }: Comment,
  at: number,
): Generator<Step> {
  const added = { type: 'comment.added', commentId: id, on, replyTo, text } as const;
  yield { at, author, effect: ofAnswer === undefined ? added : { ...added, ofAnswer } };
  if (withdrawn) yield { at, author, effect: { type: 'comment.withdrawn', commentId: id } };
  if (resolved) yield { at, author, effect: { type: 'comment.resolved', commentId: id, resolved } };
}

/** The decisions of the debate's moderators. */
function* decidedIn({ merges, hidden, locks, reviews }: DebateState): Generator<Effect> {
  for (const { id: claimId, into } of [...merges.values()].sort((a, b) => a.at - b.at))
    yield { type: 'claim.merged', claimId, into };
  for (const { id, status, reason, note } of hidden.values()) {
    if (status === 'hidden') yield { type: 'content.hidden', ids: [id], reason, note };
    else yield { type: 'content.resubmitted', ids: [id] };
  }
  for (const { id: on, branch } of locks.values()) yield { type: 'content.locked', on, branch };
  for (const { id: on, flags } of reviews.values())
    for (const { what, other, note, revised } of flags)
      yield { type: 'flag.set', on, what, other, note, revised };
}

/** Nothing counts for them: what is imported was done elsewhere. */
function tasksIn(state: DebateState, now: number): Effect[] {
  return tasksInOrder(state).flatMap(({ id: taskId, kind, count, due }): Effect[] =>
    'at' in due && due.at > now ? [{ type: 'task.added', taskId, kind, count, due }] : [],
  );
}

/** Answers to the present wordings of steelmen; those to earlier wordings are about words that no longer exist. */
function* answersIn(state: DebateState): Generator<Step> {
  for (const claim of state.claims.values()) {
    const { id: claimId, wording } = claim;
    const steelman = steelmanIn(state, claim);
    for (const { id: answerId, author, at, agrees, recorded, ...answer } of steelman?.answers ?? []) {
      if (answer.wording !== wording) continue;
      const recognized = steelman?.recognized.includes(wording) ? [1] : [];
      const answered = {
        type: 'steelman.answered',
        claimId,
        answerId,
        wording: 1,
        agrees,
        recognized,
      } as const;
      yield { at, author, effect: recorded ? { ...answered, recorded } : answered };
    }
  }
}

/** A claim's mark as a steelman, unless the position whose team wrote it was removed: then it is a claim like others. */
function steelmanIn(state: DebateState, { steelman }: Claim): Steelman | undefined {
  return steelman && isStanding(state, steelman.by) ? steelman : undefined;
}

/** True if a position is in the log: removed ones are not. */
function isStanding({ positions }: DebateState, positionId: string | null): boolean {
  return positions.get(positionId ?? '')?.removed === false;
}

/** The conclusion, and its signatures; those on an earlier version stay such. */
function* conclusionIn(state: DebateState): Generator<Step> {
  const { conclusion, signatures } = state;
  if (!conclusion) return;
  const { begunAt, editedAt, open } = conclusion;
  yield { at: begunAt, author: SYSTEM, effect: { type: 'conclusion.statusChanged', open: true } };
  const written = CONCLUSION_SECTIONS.filter((section) => conclusion[section] !== '');
  for (const section of written) {
    const change = diffText('', conclusion[section]);
    yield { at: editedAt ?? begunAt, author: SYSTEM, effect: { type: 'conclusion.edited', section, change } };
  }
  if (!open) yield { at: 0, author: SYSTEM, effect: { type: 'conclusion.statusChanged', open } };
  for (const signature of signatures.values()) {
    const { id: signatureId, positionId, author, at, recorded } = signature;
    if (!isStanding(state, positionId)) continue;
    const revision = isCurrent({ conclusion }, signature) ? 1 + written.length : 0;
    const signed = { type: 'conclusion.signed', signatureId, positionId, revision } as const;
    yield { at, author, effect: recorded ? { ...signed, recorded } : signed };
  }
}

/** Votes on a claim's current wording: others would be about words that no longer exist. */
function* votesIn({ votes, claims }: DebateState): Generator<Step> {
  for (const [claimId, ofClaim] of votes)
    for (const [author, { answer, wording }] of ofClaim)
      if (claims.get(claimId)?.wording === wording)
        yield { at: 0, author, effect: { type: 'vote.cast', claimId, answer, wording: 1 } };
}
