import { Option } from 'commander';
import type { Command } from 'commander';
import type { Cli, KeyOption } from './cli.js';

/** What an improvement is, whatever it comes from. */
export interface WhatToDo extends KeyOption {
  reference?: string;
  type: string;
  priority: string;
  ownerPost?: string;
  ownerPerson?: string;
  due: string;
  planChange?: true;
}

/** Before anything is sent. */
export function mustHaveOwner(
  command: Command,
  { say }: Cli,
  { ownerPost, ownerPerson }: Pick<WhatToDo, 'ownerPost' | 'ownerPerson'>,
): void {
  if (ownerPost !== undefined || ownerPerson !== undefined) return;
  command.error(
    say(
      'error: name who is to do it, with --owner-post or --owner-person',
      'error: 须用 --owner-post 或 --owner-person 指定责任人',
    ),
  );
}

export function withWhatToDo(command: Command, { say, inputs }: Cli): void {
  command
    .requiredOption(
      '--type <type>',
      say('one of the plan’s, such as prevent or plan', '预案中的类型，如 prevent、plan'),
    )
    .addOption(
      new Option('--due <when>', say('a time with offset, or 14d from now', '期限：带时区的时间，或 14d 后'))
        .argParser(inputs.timeAhead)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--owner-post <post>', say('whoever holds it', '由该岗位负责')).conflicts('ownerPerson'))
    .option('--owner-person <person>', say('one person', '由该人员负责'))
    .addOption(
      new Option('--priority <priority>', say('default: medium', '优先级，默认 medium'))
        .choices(['high', 'medium', 'low'] as const)
        .default('medium'),
    )
    .option('--reference <text>', say('where the finding stands', '问题出处'))
    .option('--plan-change', say('it changes the plan; so does the type plan', '涉及修改预案；plan 类型即是'));
}
