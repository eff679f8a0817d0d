import type { Command } from 'commander';
import { PlanCheck } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import type { Cli } from '../cli.js';
import { actOnVersion, hashOption, versionCommand, versionPath } from './act.js';

interface AcceptOptions {
  reason: string;
  place?: string;
  hash?: string;
}

export function addPlanAcceptWarning(cli: Cli, plan: Command): void {
  const { say } = cli;
  const about = say('accept a warning of the check in writing, before approval', '批准前书面接受检查给出的警告');
  const command = versionCommand(cli, plan, 'accept-warning', about)
    .argument('<rule>', say('such as V-72, see plan findings', '如 V-72，见 plan findings'))
    .requiredOption('--reason <text>', say('why it may stay; goes on the record', '为何可以保留，记入记录'))
    .option('--place <place>', say('default: everywhere the rule warns', '默认为该规则警告的各处'))
    .addOption(hashOption(cli));
  command.action((id: string, version: number, rule: string, { reason: text, place, hash }: AcceptOptions) =>
    cli.inPerson(command, async (session) => {
      const check = session.read(await session.api.call({ path: versionPath(id, version, 'check') }), PlanCheck);
      const open = check.findings
        .filter((finding) => finding.rule === rule && finding.severity === 'warning' && !finding.accepted)
        .map((finding) => finding.place)
        .filter((known) => place === undefined || known === place);
      // Where there is none, the API says so, and what it does warn of.
      for (const each of open.length === 0 ? [place ?? ''] : open) {
        await actOnVersion(session, versionPath(id, version, 'acceptances'), { rule, place: each, text, hash }, {});
      }
      return EXIT.ok;
    }),
  );
}
