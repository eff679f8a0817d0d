import { Argument } from 'commander';
import type { Command } from 'commander';
import { AcknowledgementAnswer } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { answerLines } from '../print/answers.js';
import { newKey } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';
import { timeThere } from './timeThere.js';

/** People who come, do not come, are there, or are let go; and what follows where they are too few. */
export function addMobilisation(cli: Cli): void {
  addDecline(cli);
  addArrive(cli);
  addRelease(cli);
  addPartner(cli);
  addShortage(cli);
}

function addDecline(cli: Cli): void {
  const { say } = cli;
  const command = answer(cli, 'decline', say('say that you do not come, and why', '答复不能参加，并说明理由'))
    .option('--notice <id>', say('default: every call to you', '默认为对本人的全部通知'))
    .requiredOption('--reason <text>', say('goes on the record', '理由，记入记录'));
  command.action((id: string, { person, notice: noticeId, reason, idempotencyKey }: AnswerOptions) =>
    send(cli, command, id, 'declines', { person, noticeId, reason }, idempotencyKey, say('does not come', '不能参加')),
  );
}

function addArrive(cli: Cli): void {
  const { say } = cli;
  const about = say('say that you are there, on scene or wherever the work is', '登记到位');
  const command = answer(cli, 'arrive', about).option('--note <text>', say('goes on the record', '说明，记入记录'));
  command.action((id: string, { person, note, idempotencyKey }: AnswerOptions) =>
    send(cli, command, id, 'arrivals', { person, note }, idempotencyKey, say('is there', '已到位')),
  );
}

interface AnswerOptions extends KeyOption {
  person?: string;
  notice?: string;
  reason?: string;
  note?: string;
}

function answer(cli: Cli, name: string, about: string): Command {
  const { program, say } = cli;
  const command = program
    .command(name)
    .description(about)
    .argument('<id>', say('of the incident', '事故编号'))
    .option('--person <id>', say('for somebody else, with the authority', '代他人登记，须有权限'));
  return withKey(command, cli);
}

function send(
  cli: Cli,
  command: Command,
  id: string,
  name: string,
  body: object,
  key: string = newKey(),
  said: string,
): Promise<void> {
  return cli.inPerson(command, async (session) => {
    const text = await session.api.call({ method: 'POST', path: ['incidents', id, name], body, key });
    session.show(text, AcknowledgementAnswer, (kept) => answerLines(kept, said, session));
    return EXIT.ok;
  });
}

function addRelease(cli: Cli): void {
  const { say } = cli;
  const command = decision(cli, 'release', say('release people, who then rest', '准予人员离岗休息'))
    .argument('<people...>', say('ids', '人员编号'))
    .option('--team <team>', say('default: every team that you may release from', '默认为您可以准予离岗的各组'));
  command.action((id: string, people: string[], options: DecisionOptions & { team?: string }) => {
    const { team, reason } = options;
    return cli.inPerson(command, (session) => decide(session, id, 'releases', { people, team, reason }, options));
  });
}

interface PartnerOptions extends DecisionOptions {
  headcount?: number;
  eta?: string;
  qualifications?: string[];
  note?: string;
}

function addPartner(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('record what an external partner answered', '登记外部单位的答复');
  const command = decision(cli, 'partner', about, { reason: 'none' })
    .argument('<team>', say('that it was asked to help', '请其支援的组'))
    .argument('<partner>', say('of the plan', '预案中的外部单位'))
    .addArgument(new Argument('<answer>').choices(['accepted', 'declined']))
    .option('--headcount <people>', say('how many come; default: 1', '派多少人；默认1人'), inputs.wholeNumber)
    .option('--eta <time>', say('20m, 2h or a time', '预计到位时间：20m、2h 或具体时间'), inputs.timeThere)
    .option(
      '--qualifications <ids>',
      say('what they can do, one mention for each person, comma-separated', '所具资质，每人提及一次，逗号分隔'),
      inputs.ids,
    )
    .option('--note <text>', say('goes on the record', '说明，记入记录'));
  command.action((id: string, team: string, partner: string, how: string, options: PartnerOptions) => {
    const { headcount, qualifications, note } = options;
    return cli.inPerson(command, async (session) => {
      const eta = await timeThere(session, id, options.eta);
      const body = { team, partner, accepted: how === 'accepted', headcount, eta, qualifications, note };
      return decide(session, id, 'partners', body, options);
    });
  });
}

function addShortage(cli: Cli): void {
  const { say } = cli;
  const about = say('go on with fewer people than the plan asks for', '人员不足时，决定以现有人员继续');
  const command = decision(cli, 'shortage', about).argument('<team>');
  command.action((id: string, team: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'shortages', { team, reason: options.reason }, options)),
  );
}
