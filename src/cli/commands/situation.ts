import { Argument, Option } from 'commander';
import { CONFIDENCES } from '../../domain/incident/index.js';
import type { Facts } from '../../domain/plan/condition.js';
import type { Cli } from './cli.js';
import { decide, decisionOptions } from './decide.js';
import type { DecisionOptions } from './decide.js';

type FactOptions = DecisionOptions & {
  fact?: Facts;
  statement?: string;
  source: string;
  observedAt?: string;
  confidence: string;
};

export function addSituation(cli: Cli): void {
  addFact(cli);
  addQuestion(cli);
}

function addFact(cli: Cli): void {
  const { program, say, inputs } = cli;
  const command = program
    .command('fact')
    .description(say('put on record what has been learnt since the report', '补报情况'))
    .argument('<id>', say('of the incident', '事故编号'))
    .option('--fact <fact=value>', say('a fact of the plan; may be repeated', '预案中的事实，可重复'), inputs.fact)
    .option('--statement <text>', say('what the plan has no fact for', '文字说明'))
    .requiredOption('--source <text>', say('where it comes from', '来源'))
    .option('--observed-at <time>', say('ISO 8601 with offset', '观察时间，ISO 8601，带时区'), inputs.time)
    .addOption(
      new Option('--confidence <how>', say('how far you vouch for it', '可信程度'))
        .choices(CONFIDENCES)
        .makeOptionMandatory(),
    );
  decisionOptions(command, cli).action((id: string, options: FactOptions) => {
    const { fact: values, statement, source, observedAt, confidence } = options;
    const body = { values, statement, source, observedAt, confidence };
    return cli.inPerson(command, (session) => decide(session, id, 'facts', body, options));
  });
}

function addQuestion(cli: Cli): void {
  const { program, say } = cli;
  const command = program
    .command('question')
    .description(say('ask what has to be found out, or answer such a question', '提出或答复待查明的问题'))
    .argument('<id>', say('of the incident', '事故编号'))
    .addArgument(new Argument('<action>').choices(['ask', 'answer']))
    .argument('<text>', say('the question, or the answer', '问题或答复'))
    .option('--question <id>', say('with answer: which one; see status', '答复时：问题编号，见 status'));
  decisionOptions(command, cli).action((id: string, action: string, text: string, options: QuestionOptions) => {
    const { question } = options;
    if (action === 'answer' && question === undefined) {
      return command.error(say('error: --question is needed to answer', 'error: 答复时须指定 --question'));
    }
    const name = action === 'ask' ? 'questions' : ['questions', question!, 'answer'];
    return cli.inPerson(command, (session) => decide(session, id, name, { text }, options));
  });
}

type QuestionOptions = DecisionOptions & { question?: string };
