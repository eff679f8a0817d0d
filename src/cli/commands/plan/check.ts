import type { Command } from 'commander';
import { checkFolder } from '../../../planfiles/index.js';
import type { CheckedFolder } from '../../../planfiles/index.js';
import { EXIT } from '../../exitCodes.js';
import { SAMPLE_PLAN } from '../../planFolder.js';
import { checkLines } from '../../print/planCheck.js';
import { sarifLog } from '../../print/sarif.js';
import type { Cli } from '../cli.js';

interface Options {
  sarif?: true;
  strict?: true;
}

export function addPlanCheck(cli: Cli, plan: Command): void {
  const { say } = cli;
  const check = plan
    .command('check')
    .description(
      say('check a plan and the roster beside it, without a running Muster', '检查预案及其通讯录，无需运行 Muster'),
    )
    .argument('[folder]', say('of the plan', '预案文件夹'), SAMPLE_PLAN)
    .option('--sarif', say('print SARIF 2.1.0, for editors and CI', '输出 SARIF 2.1.0，供编辑器和 CI 使用'))
    .option('--strict', say('warnings fail too', '有警告也视为不通过'));
  check.action((folder: string, { sarif, strict }: Options) =>
    cli.local(check, (desk) => {
      // The day where the person is who asks.
      const result = checkFolder(folder, desk.time(desk.world.now()).slice(0, 10));
      if (sarif) desk.print(JSON.stringify(sarifLog(result, desk.lang), null, 2));
      else if (desk.json) desk.print(JSON.stringify(result));
      else desk.print(...checkLines(result, desk));
      return fails(result, strict === true) ? EXIT.refused : EXIT.ok;
    }),
  );
}

function fails({ findings }: CheckedFolder, strict: boolean): boolean {
  return findings.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}
