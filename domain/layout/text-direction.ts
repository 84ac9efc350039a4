/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** True if a text is written from right to left, by its first letter, as in a page (`dir="auto"`). */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
