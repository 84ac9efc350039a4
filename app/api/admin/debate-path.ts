import type { SentForm } from '#server/routes/form-route.ts';

/** Returns the administrators' page of a debate from which a form was sent, with what was selected there. */
export function debatePath({ optional }: Pick<SentForm, 'optional'>): string {
  const act = optional('act');
  const query = new URLSearchParams({ id: optional('debate'), ...(act !== '' && { act }) });
  return `/admin/debate?${query}`;
}
