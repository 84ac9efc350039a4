import { withWords } from '../../_ui/messages/with-words.tsx';

/** The pane with what it alone says: neither is in the page until somebody asks for it. */
export async function loadPane() {
  const [{ AnalysisPane }, worded] = await Promise.all([
    import('./analysis-pane.tsx'),
    withWords('analysis'),
  ]);
  return { default: worded(AnalysisPane) };
}
