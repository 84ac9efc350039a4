/** Key code of every key that goes to an input method. */
const TO_INPUT_METHOD = 229;

/**
 * True if a key goes to an input method, as for Chinese, Japanese or Korean: there Enter confirms a conversion, and Escape cancels it.
 * Safari ends the conversion before it reports the key, and leaves only its code.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === TO_INPUT_METHOD;
}
