import { parseArgs } from 'node:util';

export const HELP = `npm run chaos -- [--quick] [--only <pattern>] [--lanes <n>] [--keep]

  --quick           9 kills instead of all
  --only <pattern>  only the kills and scenarios whose name fits this regular expression: a kill is called
                    step/offset/target, as in verify/20/group; see also fifty-reports, second-start, orphan, sigterm,
                    improvement, programme, drill-start, drill-clock, five-incidents, five-closures
  --lanes <n>       installations that are killed side by side; default 2
  --keep            leaves the folders of installations with a violation where they are`;

export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      lanes: { type: 'string', default: '2' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { quick, only, keep, help } = values;
  const pattern = only === undefined ? undefined : new RegExp(only);
  return {
    quick,
    only,
    keep,
    help,
    lanes: Math.max(1, Number(values.lanes) || 1),
    whole: !quick && only === undefined,
    wants: (name) => pattern === undefined || pattern.test(name),
  };
}
