import { existsSync, writeFileSync } from 'node:fs';
import { Option } from 'commander';
import type { Command } from 'commander';
import { formatOf } from '../../../planfiles/index.js';
import { EXIT } from '../../exitCodes.js';
import { CliFailure } from '../../failure.js';
import type { Say } from '../../say.js';
import type { Cli } from '../cli.js';

interface Options {
  format?: 'csv' | 'yaml';
  version?: number;
}

export function addRegisterExport(cli: Cli, group: Command, path: 'roster' | 'resources'): void {
  const { say, inputs } = cli;
  const command = group
    .command('export')
    .description(say('write a version to a file that can be imported again', '将某一版本写成可再导入的文件'))
    .argument('[file]', say('default: to the terminal', '默认输出到终端'))
    .addOption(
      new Option(
        '--format <format>',
        say('default: by the name of the file, else yaml', '默认按文件名，否则 yaml'),
      ).choices(['csv', 'yaml']),
    )
    .option('--version <version>', say('default: the newest', '默认最新版本'), inputs.wholeNumber);
  command.action((file: string | undefined, { format, version }: Options) =>
    cli.run(command, async (session) => {
      const place = [path, 'versions', version === undefined ? 'current' : String(version)];
      if (session.json) {
        session.print((await session.api.call({ path: place })).trimEnd());
        return EXIT.ok;
      }
      if (file !== undefined && existsSync(file)) throw fileExists(file, say);
      const written = format ?? (file === undefined ? 'yaml' : formatOf(file));
      const text = await session.api.call({ path: [...place, written] });
      // What reads an answer as text takes the byte order mark off, without which Excel misreads Chinese.
      const whole = written === 'csv' ? `\ufeff${text}` : text;
      if (file === undefined) session.world.stdout.write(whole);
      // It has everybody's telephone numbers in it.
      else writeFileSync(file, whole, { mode: 0o600, flag: 'wx' });
      return EXIT.ok;
    }),
  );
}

function fileExists(file: string, say: Say): CliFailure {
  return new CliFailure(EXIT.refused, {
    code: 'file_exists',
    title: say('The file is there already', '文件已经存在'),
    detail: say(`${file} exists. Name a new file.`, `${file} 已存在。请指定新的文件。`),
    found: { file },
  });
}
