import type { Command } from 'commander';
import { describeChange, diffPlans } from '../../../domain/plan/diff/index.js';
import { EXIT } from '../../exitCodes.js';
import { usablePlan } from '../../planFolder.js';
import { planDiffLines } from '../../print/planDiff.js';
import type { Cli } from '../cli.js';

export function addPlanDiff(cli: Cli, plan: Command): void {
  const { say } = cli;
  const diff = plan
    .command('diff <a> <b>')
    .description(
      say(
        'tell what folder b changes in the plan of folder a; exit code 0 whether or not they differ',
        '说明文件夹 b 中的预案对文件夹 a 中的预案作了哪些变更；有无差异均以 0 退出',
      ),
    );
  diff.action((first: string, second: string) =>
    cli.local(diff, (desk) => {
      const [from, to] = [usablePlan(first, desk), usablePlan(second, desk)];
      const [a, b] = [from.document, to.document];
      const changes = diffPlans(a, b);
      if (!desk.json) {
        desk.print(...planDiffLines(changes, a, b, from.hash === to.hash, desk));
        return EXIT.ok;
      }
      const version = ({ document, hash }: typeof from) => {
        const { id, version: number } = document.plan;
        return { id, version: number, hash };
      };
      const told = changes.map((change) => ({ ...change, words: describeChange(change, a, b, desk.lang) }));
      desk.print(JSON.stringify({ from: version(from), to: version(to), changes: told }));
      return EXIT.ok;
    }),
  );
}
