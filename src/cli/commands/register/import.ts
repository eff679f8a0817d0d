import type { Command } from 'commander';
import { RegisterImported } from '../../../api/contract.js';
import { said } from '../../../domain/lang.js';
import { formatOf, readText } from '../../../planfiles/index.js';
import { EXIT } from '../../exitCodes.js';
import { usable } from '../../planFolder.js';
import { importLines } from '../../print/registers.js';
import type { Cli } from '../cli.js';

const MISSING = {
  what: said('The file', '文件'),
  code: 'no_file',
  hint: said('name a YAML, JSON or CSV file', '请指定 YAML、JSON 或 CSV 文件'),
};

interface Options {
  preview?: true;
  ifVersion?: number;
}

export function addRegisterImport(cli: Cli, group: Command, path: 'roster' | 'resources'): void {
  const { say, inputs } = cli;
  const command = group
    .command('import')
    .description(
      say(
        'replace what is in force by the whole of a file; the version before is kept',
        '用文件的全部内容替换现行版本，原版本予以保留',
      ),
    )
    .argument('<file>', say('YAML, JSON or CSV', 'YAML、JSON 或 CSV'))
    .option('--preview', say('show what would change; saves nothing', '只显示差异，不保存'))
    .option(
      '--if-version <version>',
      say('only if this is the newest version', '仅当此为最新版本时'),
      inputs.wholeNumber,
    );
  command.action((file: string, options: Options) =>
    cli.run(command, async (session) => {
      const title = say('The file cannot be read', '无法读取文件');
      const text = usable(() => readText(file, MISSING), { code: 'unreadable_file', title, file }, session);
      // Without a key: sent again, it would find nothing left to change.
      const answer = await session.api.call({
        method: 'POST',
        path: [path],
        body: { format: formatOf(file), text, ...options },
      });
      session.show(answer, RegisterImported, (imported) => importLines(imported, session));
      return EXIT.ok;
    }),
  );
}
