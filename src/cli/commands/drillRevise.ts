import { Option } from 'commander';
import { withAbsent } from './drillRun.js';
import type { AbsentOptions } from './drillRun.js';
import { deciding, tell } from './drillDeciding.js';
import type { DrillOptions } from './drillDeciding.js';
import { rolesFrom, withRoles } from './drillRoles.js';
import type { RoleOptions } from './drillRoles.js';
import { withTimes } from './drillTimes.js';
import type { Cli } from './cli.js';

interface ReviseOptions extends DrillOptions, RoleOptions, AbsentOptions {
  pace?: number;
  at?: string;
  /** `false`: it begins when the director says so. */
  begin?: false;
  inPerson?: true;
}

/** Before it begins: who has which part, when it begins, how fast it runs, who is played. */
export function addRevise(cli: Cli): void {
  const { say } = cli;
  const command = deciding(
    cli,
    'revise',
    say('change the scheme; it is handed in again after that', '修改演练方案，修改后须重新提交'),
  )
    .addOption(new Option('--no-begin', say('begin when the director says so', '由总指挥宣布开始')).conflicts('at'))
    .addOption(
      new Option('--in-person', say('nobody is played by the simulator', '不模拟任何人员')).conflicts('simulateAbsent'),
    );
  withTimes(command, cli);
  withRoles(command, cli, say('default: as before', '默认不变'));
  withAbsent(command, cli);
  command.action((id: string, options: ReviseOptions) =>
    cli.byName(command, (session) => {
      const { pace, at, begin, inPerson, simulateAbsent, present, seed } = options;
      const roles = Object.fromEntries(Object.entries(rolesFrom(options)).filter(([, people]) => people !== undefined));
      const body = {
        ...{ action: 'revise', pace, plannedAt: begin === false ? null : at },
        ...(Object.keys(roles).length === 0 ? {} : { roles }),
        ...{ simulateAbsent: inPerson ? false : simulateAbsent, present, seed },
      };
      return tell(session, id, body, options);
    }),
  );
}
