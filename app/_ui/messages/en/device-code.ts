/** The page that takes a code from another device, typed or by QR code. Fetched with that page: see `messages.ts`. */
export const deviceCode = {
  title: 'Continue from another device',
  text: 'On the device you are signed in on, open “Your account”, then “Move to another device”. Type the code it shows here.',
  code: 'Code',
  go: 'Continue here',
  as: 'This code makes you {name} in this browser. Use it only if you made it yourself, on another device.',
  goAs: 'Continue as {name}',
};
