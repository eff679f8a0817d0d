import { join } from 'node:path';
import type { Command } from 'commander';
import { ledgerRemarks } from '../../../domain/plan/ledgerRemarks.js';
import { LEDGER_FILE, loadLedger, loadRoster, ROSTER_FILE } from '../../../planfiles/index.js';
import { SAMPLE_PLAN, usable, usablePlan } from '../../planFolder.js';
import { today } from '../../session.js';
import type { Cli } from '../cli.js';
import { checkOptions, showRemarks } from '../register/check.js';
import type { CheckOptions } from '../register/check.js';

interface Options extends CheckOptions {
  roster?: string;
}

export function addResourcesCheck(cli: Cli, resources: Command): void {
  const { say } = cli;
  const check = resources
    .command('check')
    .description(
      say(
        'check a ledger against plan and roster, without a running Muster',
        '对照预案和通讯录检查资源台账，无需运行 Muster',
      ),
    )
    .argument('[file]', say('YAML or CSV; default: ledger.yaml of the plan', 'YAML 或 CSV，默认为预案的 ledger.yaml'));
  checkOptions(check, cli)
    .option('--roster <file>', say('default: roster.yaml of the plan', '默认为预案的 roster.yaml'))
    .action((given: string | undefined, { plan: folder = SAMPLE_PLAN, roster: people, strict }: Options) =>
      cli.local(check, (desk) => {
        const file = given ?? join(folder, LEDGER_FILE);
        const rosterFile = people ?? join(folder, ROSTER_FILE);
        const { document: plan } = usablePlan(folder, desk);
        const { document: roster } = usable(
          () => loadRoster(rosterFile, plan),
          { code: 'unusable_roster', title: say('The roster cannot be used', '通讯录无法使用'), file: rosterFile },
          desk,
        );
        const loaded = usable(
          () => loadLedger(file, plan, roster),
          { code: 'unusable_ledger', title: say('The ledger cannot be used', '资源台账无法使用'), file },
          desk,
        );
        const remarks = ledgerRemarks(loaded.document, plan, roster, today(desk));
        return showRemarks(remarks, { file, placeOf: loaded.placeOf, plan, strict }, desk);
      }),
    );
}
