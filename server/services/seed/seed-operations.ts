import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Target } from '#domain/debate/map/link.ts';
import type { Answer } from '#domain/debate/votes/vote.ts';
import type { SeedClaim, SeedDebate } from '#prisma/seed/seed-debate.ts';

/** One step of the seeded debate, and its actor. */
export interface SeedStep {
  readonly author: string;
  readonly operation: Operation;
}

/** The seeded debate's host: its nominal owner, until an administrator takes it over. */
export const HOST = 'm_host';

/** The demonstration's people, as rows of their tables. */
export function seedParticipants(seed: SeedDebate): { id: string; userId: string; name: string }[] {
  const invented = seed.participants.map(({ key, name }) => ({
    id: participantId(key),
    userId: `u_seed-${key}`,
    name,
  }));
  return [{ id: HOST, userId: 'u_seed-host', name: 'Parley' }, ...invented];
}

/** The seeded debate as operations, in a plausible order: claims, their links, then votes and comments. */
export function seedOperations(seed: SeedDebate): SeedStep[] {
  const { title, motion, positions, source, participants } = seed;
  const people = participants.map(({ key }) => participantId(key));
  const placed = positions.flatMap(({ key, claims }) =>
    claims.flatMap((claim) => claimSteps(claim, { kind: 'position', id: positionId(key) }, people)),
  );
  return [
    by(HOST, {
      type: 'debate.create',
      title,
      motion,
      visibility: 'public',
      settings: { guests: 'debater', wording: 'shared' },
      ownerId: HOST,
    }),
    ...people.map((id) => by(HOST, { type: 'participant.join', participantId: id, role: 'debater' })),
    ...positions.map(({ key, name, hue, summary }) =>
      by(HOST, { type: 'position.add', positionId: positionId(key), name, hue, summary }),
    ),
    ...source.paragraphs.map(({ number, digest }) =>
      by(HOST, {
        type: 'source.add',
        sourceId: sourceId(number),
        title: source.title,
        url: '',
        locator: `¶${number}`,
        excerpt: digest,
        note: source.note,
      }),
    ),
    ...placed.filter(({ operation }) => operation.type === 'claim.add'),
    ...seed.crossLinks.map(({ from, to, relation }) =>
      by(authorOf(from, people), {
        type: 'link.add',
        linkId: `k_${from}-${to}`.slice(0, 40),
        from: claimId(from),
        target: { kind: 'claim', id: claimId(to) },
        relation,
      }),
    ),
    ...placed.filter(({ operation }) => operation.type !== 'claim.add'),
  ];
}

function claimSteps(claim: SeedClaim, target: Target, people: readonly string[]): SeedStep[] {
  const { key, text, position, relation, paragraphs, claims = [], undercuts = [] } = claim;
  const add = by(authorOf(key, people), {
    type: 'claim.add',
    claimId: claimId(key),
    linkId: linkId(key),
    target,
    relation,
    positionId: position === null ? null : positionId(position),
    text,
    sources: paragraphs.map(sourceId),
  });
  return [
    add,
    ...claims.flatMap((child) => claimSteps(child, { kind: 'claim', id: claimId(key) }, people)),
    ...undercuts.flatMap((child) => claimSteps(child, { kind: 'link', id: linkId(key) }, people)),
    ...voteSteps(claim, people),
    ...commentSteps(claim),
  ];
}

/** As many votes of each kind as the seed says, from people who differ from claim to claim. */
function voteSteps({ key, votes }: SeedClaim, people: readonly string[]): SeedStep[] {
  const { agree = 0, disagree = 0, pass = 0 } = votes ?? {};
  const answers: Answer[] = [
    ...Array<Answer>(agree).fill('agree'),
    ...Array<Answer>(disagree).fill('disagree'),
    ...Array<Answer>(pass).fill('pass'),
  ];
  const first = hash(key);
  // A stride without a common factor with the number of people reaches everyone once.
  const stride = [7, 5, 3, 11, 13].find((candidate) => people.length % candidate !== 0) ?? 1;
  return answers.flatMap((answer, index) => {
    const voter = people[(first + index * stride) % people.length];
    return voter ? [by(voter, { type: 'vote.cast', claimId: claimId(key), answer, wording: 1 })] : [];
  });
}

function commentSteps({ key, comments = [] }: SeedClaim): SeedStep[] {
  const on: Target = { kind: 'claim', id: claimId(key) };
  return comments.flatMap((comment, index) => {
    const commentId = `n_${key}-${index}`.slice(0, 40);
    const replies = (comment.replies ?? []).map((reply, at) =>
      by(participantId(reply.by), {
        type: 'comment.add',
        commentId: `r_${index}-${at}-${key}`.slice(0, 40),
        on,
        replyTo: commentId,
        text: reply.text,
      }),
    );
    return [
      by(participantId(comment.by), {
        type: 'comment.add',
        commentId,
        on,
        replyTo: null,
        text: comment.text,
      }),
      ...replies,
    ];
  });
}

function by(author: string, operation: Operation): SeedStep {
  return { author, operation };
}

/** Claims are distributed over the people only by their names, so that the seed is the same everywhere. */
function authorOf(key: string, people: readonly string[]): string {
  return people[hash(key) % people.length] ?? HOST;
}

function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
}

const participantId = (key: string) => `m_${key}`;
const positionId = (key: string) => `p_${key}`;
const sourceId = (paragraph: number) => `s_paragraph-${paragraph}`;
const claimId = (key: string) => `c_${key}`;
const linkId = (key: string) => `l_${key}`;
