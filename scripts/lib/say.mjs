export function say(line) {
  console.log(line);
}

/** For a failure that the person at the terminal can mend: the message is all they need. */
export function giveUp(message) {
  console.error(message);
  process.exit(1);
}

/** Seconds since `began`, a `performance.now()`. */
export function secondsSince(began) {
  return `${((performance.now() - began) / 1_000).toFixed(1)} s`;
}
