/** True for the button that opens a link in another tab. The right one, which opens a menu, is an auxiliary click too. */
export function isMiddleClick({ button }: { readonly button: number }): boolean {
  return button === 1;
}
