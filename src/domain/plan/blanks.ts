import { textsOf } from '../lang.js';
import type { Text } from '../lang.js';

const BLANK = /\{(\w+)\}/g;

/** What is to be filled in a template, in whatever language, each once, in the order of the first. */
export function blanksIn(body: Text): string[] {
  return [...new Set(textsOf(body).flatMap((text) => [...text.matchAll(BLANK)].map(([, name]) => name!)))];
}

/** A text between its blanks: every other piece is the name of one. */
export function splitAtBlanks(text: string): string[] {
  return text.split(BLANK);
}
