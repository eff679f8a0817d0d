import type { Command } from 'commander';
import { PlanRecord } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { usablePlan } from '../../planFolder.js';
import { planActLines } from '../../print/plan.js';
import { newKey } from '../../session.js';
import { withKey } from '../cli.js';
import type { Cli, KeyOption } from '../cli.js';
import { versionPath } from './act.js';

interface ImportOptions extends KeyOption {
  summary: string;
  author?: string[];
  replace?: true;
}

export function addPlanImport(cli: Cli, plan: Command): void {
  const { say, inputs } = cli;
  const command = plan
    .command('import')
    .description(say('bring in a folder as a new version, which is a draft', '将文件夹中的预案导入为新版本（草案）'))
    .argument('<folder>')
    .requiredOption('--summary <text>', say('what is new, and why', '本版本修订了什么、为什么'))
    .option(
      '--author <ids>',
      say('who wrote it besides the sender, comma-separated', '发送人以外的编制人，逗号分隔'),
      inputs.ids,
    )
    .option('--replace', say('write the draft of this version anew', '替换该版本的草案'));
  withKey(command, cli).action((folder: string, options: ImportOptions) =>
    cli.run(command, async (session) => {
      // Read here first, so that what is wrong is named by the files as they are called on this machine.
      const { document } = usablePlan(folder, session);
      const { summary, author: authors, replace, idempotencyKey = newKey() } = options;
      const { id, version } = document.plan;
      const place = replace
        ? { method: 'PUT' as const, path: versionPath(id, version) }
        : { method: 'POST' as const, path: ['plans'] };
      const text = await session.api.call({ ...place, body: { summary, authors, document }, key: idempotencyKey });
      session.show(text, PlanRecord, (record) => planActLines(record, session));
      return EXIT.ok;
    }),
  );
}
