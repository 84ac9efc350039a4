import type { SentForm } from '../../../server/http/form-route.ts';

/** The page of the administrators' list a form was sent from: the same people stand there again. */
export function adminPath({ optional }: Pick<SentForm, 'optional'>): string {
  const kept = ['find', 'page'].map((name) => [name, optional(name)] as const);
  const query = new URLSearchParams(kept.filter(([, value]) => value !== '').map((pair) => [...pair]));
  return query.size === 0 ? '/admin' : `/admin?${query}`;
}
