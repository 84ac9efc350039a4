/** The list of debates while the server is away. */
export const kept = {
  text: 'The server cannot be reached. These debates are kept on this device and open as you last saw them. What you write in them is sent when the way is back.',
  none: 'The server cannot be reached, and no debate is kept on this device. A debate is kept once you have opened it here.',
  awayUnkept:
    'The server cannot be reached. A debate that is open in another tab stays readable, and what you write there is sent when the way is back; the others open again then.',
  keptAt: 'As you saw it',
  unsent: '{count, plural, one {# change not sent} other {# changes not sent}}',
  limit:
    'At this address debates open only while the server can be reached: browsers keep pages over https alone. What you write in an open debate is kept all the same until it can be sent.',
};
