import type { Command } from 'commander';
import { planJsonSchema } from '../../../domain/plan/jsonSchema.js';
import { EXIT } from '../../exitCodes.js';
import type { Cli } from '../cli.js';

export function addPlanSchema(cli: Cli, plan: Command): void {
  const { say } = cli;
  const schema = plan
    .command('schema')
    .description(say('print the JSON Schema of a plan, for editors', '输出预案的 JSON Schema，供编辑器使用'));
  schema.action(() =>
    cli.local(schema, (desk) => {
      desk.print(JSON.stringify(planJsonSchema(), null, 2));
      return EXIT.ok;
    }),
  );
}
