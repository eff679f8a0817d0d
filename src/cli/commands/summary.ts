import { Summary } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { summaryLines } from '../print/summary.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

/** The meeting after the end that rates the response. */
export function addSummary(cli: Cli): void {
  const summary = cli.program
    .command('summary')
    .description(cli.say('the summary evaluation after the end', '总结评估：召集、登记、查看'));
  const on = { ...cli, program: summary };
  addShow(on);
  addCall(on);
  addHold(on);
}

function addShow(cli: Cli): void {
  const { program, say } = cli;
  const show = program
    .command('show')
    .description(
      say('the criteria with what the record says, the ratings, the conclusions', '评估标准、记录中的数据、评级和结论'),
    )
    .argument('<id>', say('of the incident', '事故编号'));
  show.action((id: string) =>
    cli.run(show, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'summary'] });
      session.show(text, Summary, (answer) => summaryLines(answer, session));
      return EXIT.ok;
    }),
  );
}

interface CallOptions extends DecisionOptions {
  at: string;
  place: string;
  participants?: string[];
}

function addCall(cli: Cli): void {
  const { say, inputs } = cli;
  const call = decision(cli, 'call', say('call the meeting, or call it anew', '召集会议，或另行召集'), {
    reason: 'none',
  })
    .requiredOption('--at <time>', say('of the meeting, with offset', '会议时间，带时区'), inputs.time)
    .requiredOption('--place <text>', say('where', '地点'))
    .option(
      '--participants <people>',
      say('ids, comma-separated; default: whom the plan names', '人员编号，以逗号分隔；默认按预案'),
      inputs.ids,
    );
  call.action((id: string, options: CallOptions) => {
    const { at, place, participants } = options;
    const body = { action: 'call', at, place, participants };
    return cli.inPerson(call, (session) => decide(session, id, 'summary', body, options));
  });
}

interface HoldOptions extends DecisionOptions {
  present: string[];
  rate?: Record<string, string>;
  note?: Record<string, string>;
  conclusions: string;
}

function addHold(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('record what came of the meeting', '登记会议的评级和结论');
  const hold = decision(cli, 'hold', about, { reason: 'optional' })
    .requiredOption('--present <people>', say('ids, comma-separated', '到会人员编号，以逗号分隔'), inputs.ids)
    .requiredOption('--conclusions <text>', say('what the meeting concluded', '会议结论'))
    .option(
      '--rate <criterion=P|S|M|U>',
      say('comma-separated; may be repeated', '评级，以逗号分隔，可重复'),
      inputs.ratings,
    )
    .option(
      '--note <criterion=text>',
      say('on one criterion; may be repeated', '对某项标准的说明，可重复'),
      inputs.noted,
    );
  hold.action((id: string, options: HoldOptions) => {
    const { present, rate = {}, note: notes, conclusions, reason } = options;
    const ratings = Object.entries(rate).map(([criterion, rating]) => ({ criterion, rating }));
    const body = { action: 'hold', present, ratings, conclusions, notes, reason };
    return cli.inPerson(hold, (session) => decide(session, id, 'summary', body, options));
  });
}
