import { join } from 'node:path';
import type { Command } from 'commander';
import { rosterRemarks, VERIFIED_WITHIN_DAYS } from '../../../domain/plan/rosterRemarks.js';
import { loadRoster, ROSTER_FILE } from '../../../planfiles/index.js';
import { SAMPLE_PLAN, usable, usablePlan } from '../../planFolder.js';
import { today } from '../../session.js';
import type { Cli } from '../cli.js';
import { checkOptions, showRemarks } from '../register/check.js';
import type { CheckOptions } from '../register/check.js';

interface Options extends CheckOptions {
  verifiedWithinDays: number;
}

export function addRosterCheck(cli: Cli, roster: Command): void {
  const { say, inputs } = cli;
  const check = roster
    .command('check')
    .description(say('check a roster against a plan, without a running Muster', '对照预案检查通讯录，无需运行 Muster'))
    .argument('[file]', say('YAML or CSV; default: roster.yaml of the plan', 'YAML 或 CSV，默认为预案的 roster.yaml'));
  checkOptions(check, cli)
    .option(
      '--verified-within-days <days>',
      say('doubt contacts that were verified earlier', '联系方式超过此天数未核实则提示'),
      inputs.wholeNumber,
      VERIFIED_WITHIN_DAYS,
    )
    .action((given: string | undefined, { plan: folder = SAMPLE_PLAN, verifiedWithinDays, strict }: Options) =>
      cli.local(check, (desk) => {
        const file = given ?? join(folder, ROSTER_FILE);
        const { document: plan } = usablePlan(folder, desk);
        const title = say('The roster cannot be used', '通讯录无法使用');
        const loaded = usable(() => loadRoster(file, plan), { code: 'unusable_roster', title, file }, desk);
        const remarks = rosterRemarks(loaded.document, plan, { today: today(desk), verifiedWithinDays });
        return showRemarks(remarks, { file, placeOf: loaded.placeOf, plan, strict }, desk);
      }),
    );
}
