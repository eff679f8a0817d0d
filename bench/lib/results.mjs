import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';

const RESULTS = join(root, 'bench', 'results');

export function save(result) {
  mkdirSync(RESULTS, { recursive: true });
  // One line for each list of samples: thousands of lines of numbers would drown every diff.
  const text = JSON.stringify(result, null, 2).replace(
    /\[\s+([-\d.,\s]+?)\s+\]/g,
    (_, list) => `[${list.replace(/\s+/g, ' ')}]`,
  );
  writeFileSync(join(RESULTS, `${result.name}.json`), `${text}\n`);
}

/** The table over all files that are there, so that one benchmark may be run again by itself. */
export function writeTable(order) {
  const results = readdirSync(RESULTS)
    .filter((file) => file.endsWith('.json'))
    .map(read);
  results.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const lines = [
    '# Measured',
    '',
    'Written by `npm run bench`; how each figure comes about stands in `bench/cases/`. Milliseconds. "Others": the',
    'share of all cores that other programs used during the run; above some 0.2 the figures tell as much about them as about Muster.',
    '',
    '| benchmark | measure | target | measured | met | n | p50 | p90 | p99 | max | others | date |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...results.flatMap(rows),
    '',
    ...machineLines(results.at(-1)),
  ];
  writeFileSync(join(RESULTS, 'README.md'), lines.join('\n'));
}

function read(file) {
  return JSON.parse(readFileSync(join(RESULTS, file), 'utf8'));
}

function rows({ name, measures, load, date }) {
  return (measures ?? []).flatMap((measure) =>
    (measure.targets ?? [undefined]).map((target) => {
      const found = target && measure[target.stat];
      const cells = [
        name,
        measure.measure,
        target ? targetWords(target) : '',
        target ? number(found) : 'total' in measure ? number(measure.total) : '',
        target ? (isMet(target, measure) ? 'yes' : '**no**') : '',
        measure.n ?? '',
        ...['p50', 'p90', 'p99', 'max'].map((stat) => number(measure[stat])),
        load.cpuByOthers,
        date.slice(0, 16).replace('T', ' '),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
}

/** A target is an upper bound for times, a lower one for rates. */
export function isMet({ stat, atMost = Infinity, atLeast = -Infinity }, figures) {
  return figures[stat] <= atMost && figures[stat] >= atLeast;
}

function targetWords({ stat, atMost, atLeast }) {
  return atMost === undefined ? `${stat} ≥ ${number(atLeast)}` : `${stat} ≤ ${number(atMost)}`;
}

function machineLines({ machine } = {}) {
  if (!machine) return [];
  const { cores, cpu, memoryGb, node, temporalCli, packages } = machine;
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return [
    `${cores} cores (${cpu}), ${memoryGb} GB, Node ${node}, Temporal CLI ${temporalCli}, ${versions.join(', ')}.`,
    '',
  ];
}

function number(value) {
  return value === undefined ? '' : String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
