import { DrillRecord, Improvement } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { improvementListLines } from '../print/improvements.js';
import { withKey } from './cli.js';
import type { Cli } from './cli.js';
import { ownerFrom } from './improvements.js';
import { mustHaveOwner, withWhatToDo } from './whatToDo.js';
import type { WhatToDo } from './whatToDo.js';

interface ImproveOptions extends WhatToDo {
  all?: true;
  finding?: string;
  verifiedByDrill?: true;
}

/** What a drill found becomes what is to be done. */
export function addImprove(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('improve')
    .description(
      say(
        'make an improvement of what the drill found (whoever keeps improvements, command)',
        '将演练发现的问题转为改进措施（改进措施管理岗位、指挥部）',
      ),
    )
    .argument('<id>', say('of the drill', '演练编号'))
    .argument(
      '<criterion>',
      say('that did not pass, such as E-11; left out with --all', '未通过的评估标准，如 E-11；使用 --all 时省略'),
    )
    .argument('[action]', say('what is to be done', '要做什么'));
  withWhatToDo(command, cli);
  command
    .option('--all', say('each criterion rated M or U that has none yet', '评定为M、U且尚未制定改进措施的各项标准'))
    .option('--finding <text>', say('default: the criterion and its rating', '问题，默认为评估标准及评定'))
    .option('--verified-by-drill', say('only a drill in which the criterion passes closes it', '须经演练验证方可销号'));
  withKey(command, cli);
  command.action((id: string, first: string, second: string | undefined, options: ImproveOptions) => {
    const { all, finding, reference, type, priority, due: dueAt, planChange, idempotencyKey: key } = options;
    const action = all ? first : second;
    if (action === undefined || (all && second !== undefined)) {
      return command.error(
        say('error: name the criterion and what is to be done, or --all', 'error: 须写明评估标准和措施，或使用 --all'),
      );
    }
    mustHaveOwner(command, cli, options);
    return cli.byName(command, async (session) => {
      const path = ['drills', id, 'improvements'];
      const verifiedBy = options.verifiedByDrill ? 'drill' : undefined;
      const owner = ownerFrom(options.ownerPost, options.ownerPerson);
      const opens = (criterion: string, own: string | undefined): Promise<string> => {
        const body = { criterion, finding, action, reference, type, priority, owner, dueAt, planChange, verifiedBy };
        return session.api.call({ method: 'POST', path, body, ...(own === undefined ? {} : { key: own }) });
      };
      if (!all) {
        session.show(await opens(first, key), Improvement, (opened) => improvementListLines([opened], session));
        return EXIT.ok;
      }
      const { unimproved = [], status } = session.read(await session.api.call({ path: ['drills', id] }), DrillRecord);
      if (status !== 'submitted' && status !== 'closed') throw notReported(cli);
      const opened: Improvement[] = [];
      for (const { id: criterion } of unimproved) {
        const own = key === undefined ? undefined : `${key}-${criterion}`;
        opened.push(session.read(await opens(criterion, own), Improvement));
      }
      const nothing = say(
        'Nothing is left to open: each criterion rated M or U has an improvement, or there is none. See `muster improvement list --origin drill`.',
        '没有待提出的改进措施：评定为M、U的标准均已有改进措施，或者没有这类标准。可用 `muster improvement list --origin drill` 查看。',
      );
      const lines = () => (opened.length === 0 ? [nothing] : improvementListLines(opened, session));
      session.print(...(session.json ? [JSON.stringify(opened)] : lines()));
      return EXIT.ok;
    });
  });
}

/** Before that nobody knows what is to be improved. */
function notReported({ say }: Cli): CliFailure {
  return new CliFailure(EXIT.refused, {
    code: 'drill_not_reported',
    title: say('The drill has no report yet', '演练尚无评估报告'),
    detail: say(
      'Its findings become improvements once its report is handed in: muster drill submit.',
      '评估报告提交后，问题方可转为改进措施：muster drill submit。',
    ),
  });
}
