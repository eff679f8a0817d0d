/** The result for people. */
export function tables({ matrix, scenarios, seconds }) {
  return ['', ...matrixTable(matrix), ...scenarios.map(scenarioLine), '', `Took ${seconds} s.`].join('\n');
}

function matrixTable(matrix) {
  if (!matrix?.kills) return [];
  const { kills } = matrix;
  const rows = ['group', 'main', 'temporal', 'all'].map((target) => {
    const some = kills.filter((kill) => target === 'all' || kill.target === target);
    const sum = (name) => some.reduce((total, kill) => total + (kill[name] ?? 0), 0);
    const bad = some.filter(({ violations }) => violations.length > 0).length;
    return [target, some.length, bad, sum('repeats'), sum('possible'), spread(some, 'restartMs'), spread(some, 'onMs')];
  });
  const head = [
    'killed',
    'kills',
    'bad',
    'repeats',
    'counted',
    'back (p50/p90/max ms)',
    'kill → answer (p50/p90/max ms)',
  ];
  return aligned([head, ...rows]);
}

function spread(kills, name) {
  const values = kills
    .map((kill) => kill[name])
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (share) => values[Math.min(values.length - 1, Math.floor(values.length * share))];
  return values.length === 0 ? '–' : `${at(0.5)} / ${at(0.9)} / ${values.at(-1)}`;
}

function scenarioLine({ name, violations, ...figures }) {
  // What is no figure stands in the raw ones.
  const told = Object.entries(figures)
    .filter(([, value]) => typeof value !== 'object')
    .map(([key, value]) => `${key} ${value}`);
  return `${name}: ${violations.length === 0 ? 'good' : `${violations.length} violations`}, ${told.join(', ')}`;
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows.map((row) =>
    row
      .map((cell, column) => String(cell).padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}
