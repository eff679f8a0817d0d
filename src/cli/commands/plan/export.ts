import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { PlanFilesAnswer } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { CliFailure } from '../../failure.js';
import type { Say } from '../../say.js';
import type { Cli } from '../cli.js';
import { versionCommand, versionPath } from './act.js';

export function addPlanExport(cli: Cli, plan: Command): void {
  const { say } = cli;
  const about = say(
    'write a version as YAML files, to go on from; comments are not kept',
    '将某一版本写成 YAML 文件，供修订之用；不保留注释',
  );
  const command = versionCommand(cli, plan, 'export', about).argument('<folder>', say('a new one', '新建的文件夹'));
  command.action((id: string, version: number, folder: string) =>
    cli.run(command, async (session) => {
      if (existsSync(folder)) throw folderExists(folder, say);
      const text = await session.api.call({ path: versionPath(id, version, 'files') });
      const { files } = session.readExactly(text, PlanFilesAnswer);
      mkdirSync(folder, { recursive: true });
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
      if (session.json) session.print(text.trimEnd());
      else session.print(...Object.keys(files).map((name) => join(folder, name)));
      return EXIT.ok;
    }),
  );
}

/** Files of another version would become part of this plan. */
function folderExists(folder: string, say: Say): CliFailure {
  return new CliFailure(EXIT.refused, {
    code: 'folder_exists',
    title: say('The folder is there already', '文件夹已经存在'),
    detail: say(`${folder} exists. Name a new folder.`, `${folder} 已存在。请指定新的文件夹。`),
    found: { folder },
  });
}
