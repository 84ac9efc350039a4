/** The people whose votes a perspective counts. A group is named by its number in the opinion groups. */
export type PerspectiveOf =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'own' }
  | { readonly kind: 'team'; readonly id: string }
  | { readonly kind: 'group'; readonly number: number }
  | { readonly kind: 'person'; readonly id: string };

/** How some people voted on a claim. */
export interface VoteCounts {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/** The votes of a perspective by claim. A claim that isn't in it has no votes of these people, or they are kept. */
export type PerspectiveVotes = ReadonlyMap<string, VoteCounts>;

/** The name of a perspective in addresses and answers. */
export function perspectiveKey(of: PerspectiveOf): string {
  switch (of.kind) {
    case 'everyone':
    case 'own':
      return of.kind;
    case 'group':
      return `group:${of.number}`;
    case 'team':
    case 'person':
      return `${of.kind}:${of.id}`;
  }
}

/** The perspective of this name; null: there is none. */
export function perspectiveNamed(key: string): PerspectiveOf | null {
  if (key === 'everyone' || key === 'own') return { kind: key };
  const cut = key.indexOf(':');
  const [kind, id] = [key.slice(0, Math.max(0, cut)), key.slice(cut + 1)];
  if (id === '') return null;
  if (kind === 'team' || kind === 'person') return { kind, id };
  return kind === 'group' && /^\d{1,2}$/.test(id) ? { kind, number: Number(id) } : null;
}

/** The share of these people who agree, of those for or against; null: nobody is either. */
export function agreeShare(counts: VoteCounts | undefined): number | null {
  const { agree = 0, disagree = 0 } = counts ?? {};
  return agree + disagree === 0 ? null : agree / (agree + disagree);
}

/** How many people voted. */
export function votersIn({ agree, disagree, pass }: VoteCounts): number {
  return agree + disagree + pass;
}
