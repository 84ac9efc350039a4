import { withWords } from '#app/_ui/messages/with-words.tsx';

/** Loads the pane with its messages: neither is in the page until it is opened. */
export async function loadPane() {
  const [{ AnalysisPane }, worded] = await Promise.all([
    import('./analysis-pane.tsx'),
    withWords('analysis'),
  ]);
  return { default: worded(AnalysisPane) };
}
