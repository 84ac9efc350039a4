import { sortSteps } from '../../domain/collections/sort-steps.ts';
import { countShownClaims } from '../../domain/debate/claims/shown-claims.ts';
import type { Comment } from '../../domain/debate/comments/comment.ts';
import { isAnonymous } from '../../domain/debate/head/names.ts';
import type { Target } from '../../domain/debate/map/link.ts';
import { namesOf } from '../../domain/debate/map/merged.ts';
import { areTalliesHidden } from '../../domain/debate/votes/ballots.ts';
import { countedVotes } from '../../domain/debate/votes/vote-count.ts';
import type { DebateReading } from '../services/debates/debates.ts';
import type { CommentsAnswer, DebateAnswer, VotesAnswer } from './shapes.ts';

/** A summary of a debate, as the caller may see it. */
export function debateAnswerOf({ view, opening }: DebateReading): DebateAnswer {
  const { head, participants } = view;
  if (head === null) throw new Error('A debate that can be read has a head');
  const own = participants.get(opening.participantId ?? '');
  return {
    ok: true,
    debate: {
      id: opening.debateId,
      title: head.title,
      motion: head.motion,
      visibility: head.visibility,
      status: head.status,
      positions: [...view.positions.values()]
        .filter(({ removed }) => !removed)
        .map(({ id, name, hue, summary }) => ({ id, name, hue, summary })),
      claims: countShownClaims(view),
      comments: [...view.comments.values()].filter(({ withdrawn }) => !withdrawn).length,
      participants: isAnonymous(view) ? null : participants.size,
      own: own ? { participantId: own.id, role: own.role } : null,
    },
  };
}

/** The votes of a debate as the caller may see them: tallies of the claims with votes, and the caller's own. */
export function votesAnswerOf({ view, opening }: DebateReading): VotesAnswer {
  // The claim that another was merged into counts the votes of both.
  const counted = [...view.claims.values()].filter(({ id, retracted }) => !retracted && !view.merges.has(id));
  const own = countedVotes(view, opening.participantId ?? '');
  return {
    ok: true,
    hidden: areTalliesHidden(view),
    tallies: counted
      .filter(({ tally }) => tally.agree + tally.disagree + tally.pass > 0)
      .map(({ id, tally: { agree, disagree, pass, earlier } }) => ({
        claimId: id,
        agree,
        disagree,
        pass,
        earlier,
      })),
    own: counted.flatMap(({ id }) => {
      const vote = own.get(id);
      if (!vote) return [];
      const { answer, wording, on } = vote;
      return [{ claimId: id, answer, wording, ...(on !== id && { castOn: on }) }];
    }),
  };
}

/**
 * The comments of a debate, or those on one claim, position or link and on what was merged into it, oldest first, those of one time by id:
 * a `CommentsAnswer` as JSON in pieces. As one text, 30,000 comments of a paragraph each held the thread for 66 ms.
 */
export function* commentsAnswerOf({ view, opening }: DebateReading, on: string | null): Iterable<string> {
  const names = new Map(opening.people.map(({ id, name }) => [id, name]));
  const comments: Comment[] = [];
  const asked = on === null ? null : new Set(namesOf(view, targetOf(view, on)));
  for (const comment of view.comments.values()) {
    if (asked === null || asked.has(comment.on.id)) comments.push(comment);
    yield '';
  }
  const sorting = sortSteps(comments, (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  let step = sorting.next();
  for (; !step.done; step = sorting.next()) yield '';
  yield '{"ok":true,"comments":[';
  let between = '';
  for (const comment of step.value) {
    const isKnown = view.participants.has(comment.author);
    const author = isKnown ? { id: comment.author, name: names.get(comment.author) ?? null } : null;
    const isOwn = comment.author === opening.participantId;
    const isHidden = view.hidden.has(comment.id);
    yield between + JSON.stringify(answerOf(comment, { author, isOwn, isHidden }));
    between = ',';
  }
  yield ']}';
}

/** The target with an id; an unknown id is treated like a position, into which nothing is merged. */
function targetOf({ claims, links }: DebateReading['view'], id: string): Target {
  return { kind: claims.has(id) ? 'claim' : links.has(id) ? 'link' : 'position', id };
}

type CommentAnswer = CommentsAnswer['comments'][number];

interface Seen {
  readonly author: CommentAnswer['author'];
  readonly isOwn: boolean;
  readonly isHidden: boolean;
}

function answerOf(comment: Comment, { author, isOwn, isHidden: hidden }: Seen): CommentAnswer {
  const { id, on, replyTo, at, editedAt, withdrawn, resolved } = comment;
  // As on the board, where a withdrawn comment stands without its words.
  const text = withdrawn && !isOwn ? '' : comment.text;
  return {
    id,
    on: { kind: on.kind, id: on.id },
    replyTo,
    text,
    author,
    at,
    editedAt,
    withdrawn,
    hidden,
    resolved,
  };
}
