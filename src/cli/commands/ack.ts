import { AcknowledgementAnswer } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { acknowledgementLines } from '../print/answers.js';
import { newKey } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';
import { timeThere } from './timeThere.js';

interface AckOptions extends KeyOption {
  notice?: string;
  eta?: string;
}

export function addAck(cli: Cli): void {
  const { say, inputs } = cli;
  const command = cli.program
    .command('ack')
    .description(say('acknowledge that you were called', '确认已收到通知'))
    .argument('<id>', say('of the incident', '事故编号'))
    .option('--notice <id>', say('default: every open call to you', '默认为对本人的全部通知'))
    .option(
      '--eta <time>',
      say('when you will be at work on it: 20m, 2h or a time', '预计到位时间：20m、2h 或具体时间'),
      inputs.timeThere,
    );
  withKey(command, cli).action((id: string, { notice: noticeId, eta: when, idempotencyKey = newKey() }: AckOptions) =>
    cli.inPerson(command, async (session) => {
      const eta = await timeThere(session, id, when);
      const path = ['incidents', id, 'acknowledgements'];
      const text = await session.api.call({ method: 'POST', path, body: { noticeId, eta }, key: idempotencyKey });
      session.show(text, AcknowledgementAnswer, (answer) => acknowledgementLines(answer, session));
      return EXIT.ok;
    }),
  );
}
