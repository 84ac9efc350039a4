import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';
import { mailChoiceSchema } from '#server/services/notifications/notification-input.ts';

/** Changes the settings for notifications by email. */
export const POST = ownFormRoute('/account', async ({ text }, person) => {
  const choice = mailChoiceSchema.safeParse({ pace: text('pace'), zone: text('zone'), hour: text('hour') });
  if (!choice.success) return refuse('invalid');
  await parley().notificationSettings.chooseMail(person, choice.data);
  return { ok: true, to: '/account', flash: { done: 'notes' } };
});
