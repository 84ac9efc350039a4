import { describe, expect, it } from 'vitest';
import { madeInChina2025 as debate } from '../../prisma/seed/made-in-china-2025/debate.ts';
import type { SeedClaim } from '../../prisma/seed/seed-debate.ts';

interface PlacedClaim {
  claim: SeedClaim;
  /** Key of the position in whose tree the claim stands. */
  tree: string;
  /** Key of the camp that holds what this claim bears on. */
  parentPosition: string | null;
  parentKey: string;
  depth: number;
  undercut: boolean;
}

/** Lists every claim of a tree, parents first. */
function place(claims: SeedClaim[], parent: Omit<PlacedClaim, 'claim'>): PlacedClaim[] {
  return claims.flatMap((claim) => {
    const below = {
      tree: parent.tree,
      parentPosition: claim.position,
      parentKey: claim.key,
      depth: parent.depth + 1,
    };
    return [
      { ...parent, claim },
      ...place(claim.claims ?? [], { ...below, undercut: false }),
      ...place(claim.undercuts ?? [], { ...below, undercut: true }),
    ];
  });
}

const placed = debate.positions.flatMap((position) =>
  place(position.claims, {
    tree: position.key,
    parentPosition: position.key,
    parentKey: position.key,
    depth: 1,
    undercut: false,
  }),
);
const claims = placed.map((entry) => entry.claim);
const comments = claims.flatMap((claim) => claim.comments ?? []);
const positionKeys = debate.positions.map((position) => position.key);
const participantKeys = debate.participants.map((participant) => participant.key);

const texts = [
  debate.title,
  debate.motion,
  debate.intro,
  debate.source.title,
  debate.source.note,
  ...debate.source.paragraphs.map((paragraph) => paragraph.digest),
  ...debate.positions.flatMap((position) => [position.name, position.summary]),
  ...claims.map((claim) => claim.text),
  ...comments.flatMap((comment) => [comment.text, ...(comment.replies ?? []).map((reply) => reply.text)]),
];

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the seeded debate', () => {
  it('puts the motion as it was set', () => {
    expect(debate.motion).toBe('“Made in China 2025” will strengthen China’s economy more than it harms it.');
  });

  it('has at least 45 claims, each camp’s tree at least four deep', () => {
    expect(claims.length).toBeGreaterThanOrEqual(45);
    for (const key of positionKeys) {
      const depths = placed.filter((entry) => entry.tree === key).map((entry) => entry.depth);
      expect(Math.max(...depths), key).toBeGreaterThanOrEqual(4);
    }
  });

  it('keeps every text within its length', () => {
    const badClaims = claims.filter((claim) => claim.text.length < 1 || claim.text.length > 500);
    const badSummaries = debate.positions.filter((position) => position.summary.length > 160);
    expect(badClaims.map((claim) => claim.key)).toEqual([]);
    expect(badSummaries.map((position) => position.key)).toEqual([]);
    expect(texts.filter((text) => text.trim() !== text || text === '')).toEqual([]);
  });

  it('writes claims as whole sentences with typographic quotation marks', () => {
    expect(claims.filter((claim) => !/^[A-Z“].*\.$/u.test(claim.text)).map((claim) => claim.key)).toEqual([]);
    expect(texts.filter((text) => /["'`]/u.test(text))).toEqual([]);
  });

  it('gives everything a key of its own and says nothing twice', () => {
    expect(repeated([...positionKeys, ...claims.map((claim) => claim.key)])).toEqual([]);
    expect(repeated(participantKeys)).toEqual([]);
    expect(repeated(debate.participants.map((participant) => participant.name))).toEqual([]);
    expect(repeated(texts)).toEqual([]);
  });

  it('refers only to positions and participants that exist', () => {
    const holders = claims.flatMap((claim) => (claim.position === null ? [] : [claim.position]));
    const speakers = comments.flatMap((comment) => [comment.by, ...(comment.replies ?? []).map((r) => r.by)]);
    expect(holders.filter((key) => !positionKeys.includes(key))).toEqual([]);
    expect(speakers.filter((key) => !participantKeys.includes(key))).toEqual([]);
  });

  it('cross-links existing claims, never along the tree, some across camps', () => {
    const byKey = new Map(placed.map((entry) => [entry.claim.key, entry]));
    const ends = debate.crossLinks.map((link) => ({
      link,
      from: byKey.get(link.from),
      to: byKey.get(link.to),
    }));
    expect(ends.filter(({ from, to }) => !from || !to)).toEqual([]);
    expect(ends.filter(({ link, from }) => link.from === link.to || from?.parentKey === link.to)).toEqual([]);
    expect(repeated(debate.crossLinks.map((link) => `${link.from} ${link.to}`))).toEqual([]);
    expect(ends.some(({ from, to }) => from?.claim.position !== to?.claim.position)).toBe(true);
  });

  it('undercuts at least two links, and an undercut always attacks', () => {
    const undercuts = placed.filter((entry) => entry.undercut);
    expect(undercuts.length).toBeGreaterThanOrEqual(2);
    expect(undercuts.filter(({ claim }) => claim.relation !== 'attack')).toEqual([]);
  });

  it.each(positionKeys)('lets %s support itself, meet attacks from another camp and answer them', (key) => {
    const own = placed.filter(({ claim }) => claim.position === key);
    const attacks = placed.filter(({ claim }) => claim.relation === 'attack' && claim.position !== key);
    const met = attacks.filter(({ claim, parentPosition }) => claim.position && parentPosition === key);
    const metKeys = met.map(({ claim }) => claim.key);
    const answers = own.filter(
      ({ claim, parentKey }) => claim.relation === 'attack' && metKeys.includes(parentKey),
    );
    expect(own.some(({ claim, parentKey }) => claim.relation === 'support' && parentKey === key)).toBe(true);
    expect(met.length).toBeGreaterThan(0);
    expect(answers.length).toBeGreaterThan(0);
  });

  it('never lets a camp attack what it holds itself', () => {
    const selfAttacks = placed.filter(
      ({ claim, parentPosition }) => claim.relation === 'attack' && claim.position === parentPosition,
    );
    expect(selfAttacks.map(({ claim }) => claim.key)).toEqual([]);
  });

  it('retells paragraphs 1 to 15, and rests every claim but a few on them', () => {
    const numbers = debate.source.paragraphs.map((paragraph) => paragraph.number);
    expect(numbers).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    const cited = claims.flatMap((claim) => claim.paragraphs);
    expect(cited.filter((number) => !numbers.includes(number))).toEqual([]);
    expect(numbers.filter((number) => !cited.includes(number))).toEqual([]);
    expect(claims.filter((claim) => claim.paragraphs.length === 0).length).toBeLessThanOrEqual(4);
    const untidy = claims.filter(({ paragraphs }) =>
      paragraphs.some((n, i) => n <= (paragraphs[i - 1] ?? 0)),
    );
    expect(untidy.map((claim) => claim.key)).toEqual([]);
  });

  it('casts no more votes on a claim than there are participants', () => {
    const votes = claims.flatMap((claim) => (claim.votes ? [{ key: claim.key, ...claim.votes }] : []));
    const counts = votes.flatMap(({ agree, disagree, pass }) => [agree, disagree, pass]);
    const crowded = votes.filter(
      ({ agree, disagree, pass }) => agree + disagree + pass > participantKeys.length,
    );
    expect(votes.length).toBeGreaterThan(0);
    expect(counts.filter((count) => !Number.isInteger(count) || count < 0)).toEqual([]);
    expect(crowded).toEqual([]);
  });
});
