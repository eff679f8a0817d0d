/** An id whose number is followed by a word of the plan's authors, which is no word of the reader's language. */
const WORDED = /^(?<number>.*\d)-[a-z][a-z-]*$/;

/** For each id what it is called in print: `D-09-authority` and `D-09-individuals` become `D-09-1` and `D-09-2`. */
export function obligationNumbers(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(ids);
  const named = new Map<string, string>();
  for (const id of ids) {
    const number = WORDED.exec(id)?.groups?.['number'];
    const name = number === undefined ? id : nextFree(number, taken);
    taken.add(name);
    named.set(id, name);
  }
  return named;
}

function nextFree(number: string, taken: ReadonlySet<string>): string {
  let count = 1;
  while (taken.has(`${number}-${count}`)) count += 1;
  return `${number}-${count}`;
}
