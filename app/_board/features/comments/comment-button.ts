/** The id of a comment's button to which the focus goes. */
export function commentButton(commentId: string, action: 'reply' | 'edit' | 'restore' | 'menu'): string {
  return `${action}:${commentId}`;
}
