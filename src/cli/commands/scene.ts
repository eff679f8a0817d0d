import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

/** Cordon and access control. */
export function addScene(cli: Cli): void {
  const { say } = cli;
  const program = cli.program
    .command('scene')
    .description(say('set and lift the cordon, register who comes and goes', '设立和解除现场警戒，登记进出人员'));
  const on = { ...cli, program };
  addCordon(on);
  addLift(on);
  addAdmit(on);
  addLeave(on);
}

function addCordon(cli: Cli): void {
  const { say } = cli;
  const command = decision(cli, 'cordon', say('set the cordon, or change it', '设立或更改现场警戒'), { reason: 'none' })
    .requiredOption('--area <text>', say('what is closed off', '警戒范围'))
    .requiredOption('--rules <text>', say('who may enter, and how', '出入规定'));
  command.action((id: string, options: DecisionOptions & { area: string; rules: string }) => {
    const { area, rules } = options;
    return cli.inPerson(command, (session) => decide(session, id, 'scene', { action: 'cordon', area, rules }, options));
  });
}

function addLift(cli: Cli): void {
  const command = decision(cli, 'lift', cli.say('lift the cordon', '解除现场警戒'));
  command.action((id: string, options: DecisionOptions) => {
    const body = { action: 'lift', reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'scene', body, options));
  });
}

function addAdmit(cli: Cli): void {
  const { say } = cli;
  const command = decision(cli, 'admit', say('let somebody in, under a numbered pass', '放行一人并编号登记'), {
    reason: 'none',
  })
    .requiredOption('--name <text>', say('who', '姓名'))
    .requiredOption('--area <text>', say('where to', '前往地点'))
    .requiredOption('--purpose <text>', say('what for', '事由'));
  command.action((id: string, options: DecisionOptions & { name: string; area: string; purpose: string }) => {
    const { name, area, purpose } = options;
    const body = { action: 'admit', name, area, purpose };
    return cli.inPerson(command, (session) => decide(session, id, 'scene', body, options));
  });
}

function addLeave(cli: Cli): void {
  const { say, inputs } = cli;
  const command = decision(cli, 'leave', say('register that somebody left', '登记一人离开'), {
    reason: 'none',
  }).argument('<pass>', say('number of the pass', '登记号'), inputs.wholeNumber);
  command.action((id: string, pass: number, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'scene', { action: 'leave', pass }, options)),
  );
}
