import { Option } from 'commander';
import type { Command } from 'commander';
import type { Cli } from './cli.js';

/** How fast a drill runs, and when it begins by itself. */
export function withTimes(command: Command, { say, inputs }: Cli): Command {
  return command
    .option('--pace <factor>', say('how many times as fast as the clock', '时间速度，几倍于实际时间'), inputs.pace)
    .addOption(
      new Option(
        '--at <when>',
        say('begin by itself then: a time with offset, or 2h from now', '自动开始的时间'),
      ).argParser(inputs.timeAhead),
    );
}
