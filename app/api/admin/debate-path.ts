import type { SentForm } from '../../../server/http/form-route.ts';

/** The page of a debate for administrators from which a form was sent, with what was chosen there. */
export function debatePath({ optional }: Pick<SentForm, 'optional'>): string {
  const act = optional('act');
  const query = new URLSearchParams({ id: optional('debate'), ...(act !== '' && { act }) });
  return `/admin/debate?${query}`;
}
