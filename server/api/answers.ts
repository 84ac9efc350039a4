import { areTalliesHidden } from '../../domain/debate/votes/ballots.ts';
import { countedVote } from '../../domain/debate/votes/vote-count.ts';
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
      claims: [...view.claims.values()].filter(({ retracted }) => !retracted).length,
      comments: [...view.comments.values()].filter(({ withdrawn }) => !withdrawn).length,
      participants: participants.size,
      own: own ? { participantId: own.id, role: own.role } : null,
    },
  };
}

/** The votes of a debate as the caller may see them: tallies of the claims with votes, and the caller's own. */
export function votesAnswerOf({ view, opening }: DebateReading): VotesAnswer {
  const claims = [...view.claims.values()].filter(({ retracted }) => !retracted);
  return {
    ok: true,
    hidden: areTalliesHidden(view),
    tallies: claims
      .filter(({ tally }) => tally.agree + tally.disagree + tally.pass > 0)
      .map(({ id, tally: { agree, disagree, pass, earlier } }) => ({
        claimId: id,
        agree,
        disagree,
        pass,
        earlier,
      })),
    own: claims.flatMap(({ id }) => {
      const vote = countedVote(view, id, opening.participantId ?? '');
      return vote ? [{ claimId: id, answer: vote.answer, wording: vote.wording }] : [];
    }),
  };
}

/** The comments of a debate, or those on one claim, position or link, oldest first. */
export function commentsAnswerOf({ view, opening }: DebateReading, on: string | null): CommentsAnswer {
  const names = new Map(opening.people.map(({ id, name }) => [id, name]));
  const known = view.participants;
  return {
    ok: true,
    comments: [...view.comments.values()]
      .filter((comment) => on === null || comment.on.id === on)
      .sort((a, b) => a.at - b.at)
      .map(({ id, on: target, replyTo, text, author, at, editedAt, withdrawn, resolved }) => ({
        id,
        on: { kind: target.kind, id: target.id },
        replyTo,
        text,
        author: known.has(author) ? { id: author, name: names.get(author) ?? null } : null,
        at,
        editedAt,
        withdrawn,
        resolved,
      })),
  };
}
