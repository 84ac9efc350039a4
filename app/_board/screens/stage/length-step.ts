/** Most columns of a heading in its usual size, and in each smaller one: each fills about a third of a projected screen. */
const STEPS = [60, 160, 320];
/** Characters about as wide as two Latin letters: Chinese, Japanese and Korean ones, and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/gu;

/** Returns how much smaller a heading is drawn because of its length, from 1 to 3, or `undefined` for its usual size. Nobody can scroll a wall. */
export function lengthStep(text: string): number | undefined {
  const columns = [...text].length + (text.match(WIDE)?.length ?? 0);
  return STEPS.filter((most) => columns > most).length || undefined;
}
