import { Option } from 'commander';
import type { Command } from 'commander';
import { formatOf } from '../../../planfiles/index.js';
import { EXIT } from '../../exitCodes.js';
import { mustBeNew, writeNew } from '../../newFile.js';
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
      if (file !== undefined) mustBeNew(file, say);
      const written = format ?? (file === undefined ? 'yaml' : formatOf(file));
      // As it is sent: without its byte order mark Excel would misread Chinese in a CSV file.
      const whole = await session.api.download([...place, written]);
      if (file === undefined) session.world.stdout.write(whole.toString('utf8'));
      else writeNew(file, whole, say);
      return EXIT.ok;
    }),
  );
}
