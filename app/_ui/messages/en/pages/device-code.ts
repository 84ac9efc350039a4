/** The page that takes a code from another device, typed or by QR code. Fetched with that page: see `messages.ts`. */
export const deviceCode = {
  title: 'Continue from another device',
  text: 'On the device where you’re signed in, open “Your account”, then “Move to another device”. Enter the code it shows.',
  code: 'Code',
  go: 'Continue here',
  as: 'This code signs you in here as {name}. Use it only if you created it yourself on another device.',
  goAs: 'Continue as {name}',
};
