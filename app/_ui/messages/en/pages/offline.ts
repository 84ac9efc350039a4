/** The list of debates while the server is unreachable. */
export const offline = {
  text: 'Can’t reach the server. These debates are saved on this device and open as you last saw them. Your changes are sent when you’re back online.',
  none: 'Can’t reach the server, and no debates are saved on this device. A debate is saved once you open it here.',
  offlineUnsaved:
    'Can’t reach the server. You can still read and write in debates open in other tabs. Your changes are sent when you’re back online.',
  copy: 'The server is slow to answer. This is the list as this device saved it, so it may be out of date.',
  loadCurrent: 'Load current list',
  savedAt: 'Last seen',
  unsent: '{count, plural, one {# change not sent} other {# changes not sent}}',
  limit:
    'Without https, debates open only while the server is reachable. What you write in an open debate is still kept until it’s sent.',
};
