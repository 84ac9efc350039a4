import { withWords } from '#app/_ui/messages/with-words.tsx';

/** Loads the pane with its messages: neither is in the page until it is opened. */
export async function loadPerspectivesPane() {
  const [{ PerspectivesPane }, worded] = await Promise.all([
    import('./perspectives-pane.tsx'),
    withWords('perspectives'),
  ]);
  return { default: worded(PerspectivesPane) };
}

/** Loads the strip above a debate that is seen in a perspective, with its messages. */
export async function loadPerspectiveStrip() {
  const [{ PerspectiveStrip }, worded] = await Promise.all([
    import('./perspective-strip.tsx'),
    withWords('perspectives'),
  ]);
  return { default: worded(PerspectiveStrip) };
}
