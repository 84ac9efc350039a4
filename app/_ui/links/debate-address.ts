/** Returns the address of a debate's page. */
export function debateAddress(debateId: string): string {
  return `/debates/${encodeURIComponent(debateId)}`;
}

/** Parameter of a debate's address that opens the notification settings. */
export const NOTIFICATIONS = 'notifications';

/** Returns the address of the viewer's notification settings in a debate. */
export function notificationSettingsAddress(debateId: string): string {
  return `${debateAddress(debateId)}?${NOTIFICATIONS}`;
}
