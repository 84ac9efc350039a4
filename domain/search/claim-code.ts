import { hashOf } from '../collections/hash-of.ts';

/** Digits and letters without 0 and O, 1, I and L, S, and without vowels, so that no code is a word. */
const ALPHABET = '23456789BCDFGHJKMNPQRTVWXZ';
const LENGTH = 5;

/**
 * The code of a claim on paper, such as `7KQ2M`: it follows from the claim's id and never changes, unlike its number. Two claims of a debate
 * may have one code: of 1,000 claims, in one debate of 24.
 */
export function claimCode(id: string): string {
  let left = hashOf(id);
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    code += ALPHABET[left % ALPHABET.length];
    left = Math.floor(left / ALPHABET.length);
  }
  return code;
}

/** A typed code as it is printed; null: the text is none. */
export function readClaimCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
