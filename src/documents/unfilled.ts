/** Private characters around what is yet to be filled in, so that each form of a document can make it stand out. */
const [BEGIN, END] = ['\ue000', '\ue001'];
const MARKS = new RegExp(`[${BEGIN}${END}]`, 'gu');

export function unfilled(words: string): string {
  return `${BEGIN}${words}${END}`;
}

/** Texts of people hold no such marks, or they would look like ours. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** Every other piece, beginning with the second, is to be filled in. */
export function splitAtUnfilled(text: string): string[] {
  return text.split(MARKS);
}
