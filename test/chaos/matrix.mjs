import { STEPS } from './journey.mjs';
import { Lane } from './lane.mjs';
import { startSink } from './sink.mjs';

/** Milliseconds from the moment when a step's request has left. An undisturbed answer takes 10 to 30. */
const OFFSETS = [0, 5, 20, 60, 150];
const TARGETS = ['group', 'main', 'temporal'];

/** Odd against 3 targets and 5 offsets, so that the few of `--quick` meet every step, every target and three offsets. */
const QUICK_STRIDE = 16;

const ALL = STEPS.flatMap((step) =>
  OFFSETS.flatMap((offset) => TARGETS.map((target) => ({ step, offset, target, name: `${step}/${offset}/${target}` }))),
);

export async function runMatrix({ say, options }) {
  const wanted = ALL.filter(({ name }) => options.wants(name));
  const cells = options.quick ? wanted.filter((_, i) => i % QUICK_STRIDE === 0) : wanted;
  if (cells.length === 0) return undefined;
  say(
    `— matrix: ${cells.length} kills (${STEPS.length} steps, offsets ${OFFSETS.join(', ')} ms, ${TARGETS.join(', ')})`,
  );
  const sink = await startSink();
  const queue = [...cells];
  const done = [];
  const report = (kill) => {
    done.push(kill);
    const figures = `back after ${kill.backMs} ms, went on after ${kill.onMs ?? '–'} ms`;
    say(
      `  ${String(done.length).padStart(3)}/${cells.length} ${kill.name}: ${figures}${kill.repeats ? `, ${kill.repeats} repeats` : ''}`,
    );
    for (const violation of kill.violations) say(`      VIOLATION ${violation}`);
  };
  const lanes = Array.from(
    { length: Math.min(options.lanes, cells.length) },
    () => new Lane({ sink, say, keep: options.keep }),
  );
  const ends = await Promise.all(lanes.map((lane) => lane.run(queue, report)));
  await sink.close();
  for (const violation of ends.flatMap((end) => end.violations)) say(`  VIOLATION ${violation}`);
  return {
    undisturbed: ends[0].undisturbed,
    kills: done,
    violations: [
      ...done.flatMap(({ name, violations }) => violations.map((v) => `${name}: ${v}`)),
      ...ends.flatMap((e) => e.violations),
    ],
  };
}
