import type { Command } from 'commander';
import type { Cli } from './cli.js';

export interface RoleOptions {
  director?: string;
  controller?: string[];
  evaluator?: string[];
  safety?: string[];
  observer?: string[];
  player?: string[];
}

const PARTS: [string, string, string][] = [
  ['controller', 'plays injects', '控制人员'],
  ['evaluator', 'rates', '评估人员'],
  ['safety', 'may stop it', '安全员'],
  ['observer', 'looks on', '观摩人员'],
  ['player', 'acts in their posts', '参演人员'],
];

/** `director`: who it is where nobody says so. */
export function withRoles(command: Command, { say }: Cli, director: string): Command {
  command.option('--director <person>', say(`directs it; ${director}`, `演练总指挥，${director}`));
  for (const [name, en, zh] of PARTS) {
    command.option(`--${name} <person...>`, say(`${en}; instead of those until now`, `${zh}，替换原有人员`));
  }
  return command;
}

export function rolesFrom({ director, controller, evaluator, safety, observer, player }: RoleOptions) {
  return {
    ...{ director, controllers: controller, evaluators: evaluator, safety },
    ...{ observers: observer, players: player },
  };
}
