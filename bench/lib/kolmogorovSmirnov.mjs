/** How far two samples are apart: the largest distance between their distribution functions, 0 to 1. */
export function distance(some, others) {
  const all = [...some, ...others].toSorted((a, b) => a - b);
  const shareUpTo = (sample, value) => sample.filter((one) => one <= value).length / sample.length;
  return Math.max(...all.map((value) => Math.abs(shareUpTo(some, value) - shareUpTo(others, value))));
}
