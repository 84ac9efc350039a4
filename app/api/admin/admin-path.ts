import type { SentForm } from '#server/routes/form-route.ts';

/** Returns the page of the administrators' list from which a form was sent, so that it shows the same people again. */
export function adminPath({ optional }: Pick<SentForm, 'optional'>): string {
  const kept = ['find', 'page'].map((name) => [name, optional(name)] as const);
  const query = new URLSearchParams(kept.filter(([, value]) => value !== '').map((pair) => [...pair]));
  return query.size === 0 ? '/admin' : `/admin?${query}`;
}
