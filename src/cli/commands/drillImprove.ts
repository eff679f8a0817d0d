import { Improvement } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { improvementListLines } from '../print/improvements.js';
import { withKey } from './cli.js';
import type { Cli } from './cli.js';
import { ownerFrom } from './improvements.js';
import { withWhatToDo } from './whatToDo.js';
import type { WhatToDo } from './whatToDo.js';

interface ImproveOptions extends WhatToDo {
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
    .argument('<criterion>', say('that did not pass, such as E-11', '未通过的评估标准，如 E-11'))
    .argument('<action>', say('what is to be done', '要做什么'));
  withWhatToDo(command, cli);
  command
    .option('--finding <text>', say('default: the criterion and its rating', '问题，默认为评估标准及评定'))
    .option('--verified-by-drill', say('only a drill in which the criterion passes closes it', '须经演练验证方可销号'));
  withKey(command, cli);
  command.action((id: string, criterion: string, action: string, options: ImproveOptions) =>
    cli.inPerson(command, async (session) => {
      const { finding, reference, type, priority, due: dueAt, planChange, idempotencyKey: key } = options;
      const verifiedBy = options.verifiedByDrill ? 'drill' : undefined;
      const owner = ownerFrom(options.ownerPost, options.ownerPerson);
      const body = { criterion, finding, action, reference, type, priority, owner, dueAt, planChange, verifiedBy };
      const path = ['drills', id, 'improvements'];
      const text = await session.api.call({ method: 'POST', path, body, ...(key === undefined ? {} : { key }) });
      session.show(text, Improvement, (opened) => improvementListLines([opened], session));
      return EXIT.ok;
    }),
  );
}
