/** Raw samples are kept up to this many, so that the files in git stay small. */
const KEPT = 500;

/** Nearest-rank percentiles of milliseconds, and the samples in the order in which they were taken. */
export function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (p) => round(sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]);
  return {
    n: samples.length,
    min: round(sorted[0]),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    max: round(sorted.at(-1)),
    ...(samples.length <= KEPT ? { samples: samples.map(round) } : {}),
  };
}

function round(ms) {
  return ms === undefined ? undefined : Math.round(ms * 10) / 10;
}
